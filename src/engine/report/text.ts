import type { Report } from "../model/recommendation.js";
import { as } from "./inline.js";
import { block } from "./layout.js";
import type { Format, ReportStyle } from "./report-style.js";
import { bibliography } from "./text/bibliography.js";
import { spaced } from "./text/entries.js";
import { summaryTable } from "./text/summary-table.js";
import { surface } from "./text/surface.js";

/** A report for people at a terminal: a table when there are several surfaces, then each of them. */
export const text: Format = (report, style) => {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const lines = spaced([
    summaryTable(report, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
    closing(report, style),
  ]);
  return `${lines.join("\n")}\n`;
};

function closing(report: Report, style: ReportStyle): readonly string[] {
  const more =
    style.detail === "full"
      ? []
      : ["Only what weighs most is listed: --verbose or --format json gives all of it."];
  return [...more, origin(report)].flatMap((line) => block(style, [as("dim", line)], { indent: 0 }));
}

function origin({ tool, pack }: Report): string {
  return `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
}
