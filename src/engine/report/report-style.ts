import type { Report } from "../model/recommendation.js";
import { type Palette, plainPalette } from "./palette.js";

/** `normal` shows what matters most and counts the rest; `full` shows everything. */
export type Detail = "normal" | "full";

/** How a report is drawn. Formats that machines read heed `unicode` only. */
export interface ReportStyle {
  /** Columns; below 40 it counts as 40. */
  readonly width: number;
  /** False: the output is pure ASCII. */
  readonly unicode: boolean;
  readonly palette: Palette;
  readonly detail: Detail;
}

/** A report as a string that ends with a line feed. Pure: the same report and style give the same bytes. */
export type Format = (report: Report, style: ReportStyle) => string;

export const leastWidth = 40;

export const plainStyle: ReportStyle = { width: 80, unicode: true, palette: plainPalette, detail: "normal" };
