import { resolve } from "node:path";
import { readServices as readFileServices } from "../engine/answers-file/read-answers.js";
import { readSettings, setAnswers } from "../engine/answers-file/set-answers.js";
import { failed, type Outcome, ok, type Problem, withFirstProblems } from "../engine/diagnostics/problem.js";
import type { Service } from "../engine/model/answers.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import { parseText } from "../engine/parse/parse-text.js";
import type { ParsedDocument } from "../engine/parse/parsed-document.js";
import { readTextFile, readTextStream } from "../files/read-file.js";
import { readPacks } from "../packs/load-pack.js";
import type { Host } from "./host.js";
import { Room } from "./room.js";
import { withProgress } from "./with-progress.js";

/** What every command that reads answers is given. */
export interface InputOptions {
  readonly rules: readonly string[];
  readonly set: readonly string[];
  readonly stdinFilename?: string | undefined;
}

export interface Inputs {
  readonly pack: LoadedPack;
  readonly services: readonly Service[];
}

/** How many surfaces a report may be about: all of them are held until it is written, at some 100 kB each. */
const reportLimit = 10_000;

/**
 * Loads the pack and the services of all files, `-` being standard input, with settings laid over them.
 * @param lines whether the command has JSON Lines, too, which are advised where there are too many surfaces
 */
export async function readInputs(
  files: readonly string[],
  options: InputOptions,
  host: Host,
  lines = false,
): Promise<Outcome<Inputs>> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return pack;
  const questions = pack.value.compiled.source.questions;
  const problems: Problem[] = [];
  const services: Service[] = [];
  const room = new Room(reportLimit, lines);
  await withProgress(host, files, "files", async (file) => {
    const read = room.take(file, await readServices(file, pack.value, options, host));
    if (read.kind === "ok") for (const service of read.value) services.push(service);
    else for (const problem of read.problems) problems.push(problem);
  });
  const settings = readSettings(options.set, questions);
  if (settings.kind === "failed") for (const problem of settings.problems) problems.push(problem);
  if (problems.length > 0 || settings.kind === "failed") return failed(problems);
  return ok({ pack: pack.value, services: setAnswers(services, settings.value) });
}

/** The services of one file: one a document. Of many problems the first. */
export async function readServices(
  file: string,
  pack: LoadedPack,
  options: Pick<InputOptions, "stdinFilename">,
  host: Host,
): Promise<Outcome<readonly Service[]>> {
  const documents = await readDocuments(file, options, host);
  const services = documents.kind === "ok" ? servicesOf(documents.value, pack) : documents;
  return withFirstProblems(services, file === "-" ? stdinName(options) : file);
}

const stdinName = ({ stdinFilename }: Pick<InputOptions, "stdinFilename">): string =>
  stdinFilename ?? "<stdin>";

/** The documents of one file. Standard input can be read once only. */
export async function readDocuments(
  file: string,
  options: Pick<InputOptions, "stdinFilename">,
  host: Host,
): Promise<Outcome<readonly ParsedDocument[]>> {
  const text =
    file === "-"
      ? await readTextStream(host.stdin, stdinName(options))
      : await readTextFile(resolve(host.cwd, file), file);
  return text.kind === "ok" ? parseText(text.value) : text;
}

/** The services of one file's documents, read against the questions of a pack. */
export function servicesOf(
  documents: readonly ParsedDocument[],
  pack: LoadedPack,
): Outcome<readonly Service[]> {
  const read = readFileServices(documents, pack.compiled.source.questions);
  return read.kind === "ok" ? ok(read.value.map(({ service }) => service)) : read;
}
