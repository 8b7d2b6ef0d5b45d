import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { labelsOf } from "../labels.js";
import type { Sheet } from "../markdown/sheet.js";
import { bits } from "../numbers.js";
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
