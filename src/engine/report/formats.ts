import { adr } from "./adr.js";
import type { CheckFormat } from "./check/check-report.js";
import { github } from "./check/github.js";
import { json as checkJson } from "./check/json.js";
import { junit } from "./check/junit.js";
import { sarif } from "./check/sarif.js";
import { text as checkText } from "./check/text.js";
import { checklist } from "./checklist.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Format } from "./report-style.js";
import { text } from "./text.js";

/*
 * The formats by id. Help, completion, `--output id=FILE`, the library and the hostile tests all read these tables, so
 * adding a format takes one file and one line here.
 */

/** Every format of a recommendation. */
export const formats = { text, json, markdown, checklist, adr, html } as const satisfies Readonly<
  Record<string, Format>
>;
export type FormatId = keyof typeof formats;
export const formatIds: readonly FormatId[] = keysOf(formats);

/** Every format of a check. */
export const checkFormats = {
  text: checkText,
  json: checkJson,
  junit,
  sarif,
  github,
} as const satisfies Readonly<Record<string, CheckFormat>>;
export type CheckFormatId = keyof typeof checkFormats;
export const checkFormatIds: readonly CheckFormatId[] = keysOf(checkFormats);

function keysOf<Id extends string>(table: Readonly<Record<Id, unknown>>): readonly Id[] {
  return Object.keys(table) as Id[];
}
