import { recommend } from "../../engine/advise/recommend.js";
import { servicesIn } from "../../engine/answers-file/read-answers.js";
import { failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { diffJson } from "../../engine/pack-tools/diff/diff-json.js";
import { diffPacks } from "../../engine/pack-tools/diff/diff-packs.js";
import { diffText, diffWitnesses } from "../../engine/pack-tools/diff/diff-text.js";
import type { Recorded } from "../../engine/pack-tools/diff/recorded-answers.js";
import { casesBeside } from "../../packs/load-cases.js";
import { readPacks } from "../../packs/load-pack.js";
import { argument, argumentList, defineCommand, flag, value } from "../command-line/define-command.js";
import { drawingOptions, format, pagerOption } from "../command-line/options.js";
import { exitCodes, type Host } from "../host.js";
import { namedFiles, readAnswersText } from "../input/read-inputs.js";
import { styleFor } from "../output/drawing.js";
import { writeWitnesses } from "../output/write-witnesses.js";
import { refuse } from "../refuse.js";
import { warn, warnOfClashes } from "../warn.js";

/** Reports which verdicts change between two versions of a pack, and which rules change them. */
export const rulesDiff = defineCommand({
  name: "diff",
  about: "report which verdicts change between two versions of a rule pack, and which rules change them",
  guide: "docs/rules.md",
  examples: [
    ["what your own pack changes", "api-advisor rules diff default ./acme-rules"],
    ["and for which services", "api-advisor rules diff default ./acme-rules 'services/**/*.yaml'"],
  ],
  arguments: [
    argument("<old>", "rule pack: `default`, a folder, a file or an npm package"),
    argument("<new>", "the other version"),
    argumentList(
      "[file...]",
      "answers files or patterns to replay, besides the cases of both packs and a witness for each change",
    ),
  ],
  options: {
    format: format(["text", "json"]),
    failOnChange: flag("--fail-on-change", "exit with 1 if a verdict changes"),
    witness: value("--witness <folder>", "write an answers file for each verdict that changes"),
    ...drawingOptions,
    ...pagerOption,
  },
  run: async ([old, now, names], options, host) => {
    const { files, problems } = await namedFiles(names, host.cwd);
    if (problems.length > 0) return refuse(problems, host);
    const versions = await bothVersions(old, now, host);
    if (versions.kind === "failed") return refuse(versions.problems, host);
    const [before, after] = versions.value;
    const recorded = await recordedAnswers(before, after, files, host);
    if (recorded.kind === "failed") return refuse(recorded.problems, host);
    const diff = diffPacks(before.pack.compiled, after.pack.compiled, recorded.value);
    const { source } = after.pack.compiled;
    const written = await writeWitnesses(options.witness, diffWitnesses(diff), source, host);
    if (written.kind === "failed") return refuse(written.problems, host);
    const print = options.format === "json" ? diffJson : diffText;
    host.stdout.write(print(diff, styleFor(host.stdout, host, options)));
    return options.failOnChange && diff.moves.length > 0 ? exitCodes.gate : exitCodes.done;
  },
});

/** A version of a pack: its name on the command line and the loaded pack. */
interface Version {
  readonly name: string;
  readonly pack: LoadedPack;
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
    const text = await readAnswersText(file, {}, host);
    if (text.kind === "failed") return text;
    const now = servicesIn(text.value, after.pack.compiled.source.questions);
    const read = now.kind === "ok" ? now : servicesIn(text.value, before.pack.compiled.source.questions);
    if (read.kind === "failed") return read;
    warn(read.warnings, host);
    const { compiled } = now.kind === "ok" ? after.pack : before.pack;
    for (const each of read.value) {
      const { service, surfaces } = each;
      for (const surface of surfaces) {
        const { name, answers } = surface;
        warnOfClashes([recommend(compiled, each, surface, { analysis: false })], host);
        recorded.push({ kind: "file", name: name === service ? file : `${file} ${name}`, answers });
      }
    }
  }
  for (const { name, pack } of [before, after]) {
    const set = await casesBeside(name, host.cwd, pack.compiled.source);
    if (set.kind === "failed") return set;
    warn(set.warnings, host);
    for (const { id, answers } of set.value.cases) recorded.push({ kind: "case", name: id, answers });
    for (const { id, answers } of set.value.systems) recorded.push({ kind: "system", name: id, answers });
  }
  return ok(recorded);
}
