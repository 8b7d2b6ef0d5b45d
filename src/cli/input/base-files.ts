import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../../engine/diagnostics/problem.js";
import { noMatch } from "../../files/expand-globs.js";
import { isFolder } from "../../files/folders.js";
import { chosenFiles, filesIn } from "../config/chosen-files.js";
import type { LoadedConfig } from "../config/load-config.js";
import type { Host } from "../host.js";

/** A file as it was: its name, and the name of the file that it is now. */
export interface FormerFile {
  readonly name: string;
  readonly now: string;
}

/** The files of a change, as they were and as they are; one that was added or removed is only on one side. */
export interface FilesOfChange {
  readonly before: readonly FormerFile[];
  readonly after: readonly string[];
}

/** Whether a base is a folder; otherwise it is one file, or standard input. */
export const isBaseFolder = (base: string, { cwd }: Pick<Host, "cwd">): boolean =>
  base !== "-" && isFolder(resolve(cwd, base));

/** The files of a command as they are here and, by the same names and patterns, in a folder that has them as they were. */
export async function filesSince(
  base: string,
  names: readonly string[],
  config: LoadedConfig | null,
  host: Host,
): Promise<Outcome<FilesOfChange>> {
  const { cwd } = host;
  const folder = resolve(cwd, base);
  const here = await chosenFiles(names, config, host);
  const there = await filesIn(
    folder,
    names.map((name) => (isAbsolute(name) ? relative(cwd, name) : name)),
    config && { ...config, base: resolve(folder, relative(cwd, config.base)) },
  );
  const inBase = (problem: Problem): Problem =>
    problem.code === "closed-folder" ? { ...problem, file: join(base, problem.file) } : problem;
  const problems = [
    ...here.problems.filter((problem) => !isMissing(problem) || there.problems.some(isLike(problem))),
    ...there.problems.filter((problem) => !isMissing(problem)).map(inBase),
  ];
  if (problems.length > 0) return failed(problems);
  const before = there.files.filter((file) => existsSync(resolve(folder, file)));
  const past = new Set(before.map((file) => resolve(folder, file)));
  // A folder for the base may be below this one.
  const after = here.files.filter((file) => !isWithin(folder, resolve(cwd, file)));
  const wasThere = (file: string): boolean => past.has(resolve(folder, relative(cwd, resolve(cwd, file))));
  return ok({
    before: before.map((file) => ({ name: join(base, file), now: file })),
    after: after.filter((file) => existsSync(resolve(cwd, file)) || !wasThere(file)),
  });
}

/** Whether a name or pattern finds nothing, as it may on one side. */
function isMissing(problem: Problem): boolean {
  const { code } = problem;
  return (
    code === "no-answers-file" ||
    ((code === "unreadable-file" || code === "unusable-pattern") && problem.reason === noMatch)
  );
}

const isLike =
  (problem: Problem) =>
  (other: Problem): boolean =>
    JSON.stringify(other) === JSON.stringify(problem);

const isWithin = (folder: string, path: string): boolean => path.startsWith(`${folder}${sep}`);
