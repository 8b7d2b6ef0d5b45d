import type { Box, Literal } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";

/** Whether the box holds everywhere within `possible`. */
export function within(box: Box, possible: Possible): boolean {
  for (let index = 0; index < box.length; index += 1) {
    const { variable, mask } = box[index] as Literal;
    if (((possible[variable] ?? 0) & ~mask) !== 0) return false;
  }
  return true;
}
