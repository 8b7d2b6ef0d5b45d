import type { Report } from "../model/recommendation.js";
import { as } from "./inline.js";
import { block } from "./layout.js";
import type { Format } from "./report-style.js";
import { spaced } from "./text/entries.js";
import { bibliography } from "./text/bibliography.js";
import { summaryTable } from "./text/summary-table.js";
import { surface } from "./text/surface.js";

/** A report for people at a terminal: a table when there are several surfaces, then each of them. */
export const text: Format = (report, style) => {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const lines = spaced([
    summaryTable(report, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
    block(style, [as("dim", origin(report))], { indent: 0 }),
  ]);
  return `${lines.join("\n")}\n`;
};

function origin({ tool, pack }: Report): string {
  return `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
}
