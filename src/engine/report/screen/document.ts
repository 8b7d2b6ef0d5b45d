import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Report, ReportedPack } from "../../model/recommendation.js";
import { type NextCommand, nextCommands } from "../answer/next-commands.js";
import { as, type Inline } from "../inline.js";
import { block, heading, type Lines, type Placing, spaced } from "../layout.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { clashLine, summaryTable } from "../text/summary.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import { surfaceScreen } from "./surface.js";

/** Lines for one surface with all that stands below it, and for each of several. */
const wholeRoom = 30;
const sharedRoom = 29;

/** What one needs first, a screen for each surface, and the commands that say more. */
export const screenReport: Format = (report, style) => {
  const surfaces = surfacesOf(report);
  const after = closing(report, style);
  const room = surfaces.length > 1 ? sharedRoom : wholeRoom - after.length - 1;
  return joinedLines(
    spaced([
      clashLine(surfaces, style),
      summaryTable(surfaces, style),
      ...withTitles(surfaces, surfaceTitle).map(([title, from]) => surfaceScreen(from, title, room, style)),
      after,
    ]),
  );
};

function closing(report: Report, style: ReportStyle): Lines {
  return [...nextLines(nextCommands(report), style), ...origin(report.pack, style)];
}

/** The commands beside their heading or, if one is too long for that, below it. */
function nextLines(commands: readonly NextCommand[], style: ReportStyle): Lines {
  if (commands.length === 0) return [];
  const title = as("heading", "Next");
  const beside = commands.map((each, at) =>
    nextLine(each, { indent: 0, mark: at === 0 ? [title] : [], hang: 5 }, style),
  );
  if (beside.every(({ length }) => length === 1)) return beside.flat();
  return [...heading(style, "Next"), ...commands.flatMap((each) => nextLine(each, {}, style))];
}

/** A command, with what it is for if that fits beside it. */
function nextLine({ line, about }: NextCommand, placing: Placing, style: ReportStyle): Lines {
  const drawn = (...more: readonly Inline[]): Lines => block(style, [line, ...more], placing);
  const explained = about === null ? drawn() : drawn(as("dim", ` (${about})`));
  return explained.length === 1 ? explained : drawn();
}

/** Where the rules come from. */
function origin({ name, version, drawnFrom }: ReportedPack, style: ReportStyle): Lines {
  const rules = drawnFrom === null ? `Rule pack ${name} ${version}.` : `Rules from ${drawnFrom.title}.`;
  return block(style, [as("dim", rules)], { indent: 0 });
}
