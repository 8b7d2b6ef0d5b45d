import type { Box, CompiledCondition, CompiledPack } from "../../model/compiled-pack.js";
import { holds } from "../../score/holds.js";
import { possibleOf } from "./answers-of-box.js";

/** Whether a condition holds everywhere in each of the boxes. */
export function coversAll(pack: CompiledPack, boxes: readonly Box[], outer: CompiledCondition): boolean {
  return boxes.every((box) => holds(outer, possibleOf(pack, box)));
}

/** Whether a condition holds whatever the answers are, be it by several boxes that leave nothing out between them. */
export function holdsAlways(pack: CompiledPack, condition: CompiledCondition): boolean {
  return coversAll(pack, [[]], condition);
}
