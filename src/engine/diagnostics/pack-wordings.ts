import { meant, plain, quoted, type Wordings } from "./phrases.js";
import type { PackProblem } from "./problem.js";

/** Words for what only the author of a pack can get wrong. */
export const packWordings: Wordings<PackProblem> = {
  "duplicate-id": (problem) =>
    plain(
      `the id ${quoted(problem.id)} is taken: it stands in \`${problem.kind}\` at ${problem.first}`,
      "one id, one thing, whatever its kind",
    ),
  "id-in-base": (problem) =>
    plain(
      `the id ${quoted(problem.id)} is taken in the pack that is extended (${problem.base})`,
      "another id, or `override`",
    ),
  "nothing-to-override": (problem) =>
    plain(`the pack that is extended has no ${quoted(problem.id)} here${meant(problem.id, problem.known)}`),
  "missing-header": () =>
    plain(
      "no file of this pack bears the header `pack`",
      "`pack: { format: 1, name: …, version: … }` in one of them",
    ),
  "two-headers": (problem) => plain(`a second header; the first is in ${problem.first}`),
  "extends-cycle": (problem) => plain(`packs extend each other in a circle: ${problem.names.join(" -> ")}`),
  "extends-not-found": (problem) => plain(`the pack ${quoted(problem.name)} is not found: ${problem.reason}`),
  "not-ordered": (problem) =>
    plain(`${quoted(problem.question)} is not ordered`, "`ordered: true` there, or a list of options here"),
  "option-order": (problem) =>
    plain(
      `nothing of ${quoted(problem.question)} is at least ${quoted(problem.least)} and at most ${quoted(problem.most)}`,
    ),
  "weight-mismatch": (problem) =>
    plain(
      `the weight of ${quoted(problem.id)} does not fit what it favours`,
      problem.favours === "stateful"
        ? "the kind of state: { live: 2 }, { kept: 2 } or both"
        : "a number from 1 to 5",
    ),
  "no-mitigation": (problem) =>
    plain(
      `the disadvantage ${quoted(problem.id)} has no \`mitigation\``,
      "what to do about it, and what that costs",
    ),
  "mitigation-on-advantage": (problem) =>
    plain(`the advantage ${quoted(problem.id)} has a \`mitigation\``, "none: there is nothing to mend"),
  "none-not-alone": (problem) =>
    plain(
      `${quoted(problem.question)} needs exactly one option with \`none: true\` if it takes several, and none otherwise`,
    ),
  "implication-cycle": (problem) => plain(`implications form a circle: ${problem.questions.join(" -> ")}`),
  "implication-conflict": (problem) =>
    plain(
      `two implications of ${quoted(problem.question)} can hold at once and disagree: ${problem.answers.map(quoted).join(" and ")}`,
    ),
  "implication-of-several": (problem) =>
    plain(`${quoted(problem.question)} takes several options and cannot be implied`),
  "condition-too-complex": (problem) =>
    plain(
      `the condition of ${quoted(problem.id)} falls into more than ${problem.limit} alternatives, or is too much work beside the pack's others`,
      "several smaller rules",
    ),
  "always-holds": (problem) =>
    plain(`the condition of ${quoted(problem.id)} always holds`, "one that depends on an answer"),
  "pattern-place": (problem) =>
    plain(
      `${quoted(problem.id)} puts state in ${quoted(problem.place)}, but its pattern ${quoted(problem.pattern)} is for ${quoted(problem.patternPlace)}`,
    ),
  "pattern-missing": (problem) =>
    plain(`${quoted(problem.id)} puts state in ${quoted(problem.place)} and names no \`pattern\``),
  "unknown-entry": (problem) =>
    plain(
      `this pack has nothing under the id ${quoted(problem.id)}${problem.near.length === 0 ? "" : `; near it: ${problem.near.map(quoted).join(", ")}`}`,
    ),
};
