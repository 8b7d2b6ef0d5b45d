import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { type TinyPack, tinyPack } from "./tiny-pack.js";

const names = Array.from({ length: 12 }, (_, index) => `q${index}`);

/**
 * Twelve questions, from `q0` on, with the options a to d. Each pair of them, one answered by a and a later one by b,
 * has a point against keeping the conversation, which ties all of them too closely for exact figures. The given rules
 * are added.
 */
export function tangledPack(more: Partial<TinyPack> = {}): CompiledPack {
  return tinyPack({
    ...more,
    questions: Object.fromEntries(names.map((name) => [name, ["a", "b", "c", "d"]])),
    rules: [
      ...names.flatMap((one, index) =>
        names.slice(index + 1).map((other) => [{ [one]: "a", [other]: "b" }, { need: -1 }] as const),
      ),
      ...(more.rules ?? []),
    ],
  });
}
