import { as } from "../inline.js";
import { block, type Lines, type Placing } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

/**
 * A block of at most `rows` lines at the width of `measure`: the whole text, else the sentences that fit, else up to a
 * clause or a word, with an ellipsis. `measure` may be wider than `style`: what is said does not depend on a narrow window.
 */
export function shortBlock(text: string, rows: number, { style, measure }: Sheet, placing: Placing): Lines {
  const fits = (part: string): boolean => block(measure, [part], placing).length <= rows;
  return block(style, [shortened(text, fits)], placing);
}

/** How a screen is drawn, and the style by which its length is measured. */
export interface Sheet {
  readonly style: ReportStyle;
  readonly measure: ReportStyle;
}

/** The longest start of a text that fits: whole sentences if they are most of it, else up to a clause or a word. */
export function shortened(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text;
  const near = text.slice(0, farthest);
  // A cut after a little word, such as "of", leaves the reader waiting for the next one.
  const word = longest(near, /(?<=\w{5,}) /g, 0, " …", fits) || longest(near, / /g, 0, " …", fits);
  if (word === "") return longest(near, /(?<=.)/gsu, 0, "…", fits);
  const sentence = longest(near, /[.!?](?= )/g, 1, "", fits);
  if (sentence.length * 4 >= word.length * 3) return sentence;
  const clause = longest(near, /[,;:](?= )/g, 0, " …", fits);
  return clause.length * 9 >= word.length * 5 ? clause : word;
}

/** UTF-16 units within which to look for a place to cut: more than a few lines have room for. */
const farthest = 2000;

/** The longest start that ends at a match, or `after` characters beyond it; empty if none fits. */
function longest(
  text: string,
  at: RegExp,
  after: number,
  mark: string,
  fits: (part: string) => boolean,
): string {
  const ends = Array.from(text.matchAll(at), ({ index }) => index + after);
  const count = fittingCount(ends.length, (nth) => fits(`${text.slice(0, ends[nth])}${mark}`));
  const end = ends.slice(0, count).findLast((each) => isBalanced(text.slice(0, each)));
  return end === undefined ? "" : `${text.slice(0, end)}${mark}`;
}

/** How many of the first `count` fit, if none does after one that does not: found by halving. */
export function fittingCount(count: number, fits: (at: number) => boolean): number {
  let least = 0;
  let most = count;
  while (least < most) {
    const middle = (least + most) >> 1;
    if (fits(middle)) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** Whether the last bracket that opens closes. */
const isBalanced = (text: string): boolean => text.lastIndexOf("(") <= text.lastIndexOf(")");

/** As many items as fit into `rows` lines after their heading, at least one, and the number of the others. */
export function fittingList(
  items: readonly string[],
  heading: string,
  rows: number,
  { style, measure }: Sheet,
): Lines {
  const drawn = (by: ReportStyle, count: number): Lines => {
    const left = items.length - count;
    const more = left === 0 ? "" : `; and ${left} more`;
    const placing = { indent: 0, mark: [as("heading", heading)] };
    return block(by, [`${items.slice(0, count).join("; ")}${more}`], placing);
  };
  const counts = items.map((_, at) => items.length - at);
  return drawn(style, counts.find((count) => drawn(measure, count).length <= rows) ?? 1);
}
