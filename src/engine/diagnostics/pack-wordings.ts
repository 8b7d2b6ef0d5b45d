import { meant, plain, quoted, type Wordings } from "./phrases.js";
import type { PackProblem } from "./problem.js";

/** Wording of problems that only the author of a pack can cause. */
export const packWordings: Wordings<PackProblem> = {
  "duplicate-id": (problem) =>
    plain(
      `the id ${quoted(problem.id)} is already used in \`${problem.kind}\` at ${problem.first}`,
      "a different id: ids are shared by all kinds of entries",
    ),
  "id-in-base": (problem) =>
    plain(
      `the id ${quoted(problem.id)} is already used in the base pack (${problem.base})`,
      "a different id, or `override`",
    ),
  "nothing-to-override": (problem) =>
    plain(`the base pack has no ${quoted(problem.id)} here${meant(problem.id, problem.known)}`),
  "missing-header": () =>
    plain(
      "no file of this pack has the header `pack`",
      "`pack: { format: 1, name: …, version: … }` in one of them",
    ),
  "two-headers": (problem) => plain(`second \`pack\` header; the first is in ${problem.first}`),
  "extends-cycle": (problem) => plain(`circular \`extends\`: ${problem.names.join(" -> ")}`),
  "extends-not-found": (problem) => plain(`pack ${quoted(problem.name)} not found: ${problem.reason}`),
  "not-ordered": (problem) =>
    plain(
      `${quoted(problem.question)} is not ordered`,
      "`ordered: true` in the question, or a list of options here",
    ),
  "option-order": (problem) =>
    plain(
      `no option of ${quoted(problem.question)} is both at least ${quoted(problem.least)} and at most ${quoted(problem.most)}`,
    ),
  "weight-mismatch": (problem) =>
    plain(
      `the weight of ${quoted(problem.id)} does not match what it favours`,
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
    plain(
      `the advantage ${quoted(problem.id)} has a \`mitigation\``,
      "no `mitigation`: it is for disadvantages",
    ),
  "none-not-alone": (problem) =>
    plain(
      `${quoted(problem.question)} needs exactly one option with \`none: true\` if it takes several options, and otherwise no such option`,
    ),
  "implication-cycle": (problem) => plain(`circular implications: ${problem.questions.join(" -> ")}`),
  "implication-conflict": (problem) =>
    plain(
      `two implications of ${quoted(problem.question)} can hold at once and disagree: ${problem.answers.map(quoted).join(" and ")}`,
    ),
  "implication-of-several": (problem) =>
    plain(`${quoted(problem.question)} takes several options, so it cannot be implied`),
  "condition-too-complex": (problem) =>
    plain(
      `the condition of ${quoted(problem.id)} expands to more than ${problem.limit} alternatives, or the pack's conditions are too complex in all`,
      "several smaller rules",
    ),
  "always-holds": (problem) =>
    plain(
      `the condition of ${quoted(problem.id)} always holds`,
      "a condition that depends on at least one answer",
    ),
  "pattern-place": (problem) =>
    plain(
      `${quoted(problem.id)} puts state in ${quoted(problem.place)}, but its pattern ${quoted(problem.pattern)} is for ${quoted(problem.patternPlace)}`,
    ),
  "pattern-missing": (problem) =>
    plain(`${quoted(problem.id)} puts state in ${quoted(problem.place)} but names no \`pattern\``),
  "unknown-entry": (problem) =>
    plain(
      `this pack has no entry ${quoted(problem.id)}${problem.near.length === 0 ? "" : `; similar ids: ${problem.near.map(quoted).join(", ")}`}`,
    ),
};
