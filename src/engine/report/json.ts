import { jsonDocument } from "./json-document.js";
import type { Format, ReportStyle } from "./report-style.js";

/** What a terminal might obey or a JavaScript parser of old might break on: escaped, so the value stays the same. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const beyondAscii = /[\u007f-\uffff]/g;

/** The JSON report, version 1, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const json: Format = (report, style) => jsonText(jsonDocument(report), style);

/** Any document as JSON text in the same dress. */
export function jsonText(document: object, style: Pick<ReportStyle, "unicode">): string {
  const text = JSON.stringify(document, null, 2);
  return `${style.unicode ? text.replace(steering, escaped) : ascii(text)}\n`;
}

/** The same JSON in ASCII alone. */
export function ascii(text: string): string {
  return text.replace(beyondAscii, escaped);
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
