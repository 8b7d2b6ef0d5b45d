import type { CompiledPack } from "./compiled-pack.js";

/** A pack ready to score, and a digest of its meaning: equal packs, equal digests. */
export interface LoadedPack {
  readonly compiled: CompiledPack;
  readonly digest: string;
}
