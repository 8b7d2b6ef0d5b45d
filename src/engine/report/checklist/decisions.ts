import type { Decision } from "../../model/answers.js";
import type { Recommendation, ReportedClash } from "../../model/recommendation.js";
import type { UnconfirmedAnswer } from "../../model/unconfirmed.js";
import { singleChangesOf } from "../answer/changes.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { currentDeviation, questionOf } from "../selection.js";
import { clashingAnswers, reconsidered } from "../wording/clash-words.js";
import { agreement, lapseWords, reasonGiven } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { labelsOf } from "../wording/titles.js";
import { gradeOf, gradeReason } from "../wording/trust-words.js";
import { changedByOther, decisiveAnswers } from "../wording/unconfirmed-words.js";
import { shortHeadline } from "../wording/verdict-words.js";
import type { ReviewItem } from "./item.js";
import { placements } from "./placements.js";
import { briefly } from "./sentences.js";

/** What a review has to confirm: the verdict or the decision, and where each kind of state lives. */
export function decisions(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const deviation = currentDeviation(from);
  const isDecided = from.decision !== null && from.lapse === null;
  return [
    ...from.clashes.map((clash) => clashItem(from, writer, clash)),
    ...decisiveAnswers(from).map((answer) => confirmItem(from, writer, answer)),
    ...(from.verdict === "undecided" || isDecided ? [] : [verdictItem(from, writer)]),
    ...decisionItem(from, writer, deviation),
    ...placements(from, writer, deviation),
  ];
}

function clashItem(from: Recommendation, writer: MarkdownWriter, clash: ReportedClash): ReviewItem {
  const { md, prose, join, style } = writer;
  const given = clashingAnswers(from, clash).map(({ ask, labels }) => md`${ask} “${labels}”`);
  return {
    id: `clash/${clash.clash.id}`,
    task: md`Look again at an answer that does not fit the others: ${reconsidered(from, clash)}`,
    below: [md`_Why:_ ${prose(briefly(clash.clash.because, style))} Now: ${join(given, "; ")}.`],
  };
}

function confirmItem(
  from: Recommendation,
  { md, bold }: MarkdownWriter,
  answer: UnconfirmedAnswer,
): ReviewItem {
  const { question } = answer;
  const note = from.answers.find((each) => each.question === question)?.note ?? null;
  return {
    id: `confirm/${question}`,
    task: md`Confirm what an agent answered: ${questionOf(from, question).ask} ${bold(labelsOf(from, question))}.`,
    below: [
      md`_Why:_ Another answer would change ${changedByOther(answer)}.${note === null ? "" : md` Its note: ${note}`}`,
    ],
  };
}

function verdictItem(from: Recommendation, writer: MarkdownWriter): ReviewItem {
  const { md } = writer;
  return {
    id: `verdict/${from.verdict}`,
    task: md`The verdict is ${graded(from, writer)}: ${shortHeadline(from)}.`,
    below: firmness(from, writer),
  };
}

function firmness(from: Recommendation, { md }: MarkdownWriter): readonly Markdown[] {
  const said = [firm(from), alone(from)].filter((each) => each !== "").join(" ");
  return said === "" ? [] : [md`_How firm:_ ${said}`];
}

/** Why the grade is what it is, as a sentence. */
const firm = (from: Recommendation): string =>
  from.analysis === null ? "" : capital(gradeReason(from, from.analysis));

function alone(from: Recommendation): string {
  const changes = singleChangesOf(from);
  if (changes === null || !changes.isComplete) return "";
  if (changes.isFixed) return "No other answers change it.";
  return changes.together === null ? "" : "No single answer changes it.";
}

function graded(from: Recommendation, { md }: MarkdownWriter): Markdown {
  const grade = gradeOf(from);
  return md`**${from.verdict}**${grade === null ? "" : md` (grade ${grade})`}`;
}

function decisionItem(
  from: Recommendation,
  writer: MarkdownWriter,
  deviation: Decision | null,
): readonly ReviewItem[] {
  const { decision, lapse, verdict } = from;
  if (decision === null) return [];
  const { md, prose } = writer;
  const by = decision.by === null ? md`` : md` by ${decision.by}`;
  const given = reasonGiven(decision.because).trim();
  const because = given === "" ? [] : [prose(given)];
  const style = md`**${decision.style}**`;
  if (lapse !== null)
    return [
      {
        id: `decision/${decision.style}/anew`,
        task: md`Make the recorded decision${by} again: ${style}.`,
        below: [writer.join([md`_Why:_ It ${lapseWords(lapse)}.`, ...because], " ")],
      },
    ];
  const terms = termsOf(decision);
  if (deviation !== null)
    return [
      {
        id: `decision/${decision.style}`,
        task: md`Confirm the recorded decision${by}: ${style} instead of the recommended ${graded(from, writer)}${terms}.`,
        below: [
          ...because,
          md`Costs and advice that depend on where the recommended ${verdict} design keeps its state are left out here.`,
        ],
      },
    ];
  const isCompared = verdict !== "undecided";
  const headline = isCompared ? md`: ${shortHeadline(from)}` : md``;
  return [
    {
      id: `decision/${decision.style}`,
      task: md`Confirm the recorded decision${by} for ${isCompared ? graded(from, writer) : style}, ${agreement(from, decision)}${terms}${headline}.`,
      below: [...because, ...(isCompared ? firmness(from, writer) : [])],
    },
  ];
}

/** The days that a decision names, to follow a clause. */
const termsOf = ({ until, reviewBy }: Decision): string =>
  [
    ...(until === null ? [] : [`, accepted until ${until}`]),
    ...(reviewBy === null ? [] : [`, to be reviewed by ${reviewBy}`]),
  ].join("");
