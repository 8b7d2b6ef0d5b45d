import type { TippingPoint } from "../../model/analysis.js";
import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import type { Sheet } from "../markdown/writer.js";
import { bits } from "../numbers.js";
import { labelsOf } from "../wording/titles.js";
import { weights } from "../wording/trust-words.js";
import type { ReviewItem } from "./item.js";

/** Open questions, most telling first, then what was only taken as implied and yet weighs. */
export function openQuestions(from: Recommendation, sheet: Sheet): readonly ReviewItem[] {
  return [...from.open.map((open) => answerItem(from, sheet, open)), ...assumed(from, sheet)];
}

function answerItem(from: Recommendation, { pen }: Sheet, open: ReportedOpenQuestion): ReviewItem {
  const { md, code, prose } = pen;
  const { question, ask, overturns, valueOfInformation: value } = open;
  const alone = from.verdict === "undecided" ? "settle" : "overturn";
  const worth =
    value === null
      ? md``
      : value === 0
        ? md` By itself its answer tells nothing about the verdict.`
        : md` Its answer narrows the verdict down by ${bits(value)} bits on average.`;
  const why = from.questions.get(question)?.why ?? "";
  return {
    id: `answer/${question}`,
    task: md`Answer: ${ask} (${code(question)})`,
    reason: md`*Why:* ${prose(why)}${worth}${overturns ? md` **It can ${alone} the verdict alone.**` : ""}`,
  };
}

function assumed(from: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  const { md, bold, code, prose } = pen;
  const weighing = new Set(
    from.contributions.filter(({ implied }) => implied).map(({ question }) => question),
  );
  return from.answers
    .filter(({ question }) => weighing.has(question))
    .map(({ question, ask, impliedBecause }) => ({
      id: `implied/${question}`,
      task: md`Confirm what was taken as implied: ${ask} ${bold(labelsOf(from, question))} (${code(question)})`,
      reason: md`*Why:* ${impliedBecause === null ? "Other answers imply it." : prose(impliedBecause)}`,
    }));
}

/** When to come back to the verdict: an answer changes that tips it, the weights are in doubt, an answer was unsure, a date. */
export function revisits(from: Recommendation, sheet: Sheet): readonly ReviewItem[] {
  return [
    ...deadline(from, sheet),
    ...tippingItems(from, sheet),
    ...weightsItem(from, sheet),
    ...unsureItems(from, sheet),
  ];
}

function deadline({ decision, lapse }: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  if (decision?.until == null || lapse !== null) return [];
  const { md, bold } = pen;
  return [
    {
      id: "decision/until",
      task: md`Take the decision anew by ${bold(decision.until)}.`,
      reason: md`*Why:* Until then the recorded decision is accepted as it is.`,
    },
  ];
}

/** One item a question where a single answer tips the verdict; one for all where it takes several. */
function tippingItems(from: Recommendation, sheet: Sheet): readonly ReviewItem[] {
  const points = from.verdict === "undecided" ? [] : (from.analysis?.tippingPoints.points ?? []);
  const size = points[0]?.changes.length ?? 0;
  if (size > 1) return [togetherItem(from, sheet, points, size)];
  const byQuestion = new Map<string, TippingPoint[]>();
  for (const point of points) {
    for (const { question } of point.changes)
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), point]);
  }
  return [...byQuestion].map(([question, tipped]) => questionItem(from, sheet, question, tipped));
}

function questionItem(
  from: Recommendation,
  { pen }: Sheet,
  question: string,
  points: readonly TippingPoint[],
): ReviewItem {
  const { md, code, join } = pen;
  const asked = from.questions.get(question);
  const label = (id: string | null): string =>
    asked?.options.find((option) => option.id === id)?.label ?? id ?? "";
  const leads = verdicts.flatMap((verdict) => {
    const changes = points.filter((point) => point.verdict === verdict).flatMap((point) => point.changes);
    const told = changes.map(({ from: old, to }) =>
      to === null ? md`without “${label(old)}”` : md`with “${label(to)}”`,
    );
    return told.length === 0 ? [] : [md`**${verdict}** ${join(told, " or ")}`];
  });
  return {
    id: `tip/${question}`,
    task: md`Revisit when this answer changes: ${asked?.ask ?? ""} Now “${labelsOf(from, question)}” (${code(question)}).`,
    reason: md`*Why:* That alone can change the verdict: ${join(leads, "; ")}.`,
  };
}

const mostNamed = 6;

function togetherItem(
  from: Recommendation,
  { pen }: Sheet,
  points: readonly TippingPoint[],
  size: number,
): ReviewItem {
  const { md, code, join } = pen;
  const times = new Map<string, number>();
  for (const { question } of points.flatMap(({ changes }) => changes))
    times.set(question, (times.get(question) ?? 0) + 1);
  const often = [...times].sort(([, a], [, b]) => b - a).slice(0, mostNamed);
  const named = often.map(([question]) => md`${from.questions.get(question)?.ask ?? ""} (${code(question)})`);
  return {
    id: "tip/together",
    task: md`Revisit when ${size} of the answers change at once, above all to: ${join(named, " ")}`,
    reason: md`*Why:* No single answer changes the verdict; the smallest sets that do have ${size} changes.`,
  };
}

function weightsItem(from: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  const { analysis, settings } = from;
  const radius = analysis?.stability.radius ?? null;
  if (analysis === null || radius === null || radius >= settings.firmRadius) return [];
  return [
    {
      id: "weights",
      task: pen.md`Revisit when the weights of the rule pack change, and look at the reasons that weigh most: the verdict hangs on them.`,
      reason: pen.md`*Why:* ${weights(from, analysis)}`,
    },
  ];
}

function unsureItems(from: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  const { md, code } = pen;
  return from.open
    .filter(({ unsure }) => unsure)
    .map(({ question, ask }) => ({
      id: `unsure/${question}`,
      task: md`Name who finds out, and by when: ${ask} (${code(question)})`,
      reason: md`*Why:* It was answered with “not sure yet”.`,
    }));
}
