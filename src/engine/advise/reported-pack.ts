import type { CompiledPack } from "../model/compiled-pack.js";
import type { ReportedPack } from "../model/recommendation.js";

/** What reports say of the pack that they were made with. */
export function reportedPack(
  { source, references }: Pick<CompiledPack, "source" | "references">,
  digest: string,
): ReportedPack {
  const { name, version, drawnFrom, notAsked } = source;
  const reference = drawnFrom === null ? null : (references.get(drawnFrom) ?? null);
  return { name, version, digest, drawnFrom: reference, notAsked };
}
