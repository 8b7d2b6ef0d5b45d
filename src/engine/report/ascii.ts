/** Likeness and characters in turn: dashes, quotation marks, points, mathematics, arrows, drawing, letters. */
const likenesses = `
  - ‐‑‒–−─  -- —―  ' ‘’‚‹›′  " “”„«»″
  ... …  | ·│├┤  * •◆  o ◦●○ø  > ‣  + †┼  = ━  # █  . ░
  (c) ©  (R) ®  (TM) ™  yes ✓✔  no ✗✘  EUR €  GBP £
  / ⁄÷  x ×  +/- ±  >= ≥  <= ≤⇐  != ≠  ~ ≈  == ≡  infinity ∞  in ∈  sum ∑  sqrt √  and ∧  or ∨
  -> →⟶  <- ←  <-> ↔  => ⇒  <=> ⇔  ^ ↑  v ↓
  ss ß  ae æ  AE Æ  oe œ  OE Œ  O Ø  d đð  D ĐÐ  th þ  Th Þ  l ł  L Ł  i ı  u µμ
  alpha α  beta β  gamma γ  delta δ  Delta Δ  epsilon ε  eta η  lambda λ  pi π  sigma σ  Sigma Σ  tau τ  phi φ
  omega ω  Omega Ω
`;

/** The nearest ASCII for characters used in pack texts and in the report's own drawings. */
const nearest = new Map<string, string>([
  ["\u00a0", "\u00a0"], // keeps two words on one line; layout prints it as a space
  ["\u3000", "  "],
  ["§", "sec. "],
  ["¶", "par. "],
  ["°", " deg"],
  ["¬", "not "],
  ...[..."\u2009\u202f\u2007"].map((space) => [space, " "] as const),
  ...[..."\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"].map((unseen) => [unseen, ""] as const),
  ...Array.from(likenesses.matchAll(/(\S+) (\S+)/g)).flatMap(([, likeness = "", characters = ""]) =>
    [...characters].map((character) => [character, likeness] as const),
  ),
]);

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const beyondAscii = /\P{ASCII}/gu;

/**
 * `text` in ASCII: typographic characters become their nearest likeness, letters lose their accents, powers are
 * written with `^`, and whatever has no likeness becomes its code point (`\u{4f60}`), so that two names never
 * become one. U+00A0 is left for layout to turn into a space.
 */
export function toAscii(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹]+/gu, (power) => `^${[...power].map((digit) => superscripts.indexOf(digit)).join("")}`)
    .replace(beyondAscii, (character) => nearest.get(character) ?? decomposed(character));
}

function decomposed(character: string): string {
  if (/\p{Mark}/u.test(character)) return "";
  const parts = [...character.normalize("NFKD").replace(/\p{Mark}/gu, "")];
  const likeness = parts.map((part) => (part > "\u007f" ? nearest.get(part) : part));
  return likeness.length === 0 || likeness.includes(undefined)
    ? `\\u{${character.codePointAt(0)?.toString(16)}}`
    : likeness.join("");
}
