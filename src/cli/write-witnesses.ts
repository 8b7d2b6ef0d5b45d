import { resolve } from "node:path";
import { printable } from "../engine/diagnostics/plain-text.js";
import { failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { Pack } from "../engine/model/pack.js";
import { type NamedWitness, witnessFile } from "../engine/pack-tools/witness/witness-file.js";
import { writeFolder } from "../files/write-files.js";
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
  host.stderr.write(
    `${printable(folder)}: ${files.length} answers ${files.length === 1 ? "file" : "files"} written\n`,
  );
  return written;
}
