import { printable } from "../diagnostics/plain-text.js";
import { toAscii } from "./ascii.js";
import type { ReportStyle, Role } from "./report-style.js";

/** A stretch of text, raw, with or without a role. */
export type Inline = string | { readonly role: Role; readonly text: string };

export const as = (role: Role, text: string): Inline => ({ role, text });

/** Keeps two words on one line; printed as a space. */
export const glue = "\u00a0";

/**
 * The only way for text to get into a report of one line or of several: white space folded, control characters and
 * reordering marks made visible, and ASCII if the style asks for it.
 */
export function cleaned({ unicode }: Pick<ReportStyle, "unicode">, text: string): string {
  const shown = shownText(text);
  return unicode ? shown : toAscii(shown);
}

/** The same in Unicode. */
export function shownText(text: string): string {
  if (/^[ -~]*$/.test(text) && !text.includes("  ")) return text;
  const folded = text.replace(/[ \t\r\n\f\v\u2028\u2029]+/g, " ");
  return printable(folded).replace(/[\ud800-\udfff]/gu, "\ufffd");
}
