import { printable } from "./printable.js";
import type { Location } from "./problem.js";

const shown = 100;

/** The line of a problem with a marker under the place; long lines are cut to the part around it. */
export function frame(at: Location): readonly string[] {
  const start = Math.max(0, Math.min(at.column - 1 - 40, at.lineText.length - shown));
  const cut = at.lineText.slice(start, start + shown).replaceAll("\t", " ");
  const before = printable(cut.slice(0, at.column - 1 - start));
  const marked = printable(cut.slice(at.column - 1 - start, at.column - 1 - start + at.width));
  const after = printable(cut.slice(at.column - 1 - start + at.width));
  const gutter = `  ${at.line} | `;
  const lead = start > 0 ? "..." : "";
  const tail = start + shown < at.lineText.length ? "..." : "";
  const blank = " ".repeat(gutter.length - 2);
  const marker = `${" ".repeat(lead.length + before.length)}${"^".repeat(Math.max(1, Math.min(marked.length, 60)))}`;
  return [`${gutter}${lead}${before}${marked}${after}${tail}`, `${blank}| ${marker}`];
}
