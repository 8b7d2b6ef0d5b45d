import { plain, quoted, type Wording } from "../../diagnostics/phrases.js";
import type { ProblemDetail } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import type { FindingCode, FindingDetail } from "./finding.js";

type Wordings = {
  readonly [Code in FindingCode]: (finding: Extract<FindingDetail, { readonly code: Code }>) => Wording;
};

const wordings: Wordings = {
  "uncited-criterion": ({ id }) =>
    plain(
      `no entry cites the criterion ${quoted(id)}`,
      "a rule, tradeoff, pattern or other entry that cites it",
    ),
  "uncited-reference": ({ id }) => plain(`no entry cites the reference ${quoted(id)}`),
  "unused-pattern": ({ id }) => plain(`no placement uses the pattern ${quoted(id)}`),
  "empty-topic": ({ id }) => plain(`the topic ${quoted(id)} has no questions`),
  "never-holds": ({ id }) => plain(`a condition of ${quoted(id)} can never hold`),
  "needless-condition": ({ id }) => plain(`the condition of ${quoted(id)} always holds`, "no `when`"),
  "shadowed-alternative": ({ id, alternative }) =>
    plain(
      `alternative ${alternative} of an \`any\` of ${quoted(id)} is redundant: whenever it holds, another one does too`,
    ),
  "shadowed-implication": ({ question, position }) =>
    plain(
      `implication ${position} of ${quoted(question)} is redundant: whenever it holds, an earlier one does too`,
    ),
  "shadowed-placement": ({ id, by }) =>
    plain(
      `the placement ${quoted(id)} is never reached: whenever it holds, so does ${by.map(quoted).join(" or ")} before it`,
    ),
  "repeated-rule": ({ id, first }) =>
    plain(`${quoted(id)} repeats ${quoted(first)}: same condition, style and concern`, "a single rule"),
  "placement-gap": ({ concern, cells }) =>
    plain(
      `no placement of ${quoted(concern)} is certain to hold for ${cells.map(({ verdict, evidence }) => `${verdict} with evidence ${evidence}`).join(", ")}`,
      "a last placement without `when`",
    ),
  "options-alike": ({ question, options }) =>
    plain(`no condition distinguishes the options ${options.map(quoted).join(", ")} of ${quoted(question)}`),
  "text-too-long": ({ id, key, limit }) =>
    plain(`${quoted(key)} of ${quoted(id)} is too long for a quick read`, `at most ${limit} characters`),
  "not-a-question": ({ id }) => plain(`\`ask\` of ${quoted(id)} does not end with a question mark`),
  "counter-evidence-missing": ({ id, criteria }) =>
    plain(
      `${quoted(id)} cites ${criteria.map(quoted).join(" and ")}, contested in practice, without saying so`,
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
