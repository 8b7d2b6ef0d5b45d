import type { Inline } from "../inline.js";
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
  const sentence = longest(text, /[.!?](?= )/g, 1, "", fits);
  const clause = longest(text, /[,;:](?= )/g, 0, " …", fits);
  // A cut after a little word, such as "of", leaves the reader waiting for the next one.
  const word = longest(text, /(?<=\w{4,}) /g, 0, " …", fits);
  if (sentence.length * 4 >= word.length * 3) return sentence;
  if (clause.length * 9 >= word.length * 5) return clause;
  return word === "" ? longest(text, /(?=.)/gsu, 0, "…", fits) : word;
}

/** The longest start that ends at a match, or `after` characters beyond it; empty if none fits. */
function longest(
  text: string,
  at: RegExp,
  after: number,
  mark: string,
  fits: (part: string) => boolean,
): string {
  const ends = [...text.matchAll(at)].map(({ index }) => index + after);
  const end = ends.findLast((each) => isBalanced(text.slice(0, each)) && fits(text.slice(0, each) + mark));
  return end === undefined ? "" : text.slice(0, end) + mark;
}

/** Whether every bracket that opens closes. */
const isBalanced = (text: string): boolean => text.split("(").length === text.split(")").length;

/** As many items as fit into `rows` lines, at least one, and the number of the others. */
export function fittingList(
  items: readonly string[],
  rows: number,
  { style, measure }: Sheet,
  mark: readonly Inline[],
): Lines {
  const said = (count: number): string => {
    const left = items.length - count;
    return `${items.slice(0, count).join("; ")}${left === 0 ? "" : `; and ${left} more`}`;
  };
  const counts = items.map((_, at) => items.length - at);
  const count = counts.find((each) => block(measure, [said(each)], { mark, indent: 0 }).length <= rows) ?? 1;
  return block(style, [said(count)], { mark, indent: 0 });
}
