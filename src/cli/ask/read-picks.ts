import type { Move, Page, Picked, PickedSeveral, SeveralPage } from "./prompter.js";

/** What a letter means on a page. */
export type Lettered = Pick<Move, "id" | "letter"> & { readonly kind: "move" | "back" | "forward" };

/** Reads a number or letter; returns a string if something is wrong with it. */
export function readPick(line: string, page: Page, moves: readonly Lettered[]): Picked | string {
  const moved = readMove(line, page, moves);
  if (moved !== null) return moved;
  const choice =
    line === "" ? page.choices.find(({ id }) => enterTakes(page).includes(id)) : page.choices[indexOf(line)];
  return choice === undefined ? expected(line, page, moves) : { kind: "choice", id: choice.id };
}

/** Reads numbers with commas or blanks between, or a letter. */
export function readPicks(
  line: string,
  page: SeveralPage,
  moves: readonly Lettered[],
): PickedSeveral | string {
  const moved = readMove(line, page, moves);
  if (moved !== null) return moved;
  const words = line.split(/[\s,;]+/).filter((word) => word !== "");
  const wrong = words.find((word) => page.choices[indexOf(word)] === undefined);
  if (wrong !== undefined) return expected(wrong, page, moves);
  const ids =
    words.length === 0
      ? enterTakes(page)
      : page.choices.filter((_, index) => words.some((word) => indexOf(word) === index)).map(({ id }) => id);
  if (ids.length === 0) return expected(line, page, moves);
  const none = page.choices.find(({ id }) => id === page.none);
  if (none !== undefined && ids.includes(none.id) && ids.length > 1)
    return `“${none.label}” cannot be combined with others.`;
  return { kind: "choices", ids };
}

/** The move that a letter or an empty line takes, or null. */
function readMove(
  line: string,
  page: Page,
  moves: readonly Lettered[],
): Exclude<Picked, { readonly kind: "choice" }> | null {
  const move =
    line === ""
      ? moves.find(({ kind, id }) => kind === "move" && enterTakes(page).includes(id))
      : moves.find(({ letter }) => letter === line.toLowerCase());
  if (move === undefined) return null;
  return move.kind === "move" ? { kind: "move", id: move.id } : { kind: move.kind };
}

/** Ids of what an empty line takes: the current choices, or the move that a page puts first. */
export function enterTakes(page: Page): readonly string[] {
  return page.movesFirst ? page.moves.slice(0, 1).map(({ id }) => id) : page.current;
}

const indexOf = (word: string): number => (/^\d+$/.test(word) ? Number(word) - 1 : -1);

function expected(line: string, page: Page, moves: readonly Lettered[]): string {
  const letters = moves.map(({ letter }) => letter).join(", ");
  const or = letters === "" ? "" : `, or one of ${letters}`;
  return `${line === "" ? "Nothing was typed" : `“${line}” is not on the list`}: enter a number from 1 to ${page.choices.length}${or}.`;
}
