import { json } from "./json.js";
import type { Format } from "./report-style.js";
import { text } from "./text.js";

/** The formats of a recommendation, as `--format` names them. */
export const formatIds = ["text", "json"] as const;
export type FormatId = (typeof formatIds)[number];

export const formats = { text, json } satisfies Record<FormatId, Format>;
