import { adr } from "./adr.js";
import { checklist } from "./checklist.js";
import type { FormatId } from "./format-ids.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Format } from "./report-style.js";
import { text } from "./text.js";

/** Every format of a recommendation. */
export const formats = { text, json, markdown, checklist, adr, html } satisfies Record<FormatId, Format>;
