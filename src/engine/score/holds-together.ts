import type { Box, Literal } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import { within } from "./within.js";

/** What lies within no box can only be covered by several, its lowest corner included. */
export function holdsTogether(boxes: readonly Box[], possible: Possible): boolean {
  return hasCorner(boxes, possible) && covered(boxes, possible);
}

/** Whether the box holds nowhere within `possible`. */
function disjoint(box: Box, possible: Possible): boolean {
  for (let index = 0; index < box.length; index += 1) {
    const { variable, mask } = box[index] as Literal;
    if (((possible[variable] ?? 0) & mask) === 0) return true;
  }
  return false;
}

/** Whether a box holds where every variable is in its first possible state: spares most profiles being split. */
function hasCorner(boxes: readonly Box[], possible: Possible): boolean {
  return boxes.some((box) =>
    box.every(({ variable, mask }) => {
      const states = possible[variable] ?? 0;
      return (states & -states & mask) !== 0;
    }),
  );
}

/** Splits the profile at a literal that cuts it, until each part lies in one box or meets none. */
function covered(boxes: readonly Box[], possible: Possible): boolean {
  const meeting = boxes.filter((box) => !disjoint(box, possible));
  if (meeting.some((box) => within(box, possible))) return true;
  const cut = meeting[0]?.find(({ variable, mask }) => ((possible[variable] ?? 0) & ~mask) !== 0);
  if (cut === undefined) return false;
  const states = possible[cut.variable] ?? 0;
  return [states & cut.mask, states & ~cut.mask].every((part) =>
    covered(meeting, possible.with(cut.variable, part)),
  );
}
