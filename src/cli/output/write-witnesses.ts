import { resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Pack } from "../../engine/model/pack.js";
import { type NamedWitness, witnessFile } from "../../engine/pack-tools/witness/witness-file.js";
import { writeFolder } from "../../files/write-files.js";
import type { Host } from "../host.js";
import { isUnedited, sealed } from "./seal.js";

/**
 * Writes witnesses as answers files into a folder and says so on standard error; replaces none that has been edited.
 * Without a folder, does nothing.
 */
export async function writeWitnesses(
  folder: string | undefined,
  witnesses: readonly NamedWitness[],
  pack: Pick<Pack, "topics" | "questions">,
  host: Host,
): Promise<Outcome<null>> {
  if (folder === undefined) return ok(null);
  const files = witnesses.map((witness) => {
    const { name, text } = witnessFile(witness, pack);
    return { name, text: sealed(text, "yaml"), mayReplace: isUnedited };
  });
  const written = await writeFolder(resolve(host.cwd, folder), files);
  if (written.kind === "ok") {
    const count = `${files.length} answers ${files.length === 1 ? "file" : "files"}`;
    host.stderr.write(`${printable(folder)}: ${count} written\n`);
  }
  return written;
}
