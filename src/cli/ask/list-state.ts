import { stripVTControlCharacters } from "node:util";
import type { Page, Picked, PickedSeveral, SeveralPage } from "./prompter.js";

/** A row of the list. */
export interface Row {
  readonly kind: "choice" | "move" | "back";
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  /** The digit that jumps to it; null for rows without one. */
  readonly digit: number | null;
}

/** What a person has done on a page so far. */
export interface ListState {
  /** The highlighted row. */
  readonly row: Row | undefined;
  /** Ids of the marked choices, where several can be chosen. */
  readonly marked: ReadonlySet<string>;
  /** What is searched for; null while nothing is. */
  readonly filter: string | null;
  /** Notes that do not fit beside all rows are shown. */
  readonly notes: boolean;
  /** What is wrong with the reply; empty for nothing. */
  readonly problem: string;
}

/** A key as Inquirer reports it. */
interface PressedKey {
  readonly name: string;
  readonly ctrl: boolean;
}

/** What a key leads to: another state, or the end of the page. */
export type Pressed = { readonly state: ListState } | { readonly picked: Picked | PickedSeveral };

/** A page as keys see it: its rows, and how many of them are drawn at once. */
export interface List {
  readonly page: Page | SeveralPage;
  readonly rows: readonly Row[];
  readonly pageSize: number;
}

/** Whether digits jump to the choices: only where they reach all of them. */
export const isNumbered = ({ choices }: Page): boolean => choices.length <= 9;

export function rowsOf(page: Page, back: string): readonly Row[] {
  const numbered = isNumbered(page);
  const choices = page.choices.map(
    (choice, index): Row => ({ kind: "choice", ...choice, digit: numbered ? index + 1 : null }),
  );
  const moves = page.moves.map(
    ({ id, label, help }): Row => ({ kind: "move", id, label, help, group: "", digit: null }),
  );
  const help = "To the question before, whose answer stays until you change it.";
  const last: readonly Row[] = page.canGoBack
    ? [{ kind: "back", id: "", label: back, help, group: "", digit: null }]
    : [];
  return page.movesFirst ? [...moves, ...last, ...choices] : [...choices, ...moves, ...last];
}

export function startState(page: Page, rows: readonly Row[]): ListState {
  const row = rows.find(({ kind, id }) => kind !== "back" && page.current.includes(id)) ?? rows[0];
  return { row, marked: new Set(page.current), filter: null, notes: false, problem: "" };
}

/** The rows to be shown: all, or the choices that have every word of the filter. */
export function shownRows(rows: readonly Row[], filter: string | null): readonly Row[] {
  const words = (filter ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ kind, id, label, help, group }) => {
    const text = stripVTControlCharacters([id, label, help, group].join(" ")).toLowerCase();
    return kind === "choice" && words.every((word) => text.includes(word));
  });
}

export const isSeveral = (page: Page | SeveralPage): page is SeveralPage => "none" in page;

/**
 * What a key does. `typed` is what has been typed on the line so far: the filter while one is open; otherwise the character
 * of this key.
 */
export function press(list: List, before: ListState, key: PressedKey, typed: string): Pressed {
  const state = { ...before, problem: "" };
  const moved = movedBy(list, state, key);
  if (moved !== null) return { state: { ...state, row: moved } };
  if (key.name === "return" || key.name === "enter") return enter(list, state);
  if (key.name === "space" && isSeveral(list.page)) return mark(list, state);
  if (state.filter !== null) {
    if (key.name === "escape" || (key.name === "backspace" && state.filter === ""))
      return { state: { ...state, filter: null } };
    return { state: filtered(list, state, typed) };
  }
  const left = leavingKey(list.page, key.name);
  if (left !== null) return { picked: left };
  if (typed === "/") return { state: { ...state, filter: "" } };
  if (typed === "?") return { state: { ...state, notes: !state.notes } };
  const numbered = list.rows.find(({ digit }) => digit !== null && String(digit) === key.name);
  if (numbered === undefined) return { state };
  const at = { ...state, row: numbered };
  return isSeveral(list.page) ? mark(list, at) : { state: at };
}

/** Keys that go to the row before or after, around the ends. */
const steps: ReadonlyMap<string, number> = new Map([
  ["up", -1],
  ["k", -1],
  ["down", 1],
  ["j", 1],
]);

/** The row that a key moves the highlight to; null for keys that do not. */
function movedBy({ page, rows, pageSize }: List, { row, filter }: ListState, key: PressedKey): Row | null {
  const shown = shownRows(rows, filter);
  const at = row === undefined ? -1 : shown.indexOf(row);
  const isTyped = filter !== null && key.name.length === 1;
  const step = isTyped || key.ctrl ? undefined : steps.get(key.name);
  if (step !== undefined) return shown.at((at + step) % Math.max(1, shown.length)) ?? null;
  const to = (index: number): Row | null => shown[Math.max(0, Math.min(index, shown.length - 1))] ?? null;
  switch (key.name) {
    case "home":
      return to(0);
    case "end":
      return to(shown.length - 1);
    case "pageup":
      return to(at - Math.max(1, pageSize - 1));
    case "pagedown":
      return to(at + Math.max(1, pageSize - 1));
    case "tab":
      if (page.tab === null || filter !== null) return null;
      return rows.find(({ kind }) => (row?.kind === "choice") === (kind !== "choice")) ?? null;
    default:
      return null;
  }
}

function filtered({ rows }: List, state: ListState, typed: string): ListState {
  const shown = shownRows(rows, typed);
  const row = state.row !== undefined && shown.includes(state.row) ? state.row : shown[0];
  return { ...state, filter: typed, row: row ?? state.row };
}

function leavingKey({ canGoBack, forward }: Page, name: string): Picked | null {
  if (canGoBack && (name === "escape" || name === "left")) return { kind: "back" };
  return forward !== null && name === "right" ? { kind: "forward" } : null;
}

function enter({ page, rows }: List, state: ListState): Pressed {
  const { row, filter, marked } = state;
  if (row === undefined || !shownRows(rows, filter).includes(row)) return { state };
  if (row.kind === "back") return { picked: { kind: "back" } };
  if (row.kind === "move") return { picked: { kind: "move", id: row.id } };
  if (!isSeveral(page)) return { picked: { kind: "choice", id: row.id } };
  if (filter !== null) return { state: { ...state, filter: null } };
  const ids = page.choices.map(({ id }) => id).filter((id) => marked.has(id));
  const problem = severalProblem(page, ids);
  return problem === null ? { picked: { kind: "choices", ids } } : { state: { ...state, problem } };
}

/** Marks the highlighted choice or unmarks it; takes a row that is not a choice. */
function mark(list: List, state: ListState): Pressed {
  const { row, filter } = state;
  if (row === undefined || !shownRows(list.rows, filter).includes(row)) return { state };
  if (row.kind !== "choice") return enter(list, state);
  const marked = new Set(state.marked);
  if (!marked.delete(row.id)) marked.add(row.id);
  return { state: { ...state, marked } };
}

function severalProblem(page: SeveralPage, ids: readonly string[]): string | null {
  const none = page.choices.find(({ id }) => id === page.none);
  if (ids.length === 0) return "Nothing is selected: press the space bar on everything that applies.";
  if (none !== undefined && ids.includes(none.id) && ids.length > 1)
    return `“${none.label}” cannot be combined with others.`;
  return null;
}
