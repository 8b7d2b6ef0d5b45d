import type { Recommendation, Report, ServiceReport } from "../../model/recommendation.js";
import { ratio } from "../numbers.js";
import type { Format } from "../report-style.js";
import { sourcesOf } from "../sources.js";
import { surfaceTitle, toldApart } from "../wording/titles.js";
import { heading, type Lines, list, origin, paragraph, section, stacked, table } from "./blocks.js";
import { implied, tipping, unanswered } from "./changes.js";
import { reasons } from "./reasons.js";
import { guidance, patterns, placements, tradeoffs, vetoes } from "./state.js";
import { figures, verdictLines } from "./verdict.js";
import { type Sheet, sheetOf } from "./writer.js";

/** A section to paste into a document or a comment on a change: one `##` a service, one `###` each of several surfaces. */
export const markdownReport: Format = (report, style) => {
  const sheet = sheetOf(style);
  const titles = serviceTitles(report.services);
  const lines = stacked([
    ...report.services.map((service, at) => ofService(service, sheet, titles[at] ?? "")),
    closing(report, sheet),
  ]);
  return `${lines.join("\n")}\n`;
};

/** The name of each service, of its surface where it has but one; with the file after it where names are equal. */
function serviceTitles(services: readonly ServiceReport[]): readonly string[] {
  const places = services.map(({ source, surfaces: [first] }) => ({
    source,
    at: first?.at ?? { file: source, line: 1, column: 1 },
  }));
  const titles = services.map(({ service, surfaces: [first, ...more] }) =>
    first === undefined || more.length > 0 ? service : surfaceTitle(first),
  );
  return toldApart(places, titles);
}

function ofService({ surfaces }: ServiceReport, sheet: Sheet, title: string): Lines {
  const { md } = sheet.pen;
  const [only] = surfaces;
  if (surfaces.length === 1 && only !== undefined)
    return stacked([heading(2, md`${title}: stateless or stateful?`), ...sections(only, sheet, 3)]);
  return stacked([
    heading(2, md`${title}: stateless or stateful?`),
    overview(surfaces, sheet),
    ...surfaces.map((from) => stacked([heading(3, md`${from.surface}`), ...sections(from, sheet, 4)])),
  ]);
}

function overview(surfaces: readonly Recommendation[], { pen }: Sheet): Lines {
  const { md } = pen;
  return table(
    [md`Surface`, md`Verdict`, md`Grade`, md`Balance`],
    surfaces.map(({ surface, verdict, analysis, balance, scores, settings }) => {
      const value = { part: scores.stateful - scores.stateless, of: scores.stateful + scores.stateless };
      const drawn = balance === null ? "–" : ratio(value, settings.needBoundaryPercent, true);
      return [md`${surface}`, md`**${verdict}**`, md`${analysis?.grade ?? "–"}`, md`${drawn}`];
    }),
  );
}

function sections(from: Recommendation, sheet: Sheet, level: number): readonly Lines[] {
  const { md } = sheet.pen;
  const undecided = from.verdict === "undecided";
  const order = from.analysis === null ? "" : ", most telling first";
  const open = section(level, undecided ? md`What would help most${order}` : md`Open questions${order}`, [
    unanswered(from, sheet),
  ]);
  return [
    verdictLines(from, sheet),
    ...(undecided ? [open] : []),
    figures(from, sheet),
    section(level, md`Why`, [reasons(from, sheet)]),
    section(level, md`Ruled out whatever the points`, [vetoes(from, sheet)]),
    section(level, md`Where the state lives`, [placements(from, sheet), patterns(from, sheet)]),
    section(level, md`What this choice brings and costs`, [tradeoffs(from, sheet)]),
    section(level, md`Errors and operation`, [guidance(from, sheet)]),
    section(level, md`What would change it`, [tipping(from, sheet)]),
    ...(undecided ? [] : [open]),
    section(level, md`Taken as implied`, [implied(from, sheet)]),
  ];
}

function closing(report: Report, sheet: Sheet): Lines {
  const { md } = sheet.pen;
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return stacked([
    section(report.services.length > 1 ? 2 : 3, md`Sources`, [sources(surfaces, sheet)]),
    paragraph(origin(report, sheet)),
  ]);
}

/** In full detail: the titles of all that is cited. Otherwise the links in the text have to do. */
export function sources(surfaces: readonly Recommendation[], { pen, style }: Sheet): Lines {
  const { md, code, link } = pen;
  if (style.detail === "normal") return [];
  return list(
    sourcesOf(surfaces).map(({ id, title, url }) => ({
      line: md`${code(id)}: ${link(title, url ?? "")}`,
    })),
  );
}
