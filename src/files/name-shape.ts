/** How the names are found that a pattern with several stars matches. */
export interface NameShape {
  /** The pattern with one star, which matches them all, and others. */
  readonly wide: string;
  /** Tells them apart, in time that grows with the product of the two lengths. */
  readonly test: RegExp;
}

const tokens = /\*+|\?|\[[!^]?(?:a-z|A-Z|0-9|\w)+\]|\{[\w.-]*(?:,[\w.-]*)+\}|[^*?[\]{}()!\\/|"]/g;

/**
 * The shape of a pattern for one name, with two stars or more, between them characters, `?` and `[…]`, and outside them
 * characters, `?` and words in braces; null for any other.
 */
export function nameShape(pattern: string): NameShape | null {
  const found = pattern.match(tokens) ?? [];
  if (found.join("") !== pattern) return null;
  const stars = found.flatMap((token, index) => (token.startsWith("*") ? [index] : []));
  const [first, last] = [stars[0], stars.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const between = found.slice(first + 1, last);
  const [head, tail] = [found.slice(0, first), found.slice(last + 1)];
  // One of several words is not sure to end first where it begins first; and `[…]` also stands for itself.
  if (between.some((token) => token.startsWith("{"))) return null;
  if ([...head, ...tail].some((token) => token.startsWith("["))) return null;
  // What stands between two stars is best looked for as far ahead as it comes: so each is found once, and not again.
  const pieces = piecesOf(between).map((piece, index) => `(?=(.*?${piece}))\\${index + 1}`);
  return {
    wide: `${head.join("")}*${tail.join("")}`,
    test: new RegExp(`^${sourceOf(head)}${pieces.join("")}.*${sourceOf(tail)}$`, "s"),
  };
}

/** Sources of what stands between stars. */
function piecesOf(found: readonly string[]): readonly string[] {
  const pieces: string[][] = [[]];
  for (const token of found) {
    if (token.startsWith("*")) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.map(sourceOf);
}

const sourceOf = (found: readonly string[]): string => found.map(sourceOfToken).join("");

function sourceOfToken(token: string): string {
  if (token === "?") return ".";
  if (token.startsWith("[")) return token.replace("[!", "[^");
  if (token.startsWith("{")) {
    const each = token.slice(1, -1).split(",");
    return `(?:${each.map((word) => word.replaceAll(".", "\\.")).join("|")})`;
  }
  return token.replace(/[.+^$]/, "\\$&");
}
