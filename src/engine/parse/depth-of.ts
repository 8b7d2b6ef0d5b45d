import type { CST } from "yaml";

/** How deep a text may nest. */
export const depthLimit = 64;

/**
 * Depth of nesting of a text's tokens, walked level by level; stops one beyond the limit. It is measured before
 * the tokens are composed, as the composer recurses: deep input would exhaust its stack.
 */
export function depthOf(tokens: readonly CST.Token[]): number {
  let level: readonly (CST.Token | null | undefined)[] = tokens;
  for (let depth = 0; ; depth += 1) {
    const inside = level.flatMap(childrenOf);
    if (inside.length === 0 || depth > depthLimit) return depth;
    level = inside;
  }
}

function childrenOf(token: CST.Token | null | undefined): readonly (CST.Token | null | undefined)[] {
  switch (token?.type) {
    case "document":
      return [token.value];
    case "block-map":
    case "block-seq":
    case "flow-collection":
      return token.items.flatMap((item) => [item.key, item.value]);
    default:
      return [];
  }
}
