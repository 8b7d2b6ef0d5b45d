import { relative, resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, failed, type Outcome, ok, type Problem } from "../../engine/diagnostics/problem.js";
import { expandGlobs, noMatch } from "../../files/expand-globs.js";
import type { Host } from "../host.js";
import { type NamedFiles, namedFiles } from "../input/read-inputs.js";
import { usualName, usualPattern } from "../input/usual-names.js";
import type { LoadedConfig } from "./load-config.js";

/**
 * The files of a command: those named or, if none is, those of the config or, if it names none, those with a usual name
 * in the working directory and below. Prints to standard error which ones were taken.
 */
export async function chosenFiles(
  names: readonly string[],
  config: LoadedConfig | null,
  host: Host,
): Promise<NamedFiles> {
  const taken = await filesIn(host.cwd, names, config);
  if (names.length > 0) return taken;
  return announced(taken, config?.values.files === undefined ? "by name" : `by ${config.file}`, host);
}

/** The same files as they are in a folder, by names that hold from there. Prints nothing. */
export async function filesIn(
  cwd: string,
  names: readonly string[],
  config: LoadedConfig | null,
): Promise<NamedFiles> {
  if (names.length > 0) return namedFiles(names, cwd);
  return config?.values.files === undefined ? usualFiles(cwd) : filesOf(config, config.values.files, cwd);
}

/** The file to write to if none is named: the only one that there is. */
export async function onlyFile(config: LoadedConfig | null, host: Host): Promise<Outcome<string>> {
  const { files, problems } = await chosenFiles([], config, host);
  if (problems.length > 0) return failed(problems);
  const [file, second] = files;
  if (file !== undefined && second === undefined) return ok(file);
  return failed([errorIn("decide", { code: "choice-needed", option: "FILE", known: files })]);
}

async function usualFiles(cwd: string): Promise<NamedFiles> {
  const { files, problems } = await expandGlobs([usualPattern], cwd);
  const closed = problems.filter(({ code }) => code === "closed-folder");
  const isMissing = problems.some(
    (problem) => problem.code === "unreadable-file" && problem.reason === noMatch,
  );
  if (!isMissing || closed.length > 0) return { files, problems: isMissing ? closed : problems };
  return {
    files,
    problems: [errorIn(".", { code: "no-answers-file", names: [usualName(null), usualName("NAME")] })],
  };
}

/** The files of a config's patterns, by names that hold from the working directory; problems are placed in the config. */
async function filesOf(
  { file, base, locate }: LoadedConfig,
  patterns: readonly string[],
  cwd: string,
): Promise<NamedFiles> {
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const expanded = await expandGlobs([pattern], base);
    for (const each of expanded.files) found.push(relative(cwd, resolve(base, each)));
    for (const problem of expanded.problems) {
      if (problem.code === "closed-folder") {
        const folder = relative(cwd, resolve(base, problem.file)) || ".";
        if (!problems.some((each) => each.file === folder)) problems.push({ ...problem, file: folder });
        continue;
      }
      const reason = problem.code === "unreadable-file" ? problem.reason : problem.code;
      problems.push(errorIn(file, { code: "unusable-pattern", pattern, reason }, locate(["files", index])));
    }
  }
  // A config is data: standard input is for the command line to name.
  const files = found.map((name) => (name === "-" ? "./-" : name));
  return { files: [...new Set(files)], problems };
}

/** How many names are printed. */
const shown = 10;

function announced(taken: NamedFiles, how: string, { stderr }: Pick<Host, "stderr">): NamedFiles {
  const { files } = taken;
  const more = files.length > shown ? ` and ${files.length - shown} more` : "";
  if (files.length > 0)
    stderr.write(`${printable(`Files taken ${how}: ${files.slice(0, shown).join(", ")}${more}`)}\n`);
  return taken;
}
