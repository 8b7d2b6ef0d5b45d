import { jsonText } from "../diagnostics/plain-text.js";
import { jsonDocument } from "./json-document.js";
import type { Format } from "./report-style.js";

/** The JSON report, version 1, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const json: Format = (report, style) => jsonText(jsonDocument(report), style);
