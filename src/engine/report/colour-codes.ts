/** Where each line of a text starts and where it ends, one after the other. */
export type Spans = readonly number[];

/** A text taken apart: what is seen, and the escape sequences, each with its position in that. */
interface Coloured {
  readonly plain: string;
  readonly codes: readonly { readonly at: number; readonly code: number }[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const sequence = /\u001b\[(\d+)m/g;

/** The code that ends what a code begins; null for one that begins nothing. */
function endOf(code: number): number | null {
  if (code === 1 || code === 2) return 22;
  if (code === 3 || code === 4 || code === 7 || code === 9) return code + 20;
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return 39;
  return code >= 40 && code <= 47 ? 49 : null;
}

const isEnd = (code: number): boolean => [22, 23, 24, 27, 29, 39, 49].includes(code);
const written = (code: number): string => `\u001b[${code}m`;

/** Null when a text holds other sequences than those of weight, underlining and the sixteen colours. */
export function colourCodes(text: string): Coloured | null {
  const codes: { readonly at: number; readonly code: number }[] = [];
  let taken = 0;
  const plain = text.replace(sequence, (all, digits: string, offset: number) => {
    codes.push({ at: offset - taken, code: Number(digits) });
    taken += all.length;
    return "";
  });
  const known = codes.every(({ code }) => endOf(code) !== null || isEnd(code));
  return known && !plain.includes("\u001b") ? { plain, codes } : null;
}

/** The lines of a text in its colours: what is open at the end of a line ends there and begins anew on the next. */
export function recoloured({ plain, codes }: Coloured, spans: Spans): readonly string[] {
  const lines: string[] = [];
  let open: readonly number[] = [];
  let next = 0;
  for (let row = 0; row < spans.length; row += 2) {
    const start = spans[row] ?? 0;
    const end = spans[row + 1] ?? 0;
    let line = "";
    let at = start;
    let begun = false;
    for (; next < codes.length; next += 1) {
      const { at: position, code } = codes[next] ?? { at: 0, code: 0 };
      if (position > end || (position === end && !isEnd(code))) break;
      if (position > start) {
        if (!begun) line += open.map(written).join("");
        begun = true;
        line += plain.slice(at, position) + written(code);
        at = position;
      }
      open = isEnd(code) ? open.filter((each) => endOf(each) !== code) : [...open, code];
    }
    if (!begun) line += open.map(written).join("");
    const ends = open.toReversed().map((code) => written(endOf(code) ?? 0));
    lines.push(line + plain.slice(at, end) + ends.join(""));
  }
  return lines;
}
