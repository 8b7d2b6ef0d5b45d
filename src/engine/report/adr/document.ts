import type { Recommendation, Report } from "../../model/recommendation.js";
import { idPart } from "../checklist/item.js";
import { chosenOf } from "../chosen.js";
import { paint } from "../inline.js";
import { heading, type Lines, list, section, stacked } from "../markdown/blocks.js";
import { type Sheet, sheetOf } from "../markdown/writer.js";
import type { Format } from "../report-style.js";
import { plainPalette } from "../report-style.js";
import { surfaceTitle } from "../wording/titles.js";
import { moreInformation } from "./more-information.js";
import { confirmation, consequences, outcome } from "./outcome.js";
import { considered, drivers, problem } from "./problem.js";
import { prosAndCons } from "./pros-and-cons.js";

/**
 * An architecture decision record a surface, by the template of MADR 4.0 (Markdown Architectural Decision Records).
 * Several are parted by a comment line that names the next, so that each can be cut out and saved by itself, and have
 * their metadata in the text.
 */
export const adr: Format = (report, style) => {
  const sheet = sheetOf(style, "*");
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const records = surfaces.map((from) => record(from, report, sheet, surfaces.length === 1));
  const lines = records.flatMap(({ name, body }, at) =>
    at === 0 ? body : ["", `<!-- next record: ${name} -->`, "", ...body],
  );
  return `${lines.join("\n")}\n`;
};

function record(
  from: Recommendation,
  report: Report,
  sheet: Sheet,
  only: boolean,
): { readonly name: string; readonly body: Lines } {
  const { md } = sheet.pen;
  const { service, surface } = from;
  const body = stacked([
    only ? frontMatter(from, sheet) : [],
    heading(1, md`Where ${surfaceTitle(from)} keeps its state: ${chosenOf(from) ?? "undecided"}`),
    only ? [] : statusLines(from, sheet),
    section(2, md`Context and Problem Statement`, [problem(from, sheet)]),
    section(2, md`Decision Drivers`, [drivers(from, sheet)]),
    section(2, md`Considered Options`, [considered(sheet)]),
    section(2, md`Decision Outcome`, [
      outcome(from, sheet),
      section(3, md`Consequences`, [consequences(from, sheet)]),
      section(3, md`Confirmation`, [confirmation(from, sheet)]),
    ]),
    section(2, md`Pros and Cons of the Options`, [prosAndCons(from, sheet)]),
    section(2, md`More Information`, [moreInformation(from, report, sheet)]),
  ]);
  return { name: `${idPart(service)}/${idPart(surface)}`, body };
}

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
