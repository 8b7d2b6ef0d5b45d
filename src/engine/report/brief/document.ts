import { jsonLines } from "../../diagnostics/plain-text.js";
import type { Format } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { briefOf } from "./brief-of.js";

/** A line of JSON for each surface; pure ASCII, by escapes, without `unicode`. */
export const briefReport: Format = (report, style) => jsonLines(surfacesOf(report).map(briefOf), style);
