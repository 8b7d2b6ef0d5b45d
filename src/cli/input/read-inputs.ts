import { resolve } from "node:path";
import { servicesIn } from "../../engine/answers-file/read-answers.js";
import { readSettings, setAnswers } from "../../engine/answers-file/set-answers.js";
import {
  errorIn,
  failed,
  type Outcome,
  ok,
  type Problem,
  withFirstProblems,
} from "../../engine/diagnostics/problem.js";
import type { Answers, Service } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { SourceText } from "../../engine/parse/parsed-document.js";
import { pipedSource } from "../../engine/report/answer/next-commands.js";
import { expandGlobs } from "../../files/expand-globs.js";
import { readTextFile, readTextStream } from "../../files/read-file.js";
import { readPacks } from "../../packs/load-pack.js";
import type { Host } from "../host.js";
import { withProgress } from "../output/progress.js";
import { warn } from "../warn.js";
import { folderNamed } from "./folder-named.js";

/** Files, each once, and the problems of the patterns that they were named by. */
export interface NamedFiles {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files that names and patterns refer to. */
export async function namedFiles(names: readonly string[], cwd: string): Promise<NamedFiles> {
  const { files, problems } = await expandGlobs(names, cwd);
  const byPath = new Map<string, string>();
  for (const file of files) {
    // Standard input has no path.
    const path = file === "-" ? file : resolve(cwd, file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return { files: [...byPath.values()], problems };
}

/** Options of every command that reads answers. */
export interface InputOptions {
  readonly rules: readonly string[];
  readonly set: readonly string[];
  readonly stdinFilename?: string | undefined;
  /** Whether the command takes one file, and no pattern. */
  readonly oneFile?: boolean;
}

type ReadingOptions = Pick<InputOptions, "stdinFilename" | "oneFile">;

export interface Inputs {
  readonly pack: LoadedPack;
  readonly services: readonly Service[];
}

interface InputsAndSettings extends Inputs {
  /** The services as their files have them, without the settings. */
  readonly given: readonly Service[];
  readonly settings: Answers;
}

/** Most surfaces in one report: all are held until it is written, at some 100 kB each. */
export const reportLimit = 10_000;

/**
 * Loads the pack and the services of all files, where `-` is standard input, with `--set` answers applied.
 * @param lines whether the command also reads JSON Lines, which the message about too many surfaces then suggests
 */
export async function readInputs(
  files: readonly string[],
  options: InputOptions,
  host: Host,
  lines = false,
): Promise<Outcome<InputsAndSettings>> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return pack;
  const limit = { surfaces: reportLimit, lines };
  const { services, problems } = await readAll(files, pack.value, options, limit, host);
  const settings = readSettings(options.set, pack.value.compiled.source.questions);
  if (settings.kind === "failed") return failed([...problems, ...settings.problems]);
  if (problems.length > 0) return failed(problems);
  warn(settings.warnings, host);
  return ok({
    pack: pack.value,
    given: services,
    settings: settings.value,
    services: setAnswers(services, settings.value),
  });
}

/** The services with only those surfaces that have a name; all of them if none is wanted. */
export function ofSurface(
  services: readonly Service[],
  name: string | undefined,
  file: string,
): Outcome<readonly Service[]> {
  if (name === undefined) return ok(services);
  const chosen = services
    .map((service) => ({ ...service, surfaces: service.surfaces.filter((each) => each.name === name) }))
    .filter(({ surfaces }) => surfaces.length > 0);
  if (chosen.length > 0) return ok(chosen);
  const known = [...new Set(services.flatMap(({ surfaces }) => surfaces.map((surface) => surface.name)))];
  return failed([errorIn(file, { code: "unknown-id", kind: "surface", id: name, known })]);
}

/** How many surfaces may be held in memory across all files. */
export interface SurfaceLimit {
  readonly surfaces: number;
  /** Whether the command could read them as JSON Lines instead. */
  readonly lines: boolean;
}

/** The services of all files that are valid, and the problems of the others; warnings are said on standard error. */
export async function readAll(
  files: readonly string[],
  pack: LoadedPack,
  options: ReadingOptions,
  { surfaces: limit, lines }: SurfaceLimit,
  host: Host,
): Promise<{ readonly services: readonly Service[]; readonly problems: readonly Problem[] }> {
  const services: Service[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let surfaces = 0;
  await withProgress(host, files, "files", async (file) => {
    const read = await loadServices(file, pack, options, host);
    if (read.kind === "failed") {
      for (const problem of read.problems) problems.push(problem);
      return;
    }
    for (const warning of read.warnings) warnings.push(warning);
    // The file that passes the limit is reported; later files are read only for their problems.
    if (surfaces > limit) return;
    surfaces += countSurfaces(read.value);
    if (surfaces > limit) problems.push(errorIn(file, { code: "too-many-in-all", limit, lines }));
    else for (const service of read.value) services.push(service);
  });
  warn(warnings, host);
  return { services, problems };
}

function countSurfaces(services: readonly Service[]): number {
  return services.reduce((sum, { surfaces }) => sum + surfaces.length, 0);
}

/** The services of one file: one for each document. Only the first problems, if there are many. */
export async function loadServices(
  file: string,
  pack: LoadedPack,
  options: ReadingOptions,
  host: Host,
): Promise<Outcome<readonly Service[]>> {
  const text = await readAnswersText(file, options, host);
  if (file === "-" && text.kind === "ok" && text.value.text.trim() === "")
    return failed([errorIn(text.value.file, { code: "nothing-piped" })]);
  const services = text.kind === "ok" ? servicesIn(text.value, pack.compiled.source.questions) : text;
  return withFirstProblems(services, file === "-" ? stdinName(options) : file);
}

export const stdinName = ({ stdinFilename }: ReadingOptions): string => stdinFilename ?? pipedSource;

/** The text of one file. Standard input can be read only once. */
export async function readAnswersText(
  file: string,
  options: ReadingOptions,
  host: Host,
): Promise<Outcome<SourceText>> {
  const text =
    file === "-"
      ? await readTextStream(host.stdin, stdinName(options))
      : await readTextFile(resolve(host.cwd, file), file);
  if (text.kind === "ok") return text;
  const folder = file === "-" ? null : await folderNamed(file, host.cwd, options.oneFile !== true);
  return folder === null ? text : failed([folder]);
}
