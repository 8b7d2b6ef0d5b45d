import type { Recommendation } from "../../model/recommendation.js";
import { paint } from "../inline.js";
import { type Lines, list } from "../markdown/blocks.js";
import type { Sheet } from "../markdown/sheet.js";
import { plainPalette } from "../palette.js";

/** A decision that does not stand on the answers any more is a proposal again. */
const statusOf = ({ decision, lapse }: Recommendation): string =>
  decision === null || lapse !== null ? "proposed" : "accepted";

/**
 * The record's metadata, for the only record of a document. It has no date: a decision is recorded without one, and a
 * report asks no clock. Names are quoted as JSON, which YAML reads as it is; without `<`, for readers of Markdown that
 * know no front matter and take this for text.
 */
export function frontMatter(from: Recommendation, { style }: Sheet): Lines {
  const by = from.decision?.by ?? null;
  const name = (text: string): string =>
    JSON.stringify(paint({ ...style, palette: plainPalette }, [text]).trim()).replaceAll("<", "\\u003c");
  return [
    "---",
    `status: ${statusOf(from)}`,
    ...(by === null ? [] : ["decision-makers:", `  - ${name(by)}`]),
    "---",
  ];
}

/** The same as text, for a record among others: front matter would be a line and a heading anywhere but at the top. */
export function statusLines(from: Recommendation, { pen, bullet }: Sheet): Lines {
  const by = from.decision?.by ?? null;
  return list(
    [
      { line: pen.md`Status: ${statusOf(from)}` },
      ...(by === null ? [] : [{ line: pen.md`Decision-makers: ${by}` }]),
    ],
    bullet,
  );
}
