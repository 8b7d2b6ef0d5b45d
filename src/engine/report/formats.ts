import { adr } from "./adr/document.js";
import { briefReport } from "./brief/document.js";
import type { CheckFormat } from "./check/check-report.js";
import { github } from "./check/github.js";
import { gitlab } from "./check/gitlab.js";
import { jsonCheck } from "./check/json.js";
import { junit } from "./check/junit.js";
import { sarif } from "./check/sarif.js";
import { textCheck } from "./check/text.js";
import { checklist } from "./checklist/document.js";
import { htmlReport } from "./html/document.js";
import { jsonReport } from "./json/document.js";
import { markdownReport } from "./markdown/document.js";
import { mermaidReport } from "./picture/mermaid.js";
import type { Format } from "./report-style.js";
import { textReport } from "./text/document.js";

/*
 * The formats by id. Help, completion, `--output id=FILE`, the library and the hostile tests all read these tables, so
 * adding a format takes one file and one line here.
 */

/** Every format of a recommendation. */
export const formats = {
  text: textReport,
  json: jsonReport,
  brief: briefReport,
  markdown: markdownReport,
  checklist,
  adr,
  html: htmlReport,
  mermaid: mermaidReport,
} as const satisfies Readonly<Record<string, Format>>;
export type FormatId = keyof typeof formats;
export const formatIds: readonly FormatId[] = keysOf(formats);

/** Every format of a check. */
export const checkFormats = {
  text: textCheck,
  json: jsonCheck,
  junit,
  sarif,
  github,
  gitlab,
} as const satisfies Readonly<Record<string, CheckFormat>>;
export type CheckFormatId = keyof typeof checkFormats;
export const checkFormatIds: readonly CheckFormatId[] = keysOf(checkFormats);

function keysOf<Id extends string>(table: Readonly<Record<Id, unknown>>): readonly Id[] {
  return Object.keys(table) as Id[];
}
