import { isNumbered, isSeveral, type ListState, type Row, shownRows } from "./list-state.js";
import { drawnKeys, filterKeys, pageKeys } from "./page-keys.js";
import type { Note, Page, SeveralPage } from "./prompter.js";
import { soFarLine } from "./so-far-line.js";
import { paragraph, type Terminal, textWidth } from "./terminal.js";

/** An item of the list: a row that can be highlighted, or a line between rows. */
export type ListItem =
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "line"; readonly text: string };

/** A page fitted to the screen. */
export interface Layout {
  /** Above the list. */
  readonly heading: string;
  readonly items: readonly ListItem[];
  /** Lines for the list, which scrolls if it is longer. */
  readonly pageSize: number;
  /** Below the list: the help of the highlighted row, always as many lines, so that nothing jumps; then the keys. */
  readonly footer: readonly string[];
}

/** How much of a page is shown around the list, from all of it to as little as possible. */
interface Variant {
  readonly notes: readonly Note[];
  /** Blank lines around the heading. */
  readonly airy: boolean;
  /** Without the lines that only set things apart. */
  readonly tight: boolean;
}

/** Where the list scrolls anyhow, notes are dropped so that at least this many lines of it show. */
const wantedLines = 10;
/** The help is cut for the sake of these. */
const leastLines = 3;
const indent = 2;

/**
 * Fits a page to the screen's rows: first the blank lines go, then the notes from the last, which a key brings back; then the
 * list scrolls.
 */
export function layOut(
  page: Page | SeveralPage,
  rows: readonly Row[],
  state: ListState,
  terminal: Terminal,
): Layout {
  const all = variantsOf(page).map((variant) => fitted(page, rows, state, terminal, variant));
  const [, ...compact] = all;
  const last = all.at(-1);
  if (last === undefined) throw new RangeError("every page has a layout");
  const whole = all.find(({ scrolls }) => !scrolls);
  const most = compact.find(({ room }) => room >= wantedLines) ?? last;
  const chosen = whole ?? most;
  const folded = chosen.variant.notes.length < page.notes.length;
  const [unfolded = last] = compact;
  if (!folded) return drawn(page, rows, state, terminal, chosen, null);
  return state.notes
    ? drawn(page, rows, state, terminal, unfolded, "less")
    : drawn(page, rows, state, terminal, chosen, "more");
}

function variantsOf({ notes }: Page): readonly Variant[] {
  const fewer = notes.map((_, index) => notes.slice(0, notes.length - index)).concat([[]]);
  return [
    { notes, airy: true, tight: false },
    ...fewer.flatMap((kept) => [
      { notes: kept, airy: false, tight: false },
      { notes: kept, airy: false, tight: true },
    ]),
  ];
}

interface Fitted {
  readonly variant: Variant;
  readonly heading: readonly string[];
  readonly helpLines: number;
  /** Lines that are left for the list, and whether that is too few. */
  readonly room: number;
  readonly scrolls: boolean;
}

function fitted(
  page: Page | SeveralPage,
  rows: readonly Row[],
  state: ListState,
  terminal: Terminal,
  variant: Variant,
): Fitted {
  const heading = headingOf(page, variant, terminal);
  const helpLines = Math.max(1, ...rows.map(({ help }) => helpOf(help, terminal).length));
  const listLines = itemsOf(rows, variant, terminal).reduce(
    (sum, item) => sum + itemLines(item, page, state, terminal).length,
    0,
  );
  const notes = variant.notes.length < page.notes.length ? "more" : null;
  const roomWith = (scrolls: boolean): number => {
    const keys = drawnKeys(pageKeys(page, { scrolls, notes }, terminal), terminal);
    // One row is kept free, so that drawing never scrolls, and for what is wrong with a reply.
    return terminal.rows - 1 - heading.length - (variant.tight ? 0 : 1) - helpLines - keys.length;
  };
  const scrolls = roomWith(false) < listLines;
  return { variant, heading, helpLines, room: roomWith(scrolls), scrolls };
}

function drawn(
  page: Page | SeveralPage,
  rows: readonly Row[],
  state: ListState,
  terminal: Terminal,
  { variant, heading, helpLines, room, scrolls }: Fitted,
  notes: "more" | "less" | null,
): Layout {
  const { palette } = terminal;
  const shown = shownRows(rows, state.filter);
  const items = itemsOf(shown, variant, terminal);
  const keys =
    state.filter === null
      ? pageKeys(page, { scrolls, notes }, terminal)
      : filterKeys(state.filter, isSeveral(page), terminal);
  const row = shown.find((each) => each === state.row);
  const shownHelp = Math.max(1, helpLines - Math.max(0, leastLines - room));
  const help = helpOf(row?.help ?? "", terminal)
    .slice(0, shownHelp)
    .map((line) => palette.dim(line));
  const blanks = new Array<string>(shownHelp - help.length).fill("");
  return {
    heading: heading.join("\n"),
    items: items.length === 0 ? [{ kind: "line", text: palette.dim("Nothing matches.") }] : items,
    pageSize: Math.max(leastLines, room),
    footer: [
      ...(variant.tight ? [] : [""]),
      ...help,
      ...blanks,
      ...(state.problem === "" ? [] : paragraph(palette.bad(state.problem), textWidth(terminal))),
      ...drawnKeys(keys, terminal),
    ],
  };
}

const helpOf = (text: string, terminal: Terminal): readonly string[] =>
  paragraph(text, textWidth(terminal), " ".repeat(indent));

function headingOf(page: Page, { notes, airy }: Variant, terminal: Terminal): readonly string[] {
  const { palette } = terminal;
  const width = textWidth(terminal);
  const blank = airy ? [""] : [];
  return [
    ...blank,
    ...(page.place === "" ? [] : paragraph(page.place, width).map((line) => palette.dim(line))),
    ...(page.soFar === null ? [] : [soFarLine(page.soFar, terminal)]),
    ...paragraph(page.ask, width).map((line) => palette.bold(line)),
    ...notes.flatMap((note) => noteLines(note, terminal)),
    ...blank,
  ];
}

/** A note as a paragraph after its label. */
export function noteLines({ label, text }: Note, terminal: Terminal): readonly string[] {
  return paragraph(label === "" ? text : `${terminal.palette.dim(`${label}:`)} ${text}`, textWidth(terminal));
}

/** The rows with a heading above each group, and a rule between choices and moves. */
function itemsOf(rows: readonly Row[], { tight }: Variant, terminal: Terminal): readonly ListItem[] {
  const rule = terminal.palette.dim((terminal.unicode ? "─" : "-").repeat(12));
  return rows.flatMap((row, index): readonly ListItem[] => {
    const before = rows[index - 1];
    const item: ListItem = { kind: "row", row };
    if (row.group !== "" && row.group !== before?.group)
      return [{ kind: "line", text: terminal.palette.bold(row.group) }, item];
    const crosses = !tight && before !== undefined && (before.kind === "choice") !== (row.kind === "choice");
    return crosses ? [{ kind: "line", text: rule }, item] : [item];
  });
}

/** What stands behind the answer so far. */
const remarks = { keep: "(your answer)", confirm: "(an agent's answer)" } as const;

/** An item as it is drawn: cursor, digit and box in columns before the label. */
export function itemLines(
  item: ListItem,
  page: Page | SeveralPage,
  state: ListState,
  terminal: Terminal,
): readonly string[] {
  const { palette, unicode } = terminal;
  const width = terminal.columns - 1;
  if (item.kind === "line") return paragraph(item.text, width, " ");
  const { row } = item;
  const active = row === state.row;
  const isChoice = row.kind === "choice";
  const cursor = active ? (unicode ? "❯" : ">") : " ";
  const digit = isNumbered(page) ? `${row.digit ?? " "} ` : "";
  const on = state.marked.has(row.id);
  const box = isChoice ? (unicode ? (on ? "◼ " : "◻ ") : on ? "[x] " : "[ ] ") : "  ";
  const mark = `${cursor} ${active ? digit : palette.dim(digit)}${isSeveral(page) ? box : ""}`;
  const whose = isSeveral(page) ? null : page.forward;
  const isCurrent = row.kind !== "back" && page.current.includes(row.id);
  const remark = isCurrent && (whose === "keep" || whose === "confirm") ? remarks[whose] : null;
  const label = `${row.label}${remark === null ? "" : ` ${palette.dim(remark)}`}`;
  return paragraph(label, width, mark).map((line) => (active ? palette.stateless(line) : line));
}
