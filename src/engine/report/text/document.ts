import type { Format } from "../report-style.js";
import { screenReport } from "./screen.js";
import { wholeReport } from "./whole.js";

/** A report for people at a terminal: a screen for each surface or, in full detail, everything about it. */
export const textReport: Format = (report, style) =>
  style.detail === "full" ? wholeReport(report, style) : screenReport(report, style);
