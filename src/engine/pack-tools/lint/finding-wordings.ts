import { quoted, type Wording, wording } from "../../diagnostics/phrases.js";
import type { ProblemDetail } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { Occurrences } from "../../model/occurrences.js";
import { listed } from "../../report/wording/phrases.js";
import type { NamedWitness } from "../witness/witness-file.js";
import type { LintDetail, LintFinding } from "./finding.js";

type Coded<Code> = Extract<LintDetail, { readonly code: Code }>;
type LintWordings = { readonly [Code in LintDetail["code"]]: (finding: Coded<Code>) => Wording };

const wordings: LintWordings = {
  "uncited-criterion": ({ id }) =>
    wording(
      `no entry cites the criterion ${quoted(id)}`,
      "a rule, tradeoff, pattern or other entry that cites it",
    ),
  "uncited-reference": ({ id }) => wording(`no entry cites the reference ${quoted(id)}`),
  "unused-pattern": ({ id }) => wording(`no placement or second home uses the pattern ${quoted(id)}`),
  "empty-topic": ({ id }) => wording(`the topic ${quoted(id)} has no questions`),
  "never-holds": ({ id }) => wording(`a condition of ${quoted(id)} can never hold`),
  "needless-condition": ({ id }) =>
    wording(
      `the condition of ${quoted(id)} always holds`,
      "a condition that can fail, or no `when` where it is optional",
    ),
  "shadowed-alternative": ({ id, alternative }) =>
    wording(
      `alternative ${alternative} of an \`any\` of ${quoted(id)} is redundant: whenever it holds, another one does too`,
    ),
  "shadowed-implication": ({ question, position }) =>
    wording(
      `implication ${position} of ${quoted(question)} is redundant: whenever it holds, an earlier one does too`,
    ),
  "shadowed-placement": ({ id, by }) =>
    wording(
      `${quoted(id)} is never reached: whenever it holds, so does ${by.map(quoted).join(" or ")} before it`,
    ),
  "repeated-rule": ({ id, first }) =>
    wording(`${quoted(id)} repeats ${quoted(first)}: same kind, concern and condition`, "a single rule"),
  "harm-in-harmless": ({ id, kind, question, option }) =>
    wording(
      `${quoted(option)} is the harmless option of ${quoted(question)}, yet on that answer alone ${quoted(id)} fires (\`${kind}\`)`,
      "a harmless option on which no rule speaks for keeping or binding, or a condition that names another question as well",
    ),
  "unread-question": ({ id, readBy }) =>
    readBy.length === 0
      ? wording(`nothing reads ${quoted(id)}: its answer makes no difference`, "a condition that names it")
      : wording(
          `no rule, placement or second home reads ${quoted(id)}: its answer bears on ${listed(readBy)} only`,
        ),
  "options-alike": ({ question, options }) =>
    wording(
      `no condition distinguishes the options ${options.map(quoted).join(", ")} of ${quoted(question)}`,
    ),
  "text-too-long": ({ id, key, limit }) =>
    wording(`${quoted(key)} of ${quoted(id)} is too long for a quick read`, `at most ${limit} characters`),
  "lead-too-long": ({ id, key, limit }) =>
    wording(
      `the first sentence of ${quoted(key)} of ${quoted(id)} is longer than a line of a report`,
      `the point itself in at most ${limit} columns, and what explains it after that`,
    ),
  "not-a-question": ({ id }) => wording(`\`ask\` of ${quoted(id)} does not end with a question mark`),
  "counter-evidence-missing": ({ id, criteria }) =>
    wording(
      `${quoted(id)} cites ${criteria.map(quoted).join(" and ")}, contested in practice, without saying so`,
      "the counter-evidence under `contested`",
    ),
};

/** A finding in words. */
export function findingWording(finding: LintDetail | ProblemDetail): Wording {
  return isLintDetail(finding) ? worded(finding) : wordingOf(finding);
}

function worded<Code extends LintDetail["code"]>(finding: Coded<Code>): Wording {
  const word: (detail: Coded<Code>) => Wording = wordings[finding.code as Code];
  return word(finding);
}

function isLintDetail(finding: LintDetail | ProblemDetail): finding is LintDetail {
  return Object.hasOwn(wordings, finding.code);
}

/** The witnesses of findings, each named after its finding; of several with the same name the later are numbered. */
export function findingWitnesses(findings: readonly LintFinding[]): readonly NamedWitness[] {
  const names = new Occurrences();
  return findings.flatMap((finding) => {
    if (finding.witness === null) return [];
    const name = [finding.code, ...subjectOf(finding)].join("-");
    const count = names.next(name);
    const { message } = findingWording(finding);
    return [{ name: count === 1 ? name : `${name}-${count}`, shows: message, answers: finding.witness }];
  });
}

function subjectOf(finding: LintFinding): readonly string[] {
  if ("id" in finding && typeof finding.id === "string") return [finding.id];
  return "question" in finding ? [finding.question] : [];
}
