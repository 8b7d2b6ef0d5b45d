import { resolve } from "node:path";
import { failed, type NamedWitness, type Outcome, ok, type Pack, witnessFile, writeFolder } from "../node.js";
import type { Host } from "./host.js";

/** Writes witnesses as answers files into a folder and says so on standard error. Nothing without a folder. */
export async function writeWitnesses(
  folder: string | undefined,
  witnesses: readonly NamedWitness[],
  pack: Pick<Pack, "topics" | "questions">,
  host: Host,
): Promise<Outcome<null>> {
  if (folder === undefined) return ok(null);
  const files = witnesses.map((witness) => witnessFile(witness, pack));
  const written = await writeFolder(resolve(host.cwd, folder), files);
  if (written.kind === "failed") return failed(written.problems);
  host.stderr.write(`${folder}: ${files.length} answers ${files.length === 1 ? "file" : "files"} written\n`);
  return written;
}
