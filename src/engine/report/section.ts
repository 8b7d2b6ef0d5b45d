import { as } from "./inline.js";
import { block } from "./layout.js";
import type { ReportStyle } from "./report-style.js";

/** Lines under a heading; nothing where there is nothing to say. */
export function section(style: ReportStyle, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...block(style, [as("heading", title)], { indent: 0 }), ...lines];
}

/** A fact on one line, behind its label. */
export const fact = (style: ReportStyle, label: string, value: string): readonly string[] =>
  block(style, [value], { mark: [as("dim", label)], hang: 12 });
