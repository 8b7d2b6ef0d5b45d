import type { Escaped } from "../diagnostics/plain-text.js";
import type { Report } from "../model/recommendation.js";

/** The role of a stretch of text, which decides its colour. The verdicts are roles of their own. */
export const roles = [
  "bold",
  "dim",
  "heading",
  "good",
  "caution",
  "bad",
  "stateless",
  "stateful",
  "hybrid",
  "undecided",
] as const;
export type Role = (typeof roles)[number];

/**
 * The drawing of each role. A function may wrap its text in SGR escape sequences and must add nothing that takes up a
 * column: layout measures what it returns. No report carries meaning by role alone.
 */
export type Palette = Readonly<Record<Role, (text: string) => string>>;

const plain = (text: string): string => text;

/** Draws nothing: for files, pipes and terminals without colour. */
export const plainPalette: Palette = {
  bold: plain,
  dim: plain,
  heading: plain,
  good: plain,
  caution: plain,
  bad: plain,
  stateless: plain,
  stateful: plain,
  hybrid: plain,
  undecided: plain,
};

/** `normal` shows what matters most, in text a screen for each surface; `full` shows everything. */
export type Detail = "normal" | "full";

/** How a report is drawn. Formats that machines read heed `unicode` only. */
export interface ReportStyle {
  /** Columns; below 40 it counts as 40. */
  readonly width: number;
  /** False: the output is pure ASCII. */
  readonly unicode: boolean;
  readonly palette: Palette;
  readonly detail: Detail;
  /** What makes an HTML report answer back; without it, the page has no scripts. */
  readonly live?: LivePage | undefined;
}

/** A script and its data, to be put into a page. */
export interface LivePage {
  /** A questionnaire leaves out the report in full, for which its pack has no texts. */
  readonly kind: "report" | "questionnaire";
  /** JavaScript in ASCII; may not contain `</script`. */
  readonly script: string;
  /** `sha256-…` in base64, over the script. */
  readonly digest: string;
  /** Becomes JSON. */
  readonly data: unknown;
}

/** A report as a string that ends with a line feed. Pure: the same report and style give the same bytes. */
export type Format = (report: Report, style: ReportStyle) => Escaped;

export const leastWidth = 40;

export const plainStyle: ReportStyle = { width: 80, unicode: true, palette: plainPalette, detail: "normal" };
