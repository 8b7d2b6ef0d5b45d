import { as } from "../../report/inline.js";
import { block, section, spaced } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { answerWords, type NamedWitness } from "../witness/witness-file.js";
import type { PackDiff, VerdictMove } from "./diff-packs.js";

/** What changed between two versions of a pack, and for which recorded answers the verdict changes. */
export function diffText(diff: PackDiff, style: ReportStyle): string {
  const [before, after] = [diff.before.source, diff.after.source];
  const changes = diff.changes.flatMap(({ kind, id, change, words }) =>
    block(style, [as("bold", id), ` (${kind} ${change}): ${words}`], { mark: ["•"] }),
  );
  const moved = `${plural(diff.moves.length, "verdict")} ${diff.moves.length === 1 ? "changes" : "change"}`;
  const lines = spaced([
    block(style, [`${before.name} ${before.version} to ${after.name} ${after.version}`], { indent: 0 }),
    section(style, "Changes that can affect verdicts", orNone(style, changes)),
    section(
      style,
      "Verdicts that change",
      orNone(
        style,
        diff.moves.flatMap((move) => moveLines(move, style)),
      ),
    ),
    block(style, [`${plural(diff.replayed, "set")} of answers replayed: ${moved}.`], { indent: 0 }),
  ]);
  return `${lines.join("\n")}\n`;
}

function orNone(style: ReportStyle, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? block(style, [as("dim", "none")]) : lines;
}

function moveLines({ recorded, before, after, by }: VerdictMove, style: ReportStyle): readonly string[] {
  const causes = by.map(({ id, change }) => `${id} (${change})`).join(", ");
  return [
    ...block(
      style,
      [
        `${recorded.kind} `,
        as("bold", recorded.name),
        ": ",
        as(before, before),
        " becomes ",
        as(after, after),
      ],
      { mark: ["•"] },
    ),
    ...block(
      style,
      [causes === "" ? "because of changed questions or implications" : `because of ${causes}`],
      {
        indent: 4,
      },
    ),
    ...(recorded.kind === "witness"
      ? block(style, [`on ${answerWords(recorded.answers)}`], { indent: 4 })
      : []),
  ];
}

/** The answers of every verdict that changes, numbered. */
export function diffWitnesses({ moves }: PackDiff): readonly NamedWitness[] {
  return moves.map(({ recorded, before, after }, index) => ({
    name: `move-${index + 1}`,
    shows: `${recorded.kind} ${recorded.name}: ${before} becomes ${after}`,
    answers: recorded.answers,
  }));
}
