import { failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { diffJson } from "../../engine/pack-tools/diff/diff-json.js";
import { diffText } from "../../engine/pack-tools/diff/diff-text.js";
import { diffWitnesses } from "../../engine/pack-tools/diff/diff-witnesses.js";
import { diffPacks, type Recorded } from "../../engine/pack-tools/diff/replay.js";
import { casesBeside } from "../../packs/load-cases.js";
import { readPacks } from "../../packs/load-pack.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { namedFiles } from "../named-files.js";
import type { PackOptions } from "../pack-options.js";
import { readDocuments, servicesOf } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { writeWitnesses } from "../write-witnesses.js";

export interface DiffOptions extends Omit<PackOptions, "rules"> {
  /** Exit code 1 when a verdict moves. */
  readonly failOnChange?: boolean | undefined;
  /** Folder for an answers file of each verdict that moves. */
  readonly witness?: string | undefined;
}

/** A version of a pack: what it was called on the command line, and what was loaded. */
interface Version {
  readonly name: string;
  readonly pack: LoadedPack;
}

/** Says which verdicts move from one version of a pack to another, and by which rules. */
export async function rulesDiff(
  [old, now]: readonly [string, string],
  names: readonly string[],
  options: DiffOptions,
  host: Host,
): Promise<number> {
  const { files, problems } = await namedFiles(names, host.cwd);
  if (problems.length > 0) return refuse(problems, host);
  const versions = await bothVersions(old, now, host);
  if (versions.kind === "failed") return refuse(versions.problems, host);
  const [before, after] = versions.value;
  const recorded = await recordedAnswers(before, after, files, host);
  if (recorded.kind === "failed") return refuse(recorded.problems, host);
  const diff = diffPacks(before.pack.compiled, after.pack.compiled, recorded.value);
  const written = await writeWitnesses(
    options.witness,
    diffWitnesses(diff),
    after.pack.compiled.source,
    host,
  );
  if (written.kind === "failed") return refuse(written.problems, host);
  const print = options.format === "json" ? diffJson : diffText;
  host.stdout.write(print(diff, styleFor(host.stdout, host, options)));
  return options.failOnChange && diff.moves.length > 0 ? exitCodes.gate : exitCodes.done;
}

async function bothVersions(
  old: string,
  now: string,
  host: Host,
): Promise<Outcome<readonly [Version, Version]>> {
  const [before, after] = [await readPacks([old], host.cwd), await readPacks([now], host.cwd)];
  if (before.kind === "ok" && after.kind === "ok")
    return ok([
      { name: old, pack: before.value },
      { name: now, pack: after.value },
    ]);
  return failed([before, after].flatMap((each) => (each.kind === "failed" ? each.problems : [])));
}

/** The surfaces of the files and the cases of both versions. A file must be valid for one of them. */
async function recordedAnswers(
  before: Version,
  after: Version,
  files: readonly string[],
  host: Host,
): Promise<Outcome<readonly Recorded[]>> {
  const recorded: Recorded[] = [];
  for (const file of files) {
    const documents = await readDocuments(file, {}, host);
    if (documents.kind === "failed") return documents;
    const now = servicesOf(documents.value, after.pack);
    const read = now.kind === "ok" ? now : servicesOf(documents.value, before.pack);
    if (read.kind === "failed") return read;
    for (const { service, surfaces } of read.value) {
      for (const { name, answers } of surfaces) {
        recorded.push({ kind: "file", name: name === service ? file : `${file} ${name}`, answers });
      }
    }
  }
  for (const { name, pack } of [before, after]) {
    const set = await casesBeside(name, host.cwd, pack.compiled.source);
    if (set.kind === "failed") return set;
    for (const { id, answers } of set.value.cases) recorded.push({ kind: "case", name: id, answers });
    for (const { id, answers } of set.value.systems) recorded.push({ kind: "system", name: id, answers });
  }
  return ok(recorded);
}
