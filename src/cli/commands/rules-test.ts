import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { buildPack } from "../../engine/compile/build-pack.js";
import { errorIn, failed, type Outcome } from "../../engine/diagnostics/problem.js";
import type { Pack } from "../../engine/model/pack.js";
import { ownIds } from "../../engine/pack-file/raw-pack.js";
import type { CaseSet } from "../../engine/pack-tools/cases/case-set.js";
import { testJson } from "../../engine/pack-tools/cases/test-json.js";
import { testPack } from "../../engine/pack-tools/cases/test-pack.js";
import { testText } from "../../engine/pack-tools/cases/test-text.js";
import { mutate } from "../../engine/pack-tools/mutate/mutate.js";
import { mutationDocument } from "../../engine/pack-tools/mutate/mutation-json.js";
import { mutationText, mutationWitnesses } from "../../engine/pack-tools/mutate/mutation-text.js";
import { caseFolders, loadCases } from "../../packs/load-cases.js";
import { layersNamed, readPackLayers } from "../../packs/read-layers.js";
import { defineCommand, flag, repeatable, value } from "../command-line/define-command.js";
import { packOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { writeWitnesses } from "../output/write-witnesses.js";
import { refuse, refuseUsage } from "../refuse.js";
import { warn } from "../warn.js";

/** Runs the cases of the pack. Any case that does not hold makes the check fail. */
export const rulesTest = defineCommand({
  name: "test",
  about: "run the cases of a rule pack, and report how much of it they cover",
  guide: "docs/rules.md",
  examples: [
    ["run the cases beside a pack of your own", "api-advisor rules test --rules ./acme-rules"],
    ["and see which changes of it no case notices", "api-advisor rules test --rules ./acme-rules --mutate"],
  ],
  arguments: [],
  options: {
    ...packOptions,
    cases: repeatable(
      "-c, --cases <folder>",
      "folder of cases, instead of the one beside the pack (repeatable)",
      String,
    ),
    mutate: flag(
      "--mutate",
      "change one entry at a time, such as the points or the condition of a rule, and report changes that no case notices",
    ),
    witness: value(
      "--witness <folder>",
      "with --mutate: write an answers file for each change that no case notices",
    ),
  },
  run: async (_, options, host) => {
    if (options.witness !== undefined && !options.mutate)
      return refuseUsage("--witness needs --mutate: it writes what that finds", host);
    const layers = await readPackLayers(options.rules, host.cwd);
    if (layers.kind === "failed") return refuse(layers.problems, host);
    const built = buildPack(layers.value);
    if (built.kind === "failed") return refuse(built.problems, host);
    const pack = built.value;
    // Packs that are extended have cases of their own.
    const own =
      options.rules.length === 0 ? null : ownIds(layersNamed(layers.value, options.rules, host.cwd));
    const cases = await casesOf(options, host.cwd, pack.source);
    if (cases.kind === "failed") return refuse(cases.problems, host);
    warn(cases.warnings, host);
    const result = testPack(pack, cases.value, own);
    const mutation = options.mutate ? mutate(pack, cases.value, own) : null;
    const witnesses = mutation === null ? [] : mutationWitnesses(mutation);
    const written = await writeWitnesses(options.witness, witnesses, pack.source, host);
    if (written.kind === "failed") return refuse(written.problems, host);
    const style = styleFor(host.stdout, host, options);
    if (options.format === "json") {
      const more = mutation === null ? {} : { mutation: mutationDocument(mutation) };
      host.stdout.write(testJson(result, style, more));
    } else {
      const more = mutation === null ? "" : `\n${mutationText(mutation, style)}`;
      host.stdout.write(`${testText(result, style)}${more}`);
    }
    return result.failed > 0 ? exitCodes.gate : exitCodes.done;
  },
});

/** The cases in the folders named, or in those beside the packs. */
async function casesOf(
  { cases, rules }: { readonly cases: readonly string[]; readonly rules: readonly string[] },
  cwd: string,
  pack: Pack,
): Promise<Outcome<CaseSet>> {
  if (cases.length > 0) {
    return loadCases(
      cases.map((name) => ({ path: resolve(cwd, name), name })),
      pack,
    );
  }
  const folders = caseFolders(rules, cwd);
  if (folders.some(({ path }) => existsSync(path))) return loadCases(folders, pack);
  return failed(folders.map(({ name }) => errorIn(name, { code: "no-cases" })));
}
