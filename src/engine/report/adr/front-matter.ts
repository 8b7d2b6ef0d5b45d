import type { Recommendation } from "../../model/recommendation.js";
import { paint } from "../inline.js";
import type { Lines } from "../markdown/blocks.js";
import type { Sheet } from "../markdown/sheet.js";
import { plainPalette } from "../palette.js";

/**
 * The record's metadata. It has no date: a decision is recorded without one, and a report asks no clock. Names are
 * quoted as JSON, which YAML reads as it is; without `<`, for where a record is not the first of its file and a reader of
 * Markdown takes this for text.
 */
export function frontMatter({ decision }: Recommendation, { style }: Sheet): Lines {
  const by = decision?.by ?? null;
  const name = (text: string): string =>
    JSON.stringify(paint({ ...style, palette: plainPalette }, [text]).trim()).replaceAll("<", "\\u003c");
  return [
    "---",
    `status: ${decision === null ? "proposed" : "accepted"}`,
    ...(by === null ? [] : ["decision-makers:", `  - ${name(by)}`]),
    "---",
  ];
}
