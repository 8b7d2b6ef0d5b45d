import type { ReportStyle } from "../report-style.js";
import { type Pen, penOf } from "./markdown.js";

/** What every section of a Markdown document is written with. */
export interface Sheet {
  readonly style: ReportStyle;
  readonly pen: Pen;
  /** What list items begin with. */
  readonly bullet: "-" | "*";
}

export const sheetOf = (style: ReportStyle, bullet: Sheet["bullet"] = "-"): Sheet => ({
  style,
  pen: penOf(style),
  bullet,
});
