import { type Html, html } from "../html/writer.js";
import { wrapText } from "../wrap-text.js";
import { type Chip, chipTitle, instancesTitle, type Picture, spotTitles, storesOf } from "./picture.js";

/*
 * Units are those of the view box, a CSS pixel each at full width. The font is not known, so text is wrapped by its
 * number of characters, with room for a wide font.
 */
const lineHeight = 16;
const padding = 10;
const gap = 8;
const columnWidth = 7;

interface Column {
  readonly x: number;
  readonly width: number;
}
const client: Column = { x: 1, width: 188 };
const lane: Column = { x: 203, width: 174 };
const instances: Column = { x: 391, width: 188 };
const stores: Column = { x: 623, width: 196 };
const width = stores.x + stores.width + 1;

/** Something drawn, and the height that it takes up below `y`. */
interface Part {
  readonly height: number;
  readonly at: (y: number) => Html;
}

/**
 * Where the state lives, as inline SVG: the client on the left, business data on the right, and each kind of state in
 * its place. Colours come from the page's style sheet; `id` makes the title's id unique in the page.
 */
export function pictureSvg(picture: Picture, id: string): Html {
  const { chips, isBound, description } = picture;
  const homes = storesOf(picture).map((spot) => box(spotTitles[spot], spot, chips[spot], stores));
  const parts = {
    client: box(spotTitles.client, "client", chips.client, client),
    lane: laneOf(chips.request, isBound),
    instances: box(instancesTitle(picture), "instances", chips.connection, instances),
    stores: below(homes, 2 * gap),
  };
  const height = Math.max(...Object.values(parts).map((part) => part.height)) + 2;
  const centred = (part: Part): Html => part.at((height - part.height) / 2);
  const firstStore = (height - parts.stores.height) / 2;
  return html`<svg class="picture" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-picture">
<title id="${id}-picture">${description}</title>
${wires(homes, firstStore, height / 2, isBound)}
${centred(parts.lane)}${centred(parts.client)}${centred(parts.instances)}${centred(parts.stores)}</svg>`;
}

/** A place with its title and the state in it; drawn weaker if it is empty. */
function box(title: string, name: string, chips: readonly Chip[], { x, width }: Column): Part {
  const inner = { x: x + padding, width: width - 2 * padding };
  const content = below([text(title, "strong", inner), ...chips.map((each) => chip(each, inner))], gap);
  const height = content.height + 2 * padding;
  return {
    height,
    at: (y) => html`<g class="place ${name}${chips.length === 0 ? " empty" : ""}">
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${content.at(y + padding)}</g>
`,
  };
}

/** One kind of state: its concern and, below, its pattern. */
function chip(each: Chip, { x, width }: Column): Part {
  const inner = { x: x + gap, width: width - 2 * gap };
  const lines = [text(chipTitle(each), "strong", inner)];
  if (each.pattern !== null) lines.push(text(each.pattern.title, "pattern", inner));
  const content = below(lines, 0);
  const height = content.height + gap;
  return {
    height,
    at: (y) => html`<g class="chip ${each.role}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${content.at(y + gap / 2)}</g>`,
  };
}

/** What travels between client and instances: the connection or requests, and the state in them. */
function laneOf(chips: readonly Chip[], isBound: boolean): Part {
  const title = isBound ? "open connection" : chips.length > 0 ? "in each request" : "requests";
  const label = text(title, "label", lane);
  const content = below([label, ...chips.map((each) => chip(each, lane))], gap);
  // Centred on the wire if chips cover it, otherwise above it.
  return chips.length > 0 ? content : { height: 2 * label.height + gap, at: label.at };
}

function wires(homes: readonly Part[], firstStore: number, middle: number, isBound: boolean): Html {
  const right = instances.x + instances.width;
  const bend = (right + stores.x) / 2;
  let y = firstStore;
  const toStores = homes.map(({ height }) => {
    const end = y + height / 2;
    y += height + 2 * gap;
    return html`<path d="M${right} ${middle}H${bend}V${end}H${stores.x}"/>`;
  });
  const from = client.x + client.width;
  return html`<g class="wires"><path class="${isBound ? "bound" : "free"}" d="M${from} ${middle}H${instances.x}"/>${toStores}</g>`;
}

/** Text in as many lines as it needs, from its left edge. */
function text(words: string, name: string, { x, width }: Column): Part {
  const rows = wrapText(words, Math.floor(width / columnWidth)).map(({ start, end }) => words.slice(start, end));
  return {
    height: rows.length * lineHeight,
    at: (y) =>
      html`<text class="${name}">${rows.map((row, at) => html`<tspan x="${x}" y="${y + at * lineHeight + 12}">${row}</tspan>`)}</text>`,
  };
}

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
