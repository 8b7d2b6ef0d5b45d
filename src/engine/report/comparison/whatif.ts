import { type Escaped, jsonText } from "../../diagnostics/plain-text.js";
import type { Exchange, MovedAnswer, Movement } from "../../model/movement.js";
import type { Rule } from "../../model/pack.js";
import type { Recommendation, Report, ReportedAnswer, ReportedConcern } from "../../model/recommendation.js";
import { wholeBrief } from "../brief/whole-brief.js";
import { as, type Inline } from "../inline.js";
import { definitionsJson } from "../json/definitions.js";
import { jsonSurface } from "../json/document.js";
import { block, type Lines, section, spaced, titled } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { clashes } from "../text/clashes.js";
import { clashTitle } from "../wording/clash-words.js";
import { titleWithFormer } from "../wording/movement-words.js";
import { ruleEffect } from "../wording/rule-words.js";
import { surfaceTitle } from "../wording/titles.js";
import { figureTable } from "./side-by-side.js";

/** One surface before and after. */
export function surfaceLines(movement: Movement, style: ReportStyle): Lines {
  const { before, after, rules, settled, tradeoffs, guidance } = movement;
  const title = titleWithFormer(surfaceTitle(after), movement);
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
    block(style, [as("bold", title), ": ", ...outcome(movement)], { indent: 0 }),
    titled(style, `${clashTitle} afterwards`, clashes(after, style)),
    section(style, "Answers", answerLines(movement.answers, style)),
    figureTable(sides, style),
    exchanged("Rules", rules, ruleText),
    exchanged("Settled whatever the points", settled, ruleText),
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

const ruleText = (rule: Rule): string => ` (${rule.concern}: ${ruleEffect(rule)}): ${rule.because}`;

/** Each surface before and after in the shape of the JSON report, with its definitions, and the ids of what differs. */
export function whatifJson(
  { tool, pack }: Pick<Report, "tool" | "pack">,
  movements: readonly Movement[],
  style: Pick<ReportStyle, "unicode">,
): Escaped {
  const definitions = definitionsJson(movements.flatMap(({ before, after }) => [before, after]));
  return jsonText({ version: 2, tool, pack, definitions, surfaces: movements.map(movementJson) }, style);
}

/** One surface before and after: its names are those afterwards. */
export function movementJson(movement: Movement): object {
  const { service, source, surface } = movement.after;
  const { before, after } = movement;
  return {
    ...{ service, source, surface },
    ...{ before: jsonSurface(before), after: jsonSurface(after) },
    ...movesJson(movement),
  };
}

/** The same, with briefs instead of whole reports before and after: what to tell a person in a few words. */
export function shortMovementJson(movement: Movement): object {
  const { before, after } = movement;
  return {
    ...{ service: after.service, surface: after.surface },
    ...{ before: outcomeOf(before), after: outcomeOf(after) },
    ...movesJson(movement),
  };
}

function outcomeOf(from: Recommendation): object {
  const { verdict, headline, grade, places } = wholeBrief(from);
  return { verdict, headline, grade, places };
}

/** The ids of what moves. */
function movesJson(movement: Movement): object {
  return {
    clashes: idsOf(movement.clashes),
    answers: movement.answers.map((moved) => ({
      question: moved.question,
      from: optionsOf(moved.before),
      to: optionsOf(moved.after),
    })),
    rules: idsOf(movement.rules),
    settled: idsOf(movement.settled),
    concerns: movement.concerns.map(({ concern, before, after }) => ({
      id: concern,
      from: homeOf(before),
      to: homeOf(after),
    })),
    tradeoffs: idsOf(movement.tradeoffs),
    guidance: idsOf(movement.guidance),
  };
}

function optionsOf(answer: ReportedAnswer | null): readonly string[] | null {
  return answer === null ? null : answer.options.map(({ id }) => id);
}

/** Where the state of a concern lives, by ids; null while the verdict is undecided. */
function homeOf({ class: placeClass, placement }: ReportedConcern): object | null {
  if (placement === null) return null;
  const { place, pattern, beside, backedBy } = placement;
  return {
    class: placeClass,
    place,
    pattern: pattern?.id ?? null,
    beside: beside?.id ?? null,
    backedBy: backedBy?.pattern.id ?? null,
  };
}

function idsOf<Entry extends { readonly id: string }>({ gained, lost }: Exchange<Entry>): object {
  return { gained: gained.map(({ id }) => id), lost: lost.map(({ id }) => id) };
}
