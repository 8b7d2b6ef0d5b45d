/** The nearest ASCII for characters that texts of the field and the report's own drawings use. */
const nearest: Readonly<Record<string, string>> = {
  // spaces and dashes
  "\u00a0": "\u00a0", // the mark that keeps two words on one line; layout prints it as a space
  "\u2009": " ",
  "\u202f": " ",
  "\u2007": " ",
  "\u3000": "  ",
  "\u00ad": "",
  "\u200b": "",
  "\u200c": "",
  "\u200d": "",
  "\u2060": "",
  "\ufe0e": "",
  "\ufe0f": "",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "--",
  "―": "--",
  "−": "-",
  // quotation marks
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‹": "'",
  "›": "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  // points and marks
  "…": "...",
  "·": "|",
  "•": "*",
  "◦": "o",
  "‣": ">",
  "§": "sec. ",
  "¶": "par. ",
  "†": "+",
  "©": "(c)",
  "®": "(R)",
  "™": "(TM)",
  "°": " deg",
  "✓": "yes",
  "✔": "yes",
  "✗": "no",
  "✘": "no",
  "⁄": "/",
  "€": "EUR",
  "£": "GBP",
  // mathematics
  "×": "x",
  "÷": "/",
  "±": "+/-",
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "≈": "~",
  "≡": "==",
  "∞": "infinity",
  "∈": "in",
  "∑": "sum",
  "√": "sqrt",
  "∧": "and",
  "∨": "or",
  "¬": "not ",
  // arrows
  "→": "->",
  "←": "<-",
  "↔": "<->",
  "⇒": "=>",
  "⇐": "<=",
  "⇔": "<=>",
  "↑": "^",
  "↓": "v",
  "⟶": "->",
  // drawing
  "─": "-",
  "━": "=",
  "│": "|",
  "┼": "+",
  "├": "|",
  "┤": "|",
  "●": "o",
  "○": "o",
  "◆": "*",
  "█": "#",
  "░": ".",
  // Latin letters that do not decompose
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ı: "i",
  µ: "u",
  // Greek letters, by their names
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "Delta",
  ε: "epsilon",
  η: "eta",
  λ: "lambda",
  μ: "u",
  π: "pi",
  σ: "sigma",
  Σ: "Sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
  Ω: "Omega",
};

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const beyondAscii = /\P{ASCII}/gu;

/**
 * `text` in ASCII: typographic characters become their nearest likeness, letters lose their accents, powers are
 * written with `^`, and whatever has no likeness stands as its code point (`\u{4f60}`), so that two names never
 * become one. U+00A0 is left for layout to turn into a space.
 */
export function toAscii(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹]+/gu, (power) => `^${[...power].map((digit) => superscripts.indexOf(digit)).join("")}`)
    .replace(beyondAscii, (character) => nearest[character] ?? decomposed(character));
}

function decomposed(character: string): string {
  if (/\p{Mark}/u.test(character)) return "";
  const parts = [...character.normalize("NFKD").replace(/\p{Mark}/gu, "")];
  const likeness = parts.map((part) => (part > "\u007f" ? nearest[part] : part));
  return likeness.length === 0 || likeness.includes(undefined)
    ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    : likeness.join("");
}
