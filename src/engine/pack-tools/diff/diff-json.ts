import { jsonText } from "../../diagnostics/plain-text.js";
import type { ReportStyle } from "../../report/report-style.js";
import { plainAnswers } from "../witness/answers-of-term.js";
import type { PackDiff } from "./diff-packs.js";

/** A pack diff for programs (version 2). */
export function diffJson(diff: PackDiff, style: Pick<ReportStyle, "unicode">): string {
  const named = ({ source: { name, version } }: PackDiff["before"]) => ({ name, version });
  return jsonText(
    {
      version: 2,
      before: named(diff.before),
      after: named(diff.after),
      changes: diff.changes,
      replayed: diff.replayed,
      certainty: diff.certainty,
      moves: diff.moves.map(({ recorded, before, after, by }) => ({
        kind: recorded.kind,
        name: recorded.name,
        before,
        after,
        by: by.map(({ id }) => id),
        witness: plainAnswers(recorded.answers),
      })),
      placeMoves: diff.placeMoves.map(({ recorded, concern, before, after }) => ({
        kind: recorded.kind,
        name: recorded.name,
        concern,
        before,
        after,
        witness: plainAnswers(recorded.answers),
      })),
    },
    style,
  );
}
