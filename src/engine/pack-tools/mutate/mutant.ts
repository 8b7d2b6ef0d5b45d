import type { CompiledPack } from "../../model/compiled-pack.js";

/** A pack with one thing changed: a weight, a condition, or a threshold of the verdict. */
export interface Mutant {
  readonly kind: "weight" | "condition" | "threshold";
  /** Id of the changed rule or veto, or the key of the setting. */
  readonly entry: string;
  /** What was changed, in words: "weight 3 live becomes 2 live". */
  readonly change: string;
  readonly pack: CompiledPack;
}
