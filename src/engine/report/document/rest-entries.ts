import { guidanceTopics, type Tradeoff } from "../../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import { guidanceTitles, labelsOf, optionLabels } from "../wording/titles.js";
import { weighedForms } from "../wording/weighing.js";
import {
  answerTo,
  type Block,
  idOf,
  item,
  list,
  paragraph,
  paragraphs,
  prose,
  said,
  terms,
} from "./blocks.js";

/** What one requirement settles whatever the points, with the answers that do so. */
export function givenBlocks(from: Recommendation): readonly Block[] {
  const items = from.settled.map(({ rule, questions }) =>
    item(null, said(as("bold", `${capital(givenWords(rule))}. `), prose(rule.because)), {
      trace: { id: rule.id, remark: "", sources: rule.sources },
      below: [
        ...questions.map((question) => answerTo(question, labelsOf(from, question))),
        ...(rule.contested === null ? [] : [paragraph(said("Contested: ", prose(rule.contested)))]),
      ],
    }),
  );
  return list(items, { loose: true });
}

/** What the verdict brings and costs for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation): readonly Block[] {
  const of = (kind: Tradeoff["kind"]): readonly Tradeoff[] =>
    from.tradeoffs.filter((each) => each.kind === kind);
  const items = [...of("advantage"), ...of("disadvantage")].map(({ id, kind, text, mitigation, sources }) =>
    item(kind === "advantage" ? as("good", "+") : as("bad", "−"), said(prose(text)), {
      trace: { id, remark: "", sources },
      below: mitigation === null ? [] : [paragraph(said(as("bold", "What to do: "), prose(mitigation)))],
    }),
  );
  return list(items, { loose: true });
}

/** What errors, retries, consistency and monitoring should look like for this surface. */
export const operation = ({ guidance }: Recommendation): readonly Block[] =>
  guidanceTopics.flatMap((topic) =>
    terms(
      guidance
        .filter((entry) => entry.topic === topic)
        .map(({ id, text, because, sources }, at) =>
          item(at === 0 ? as("bold", guidanceTitles[topic]) : null, said(prose(text)), {
            trace: { id, remark: "", sources },
            below: [paragraph(said("Why: ", prose(because)))],
          }),
        ),
      13,
    ),
  );

const answerWords = ({ question, ask, options }: ReportedAnswer) =>
  said(`${ask} `, as("bold", optionLabels({ options })), idOf(question));

/** What other answers imply, with the reason. */
export function implied({ answers }: Recommendation): readonly Block[] {
  const items = answers
    .filter(({ state }) => state === "implied")
    .map((answer) =>
      item(null, answerWords(answer), {
        below: answer.impliedBecause === null ? [] : paragraphs(prose(answer.impliedBecause)),
      }),
    );
  return list(items, { loose: true });
}

/** The given answers that no fired rule reads, so that no answer and no note goes unmentioned. */
export function otherAnswers(from: Recommendation): readonly Block[] {
  const counted = new Set([
    ...weighedForms(from).flatMap(({ answers }) => answers.map(({ question }) => question)),
    ...from.settled.flatMap(({ questions }) => questions),
  ]);
  const answers = from.answers.filter(({ question, state }) => state === "given" && !counted.has(question));
  return list(
    answers.map((answer) =>
      item(null, answerWords(answer), {
        below: answer.note === null ? [] : paragraphs(`Note: ${answer.note}`),
      }),
    ),
  );
}
