/**
 * What pages have in place of `fast-string-width`, as the build replaces it, to be 1 kB smaller: two columns for each
 * character from the first East Asian ones on. Only pictures ask, whose texts have room to spare.
 */
const roughWidth = (text: string): number =>
  Array.from(text).reduce((columns, character) => columns + (character < "\u2e80" ? 1 : 2), 0);

export default roughWidth;
