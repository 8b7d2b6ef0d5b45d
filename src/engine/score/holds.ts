import type { Box, CompiledCondition, Literal } from "../model/compiled-pack.js";
import { boxesOf } from "../model/condition-code.js";
import type { Possible } from "../model/profile.js";

/**
 * Whether a condition holds whatever the open variables turn out to be: every profile within `possible` lies in
 * one of its boxes. Exact, also where several boxes cover the profile only together.
 */
export function holds(condition: CompiledCondition, possible: Possible): boolean {
  let meeting = 0;
  // Counted loops without calls, here and below: this is the innermost of all, and a short run is over before it is
  // optimised.
  for (let at = 0, end = 0; at < condition.length; at = end) {
    end = at + 1 + 2 * (condition[at] as number);
    let meets = true;
    let lies = true;
    for (let literal = at + 1; meets && literal < end; literal += 2) {
      const states = possible[condition[literal] as number] ?? 0;
      const mask = condition[literal + 1] as number;
      if ((states & mask) === 0) meets = false;
      else if ((states & ~mask) !== 0) lies = false;
    }
    if (!meets) continue;
    if (lies) return true;
    meeting += 1;
  }
  return meeting > 1 && holdsTogether(boxesOf(condition), possible);
}

/** What lies within no box can only be covered by several, its lowest corner included. */
function holdsTogether(boxes: readonly Box[], possible: Possible): boolean {
  return hasCorner(boxes, possible) && covered(boxes, possible);
}

/** Whether the box holds everywhere within `possible`. */
export function within(box: Box, possible: Possible): boolean {
  for (let index = 0; index < box.length; index += 1) {
    const { variable, mask } = box[index] as Literal;
    if (((possible[variable] ?? 0) & ~mask) !== 0) return false;
  }
  return true;
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
