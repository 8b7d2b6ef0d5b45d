import { adr } from "./adr.js";
import { checklist } from "./checklist.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Format } from "./report-style.js";
import { text } from "./text.js";

/** The formats of a recommendation, as `--format` names them. */
export const formatIds = ["text", "json", "markdown", "checklist", "adr", "html"] as const;
export type FormatId = (typeof formatIds)[number];

export const formats = { text, json, markdown, checklist, adr, html } satisfies Record<FormatId, Format>;
