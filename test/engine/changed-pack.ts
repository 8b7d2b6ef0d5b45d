import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { packOf, smallPackText } from "./small-pack.js";

/** The small pack with parts of its text replaced. */
export function changedPack(...swaps: readonly (readonly [from: string, to: string])[]): CompiledPack {
  let text = smallPackText;
  for (const [from, to] of swaps) {
    if (!text.includes(from)) throw new Error(`the small pack has no ${from}`);
    text = text.replace(from, to);
  }
  return unwrap(packOf(text));
}
