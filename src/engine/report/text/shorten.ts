import { sentenceEnd } from "../wording/phrases.js";

/** The longest start of a text that fits: whole sentences if one does, else up to a clause or a word. */
export function shortened(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text;
  const near = text.slice(0, farthest);
  const sentence = longest(near, sentenceEnds, 0, "", fits);
  if (sentence !== "") return sentence;
  // A cut after a little word, such as "of", leaves the reader waiting for the next one.
  const word = longest(near, /(?<=\w{5,}) /g, 0, " …", fits) || longest(near, / /g, 0, " …", fits);
  if (word === "") return longest(near, /(?<=.)/gsu, 0, "…", fits);
  const clause = longest(near, /[,;:](?= )/g, 0, " …", fits);
  return clause.length * 9 >= word.length * 5 ? clause : word;
}

const sentenceEnds = new RegExp(sentenceEnd, "gu");

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
