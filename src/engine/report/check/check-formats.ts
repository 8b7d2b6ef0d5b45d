import type { CheckFormatId } from "./check-format-ids.js";
import type { CheckFormat } from "./check-report.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";

export const checkFormats = { text, json, junit, sarif, github } satisfies Record<CheckFormatId, CheckFormat>;
