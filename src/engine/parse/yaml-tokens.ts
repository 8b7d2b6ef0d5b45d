import { type CST, Lexer, Parser } from "yaml";
import { depthLimit, lexemeLimit } from "./limits.js";

export type Tokens =
  | { readonly kind: "tokens"; readonly tokens: readonly CST.Token[] }
  | { readonly kind: "too-deep" }
  | { readonly kind: "too-many" };

/**
 * The tokens of a YAML text. It stops at too many lexemes, or at brackets that nest too deeply, before they take memory.
 * Blocks are measured before they are composed, as the composer recurses: deep input would exhaust its stack.
 */
export function yamlTokens(text: string, limit = lexemeLimit): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexeme === "[" || lexeme === "{") depth += 1;
    else if (lexeme === "]" || lexeme === "}") depth = Math.max(0, depth - 1);
    if (depth > depthLimit) return { kind: "too-deep" };
    if (lexemes > limit) return { kind: "too-many" };
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return depthOf(tokens) > depthLimit ? { kind: "too-deep" } : { kind: "tokens", tokens };
}

type Token = CST.Token | null | undefined;
type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** The depth to which mappings and lists nest, measured level by level; stops one beyond the limit. */
function depthOf(tokens: readonly CST.Token[]): number {
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
