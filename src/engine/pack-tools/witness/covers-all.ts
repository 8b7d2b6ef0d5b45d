import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { holds } from "../../score/holds.js";
import { possibleOf } from "./answers-of-term.js";

/** Whether `outer` holds wherever `inner` does. */
export function coversAll(pack: CompiledPack, inner: CompiledCondition, outer: CompiledCondition): boolean {
  return inner.every((term) => holds(outer, possibleOf(pack, term)));
}

/** Whether a condition holds whatever the answers are, even if it takes several terms that cover everything between them. */
export function holdsAlways(pack: CompiledPack, condition: CompiledCondition): boolean {
  return coversAll(pack, [[]], condition);
}
