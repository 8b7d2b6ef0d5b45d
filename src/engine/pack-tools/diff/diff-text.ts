import { as } from "../../report/inline.js";
import { block, spaced } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { section } from "../../report/section.js";
import { answerWords } from "../witness/witness-file.js";
import type { Move, PackDiff } from "./replay.js";

/** What changed between two versions of a pack, and which recorded answers come to another verdict. */
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

/** Says so where there is nothing. */
function orNone(style: ReportStyle, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? block(style, [as("dim", "none")]) : lines;
}

function moveLines({ recorded, before, after, by }: Move, style: ReportStyle): readonly string[] {
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
