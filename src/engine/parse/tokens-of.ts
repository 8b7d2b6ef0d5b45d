import { type CST, Lexer, Parser } from "yaml";
import { depthLimit } from "./depth-of.js";

/** How many lexemes a text may have: a hand-written one has a few thousand, and each takes hundreds of bytes. */
export const lexemeLimit = 800_000;

export type Tokens =
  | { readonly kind: "tokens"; readonly tokens: readonly CST.Token[] }
  | { readonly kind: "too-deep" }
  | { readonly kind: "too-many" };

/** The tokens of a text. It stops at too many lexemes, or at brackets that nest too deeply, before they take memory. */
export function tokensOf(text: string, limit = lexemeLimit): Tokens {
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
  return { kind: "tokens", tokens };
}
