import type { TippingPoint } from "../../model/analysis.js";
import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { bits } from "../numbers.js";
import { questionOf } from "../selection.js";
import { otherwiseWords } from "../wording/assumption-words.js";
import { labelsOf, optionLabel } from "../wording/titles.js";
import { weights } from "../wording/trust-words.js";
import type { ReviewItem } from "./item.js";

/** Open questions, most informative first, then implied answers that carry points. */
export function openQuestions(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  return [...from.open.map((open) => answerItem(from, writer, open)), ...assumed(from, writer)];
}

function answerItem(from: Recommendation, writer: MarkdownWriter, open: ReportedOpenQuestion): ReviewItem {
  const { md, code, prose } = writer;
  const { question, ask, overturns, valueOfInformation: value } = open;
  const alone = from.verdict === "undecided" ? "settle" : "overturn";
  const worth =
    value === null
      ? md``
      : value === 0
        ? md` On its own, its answer says nothing about the verdict.`
        : md` Its answer narrows the verdict down by ${bits(value)} bits on average.`;
  const { why } = questionOf(from, question);
  const assumption = from.assumptions.find((each) => each.question === question);
  const assumes =
    assumption === undefined
      ? md``
      : md` Until then it is assumed to be “${optionLabel(questionOf(from, question), assumption.option)}”; ${otherwiseWords(from, assumption)}.`;
  return {
    id: `answer/${question}`,
    task: md`Answer: ${ask} (${code(question)})`,
    reason: md`*Why:* ${prose(why)}${assumes}${worth}${overturns ? md` **It can ${alone} the verdict alone.**` : ""}`,
  };
}

function assumed(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const { md, bold, code, prose } = writer;
  const weighing = new Set(
    from.contributions.filter(({ implied }) => implied).map(({ question }) => question),
  );
  return from.answers
    .filter(({ question }) => weighing.has(question))
    .map(({ question, ask, impliedBecause }) => ({
      id: `implied/${question}`,
      task: md`Confirm the implied answer: ${ask} ${bold(labelsOf(from, question))} (${code(question)})`,
      reason: md`*Why:* ${impliedBecause === null ? "Other answers imply it." : prose(impliedBecause)}`,
    }));
}

/**
 * When to revisit the verdict: on a date, when an answer that tips it changes, when weights change, when an unsure
 * answer is known.
 */
export function revisits(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  return [
    ...deadlines(from, writer),
    ...tippingItems(from, writer),
    ...weightsItem(from, writer),
    ...unsureItems(from, writer),
  ];
}

/** The days that a decision names: one that has lapsed is to be made again at once. */
function deadlines({ decision, lapse }: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  if (decision === null || lapse !== null) return [];
  const { md, bold } = writer;
  const { until, reviewBy } = decision;
  const end = (day: string): ReviewItem => ({
    id: "decision/until",
    task: md`Make the decision again by ${bold(day)}.`,
    reason: md`*Why:* The recorded decision is accepted until then.`,
  });
  const review = (day: string): ReviewItem => ({
    id: "decision/review-by",
    task: md`Review the decision by ${bold(day)}.`,
    reason: md`*Why:* That day is recorded with it.`,
  });
  return [...(until === null ? [] : [end(until)]), ...(reviewBy === null ? [] : [review(reviewBy)])];
}

/** One item per question if a single answer tips the verdict; one for all if it takes several. */
function tippingItems(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  if (from.analysis === null || from.verdict === "undecided") return [];
  const { points } = from.analysis.tippingPoints;
  const [first] = points;
  if (first === undefined) return [];
  const size = first.changes.length;
  if (size > 1) return [togetherItem(from, writer, points, size)];
  const questions = new Set(points.flatMap(({ changes }) => changes.map(({ question }) => question)));
  return [...questions].map((question) => questionItem(from, writer, question, points));
}

function questionItem(
  from: Recommendation,
  writer: MarkdownWriter,
  id: string,
  points: readonly TippingPoint[],
): ReviewItem {
  const { md, code, join } = writer;
  const question = questionOf(from, id);
  const leads = verdicts.flatMap((verdict) => {
    const changes = points
      .filter((point) => point.verdict === verdict)
      .flatMap((point) => point.changes.filter((change) => change.question === id))
      .map(({ from: old, to }) =>
        to === null ? md`without “${optionLabel(question, old)}”` : md`with “${optionLabel(question, to)}”`,
      );
    return changes.length === 0 ? [] : [md`**${verdict}** ${join(changes, " or ")}`];
  });
  return {
    id: `tip/${id}`,
    task: md`Revisit when this answer changes: ${question.ask} Now “${labelsOf(from, id)}” (${code(id)}).`,
    reason: md`*Why:* That alone can change the verdict: ${join(leads, "; ")}.`,
  };
}

const mostNamed = 6;

function togetherItem(
  from: Recommendation,
  writer: MarkdownWriter,
  points: readonly TippingPoint[],
  size: number,
): ReviewItem {
  const { md, code, join } = writer;
  const times = new Map<string, number>();
  for (const { question } of points.flatMap(({ changes }) => changes))
    times.set(question, (times.get(question) ?? 0) + 1);
  const often = [...times].sort(([, a], [, b]) => b - a).slice(0, mostNamed);
  const named = often.map(([question]) => md`${questionOf(from, question).ask} (${code(question)})`);
  return {
    id: "tip/together",
    task: md`Revisit when ${size} of the answers change at once, above all to: ${join(named, " ")}`,
    reason: md`*Why:* No single answer changes the verdict; the smallest sets that do have ${size} changes.`,
  };
}

function weightsItem(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const { analysis } = from;
  const word = analysis?.trust?.weights;
  if (analysis === null || word === undefined || word === "givens" || word === "robust") return [];
  return [
    {
      id: "weights",
      task: writer.md`Revisit when the weights of the rule pack change, and look at the reasons that weigh most: the verdict depends on them.`,
      reason: writer.md`*Why:* ${weights(from, analysis)}`,
    },
  ];
}

function unsureItems(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const { md, code } = writer;
  return from.open
    .filter(({ unsure }) => unsure)
    .map(({ question, ask }) => ({
      id: `unsure/${question}`,
      task: md`Name who will find out, and by when: ${ask} (${code(question)})`,
      reason: md`*Why:* It was answered “not sure yet”.`,
    }));
}
