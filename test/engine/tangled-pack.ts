import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../src/engine/model/profile.js";
import { type TinyPack, tinyPack } from "./tiny-pack.js";

const names = Array.from({ length: 12 }, (_, index) => `q${index}`);

/**
 * Twelve questions, from `q0` on, with the options a to d. Each pair of them, one answered by a and a later one by b,
 * has a point for stateless, which ties all of them too closely for exact figures. The given rules and vetoes are
 * added.
 */
export function tangledPack(more: Partial<TinyPack> = {}): CompiledPack {
  return tinyPack({
    ...more,
    questions: Object.fromEntries(names.map((name) => [name, ["a", "b", "c", "d"]])),
    rules: [
      ...names.flatMap((one, index) =>
        names.slice(index + 1).map((other) => [{ [one]: "a", [other]: "b" }, { L: 1 }] as const),
      ),
      ...(more.rules ?? []),
    ],
  });
}

/** A complete profile of such a pack, one letter per question; those left out have c. */
export function lettered(letters: string): Possible {
  return names.map((_, index) => 1 << "abcd".indexOf(letters[index] ?? "c"));
}
