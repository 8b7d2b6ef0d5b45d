import { printable } from "../diagnostics/printable.js";
import { toAscii } from "./ascii.js";
import type { ReportStyle, Role } from "./report-style.js";
import { isNarrow } from "./text-width.js";

/** A stretch of text, raw, with or without a role. */
export type Inline = string | { readonly role: Role; readonly text: string };

export const as = (role: Role, text: string): Inline => ({ role, text });

/** Keeps two words on one line; printed as a space. */
export const glue = "\u00a0";

/**
 * The one gate through which text reaches a terminal: white space folded, control characters and reordering marks
 * made visible, ASCII where the style asks for it; only then coloured.
 */
export function paint(style: ReportStyle, inlines: readonly Inline[]): string {
  let painted = "";
  for (let at = 0; at < inlines.length; at += 1) {
    const inline = inlines[at] ?? "";
    painted +=
      typeof inline === "string"
        ? clean(style, inline)
        : style.palette[inline.role](clean(style, inline.text));
  }
  return painted;
}

function clean(style: ReportStyle, text: string): string {
  if (isPlain(style, text)) return text;
  // A range, as looking up the property `Surrogate` takes as long as writing a section.
  const shown = printable(text.replace(/[ \t\r\n\f\v\u2028\u2029]+/g, " ")).replace(
    /[\ud800-\udfff]/gu,
    "\ufffd",
  );
  return style.unicode ? shown : toAscii(shown);
}

/** Whether there is nothing to change: so with most texts, and finding that out takes less than changing nothing. */
const isPlain = ({ unicode }: ReportStyle, text: string): boolean =>
  (unicode ? isNarrow(text) : /^[ -~]*$/.test(text)) && !text.includes("  ");
