import { classOfPlace, type PlaceClass, places } from "../model/verdict.js";
import { meant, oneOf, quoted, type Wordings, wording } from "./phrases.js";
import type { PackProblem } from "./problem.js";
import { shellFile } from "./shell-word.js";

const classWords = {
  "not-kept": "not kept",
  elsewhere: "kept elsewhere",
  bound: "bound",
} as const satisfies Readonly<Record<PlaceClass, string>>;

function eitherOf(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
}

/** The places of a class, as alternatives. */
function placesOf(placeClass: PlaceClass): string {
  return eitherOf(places.filter((place) => classOfPlace[place] === placeClass).map(quoted));
}

/** Wording of problems that only the author of a pack can cause. */
export const packWordings: Wordings<PackProblem> = {
  "duplicate-id": (problem) =>
    wording(
      `the id ${quoted(problem.id)} is already used in \`${problem.kind}\` at ${problem.first}`,
      "a different id: ids are shared by all kinds of entries",
    ),
  "id-in-base": (problem) =>
    wording(
      `the id ${quoted(problem.id)} is already used in the base pack (${problem.base})`,
      "a different id, or `override`",
    ),
  "nothing-to-override": (problem) =>
    wording(`the base pack has no ${quoted(problem.id)} here${meant(problem.id, problem.known)}`),
  "missing-header": () =>
    wording(
      "no file of this pack has the header `pack`",
      "`pack: { format: 2, name: …, version: … }` in one of them",
    ),
  "radii-crossed": ({ robust, tight }) =>
    wording(
      `\`tight-radius\`, ${tight}, is above \`robust-radius\`, ${robust}`,
      "a `tight-radius` of at most `robust-radius`; where no header gives them they are 0.1 and 0.25",
    ),
  "two-headers": (problem) => wording(`second \`pack\` header; the first is in ${problem.first}`),
  "extends-cycle": (problem) => wording(`circular \`extends\`: ${problem.names.join(" -> ")}`),
  "extends-not-found": (problem) => wording(`pack ${quoted(problem.name)} not found: ${problem.reason}`),
  "extends-absolute": ({ name }) =>
    wording(
      `\`extends\` cannot be the absolute path ${quoted(name)}`,
      "`default`, a path relative to this pack, or an npm package",
    ),
  "extends-no-pack": ({ name, path }) =>
    wording(
      `${quoted(name)} is not a rule pack that can be read`,
      `files of rules, one of them with the header \`pack\`; to see what is wrong with it: \`api-advisor rules lint --rules ${shellFile(path)}\``,
    ),
  "not-ordered": (problem) =>
    wording(
      `${quoted(problem.question)} is not ordered`,
      "`ordered: true` in the question, or a list of options here",
    ),
  "option-order": (problem) =>
    wording(
      `no option of ${quoted(problem.question)} is both at least ${quoted(problem.least)} and at most ${quoted(problem.most)}`,
    ),
  "old-format": () =>
    wording(
      "this pack is written in format 1, which this version no longer reads",
      "a pack of format 2; docs/rules.md shows how to move one over",
    ),
  "keeps-nothing": (problem) =>
    wording(
      `${quoted(problem.id)} speaks against keeping anything, so it cannot say what is kept`,
      "no `keeps`, or points above 0",
    ),
  "list-without-end": (problem) =>
    wording(
      problem.last === null
        ? `there is no placement for ${quoted(problem.concern)} when its state is ${classWords[problem.placeClass]}`
        : `the last placement for ${quoted(problem.concern)} when its state is ${classWords[problem.placeClass]}, ${quoted(problem.last)}, does not always hold`,
      `a last one without \`when\`, at ${placesOf(problem.placeClass)}`,
    ),
  "never-bound": (problem) =>
    wording(
      `${quoted(problem.id)} binds ${quoted(problem.concern)} to a connection or instance, which is never done`,
      oneOf(problem.known),
    ),
  "place-only": ({ id, question, through }) =>
    wording(
      through === null
        ? `${quoted(id)} decides about need, so it cannot read ${quoted(question)}, which bears on the place alone`
        : `${quoted(through)} cannot be implied by ${quoted(question)}, which bears on the place alone: ${quoted(id)} reads ${quoted(through)} and decides about need`,
      "a condition on other questions, or no `bears-on` in that one",
    ),
  "reconsiders-other": (problem) =>
    wording(
      `the condition of ${quoted(problem.id)} does not name ${quoted(problem.question)}, so reconsidering it would not help`,
      oneOf(problem.known),
    ),
  "retired-in-use": (problem) =>
    wording(
      `${quoted(problem.option)} is still an option of ${quoted(problem.question)}, so it cannot be retired`,
      "an id that is no longer among the options",
    ),
  "backing-place": (problem) =>
    wording(
      `the pattern ${quoted(problem.pattern)} is for ${quoted(problem.patternPlace)}, which is no second home for a bound conversation`,
      `a pattern for ${eitherOf(problem.known.map(quoted))}`,
    ),
  "no-mitigation": (problem) =>
    wording(
      `the disadvantage ${quoted(problem.id)} has no \`mitigation\``,
      "what to do about it, and what that costs",
    ),
  "mitigation-on-advantage": (problem) =>
    wording(
      `the advantage ${quoted(problem.id)} has a \`mitigation\``,
      "no `mitigation`: it is for disadvantages",
    ),
  "none-not-alone": (problem) =>
    wording(
      `${quoted(problem.question)} needs exactly one option with \`none: true\` if it takes several options, and otherwise no such option`,
    ),
  "implication-cycle": (problem) => wording(`circular implications: ${problem.questions.join(" -> ")}`),
  "implication-conflict": (problem) =>
    wording(
      `two implications of ${quoted(problem.question)} can hold at once and disagree: ${problem.answers.map(quoted).join(" and ")}`,
    ),
  "implication-of-several": (problem) =>
    wording(`${quoted(problem.question)} takes several options, so it cannot be implied`),
  "condition-too-complex": (problem) =>
    wording(
      `the condition of ${quoted(problem.id)} expands to more than ${problem.limit} alternatives, or the pack's conditions are too complex in all`,
      "several smaller rules",
    ),
  "always-holds": (problem) =>
    wording(
      `the condition of ${quoted(problem.id)} always holds`,
      "a condition that depends on at least one answer",
    ),
  "pattern-place": (problem) =>
    wording(
      `${quoted(problem.id)} puts state in ${quoted(problem.place)}, but its pattern ${quoted(problem.pattern)} is for ${quoted(problem.patternPlace)}`,
    ),
  "beside-nothing": (problem) =>
    wording(
      `${quoted(problem.id)} has ${quoted(problem.beside)} beside a pattern that it does not name`,
      "a `pattern`, or no `beside`",
    ),
  "beside-itself": (problem) =>
    wording(
      `${quoted(problem.id)} has the pattern ${quoted(problem.pattern)} beside itself`,
      "another pattern",
    ),
  "beside-concern": (problem) =>
    wording(
      `${quoted(problem.id)} places the state of ${quoted(problem.concern)}, but the pattern ${quoted(problem.pattern)} beside it is for ${eitherOf(problem.known.map(quoted))}`,
    ),
  "beside-place": (problem) =>
    wording(
      `${quoted(problem.id)} puts state in ${quoted(problem.place)}, but the pattern ${quoted(problem.pattern)} beside it is for ${quoted(problem.patternPlace)}, which keeps more`,
      `a pattern for ${eitherOf(problem.known.map(quoted))}`,
    ),
  "pattern-missing": (problem) =>
    wording(`${quoted(problem.id)} puts state in ${quoted(problem.place)} but names no \`pattern\``),
  "unknown-entry": (problem) =>
    wording(
      `this pack has no entry ${quoted(problem.id)}${problem.near.length === 0 ? "" : `; similar ids: ${problem.near.map(quoted).join(", ")}`}`,
    ),
};
