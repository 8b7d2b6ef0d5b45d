import type { Place } from "../../model/verdict.js";
import type { PlacedConcern, Places } from "../answer/places.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { listed } from "../wording/phrases.js";
import { concernTitles, patternTitle } from "../wording/titles.js";
import type { Sheet } from "./shorten.js";

const hang = 13;

/**
 * A line or two for each concern that has state: its place, its pattern with as many examples as leave it at `rows` lines,
 * and in short what comes with it. The heading names the concerns that have none.
 */
export function placeLines({ placed, without }: Places, rows: number, sheet: Sheet): Lines {
  if (placed.length + without.length === 0) return [];
  const names = without.map((concern) => concernTitles[concern].toLowerCase());
  const none = names.length === 0 ? "" : ` (${placed.length === 0 ? "nowhere" : "none"}: ${listed(names)})`;
  return [
    ...block(sheet.style, [as("heading", "Where the state lives"), as("dim", none)], { indent: 0 }),
    ...placed.flatMap((each) => placedLines(each, rows, sheet)),
  ];
}

function placedLines(each: PlacedConcern, rows: number, { style, measure }: Sheet): Lines {
  const { concern, place, pattern } = each;
  const drawn = (by: ReportStyle, examples: number): Lines => {
    const title = pattern === null ? "" : `: ${patternTitle(pattern, examples)}`;
    const content = [as("bold", shortPlaces[place]), title, ...beside(each)];
    return block(by, content, { mark: [as("bold", concernTitles[concern])], hang });
  };
  const bare = drawn(measure, fewestExamples).length;
  const examples = [3, 2].find((count) => drawn(measure, count).length <= Math.max(rows, bare));
  return drawn(style, examples ?? fewestExamples);
}

const fewestExamples = 1;

/** The places as a column has room for them. */
const shortPlaces: Readonly<Record<Place, string>> = {
  nowhere: "no state",
  client: "client",
  request: "each request",
  data: "business data",
  "shared-store": "shared store",
  resource: "own resource",
  connection: "connection or instance",
};

/** "; with Resume token; backed by Log of unread messages, shared store"; empty if nothing comes with it. */
function beside({ companion, secondHome }: PlacedConcern): readonly Inline[] {
  const parts = [
    ...(companion === null ? [] : [`; with ${companion.title}`]),
    ...(secondHome === null ? [] : [`; backed by ${secondHome.title} (${shortPlaces[secondHome.place]})`]),
  ];
  return parts.map((part) => as("dim", part));
}
