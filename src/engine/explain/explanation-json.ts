import { jsonText } from "../diagnostics/plain-text.js";
import type { Pack } from "../model/pack.js";
import type { ReportStyle } from "../report/report-style.js";
import type { Explanation } from "./explanation.js";

/** An explanation for programs (version 1): the pack that says it, and what it says. */
export function explanationJson(
  explanation: Explanation,
  { name, version }: Pick<Pack, "name" | "version">,
  style: Pick<ReportStyle, "unicode">,
): string {
  return jsonText({ version: 1, pack: { name, version }, explanation }, style);
}
