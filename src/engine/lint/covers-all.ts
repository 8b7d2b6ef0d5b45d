import type { Box, CompiledCondition, CompiledPack } from "../model/compiled-pack.js";
import { holds } from "../score/holds.js";
import { possibleOf } from "../witness/answers-of-box.js";

/** Whether a condition holds everywhere in each of the boxes. */
export function coversAll(pack: CompiledPack, boxes: readonly Box[], outer: CompiledCondition): boolean {
  return boxes.every((box) => holds(outer, possibleOf(pack, box)));
}
