import { type Escaped, joinedLines, jsonText } from "../../diagnostics/plain-text.js";
import type { Exchange, MovedAnswer, Movement } from "../../model/movement.js";
import type { Weight } from "../../model/pack.js";
import type { Report, ReportedAnswer } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { jsonSurface } from "../json/document.js";
import { block, empty, type Lines, section, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { surfaceTitle } from "../wording/titles.js";
import { figureTable } from "./side-by-side.js";

/** Each surface before and after, side by side, with the differences and the rules behind them. */
export function whatifText(movements: readonly Movement[], style: ReportStyle): Escaped {
  const surfaces = movements.map((movement) => surfaceLines(movement, style));
  return joinedLines(surfaces.flatMap((lines, at) => (at === 0 ? lines : [empty, empty, ...lines])));
}

function surfaceLines(movement: Movement, style: ReportStyle): Lines {
  const { before, after, rules, vetoes, tradeoffs, guidance } = movement;
  const sides = [
    { title: "before", from: before },
    { title: "after", from: after },
  ];
  const exchanged = <Entry extends { readonly id: string }>(
    title: string,
    exchange: Exchange<Entry>,
    text: (entry: Entry) => string,
  ): Lines => section(style, title, exchangeLines(exchange, text, style));
  return spaced([
    block(style, [as("bold", surfaceTitle(before)), ": ", ...outcome(movement)], { indent: 0 }),
    section(style, "Answers", answerLines(movement.answers, style)),
    figureTable(sides, style),
    exchanged("Rules", rules, ({ weight, because }) => ` (${weightText(weight)}): ${because}`),
    exchanged("Vetoes", vetoes, ({ forbids, because }) => ` forbids pure ${forbids}: ${because}`),
    exchanged("Tradeoffs", tradeoffs, ({ kind, text }) => ` (${kind}): ${text}`),
    exchanged("Errors and operation", guidance, ({ topic, text }) => ` (${topic}): ${text}`),
  ]);
}

function outcome({ before: { verdict: before }, after: { verdict: after } }: Movement): readonly Inline[] {
  if (before === after) return ["the verdict stays ", as(before, before)];
  return ["the verdict moves from ", as(before, before), " to ", as(after, after)];
}

function answerLines(answers: readonly MovedAnswer[], style: ReportStyle): Lines {
  if (answers.length === 0) return block(style, ["No answer changes."]);
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

/** `2 stateless`, or the points for stateful by kind of state. */
function weightText({ live, kept, stateless }: Weight): string {
  const parts = [
    ...(stateless > 0 ? [`${stateless} stateless`] : []),
    ...(live > 0 ? [`${live} stateful, live`] : []),
    ...(kept > 0 ? [`${kept} stateful, kept`] : []),
  ];
  return parts.join(", ");
}

/** Each surface before and after in the shape of the JSON report, and the ids of what differs. */
export function whatifJson(
  { tool, pack }: Pick<Report, "tool" | "pack">,
  movements: readonly Movement[],
  style: Pick<ReportStyle, "unicode">,
): Escaped {
  const surfaces = movements.map(({ before, after, answers, rules, vetoes, tradeoffs, guidance }) => ({
    service: before.service,
    source: before.source,
    surface: before.surface,
    before: jsonSurface(before),
    after: jsonSurface(after),
    answers: answers.map((moved) => ({
      question: moved.question,
      from: optionsOf(moved.before),
      to: optionsOf(moved.after),
    })),
    rules: idsOf(rules),
    vetoes: idsOf(vetoes),
    tradeoffs: idsOf(tradeoffs),
    guidance: idsOf(guidance),
  }));
  return jsonText({ version: 1, tool, pack, surfaces }, style);
}

function optionsOf(answer: ReportedAnswer | null): readonly string[] | null {
  return answer === null ? null : answer.options.map(({ id }) => id);
}

function idsOf<Entry extends { readonly id: string }>({ gained, lost }: Exchange<Entry>): object {
  return { gained: gained.map(({ id }) => id), lost: lost.map(({ id }) => id) };
}
