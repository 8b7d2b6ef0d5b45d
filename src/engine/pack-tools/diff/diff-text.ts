import { as } from "../../report/inline.js";
import { block, section, spaced } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { answerWords, type NamedWitness } from "../witness/witness-file.js";
import type { Certainty, PackDiff, PlaceMove, VerdictMove } from "./diff-packs.js";
import type { Recorded } from "./recorded-answers.js";

/** What changed between two versions of a pack, and for which recorded answers the verdict changes. */
export function diffText(diff: PackDiff, style: ReportStyle): string {
  const [before, after] = [diff.before.source, diff.after.source];
  const changes = diff.changes.flatMap(({ kind, id, change, words }) =>
    block(style, [as("bold", id), ` (${kind} ${change}): ${words}`], { mark: ["•"] }),
  );
  const moves = diff.moves.flatMap((move) => moveLines(move, style));
  const placeMoves = diff.placeMoves.flatMap((move) => placeMoveLines(move, style));
  const replayed = `${plural(diff.replayed, "set")} of answers replayed`;
  const moved = `${plural(diff.moves.length, "verdict")} ${diff.moves.length === 1 ? "changes" : "change"}`;
  const lines = spaced([
    block(style, [`${before.name} ${before.version} to ${after.name} ${after.version}`], { indent: 0 }),
    section(style, "Changes", orNone(style, changes)),
    section(style, "Verdicts that change", orNone(style, moves)),
    section(style, "State that moves although the verdict stays", placeMoves),
    block(style, [`${replayed}: ${moved}.${certain(diff.certainty)}`], { indent: 0 }),
  ]);
  return `${lines.join("\n")}\n`;
}

function orNone(style: ReportStyle, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? block(style, [as("dim", "none")]) : lines;
}

function moveLines({ recorded, before, after, by }: VerdictMove, style: ReportStyle): readonly string[] {
  const causes = by.map(({ id, change }) => `${id} (${change})`).join(", ");
  const because = causes === "" ? "changed questions or implications" : causes;
  const { kind, name } = recorded;
  const move = [`${kind} `, as("bold", name), ": ", as(before, before), " becomes ", as(after, after)];
  return [
    ...block(style, move, { mark: ["•"] }),
    ...block(style, [`because of ${because}`], { indent: 4 }),
    ...witnessLines(recorded, style),
  ];
}

/** The answers of a witness; others are known by their name. */
function witnessLines({ kind, answers }: Recorded, style: ReportStyle): readonly string[] {
  return kind === "witness" ? block(style, [`on ${answerWords(answers)}`], { indent: 4 }) : [];
}

function placeMoveLines(
  { recorded, concern, before, after }: PlaceMove,
  style: ReportStyle,
): readonly string[] {
  const [old, now] = [before, after].map(({ placement, place }) => `${place} (${placement})`);
  const move = `: ${concern} from ${old} to ${now}`;
  return [
    ...block(style, [`${recorded.kind} `, as("bold", recorded.name), move], { mark: ["•"] }),
    ...witnessLines(recorded, style),
  ];
}

/** What is known beyond the replayed answers. */
function certain(certainty: Certainty): string {
  switch (certainty) {
    case "nothing-moves":
      return " No verdict changes on any answers.";
    case "moves":
      return "";
    case "unknown":
      return " Not all answers could be searched, so others may change.";
    case null:
      return " As the questions differ, other answers were not searched.";
    default:
      return certainty satisfies never;
  }
}

/** The answers of every verdict that changes, numbered. */
export function diffWitnesses({ moves }: PackDiff): readonly NamedWitness[] {
  return moves.map(({ recorded, before, after }, index) => ({
    name: `move-${index + 1}`,
    shows: `${recorded.kind} ${recorded.name}: ${before} becomes ${after}`,
    answers: recorded.answers,
  }));
}
