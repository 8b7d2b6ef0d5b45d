import { type Escaped, jsonText } from "../../diagnostics/plain-text.js";
import type { Exchange, Movement } from "../../model/movement.js";
import type { Recommendation, Report, ReportedAnswer, ReportedConcern } from "../../model/recommendation.js";
import { wholeBrief } from "../brief/whole-brief.js";
import { definitionsJson } from "../json/definitions.js";
import { jsonSurface } from "../json/document.js";
import type { ReportStyle } from "../report-style.js";

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
