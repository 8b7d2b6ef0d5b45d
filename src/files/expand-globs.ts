import { type Dirent, existsSync, readdir, realpathSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";
import { errorIn, type Problem } from "../engine/diagnostics/problem.js";
import { isForbidden, reasonOf, unreadable } from "./file-problems.js";

/** The most files and folders that the patterns of one run may visit: searching a whole disk would take too long. */
const entryLimit = 200_000;

/** The reason for a problem of a pattern that is sound. */
export const noMatch = "no file matches this pattern";

const lengthLimit = 1000;
const groupLimit = 8;
const repeatLimit = 8;
/** The time to match a name grows with its length to the power of its repeats. */
const repeatsInName = 4;

/**
 * File names with patterns (`services/**\/*.yaml`) replaced by the files that they match, in order of name; nothing
 * below `node_modules` matches. A name that exists literally is that file. A file that a pattern finds by several names,
 * through links, is taken once. A pattern that matches nothing is a problem: a check of no files would pass silently. So
 * is a folder that may not be searched, and a pattern that visits too many entries: it yields none of its files rather
 * than some.
 */
export async function expandGlobs(
  names: readonly string[],
  cwd: string,
  limit = entryLimit,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const walk = new Walk(limit);
  const refuse = (file: string, reason: string): void => {
    problems.push(unreadable(file, reason));
  };
  for (const name of names) {
    if (name === "-" || !isDynamicPattern(name) || existsSync(resolve(cwd, name))) {
      files.push(name);
      continue;
    }
    const pattern = process.platform === "win32" ? name.replaceAll("\\", "/") : name;
    const reason = whyRefused(pattern);
    const matched = reason === null ? await walk.filesOf(pattern, cwd) : [];
    if (reason !== null) refuse(name, reason);
    else if (matched === null) refuse(name, `the pattern searches more than ${limit} files and folders`);
    else if (matched.length === 0) refuse(name, noMatch);
    else for (const file of matched) files.push(file);
  }
  for (const [folder, error] of walk.closed)
    problems.push(errorIn(relative(cwd, folder) || ".", { code: "closed-folder", reason: reasonOf(error) }));
  return { files, problems };
}

/** A pattern that only this name matches. */
export const literally = (name: string): string => escapePath(name);

/** Why a pattern is refused: it takes nothing, or matching a single name could take far too long. Null if it is not. */
function whyRefused(pattern: string): string | null {
  if (/^!(?!\()/.test(pattern)) return "a pattern cannot exclude files: name those to take";
  if (pattern.length > lengthLimit) return `the pattern is longer than ${lengthLimit} characters`;
  if (pattern.split(/[{(]/).length - 1 > groupLimit)
    return `the pattern has more than ${groupLimit} groups in braces or parentheses: split it into several`;
  const repeats = pattern.split("/").map(repeatsOf);
  if (repeats.reduce((sum, each) => sum + each, 0) > repeatLimit || Math.max(...repeats) > repeatsInName)
    return `the pattern has more than ${repeatLimit} \`*\` or \`+\`, or more than ${repeatsInName} in one name: write part of the path out`;
  if (/[*+]\([^)]*[*+|(]|[)}]\+(?!\()/.test(pattern))
    return "a group that repeats, as in `+(…)` or `*(…)`, may contain neither `|`, `*` nor `+`, and `+` may not follow a group";
  return null;
}

/** Counts what can match more or less of a name. A `+` does so after a class and anywhere in or before parentheses. */
const repeatsOf = (name: string): number =>
  name.split(name.includes("(") ? /[*+]|!\(/ : /\*|\]\+/).length - 1;

type Done = (error: NodeJS.ErrnoException | null, found: Dirent[]) => void;

/** Finds files by patterns until they have visited too many entries. */
class Walk {
  /** The folders that may not be searched, each with the system's error. */
  readonly closed = new Map<string, unknown>();
  readonly #stopper = new AbortController();
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  /** The files that match, in order of name; null if there were too many entries to visit. */
  async filesOf(pattern: string, cwd: string): Promise<readonly string[] | null> {
    const { signal } = this.#stopper;
    const read = (folder: string, options: { readonly withFileTypes: true }, done: Done): void => {
      this.#count(1);
      if (signal.aborted) done(null, []);
      else
        readdir(folder, options, (error, found) => {
          if (error === null) this.#count(found.length);
          else if (isForbidden(error)) this.closed.set(resolve(folder), error);
          done(
            error,
            found?.map((entry) => asFileIfBroken(entry, folder)),
          );
        });
    };
    const options = { cwd, signal, ignore: "**/node_modules/**", expandDirectories: false };
    // The one form of `readdir` that the walker calls.
    const found = await glob(pattern, { ...options, fs: { readdir: read as unknown as typeof readdir } });
    return signal.aborted ? null : onceEach(found.sort(), cwd);
  }

  #count(entries: number): void {
    this.#left -= entries;
    if (this.#left < 0) this.#stopper.abort();
  }
}

/** A link that leads nowhere as a file: the walker would leave it out, and reading it says what is wrong. */
function asFileIfBroken(entry: Dirent, folder: string): Dirent {
  if (!entry.isSymbolicLink() || existsSync(join(folder, entry.name))) return entry;
  return Object.assign(Object.create(entry), { isFile: () => true, isSymbolicLink: () => false });
}

/** Names without those that only lead to the file of another by a link, or to that of one before. */
function onceEach(names: readonly string[], cwd: string): readonly string[] {
  // A working folder that has been removed has no names in it.
  if (names.length < 2) return names;
  const base = realpathSync(cwd);
  const byTarget = new Map<string, string>();
  for (const name of names) {
    const path = resolve(base, name);
    const target = existsSync(path) ? realpathSync(path) : path;
    if (target === path || !byTarget.has(target)) byTarget.set(target, name);
  }
  return [...byTarget.values()].sort();
}
