import { asEscaped, type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import { cleaned } from "../inline.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { withShortTitles } from "../wording/titles.js";
import {
  type Chip,
  chipTitle,
  instancesTitle,
  type Picture,
  pictureOf,
  type Spot,
  spotTitles,
  storesOf,
} from "./picture.js";

type Style = Pick<ReportStyle, "unicode">;

/** Where the state lives, as one flowchart of Mermaid; of several surfaces each in a frame of its own. */
export const mermaidReport: Format = (report, style) => {
  const surfaces = withShortTitles(surfacesOf(report));
  const [only, ...more] = surfaces;
  if (only !== undefined && more.length === 0) return joinedLines(mermaidLines(only[1], style));
  return joinedLines([
    asEscaped("flowchart LR"),
    ...surfaces.flatMap(([title, from], at) => [
      asEscaped(`  subgraph s${at + 1}[${quoted([title], style)}]`),
      ...nodes(pictureOf(from), `s${at + 1}`, style).map((line) => asEscaped(`  ${line}`)),
      asEscaped("  end"),
    ]),
  ]);
};

/** The flowchart of one surface, with a description for screen readers. */
export function mermaidLines(from: Recommendation, style: Style): readonly Escaped[] {
  const picture = pictureOf(from);
  const described = picture === null ? [] : [asEscaped(`  accDescr: ${plain(picture.description, style)}`)];
  return [asEscaped("flowchart LR"), ...described, ...nodes(picture, "", style)];
}

function nodes(picture: Picture | null, prefix: string, style: Style): readonly Escaped[] {
  const id = (name: string): string => `${prefix}${name}`;
  if (picture === null) return [asEscaped(`  ${id("open")}[${quoted(["No verdict yet"], style)}]`)];
  const { chips, isBound } = picture;
  const label = (title: string, spot: Spot): string =>
    quoted([title, ...chips[spot].map(chipWords)], style);
  const stores = storesOf(picture);
  const arrow = isBound ? ["<==", "==>"] : ["--", "-->"];
  return [
    `${id("client")}[${label(spotTitles.client, "client")}]`,
    `${id("instances")}[${label(instancesTitle(picture), "connection")}]`,
    ...stores.map((spot) => `${id(spot)}[(${label(spotTitles[spot], spot)})]`),
    `${id("client")} ${arrow[0]} ${label(isBound ? "open connection" : "each request", "request")} ${arrow[1]} ${id("instances")}`,
    ...stores.map((spot) => `${id("instances")} --- ${id(spot)}`),
  ].map((line) => asEscaped(`  ${line}`));
}

/** "Session: Server-side session". */
function chipWords(chip: Chip): string {
  const title = chipTitle(chip);
  return chip.pattern === null ? title : `${title}: ${chip.pattern.title}`;
}

/** Lines of text as a label. Whatever could be markup to Mermaid becomes a character reference. */
const quoted = (lines: readonly string[], style: Style): string =>
  `"${lines.map((line) => plain(line, style)).join("<br>")}"`;

const plain = (text: string, style: Style): string =>
  cleaned(style, text).trim().replace(/[^\p{L}\p{M}\p{N} .,:()/-]/gu, (char) => `#${char.codePointAt(0)};`);
