import type { IBufferCell, IBufferLine } from "@xterm/headless";
import type { Screen } from "./screen.js";

/** Pixels. Most monospaced fonts are 0.6 em wide; `textLength` fits the others to it. */
const size = { font: 14, column: 8.4, row: 20, margin: 16 };

/** A light and a dark theme with the contrast that WCAG AA asks for (4.5 : 1), by the names of the classes. */
const themes = {
  light: {
    back: "#f6f8fa",
    edge: "#d1d9e0",
    text: "#1f2328",
    dim: "#59636e",
    red: "#cf222e",
    green: "#116329",
    yellow: "#7d4e00",
    blue: "#0550ae",
    magenta: "#8250df",
    cyan: "#1b6a72",
  },
  dark: {
    back: "#151b23",
    edge: "#3d444d",
    text: "#e6edf3",
    dim: "#9198a1",
    red: "#ff7b72",
    green: "#3fb950",
    yellow: "#d29922",
    blue: "#79c0ff",
    magenta: "#be8fff",
    cyan: "#39c5cf",
  },
} as const;

/** The colours of a terminal's palette from 1, and again from 9 as bright ones, which a theme draws alike. */
const colours = ["red", "green", "yellow", "blue", "magenta", "cyan"] as const;

/** Characters of one look that stand together: no more than one space between two of them. */
interface Run {
  readonly column: number;
  readonly text: string;
  readonly look: string;
}

/** What a screen shows, as an SVG in the reader's own light or dark. `title` says in words what there is to see. */
export function drawScreen(screen: Screen, title: string): string {
  const lines = screen.lines();
  const width = Math.ceil(screen.columns * size.column) + 2 * size.margin;
  const height = lines.length * size.row + 2 * size.margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    "<style>",
    `text { font: ${size.font}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace }`,
    ".bold { font-weight: bold }",
    ".underline { text-decoration: underline }",
    ...themeRules(themes.light),
    "@media (prefers-color-scheme: dark) {",
    ...themeRules(themes.dark),
    "}",
    "</style>",
    `<rect class="back" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...lines.flatMap((line, row) => runsOf(line).map((run) => drawRun(run, row))),
    "</svg>",
    "",
  ].join("\n");
}

function themeRules({ back, edge, text, ...looks }: Readonly<Record<string, string>>): readonly string[] {
  return [
    `.back { fill: ${back}; stroke: ${edge} }`,
    `text { fill: ${text} }`,
    ...Object.entries(looks).map(([name, colour]) => `.${name} { fill: ${colour} }`),
  ];
}

function drawRun({ column, text, look }: Run, row: number): string {
  const x = pixels(size.margin + column * size.column);
  const y = size.margin + row * size.row + size.font;
  const length = pixels([...text].length * size.column);
  const classes = look === "" ? "" : ` class="${look}"`;
  return `<text${classes} x="${x}" y="${y}" textLength="${length}">${escaped(text)}</text>`;
}

function runsOf(line: IBufferLine): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < line.length; column++) {
    const cell = line.getCell(column);
    const last = runs.at(-1);
    const text = cell?.getChars() ?? "";
    if (cell === undefined || text.trim() === "") continue;
    if (cell.getWidth() !== 1) throw new RangeError(`“${text}” is not one column wide`);
    const look = lookOf(cell);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : column - last.column - [...last.text].length;
    if (last !== undefined && last.look === look && gap <= 1)
      runs[runs.length - 1] = { ...last, text: last.text + " ".repeat(gap) + text };
    else runs.push({ column, text, look });
  }
  return runs;
}

/** Names of classes, separated by spaces. */
function lookOf(cell: IBufferCell): string {
  const number = cell.getFgColor();
  const colour = cell.isFgDefault() ? "" : colours[(number % 8) - 1];
  if (colour === undefined || number > 15 || cell.isFgRGB() || !cell.isBgDefault() || cell.isInverse())
    throw new RangeError(`“${cell.getChars()}” has a colour that pictures have no theme for`);
  const shade = colour === "" && cell.isDim() ? "dim" : colour;
  const names = [cell.isBold() ? "bold" : "", cell.isUnderline() ? "underline" : "", shade];
  return names.filter((name) => name !== "").join(" ");
}

const pixels = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
