import { plain, quoted, type Wording } from "../../diagnostics/phrases.js";
import type { ProblemDetail } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import type { FindingCode, FindingDetail } from "./finding.js";

type Wordings = {
  readonly [Code in FindingCode]: (finding: Extract<FindingDetail, { readonly code: Code }>) => Wording;
};

const wordings: Wordings = {
  "uncited-criterion": ({ id }) =>
    plain(`nothing rests on the criterion ${quoted(id)}`, "a rule, tradeoff, pattern or the like to cite it"),
  "uncited-reference": ({ id }) => plain(`nothing cites the reference ${quoted(id)}`),
  "unused-pattern": ({ id }) => plain(`no placement uses the pattern ${quoted(id)}`),
  "empty-topic": ({ id }) => plain(`no question belongs to the topic ${quoted(id)}`),
  "never-holds": ({ id }) => plain(`a condition of ${quoted(id)} contradicts itself: no answers meet it`),
  "needless-condition": ({ id }) =>
    plain(`the condition of ${quoted(id)} holds whatever the answers are`, "no `when`"),
  "shadowed-alternative": ({ id, alternative }) =>
    plain(
      `alternative ${alternative} of an \`any\` of ${quoted(id)} adds nothing: the others hold wherever it does`,
    ),
  "shadowed-implication": ({ question, position }) =>
    plain(`implication ${position} of ${quoted(question)} adds nothing: earlier ones hold wherever it does`),
  "shadowed-placement": ({ id, by }) =>
    plain(
      `the placement ${quoted(id)} is never reached: wherever it holds, so does ${by.map(quoted).join(" or ")} before it`,
    ),
  "repeated-rule": ({ id, first }) =>
    plain(`${quoted(id)} says the same as ${quoted(first)}: same condition, style and concern`, "one rule"),
  "placement-gap": ({ concern, cells }) =>
    plain(
      `no placement of ${quoted(concern)} is sure to hold for ${cells.map(({ verdict, evidence }) => `${verdict} with evidence ${evidence}`).join(", ")}`,
      "a last placement without `when`",
    ),
  "options-alike": ({ question, options }) =>
    plain(
      `nothing tells ${options.slice(0, -1).map(quoted).join(", ")} and ${quoted(options.at(-1) ?? "")} of ${quoted(question)} apart`,
    ),
  "text-too-long": ({ id, key, limit }) =>
    plain(`${quoted(key)} of ${quoted(id)} is too long to be read in one go`, `at most ${limit} characters`),
  "not-a-question": ({ id }) => plain(`\`ask\` of ${quoted(id)} does not end with a question mark`),
  "counter-evidence-missing": ({ id, criteria }) =>
    plain(
      `${quoted(id)} rests on ${criteria.map(quoted).join(" and ")}, which practice contests, and says nothing of it`,
      "the counter-evidence under `contested`",
    ),
};

/** A finding in words. */
export function findingWording(finding: FindingDetail | ProblemDetail): Wording {
  return isLintFinding(finding) ? worded(finding) : wordingOf(finding);
}

function worded<Code extends FindingCode>(finding: Extract<FindingDetail, { readonly code: Code }>): Wording {
  const word: (detail: Extract<FindingDetail, { readonly code: Code }>) => Wording =
    wordings[finding.code as Code];
  return word(finding);
}

function isLintFinding(finding: FindingDetail | ProblemDetail): finding is FindingDetail {
  return Object.hasOwn(wordings, finding.code);
}
