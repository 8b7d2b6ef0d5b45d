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
  laneTitle,
  type Picture,
  pictureOf,
  pictureTitle,
  type Spot,
  shortTitle,
  spotTitles,
  storesOf,
} from "./picture.js";

type Style = Pick<ReportStyle, "unicode">;

/** Where the state lives, as one flowchart of Mermaid; of several surfaces each in a frame of its own. */
export const mermaidReport: Format = (report, style) => joinedLines(flowchart(surfacesOf(report), style));

/** The flowchart of some surfaces as a block of Markdown, which GitHub, GitLab and others draw. */
export const mermaidBlock = (surfaces: readonly Recommendation[], style: Style): readonly Escaped[] =>
  fenced(flowchart(surfaces, style));

/** The same of one picture. */
export const pictureBlock = (picture: Picture, style: Style): readonly Escaped[] =>
  fenced(single(picture, style));

const fenced = (lines: readonly Escaped[]): readonly Escaped[] => [
  asEscaped("```mermaid"),
  ...lines,
  asEscaped("```"),
];

function flowchart(surfaces: readonly Recommendation[], style: Style): readonly Escaped[] {
  const [only, ...more] = surfaces;
  return only !== undefined && more.length === 0 ? single(pictureOf(only), style) : framed(surfaces, style);
}

function single(picture: Picture | null, style: Style): readonly Escaped[] {
  return chart("LR", escapeMermaid(descriptionOf(picture), style), nodes(picture, "", style));
}

function framed(surfaces: readonly Recommendation[], style: Style): readonly Escaped[] {
  const parts = withShortTitles(surfaces).map(([title, from], at) => ({
    id: `s${at + 1}`,
    title,
    picture: pictureOf(from),
  }));
  const text = (words: string): string => escapeMermaid(words, style);
  const descriptions = parts.map(({ title, picture }) => `${text(title)}. ${text(descriptionOf(picture))}`);
  return chart("TB", descriptions.join(" "), [
    ...parts.flatMap(({ id, title, picture }) => [
      `subgraph ${id}[${label([title], style)}]`,
      ...["direction LR", ...nodes(picture, id, style)].map((line) => `  ${line}`),
      "end",
    ]),
    // Links that are not drawn keep the surfaces in order, one below the other.
    parts.map(({ id }) => id).join(" ~~~ "),
  ]);
}

const chart = (direction: "LR" | "TB", description: string, lines: readonly string[]): readonly Escaped[] => [
  asEscaped(`flowchart ${direction}`),
  ...[`accTitle: ${pictureTitle}`, `accDescr: ${description}`, ...lines].map((line) =>
    asEscaped(`  ${line}`),
  ),
];

const undecided = "No verdict yet";

const descriptionOf = (picture: Picture | null): string => picture?.description ?? `${undecided}.`;

/** What is drawn of a surface, in a few lines, with ids that begin with a prefix. */
function nodes(picture: Picture | null, prefix: string, style: Style): readonly string[] {
  if (picture === null) return [`${prefix}open[${label([undecided], style)}]`];
  const titled = (title: string, spot: Spot): string =>
    label([title, ...picture.chips[spot].map(chipWords)], style);
  const client = `${prefix}client[${titled(spotTitles.client, "client")}]`;
  const instances = `${prefix}instances[${titled(instancesTitle(picture), "connection")}]`;
  const lane = titled(laneTitle(picture), "request");
  const [from, to] = picture.isBound ? ["<==", "==>"] : ["--", "-->"];
  const stores = storesOf(picture).map((spot) => `${prefix}${spot}[(${titled(spotTitles[spot], spot)})]`);
  return [`${client} ${from} ${lane} ${to} ${instances}`, `${prefix}instances --- ${stores.join(" & ")}`];
}

/** "Session: Server-side session". */
function chipWords(chip: Chip): string {
  const title = chipTitle(chip);
  return chip.pattern === null ? title : `${title}: ${shortTitle(chip.pattern)}`;
}

/** Lines of text as one label. */
const label = (lines: readonly string[], style: Style): string =>
  `"${lines.map((line) => escapeMermaid(line, style)).join("<br>")}"`;

/**
 * One line of text for a label in quotation marks. Whatever could be markup to Mermaid, or in the HTML and Markdown that
 * it reads in labels, becomes a character reference; in pure ASCII letters beyond it as well, so that nothing is lost.
 * Three things mean something to Mermaid even as references: the `$$` of a formula, the name of an icon, and its own
 * notation of references. A word joiner parts them.
 */
function escapeMermaid(text: string, { unicode }: Style): string {
  const plain = cleaned({ unicode: true }, text)
    .trim()
    .replace(/\$(?=\$)|:(?=fa-)|ﬂ(?=°)|¶(?=ß)/g, "$&\u2060");
  return plain.replace(unicode ? special : specialOrBeyond, (char) => `#${char.codePointAt(0)};`);
}

// Before anything but a space, a colon makes Mermaid look for styles, which it reads from references, too.
const special = /[^\p{L}\p{M}\p{N} .,:()/'!?–—‘’“”…-]|:(?! )/gu;
const specialOrBeyond = /[^A-Za-z0-9 .,:()/'!?-]|:(?! )/gu;
