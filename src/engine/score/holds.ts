import type { CompiledCondition } from "../model/compiled-pack.js";
import { boxesOf } from "../model/condition-code.js";
import type { Possible } from "../model/profile.js";
import { holdsTogether } from "./holds-together.js";

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
