import { resolve } from "node:path";
import { caseFolders, loadCases, readPacks, testJson, testPack, testText } from "../../node.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { type PackOptions, packStyle } from "../pack-options.js";
import { refuse } from "../refuse.js";

export interface TestOptions extends PackOptions {
  /** Folders of cases; those beside the packs where none is named. */
  readonly cases: readonly string[];
}

/** Runs the cases of the pack. A case that does not hold keeps the gate shut. */
export async function rulesTest(options: TestOptions, host: Host): Promise<number> {
  const loaded = await readPacks(options.rules, host.cwd);
  if (loaded.kind === "failed") return refuse(loaded.problems, host);
  const pack = loaded.value.compiled;
  const folders =
    options.cases.length > 0
      ? options.cases.map((name) => ({ path: resolve(host.cwd, name), name }))
      : caseFolders(options.rules, host.cwd);
  const cases = await loadCases(folders, pack.pack);
  if (cases.kind === "failed") return refuse(cases.problems, host);
  const result = testPack(pack, cases.value);
  const print = options.format === "json" ? testJson : testText;
  host.stdout.write(print(result, packStyle(options, host)));
  return result.failed > 0 ? exitCodes.gate : exitCodes.done;
}
