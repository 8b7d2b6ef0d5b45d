import type { Exchange, MovedAnswer, Movement } from "../../model/movement.js";
import type { Rule, Tradeoff } from "../../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, section, spaced, titled } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { clashes } from "../text/clashes.js";
import { clashTitle } from "../wording/clash-words.js";
import { homeWords, movedLabels, titleWithFormer } from "../wording/movement-words.js";
import { firstSentence } from "../wording/phrases.js";
import { ruleEffect } from "../wording/rule-words.js";
import { concernTitles, questionName, surfaceTitle } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { figureTable } from "./side-by-side.js";

/** One surface before and after: what moves in a few words, or all figures and entries with their ids. */
export const movementLines = (movement: Movement, style: ReportStyle): Lines =>
  spaced([
    block(style, [as("bold", `${titleOf(movement)}: `), ...outcome(movement)], { indent: 0 }),
    titled(style, `${clashTitle} afterwards`, clashes(movement.after, style)),
    ...(style.detail === "full" ? inFull(movement, style) : inShort(movement, style)),
  ]);

const titleOf = (movement: Movement): string => titleWithFormer(surfaceTitle(movement.after), movement);

function outcome({ before, after }: Movement): readonly Inline[] {
  const was = graded(before);
  const is = graded(after);
  if (before.verdict !== after.verdict) return ["the verdict moves from ", ...was, " to ", ...is];
  const [grade, now] = [gradeOf(before), gradeOf(after)];
  if (grade === null || now === null || grade === now) return ["the verdict stays ", ...is];
  return [
    "the verdict stays ",
    as(after.verdict, after.verdict),
    `, its grade moves from ${grade} to ${now}`,
  ];
}

function graded(from: Recommendation): readonly Inline[] {
  const grade = gradeOf(from);
  return [as(from.verdict, from.verdict), ...(grade === null ? [] : [` (${grade})`])];
}

function inShort(
  { answers, concerns, rules, settled, tradeoffs }: Movement,
  style: ReportStyle,
): readonly Lines[] {
  const moved = (name: string, from: string, to: string): Lines =>
    block(style, [`${name}: ${from} → `, as("bold", to)], { mark: ["•"] });
  const exchanged = <Entry>(
    title: string,
    { gained, lost }: Exchange<Entry>,
    text: (entry: Entry) => string,
  ): Lines => {
    const lines = (entries: readonly Entry[], mark: string): Lines =>
      entries.flatMap((entry) => block(style, [text(entry)], { mark: [as("bold", mark)] }));
    return section(style, `${title} (+ new, − gone)`, [...lines(gained, "+"), ...lines(lost, "−")]);
  };
  return [
    section(
      style,
      "Answers",
      answers.length === 0
        ? noAnswer(style)
        : answers.flatMap(({ question, before, after }) =>
            moved(questionName(question), quoted(before), quoted(after)),
          ),
    ),
    section(
      style,
      "Where the state lives",
      concerns.flatMap(({ concern, before, after }) =>
        moved(concernTitles[concern], homeWords(before), homeWords(after)),
      ),
    ),
    exchanged(
      "Reasons",
      { gained: [...settled.gained, ...rules.gained], lost: [...settled.lost, ...rules.lost] },
      (rule) => `${firstSentence(rule.because)} (${rule.concern}: ${ruleEffect(rule)})`,
    ),
    exchanged("Gains", onlyOf(tradeoffs, "advantage"), ({ text }) => firstSentence(text)),
    exchanged("Costs", onlyOf(tradeoffs, "disadvantage"), ({ text }) => firstSentence(text)),
  ];
}

function onlyOf({ gained, lost }: Exchange<Tradeoff>, kind: Tradeoff["kind"]): Exchange<Tradeoff> {
  const those = (tradeoffs: readonly Tradeoff[]) => tradeoffs.filter((each) => each.kind === kind);
  return { gained: those(gained), lost: those(lost) };
}

/** "“Within seconds” (implied)". */
function quoted(answer: MovedAnswer["before"]): string {
  if (answer === null) return movedLabels(answer);
  return `“${movedLabels(answer)}”${answer.state === "implied" ? " (implied)" : ""}`;
}

function inFull(movement: Movement, style: ReportStyle): readonly Lines[] {
  const { before, after, answers, rules, settled, tradeoffs, guidance } = movement;
  const sides = [
    { title: "before", from: before },
    { title: "after", from: after },
  ];
  const exchanged = <Entry extends { readonly id: string }>(
    title: string,
    exchange: Exchange<Entry>,
    text: (entry: Entry) => string,
  ): Lines => section(style, title, exchangeLines(exchange, text, style));
  return [
    section(style, "Answers", answerLines(answers, style)),
    figureTable(sides, style),
    exchanged("Rules", rules, ruleText),
    exchanged("Settled whatever the points", settled, ruleText),
    exchanged("Tradeoffs", tradeoffs, ({ kind, text }) => ` (${kind}): ${text}`),
    exchanged("Errors and operation", guidance, ({ topic, text }) => ` (${topic}): ${text}`),
  ];
}

const noAnswer = (style: ReportStyle): Lines => block(style, ["No answer changes."]);

function answerLines(answers: readonly MovedAnswer[], style: ReportStyle): Lines {
  if (answers.length === 0) return noAnswer(style);
  return answers.flatMap(({ question, before, after }) =>
    block(style, [`${question}: ${answerText(before)} → ${answerText(after)}`], { mark: ["•"] }),
  );
}

function answerText(answer: ReportedAnswer | null): string {
  if (answer === null) return "open";
  const options = answer.options.map(({ id }) => id).join(", ");
  return answer.state === "implied" ? `${options} (implied)` : options;
}

function exchangeLines<Entry extends { readonly id: string }>(
  { gained, lost }: Exchange<Entry>,
  text: (entry: Entry) => string,
  style: ReportStyle,
): Lines {
  const lines = (entries: readonly Entry[], mark: string): Lines =>
    entries.flatMap((entry) =>
      block(style, [as("bold", entry.id), text(entry)], { mark: [as("bold", mark)], hang: 4 }),
    );
  return [...lines(gained, "+"), ...lines(lost, "−")];
}

const ruleText = (rule: Rule): string => ` (${rule.concern}: ${ruleEffect(rule)}): ${rule.because}`;
