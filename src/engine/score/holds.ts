import type { Box, CompiledCondition } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";

/**
 * Whether a condition holds whatever the open variables turn out to be: every profile within `possible` lies in
 * one of its boxes. Exact, also where several boxes cover the profile only together.
 */
export function holds(condition: CompiledCondition, possible: Possible): boolean {
  let meeting = 0;
  for (const box of condition.boxes) {
    if (within(box, possible)) return true;
    if (!disjoint(box, possible)) meeting += 1;
  }
  // What lies within no box can only be covered by several, its lowest corner included.
  return meeting > 1 && hasCorner(condition.boxes, possible) && covered(condition.boxes, possible);
}

/** Whether the box holds everywhere within `possible`. */
export function within(box: Box, possible: Possible): boolean {
  for (const { variable, mask } of box) if (((possible[variable] ?? 0) & ~mask) !== 0) return false;
  return true;
}

function disjoint(box: Box, possible: Possible): boolean {
  for (const { variable, mask } of box) if (((possible[variable] ?? 0) & mask) === 0) return true;
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
