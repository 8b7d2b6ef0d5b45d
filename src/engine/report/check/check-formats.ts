import type { CheckFormat } from "./check-report.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";

/** The formats of the gate, as `check --format` names them. */
export const checkFormatIds = ["text", "json", "junit", "sarif", "github"] as const;
export type CheckFormatId = (typeof checkFormatIds)[number];

export const checkFormats = { text, json, junit, sarif, github } satisfies Record<CheckFormatId, CheckFormat>;
