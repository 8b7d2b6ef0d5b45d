import type { Report } from "../model/recommendation.js";
import { as } from "./inline.js";
import { block, spaced } from "./layout.js";
import type { Format, ReportStyle } from "./report-style.js";
import { bibliography, hasBibliography } from "./text/bibliography.js";
import { summaryTable } from "./text/summary-table.js";
import { surface } from "./text/surface.js";

/** A report for people at a terminal: a table when there are several surfaces, then each of them. */
export const text: Format = (report, style) => {
  const lines = body(report, style);
  return spaced([lines, closing(report, style, lines)])
    .concat("")
    .join("\n");
};

function body(report: Report, style: ReportStyle): readonly string[] {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return spaced([
    summaryTable(report, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
  ]);
}

function closing(report: Report, style: ReportStyle, lines: readonly string[]): readonly string[] {
  const more = isShortened(report, style, lines)
    ? ["Only what weighs most is listed: --verbose or --format json gives all of it."]
    : [];
  return [...more, origin(report)].flatMap((line) => block(style, [as("dim", line)], { indent: 0 }));
}

/** Whether full detail would say more. Mostly it would say the sources, which is told without drawing all of it. */
function isShortened(report: Report, style: ReportStyle, lines: readonly string[]): boolean {
  if (style.detail === "full") return false;
  const full: ReportStyle = { ...style, detail: "full" };
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return hasBibliography(surfaces) || body(report, full).join("\n") !== lines.join("\n");
}

function origin({ tool, pack }: Report): string {
  return `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
}
