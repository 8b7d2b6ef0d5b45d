import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { RuleKind } from "../../model/pack.js";
import type { PackStatistics, Transition } from "../../model/pack-statistics.js";
import type { Style, Verdict } from "../../model/verdict.js";
import { plural } from "../../report/numbers.js";
import { listed } from "../../report/wording/phrases.js";
import { profileOf } from "../../score/fill-implied.js";
import { score } from "../../score/score.js";
import { shrinkAnswers, withAnswer } from "../witness/search-answers.js";
import type { NamedWitness } from "../witness/witness-file.js";

/** A fault that a pack's statistics reveal; with a `witness` if answers can show it. */
export type PackFinding =
  | {
      readonly code: "never-fires";
      readonly kind: RuleKind;
      readonly id: string;
      readonly witness: null;
    }
  | {
      readonly code: "always-fires";
      readonly kind: RuleKind;
      readonly id: string;
      readonly witness: Answers | null;
    }
  | { readonly code: "powerless-question"; readonly id: string; readonly witness: null }
  | { readonly code: "powerless-given"; readonly id: string; readonly witness: null }
  | {
      readonly code: "against-direction";
      readonly id: string;
      readonly direction: Style;
      readonly from: string;
      readonly to: string;
      readonly before: Verdict;
      readonly after: Verdict;
      /** The answers before the change. */
      readonly witness: Answers;
    }
  /** What would take too much work to find out; `questions` are the ones tied together too closely. */
  | {
      readonly code: "not-searched";
      readonly id: string;
      readonly questions: readonly string[];
      readonly witness: null;
    };

export type PackFindingCode = PackFinding["code"];

/** The findings in statistics, their witnesses reduced to the answers that matter. */
export function packFindings(pack: CompiledPack, statistics: PackStatistics): readonly PackFinding[] {
  const { firing, givens, questions, directions } = statistics;
  return [
    ...firing
      .filter(({ profiles }) => profiles === 0n)
      .map(({ kind, id }) => ({ code: "never-fires", kind, id, witness: null }) as const),
    ...firing
      .filter(({ profiles, rests }) => profiles !== null && rests === null)
      .map(
        ({ kind, id, fires }) =>
          ({ code: "always-fires", kind, id, witness: fires?.answers ?? null }) as const,
      ),
    ...questions
      .filter(({ changesVerdict }) => changesVerdict.kind === "excluded")
      .map(({ question }) => ({ code: "powerless-question", id: question, witness: null }) as const),
    ...givens
      .filter(({ decides }) => decides.kind === "excluded")
      .map(({ given }) => ({ code: "powerless-given", id: given, witness: null }) as const),
    ...directions.flatMap(({ question, direction, violated }) =>
      violated.kind === "shown" ? [againstDirection(pack, question, direction, violated.witness)] : [],
    ),
    ...unsearched(statistics),
  ];
}

/** Each rule or question of which something is unknown, once. */
function unsearched({ firing, givens, questions, directions }: PackStatistics): readonly PackFinding[] {
  const searched = [
    ...givens.map(({ given, decides }) => ({ id: given, found: decides })),
    ...questions.map(({ question, changesVerdict }) => ({ id: question, found: changesVerdict })),
    ...directions.map(({ question, violated }) => ({ id: question, found: violated })),
  ];
  const tied = new Map<string, readonly string[]>([
    ...firing.filter(({ profiles }) => profiles === null).map(({ id }) => [id, []] as const),
    ...searched.flatMap(({ id, found }) =>
      found.kind === "unknown" ? [[id, found.questions] as const] : [],
    ),
  ]);
  return [...tied].map(([id, questions]) => ({ code: "not-searched", id, questions, witness: null }));
}

function againstDirection(
  pack: CompiledPack,
  question: string,
  direction: Style,
  { before, after }: Transition,
): PackFinding {
  const to = after.answers.get(question) ?? before.answers.get(question);
  const verdictsOn = (answers: Answers): readonly Verdict[] => {
    const moved = withAnswer(answers, question, to);
    return [answers, moved].map((each) => score(pack, profileOf(pack, each).possible).verdict);
  };
  const shows = (answers: Answers): boolean => {
    const [first, second] = verdictsOn(answers);
    return answers.has(question) && first === before.verdict && second === after.verdict;
  };
  const witness = shows(before.answers) ? shrinkAnswers(before.answers, shows) : before.answers;
  const optionOf = (answers: Answers): string => {
    const answer = answers.get(question);
    return answer?.kind === "chosen" ? answer.options.join(", ") : "";
  };
  return {
    code: "against-direction",
    id: question,
    direction,
    from: optionOf(before.answers),
    to: optionOf(after.answers),
    before: before.verdict,
    after: after.verdict,
    witness,
  };
}

/** Questions by name; of many, the first. */
export function tiedWords(questions: readonly string[]): string {
  const shown = 6;
  if (questions.length <= shown) return listed(questions);
  return `${questions.slice(0, shown).join(", ")} and ${plural(questions.length - shown, "other question")}`;
}

/** A finding in one sentence. */
export function packFindingWords(finding: PackFinding): string {
  switch (finding.code) {
    case "never-fires":
      return `the rule ${finding.id} never fires`;
    case "always-fires":
      return `the rule ${finding.id} always fires`;
    case "powerless-question":
      return `no answer to ${finding.id} ever changes a verdict`;
    case "powerless-given":
      return `${finding.id} never decides: without it every verdict is the same`;
    case "against-direction":
      return `${finding.id} is declared to favour ${finding.direction}, yet from ${finding.from} to ${finding.to} the verdict turns from ${finding.before} to ${finding.after}`;
    case "not-searched":
      return finding.questions.length === 0
        ? `${finding.id} is not searched exhaustively, as that takes too much work`
        : `${finding.id} is not searched exhaustively, as that ties together ${tiedWords(finding.questions)}`;
    default:
      return finding satisfies never;
  }
}

/** Answers that show each finding (if answers can), and an example of each verdict. */
export function statisticsWitnesses(
  { examples }: Pick<PackStatistics, "examples">,
  findings: readonly PackFinding[],
): readonly NamedWitness[] {
  return [
    ...examples.map(({ verdict, answers }) => ({
      name: `verdict-${verdict}`,
      shows: `the verdict ${verdict}`,
      answers,
    })),
    ...findings.flatMap((finding) =>
      finding.witness === null
        ? []
        : [
            {
              name: `${finding.code}-${finding.id}`,
              shows: packFindingWords(finding),
              answers: finding.witness,
            },
          ],
    ),
  ];
}
