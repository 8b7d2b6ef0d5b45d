import type { TippingPoint } from "../../model/analysis.js";
import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { bits } from "../numbers.js";
import { questionOf, shown } from "../selection.js";
import { otherwiseWords } from "../wording/assumption-words.js";
import { listed } from "../wording/phrases.js";
import { labelsOf, optionLabel } from "../wording/titles.js";
import type { ReviewItem, Selected } from "./item.js";
import { briefly } from "./sentences.js";

/** How many items of each a review has time for. */
const most = { questions: 5, answers: 4 };

/** Open questions that matter on their own, most informative first, and the others in one item. */
export function openQuestions(from: Recommendation, writer: MarkdownWriter): Selected {
  const apart = from.open.filter((open) => mattersAlone(from, open));
  const others = from.open.filter((open) => !apart.includes(open));
  const first = shown(writer.style, apart, most.questions);
  return {
    items: [...first.map((open) => answerItem(from, writer, open)), ...othersItem(writer, others)],
    left: apart.length - first.length,
  };
}

const mattersAlone = (from: Recommendation, open: ReportedOpenQuestion): boolean =>
  open.unsure ||
  open.overturns ||
  open.valueOfInformation !== 0 ||
  from.assumptions.some(({ question }) => question === open.question);

function answerItem(from: Recommendation, writer: MarkdownWriter, open: ReportedOpenQuestion): ReviewItem {
  const { md, prose, style } = writer;
  const { question, ask, overturns, unsure, valueOfInformation: value } = open;
  const alone = from.verdict === "undecided" ? "settle" : "overturn";
  const worth =
    style.detail === "full" && value !== null && value > 0
      ? md` Its answer narrows the verdict down by ${bits(value)} bits on average.`
      : md``;
  const assumption = from.assumptions.find((each) => each.question === question);
  const assumes =
    assumption === undefined
      ? md``
      : md` Until then assumed: “${optionLabel(questionOf(from, question), assumption.option)}”; ${otherwiseWords(from, assumption)}.`;
  const { why } = questionOf(from, question);
  return {
    id: `answer/${question}`,
    task: md`${unsure ? md`Name who will find out, and by when: ` : ""}${ask}${assumes}${overturns ? md` **It can ${alone} the verdict alone.**` : ""}`,
    below:
      style.detail === "full" || assumption === undefined
        ? [md`_Why:_ ${prose(briefly(why, style))}${worth}`]
        : [],
  };
}

function othersItem(
  { md, join }: MarkdownWriter,
  open: readonly ReportedOpenQuestion[],
): readonly ReviewItem[] {
  if (open.length === 0) return [];
  const asks = open.map(({ ask }) => md`${ask}`);
  return [
    {
      id: "answers/others",
      task: md`Still open, though no answer alone bears on the verdict: ${join(asks, " ")}`,
      below: [],
    },
  ];
}

/** Answers that tip the verdict alone, and those that other answers imply if they carry points. */
export function reliedOn(from: Recommendation, writer: MarkdownWriter): Selected {
  const all = [...tippingItems(from, writer), ...impliedItems(from, writer)];
  const items = shown(writer.style, all, most.answers);
  return { items, left: all.length - items.length };
}

function impliedItems(
  from: Recommendation,
  { md, bold, prose, style }: MarkdownWriter,
): readonly ReviewItem[] {
  const weighing = new Set(
    from.contributions.filter(({ implied }) => implied).map(({ question }) => question),
  );
  return from.answers
    .filter(({ question }) => weighing.has(question))
    .map(({ question, ask, impliedBecause }) => ({
      id: `implied/${question}`,
      task: md`${ask} ${bold(labelsOf(from, question))}, as other answers imply.`,
      below: impliedBecause === null ? [] : [md`_Why:_ ${prose(briefly(impliedBecause, style))}`],
    }));
}

function tippingItems(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  if (from.analysis === null || from.verdict === "undecided") return [];
  const points = from.analysis.tippingPoints.points.filter(({ changes }) => changes.length === 1);
  const questions = new Set(points.flatMap(({ changes }) => changes.map(({ question }) => question)));
  return [...questions].map((question) => tippingItem(from, writer, question, points));
}

function tippingItem(
  from: Recommendation,
  writer: MarkdownWriter,
  id: string,
  points: readonly TippingPoint[],
): ReviewItem {
  const { md, bold, join } = writer;
  const question = questionOf(from, id);
  const leads = verdicts.flatMap((verdict): readonly Markdown[] => {
    const changes = points
      .filter((point) => point.verdict === verdict)
      .flatMap((point) => point.changes.filter((change) => change.question === id))
      .map(({ from: old, to }) =>
        to === null ? `without “${optionLabel(question, old)}”` : `with “${optionLabel(question, to)}”`,
      );
    return changes.length === 0 ? [] : [md`**${verdict}** ${anyOf(changes, writer)}`];
  });
  return {
    id: `tip/${id}`,
    task: md`${question.ask} ${bold(labelsOf(from, id))}; the verdict is ${join(leads, ", ")}.`,
    below: [],
  };
}

/** In full detail all of them; otherwise the first, and the number of the others. */
function anyOf(changes: readonly string[], { style }: MarkdownWriter): string {
  const [first = "", ...others] = changes;
  if (style.detail === "full" || others.length < 2) return listed(changes, "or");
  return `${first} or ${others.length} other answers`;
}
