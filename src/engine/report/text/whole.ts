import { joinedLines } from "../../diagnostics/plain-text.js";
import { bibliography } from "../document/document.js";
import { closingOf, overviewOf } from "../document/overview.js";
import { spaced } from "../layout.js";
import type { Format } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import { drawBlocks, drawSections, inFull } from "./draw.js";
import { surface } from "./surface.js";

/** Everything: a table if there are several surfaces, then each surface with its rules, figures and sources. */
export const wholeReport: Format = (report, style) => {
  const surfaces = surfacesOf(report);
  const sheet = inFull(style);
  return joinedLines(
    spaced([
      drawBlocks(overviewOf(surfaces), sheet, 0),
      ...withTitles(surfaces, surfaceTitle).map(([title, from]) => surface(from, title, style)),
      drawSections(bibliography(surfaces), sheet),
      closingOf(report).flatMap((each) => drawBlocks([each], sheet, 0)),
    ]),
  );
};
