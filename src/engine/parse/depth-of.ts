import type { CST } from "yaml";

/** How deep a text may nest. */
export const depthLimit = 64;

type Token = CST.Token | null | undefined;
type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/**
 * How deep the mappings and lists among a text's tokens nest, walked level by level; stops one beyond the limit. It is
 * measured before the tokens are composed, as the composer recurses: deep input would exhaust its stack.
 */
export function depthOf(tokens: readonly CST.Token[]): number {
  let level = tokens.map((token) => (token.type === "document" ? token.value : null)).filter(isCollection);
  let depth = 0;
  for (; level.length > 0 && depth <= depthLimit; depth += 1)
    level = level
      .flatMap(({ items }) => items.flatMap(({ key, value }) => [key, value]))
      .filter(isCollection);
  return depth;
}

const isCollection = (token: Token): token is Collection =>
  token !== null && token !== undefined && "items" in token;
