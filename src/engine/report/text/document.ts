import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report, ReportedPack } from "../../model/recommendation.js";
import { as, glue } from "../inline.js";
import { block, type Lines, spaced, titled } from "../layout.js";
import type { Format, ReportStyle } from "../report-style.js";
import { screenReport } from "../screen/document.js";
import { surfacesOf } from "../selection.js";
import { sourcesOf } from "../sources.js";
import { drawnFromLead, notAskedWords } from "../wording/pack-words.js";
import { clashLine, summaryTable } from "./summary.js";
import { surface } from "./surface.js";

/** A report for people at a terminal: a screen for each surface or, in full detail, everything about it. */
export const textReport: Format = (report, style) =>
  style.detail === "full" ? wholeReport(report, style) : screenReport(report, style);

/** Everything: a table if there are several surfaces, then each surface with its rules, figures and sources. */
export const wholeReport: Format = (report, style) => {
  const surfaces = surfacesOf(report);
  return joinedLines(
    spaced([
      clashLine(surfaces, style),
      summaryTable(surfaces, style),
      ...surfaces.map((each) => surface(each, style)),
      bibliography(surfaces, style),
      closing(report, style),
    ]),
  );
};

function closing({ tool, pack }: Report, style: ReportStyle): Lines {
  const origin = `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
  const source = pack.drawnFrom === null ? [] : [`${drawnFromLead}${pack.drawnFrom.title}.`];
  return [
    ...notAsked(pack, style),
    ...[...source, origin].flatMap((line) => block(style, [as("dim", line)], { indent: 0 })),
  ];
}

function notAsked(pack: ReportedPack, style: ReportStyle): Lines {
  const words = notAskedWords(pack);
  if (words === null) return [];
  const command = words.command.replaceAll(" …", `${glue}…`);
  return block(style, [`${words.text} ${command}`], { indent: 0 });
}

/** The sources behind the bracketed ids, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  const lines = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .flatMap(({ id, title, url }) =>
      block(style, [as("bold", id), `: ${title}${url === null ? "" : ` ${url}`}`], { mark: ["•"] }),
    );
  return titled(style, "Sources", lines);
}
