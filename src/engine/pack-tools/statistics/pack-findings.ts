import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { PackStatistics, Transition } from "../../model/pack-statistics.js";
import type { Style, Verdict } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { evaluate } from "../../score/score.js";
import { shrinkAnswers, withAnswer } from "../witness/search-answers.js";
import type { NamedWitness } from "../witness/witness-file.js";

/** A fault that a pack's statistics reveal; with a `witness` if answers can show it. */
export type PackFinding =
  | {
      readonly code: "never-fires";
      readonly kind: "rule" | "veto";
      readonly id: string;
      readonly witness: null;
    }
  | {
      readonly code: "always-fires";
      readonly kind: "rule" | "veto";
      readonly id: string;
      readonly witness: Answers | null;
    }
  | { readonly code: "powerless-question"; readonly id: string; readonly witness: null }
  | { readonly code: "powerless-veto"; readonly id: string; readonly witness: null }
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
  /** A search that would need tables too large to build. */
  | { readonly code: "not-searched"; readonly id: string; readonly witness: null };

export type PackFindingCode = PackFinding["code"];

/** The findings in statistics, their witnesses reduced to the answers that matter. */
export function packFindings(pack: CompiledPack, statistics: PackStatistics): readonly PackFinding[] {
  const { firing, vetoes, questions, directions } = statistics;
  const unknown = [
    ...firing.filter(({ profiles }) => profiles === null).map(({ id }) => id),
    ...vetoes.filter(({ decides }) => decides.kind === "unknown").map(({ veto }) => veto),
    ...questions.filter((each) => each.changesVerdict.kind === "unknown").map(({ question }) => question),
    ...directions.filter(({ violated }) => violated.kind === "unknown").map(({ question }) => question),
  ];
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
    ...vetoes
      .filter(({ decides }) => decides.kind === "excluded")
      .map(({ veto }) => ({ code: "powerless-veto", id: veto, witness: null }) as const),
    ...directions.flatMap(({ question, direction, violated }) =>
      violated.kind === "shown" ? [againstDirection(pack, question, direction, violated.witness)] : [],
    ),
    ...[...new Set(unknown)].map((id) => ({ code: "not-searched", id, witness: null }) as const),
  ];
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
    return [answers, moved].map((each) => evaluate(pack, profileOf(pack, each).possible).verdict);
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

/** A finding in one sentence. */
export function packFindingWords(finding: PackFinding): string {
  switch (finding.code) {
    case "never-fires":
      return `the ${finding.kind} ${finding.id} never fires`;
    case "always-fires":
      return `the ${finding.kind} ${finding.id} always fires`;
    case "powerless-question":
      return `no answer to ${finding.id} ever changes a verdict`;
    case "powerless-veto":
      return `the veto ${finding.id} never decides: without it every verdict is the same`;
    case "against-direction":
      return `${finding.id} is declared to favour ${finding.direction}, yet from ${finding.from} to ${finding.to} the verdict turns from ${finding.before} to ${finding.after}`;
    case "not-searched":
      return `${finding.id} is tied to too much else to be searched exhaustively`;
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
