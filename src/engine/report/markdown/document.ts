import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report, ServiceReport } from "../../model/recommendation.js";
import type { Format } from "../report-style.js";
import { sourcesOf } from "../sources.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";
import { alignedTable, heading, type Lines, list, origin, paragraph, section, stacked } from "./blocks.js";
import { implied, tipping, unanswered } from "./changes.js";
import { reasons } from "./reasons.js";
import { guidance, patterns, placements, settled, tradeoffs } from "./state.js";
import { assumptions, figures, verdictLines } from "./verdict.js";
import { type MarkdownWriter, markdownWriter } from "./writer.js";

/**
 * A section to paste into a document or a comment on a change: one `##` per service, and one `###` per surface if there
 * are several.
 */
export const markdownReport: Format = (report, style) => {
  const writer = markdownWriter(style);
  return joinedLines(
    stacked([
      ...withServiceTitles(report.services).map(([title, service]) => ofService(service, writer, title)),
      closing(report, writer),
    ]),
  );
};

/** Each service with its name, or with its surface's if it has only one. */
function withServiceTitles(
  services: readonly ServiceReport[],
): readonly (readonly [string, ServiceReport])[] {
  const located = services.map((service) => {
    const [first, ...more] = service.surfaces;
    const title = first === undefined || more.length > 0 ? service.service : surfaceTitle(first);
    const at = first?.at ?? { file: service.source, line: 1, column: 1 };
    return { service, source: service.source, title, at };
  });
  return withTitles(located, ({ title }) => title).map(([title, { service }]) => [title, service]);
}

function ofService({ surfaces }: ServiceReport, writer: MarkdownWriter, title: string): Lines {
  const { md } = writer;
  const [only, ...more] = surfaces;
  const parts =
    only !== undefined && more.length === 0
      ? sections(only, writer, 3)
      : [
          clashLine(surfaces, writer),
          overview(surfaces, writer),
          ...surfaces.flatMap((from) => [heading(3, md`${from.surface}`), ...sections(from, writer, 4)]),
        ];
  return stacked([heading(2, md`${title}: stateless or stateful?`), ...parts]);
}

/** The surfaces whose answers do not fit each other, by name. */
function clashLine(surfaces: readonly Recommendation[], { md, bold, join }: MarkdownWriter): Lines {
  const names = surfaces.filter(({ clashes }) => clashes.length > 0).map(({ surface }) => bold(surface));
  return names.length === 0 ? [] : paragraph(md`Some answers do not fit each other: ${join(names, ", ")}.`);
}

function overview(surfaces: readonly Recommendation[], { md }: MarkdownWriter): Lines {
  return alignedTable(
    [md`Surface`, md`Verdict`, md`Grade`, md`Kept`],
    surfaces.map((from) => [
      md`${from.surface}`,
      md`**${from.verdict}**`,
      md`${gradeOf(from) ?? "–"}`,
      md`${keptShort(from)}`,
    ]),
  );
}

function sections(from: Recommendation, writer: MarkdownWriter, level: number): readonly Lines[] {
  const { md } = writer;
  const undecided = from.verdict === "undecided";
  const order = from.analysis === null ? "" : ", most informative first";
  const open = section(level, undecided ? md`What would help most${order}` : md`Open questions${order}`, [
    unanswered(from, writer),
  ]);
  return [
    verdictLines(from, writer),
    ...(undecided ? [open] : []),
    figures(from, writer),
    section(level, md`Settled whatever the points`, [settled(from, writer)]),
    section(level, md`Why`, [reasons(from, writer)]),
    section(level, md`Where the state lives`, [placements(from, writer), patterns(from, writer)]),
    section(level, md`What it assumes`, [assumptions(from, writer)]),
    section(level, md`What this choice brings and costs`, [tradeoffs(from, writer)]),
    section(level, md`Errors and operation`, [guidance(from, writer)]),
    section(level, md`What would change it`, [tipping(from, writer)]),
    ...(undecided ? [] : [open]),
    section(level, md`Implied answers`, [implied(from, writer)]),
  ];
}

function closing(report: Report, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return stacked([
    section(report.services.length > 1 ? 2 : 3, md`Sources`, [sources(surfaces, writer)]),
    origin(report, writer),
  ]);
}

/** In full detail: the titles of all that is cited. Otherwise the links in the text have to do. */
export function sources(surfaces: readonly Recommendation[], writer: MarkdownWriter): Lines {
  return writer.style.detail === "normal" ? [] : sourceList(surfaces, writer);
}

/** Every source by id and title. */
function sourceList(surfaces: readonly Recommendation[], writer: MarkdownWriter): Lines {
  const { md, code, link } = writer;
  return list(
    writer,
    sourcesOf(surfaces).map(({ id, title, url }) => ({ line: md`${code(id)}: ${link(title, url)}` })),
  );
}
