import type { Recommendation, Report } from "../model/recommendation.js";
import { frontMatter, statusLines } from "./adr/front-matter.js";
import { moreInformation } from "./adr/more-information.js";
import { confirmation, consequences, outcome } from "./adr/outcome.js";
import { considered, drivers, problem } from "./adr/problem.js";
import { prosAndCons } from "./adr/pros-and-cons.js";
import { idPart } from "./checklist/item-id.js";
import { chosenOf } from "./chosen.js";
import { heading, type Lines, section, stacked } from "./markdown/blocks.js";
import { type Sheet, sheetOf } from "./markdown/sheet.js";
import type { Format } from "./report-style.js";
import { surfaceTitle } from "./wording/surface-title.js";

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
