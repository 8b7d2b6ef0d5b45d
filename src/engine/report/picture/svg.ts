import { textColumns } from "../../diagnostics/text-columns.js";
import { classOfPlace } from "../../model/verdict.js";
import { type Html, html } from "../html/writer.js";
import { classRoles } from "../wording/titles.js";
import { wrapText } from "../wrap-text.js";
import {
  type Chip,
  chipTitle,
  instancesTitle,
  laneTitle,
  type Picture,
  pictureTitle,
  type Spot,
  shortTitle,
  spotTitles,
  storesOf,
} from "./picture.js";

/*
 * Units are those of the view box, a CSS pixel each at full width. The font is not known, so text is wrapped by its
 * number of characters, with room for a wide font.
 */
const lineHeight = 16;
const padding = 10;
const gap = 8;

/** A horizontal range. */
interface Column {
  readonly x: number;
  readonly width: number;
}

/** Something drawn, and the height that it takes up below `y`. */
interface Part {
  readonly height: number;
  readonly at: (y: number) => Html;
}

/**
 * Where the state lives, as inline SVG, twice: for a wide page with the client on the left and business data on the
 * right, and for a narrow one with the client on top. `pictureStyles` shows one of them and has the colours.
 */
export const pictureSvg = (picture: Picture): Html => html`${wide(picture)}${tall(picture)}`;

function wide(picture: Picture): Html {
  const client: Column = { x: 1, width: 188 };
  const lane: Column = { x: 203, width: 174 };
  const instances: Column = { x: 391, width: 188 };
  const stores: Column = { x: 623, width: 196 };
  const parts = {
    client: clientBox(picture, client),
    label: text(laneTitle(picture), "label", lane),
    chips: chipsIn("request", picture, lane),
    instances: instancesBox(picture, instances),
  };
  const homes = storeBoxes(picture, stores);
  const allStores = below(homes, 2 * gap);
  // The chips are centred on the wire, the label is above them.
  const laneHeight = parts.chips.height + 2 * (parts.label.height + gap);
  const height = 2 + Math.max(laneHeight, parts.client.height, parts.instances.height, allStores.height);
  const centred = (part: Part): Html => part.at((height - part.height) / 2);
  const right = instances.x + instances.width;
  const bend = (right + stores.x) / 2;
  const ends = middles(homes, (height - allStores.height) / 2);
  return svg("wide", picture, { width: stores.x + stores.width + 1, height })`
${wires(picture, `M${client.x + client.width} ${height / 2}H${instances.x}`, ...ends.map((end) => `M${right} ${height / 2}H${bend}V${end}H${stores.x}`))}
${parts.label.at((height - laneHeight) / 2)}${centred(parts.chips)}${centred(parts.client)}${centred(parts.instances)}${centred(allStores)}`;
}

function tall(picture: Picture): Html {
  const column: Column = { x: 1, width: 338 };
  const stores: Column = { x: 29, width: 310 };
  const middle = column.x + column.width / 2;
  const client = clientBox(picture, column);
  const chips = chipsIn("request", picture, { x: 30, width: 280 });
  const beside: Column = { x: middle + gap, width: column.width / 2 - gap };
  const lane = below(
    [text(laneTitle(picture), "label", beside), ...(chips.height === 0 ? [] : [chips])],
    gap,
  );
  const instances = instancesBox(picture, column);
  const homes = storeBoxes(picture, stores);
  const all = below([client, lane, instances, ...homes], 2 * gap);
  const top = 1 + client.height;
  const bottom = top + lane.height + 4 * gap + instances.height;
  const rail = (column.x + stores.x) / 2;
  return svg("tall", picture, { width: column.width + 2, height: all.height + 2 })`
${wires(picture, `M${middle} ${top}V${bottom - instances.height}`, ...middles(homes, bottom + 2 * gap).map((end) => `M${rail} ${bottom}V${end}H${stores.x}`))}
${all.at(1)}`;
}

/** Template tag: the whole picture around what is drawn. */
const svg =
  (
    name: string,
    { description }: Picture,
    { width, height }: { readonly width: number; readonly height: number },
  ) =>
  (literals: TemplateStringsArray, ...drawn: readonly Html[]): Html =>
    html`<svg class="picture ${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${pictureTitle}. ${description}">${html(literals, ...drawn)}</svg>
`;

const clientBox = (picture: Picture, column: Column): Part =>
  box(spotTitles.client, "client", picture, column);

const instancesBox = (picture: Picture, column: Column): Part =>
  box(instancesTitle(picture), "connection", picture, column);

const storeBoxes = (picture: Picture, column: Column): readonly Part[] =>
  storesOf(picture).map((spot) => box(spotTitles[spot], spot, picture, column));

/** A place with its title and the state in it; drawn weaker if it is empty. */
function box(title: string, spot: Spot, picture: Picture, { x, width }: Column): Part {
  const inner = { x: x + padding, width: width - 2 * padding };
  const chips = chipsIn(spot, picture, inner);
  const content = below([text(title, "strong", inner), ...(chips.height === 0 ? [] : [chips])], gap);
  const height = content.height + 2 * padding;
  return {
    height,
    at: (y) => html`<g class="place${chips.height === 0 ? " empty" : ""}">
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${content.at(y + padding)}</g>
`,
  };
}

/** The state in a spot; no height without any. */
function chipsIn(spot: Spot, { chips }: Picture, column: Column): Part {
  const colour = classRoles[classOfPlace[spot]];
  return below(
    chips[spot].map((each) => chip(each, colour, column)),
    gap,
  );
}

/** One kind of state: its concern and, below, its pattern. */
function chip(each: Chip, colour: string, { x, width }: Column): Part {
  const inner = { x: x + gap, width: width - 2 * gap };
  const { pattern } = each;
  const title = pattern === null ? "" : shortTitle(pattern);
  const lines = [
    text(chipTitle(each), "strong", inner),
    ...(title === "" ? [] : [text(title, "pattern", inner)]),
  ];
  const content = below(lines, 0);
  const height = content.height + gap;
  // Where the title is cut, pointing at it shows the whole.
  const whole = pattern === null || title === pattern.title ? null : html`<title>${pattern.title}</title>`;
  return {
    height,
    at: (
      y,
    ) => html`<g class="chip ${each.role} ${colour}">${whole}<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${content.at(y + gap / 2)}</g>
`,
  };
}

/** Lines from client to instances and from there to each store. */
const wires = ({ isBound }: Picture, toInstances: string, ...toStores: readonly string[]): Html =>
  html`<g class="wires"><path class="${isBound ? "bound" : "free"}" d="${toInstances}"/>${toStores.map((d) => html`<path d="${d}"/>`)}</g>`;

/** The vertical middle of each of the parts that `below` draws at `y` with twice the usual gap. */
function middles(parts: readonly Part[], y: number): readonly number[] {
  let top = y;
  return parts.map(({ height }) => {
    const middle = top + height / 2;
    top += height + 2 * gap;
    return middle;
  });
}

/** Text in as many lines as it needs, from its left edge. */
function text(words: string, name: string, { x, width }: Column): Part {
  const columns = Math.floor(width / columnWidth(words));
  const rows = wrapText(words, columns).map(({ start, end }) => words.slice(start, end));
  return {
    height: rows.length * lineHeight,
    at: (y) =>
      html`<text class="${name}">${rows.map((row, at) => html`<tspan x="${x}" y="${y + at * lineHeight + 12}">${row}</tspan>`)}</text>`,
  };
}

/** The width of a column of text: more with words in capitals or in scripts with wide letters. */
function columnWidth(words: string): number {
  const ofWord = (word: string): number => {
    const wide = word.match(/[^ -?[-~]/gu)?.length ?? 0;
    const widest = word.match(/[MW@%]/g)?.length ?? 0;
    return narrow + (3 * (wide + widest)) / Math.max(1, textColumns(word));
  };
  return Math.max(
    narrow,
    ...words
      .split(" ")
      .filter((word) => word.length > 5)
      .map(ofWord),
  );
}

/** What most letters take, in a wide font. */
const narrow = 7;

/** Parts one below the other. */
function below(parts: readonly Part[], space: number): Part {
  const height = parts.reduce((sum, part, at) => sum + part.height + (at === 0 ? 0 : space), 0);
  return {
    height,
    at: (top) => {
      let y = top;
      return html`${parts.map((part) => {
        const drawn = part.at(y);
        y += part.height + space;
        return drawn;
      })}`;
    },
  };
}
