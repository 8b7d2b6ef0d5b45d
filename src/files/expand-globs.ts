import { type Dirent, existsSync, readdir } from "node:fs";
import { resolve } from "node:path";
import { type GlobOptions, glob, isDynamicPattern } from "tinyglobby";
import type { Problem } from "../engine/diagnostics/problem.js";
import { distinctFiles } from "./distinct-files.js";
import { filePattern } from "./file-pattern.js";

/** How far the patterns of one run may lead in all: through a whole machine nobody waits, and links can go in circles. */
export interface WalkLimits {
  /** Files and folders that are looked at. */
  readonly entries: number;
  /** Folders within folders below the one where a walk begins. */
  readonly depth: number;
}

export const walkLimits: WalkLimits = { entries: 200_000, depth: 100 };

/**
 * File names with patterns (`services/**\/*.yaml`) replaced by the files that they match, in order of name; nothing
 * below `node_modules` matches. What exists under its literal name is that file. A file named twice comes once.
 * A pattern that matches nothing is a problem: a gate over no file would pass without a word. So is one that leads
 * beyond the limits: none of its files come, rather than some.
 */
export async function expandGlobs(
  names: readonly string[],
  cwd: string,
  limits: WalkLimits = walkLimits,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const walk = new Walk(limits);
  for (const name of names) {
    const matched = await filesOf(name, cwd, walk);
    if (typeof matched === "string") problems.push(refused(name, matched));
    else if (matched.length === 0) problems.push(refused(name, "no file matches this pattern"));
    else for (const file of matched) files.push(file);
  }
  return { files: distinctFiles(files, cwd), problems };
}

function refused(file: string, reason: string): Problem {
  return { severity: "error", file, at: null, code: "unreadable-file", reason };
}

/** The files that a name stands for, or why it is not followed. */
async function filesOf(name: string, cwd: string, walk: Walk): Promise<readonly string[] | string> {
  if (name === "-" || !isDynamicPattern(name) || existsSync(resolve(cwd, name))) return [name];
  const pattern = filePattern(process.platform === "win32" ? name.replaceAll("\\", "/") : name);
  if (typeof pattern === "string") return pattern;
  const { end, ...reading } = walk.begin();
  const options = { cwd, ignore: "**/node_modules/**", expandDirectories: false };
  const found = await glob(pattern.wide, { ...options, ...reading });
  return end() ?? found.filter(pattern.fits).sort((a, b) => (a < b ? -1 : 1));
}

/** Counts what walks through folders come past, and stops them at the limits. */
class Walk {
  readonly #limits: WalkLimits;
  #entries = 0;

  constructor(limits: WalkLimits) {
    this.#limits = limits;
  }

  /** What one walk reads folders by. `end` says afterwards why it was stopped; null: it was not. */
  begin(): Pick<GlobOptions, "fs" | "signal"> & { readonly end: () => string | null } {
    const { entries, depth } = this.#limits;
    const stopper = new AbortController();
    let reason: string | null = null;
    let top = Number.POSITIVE_INFINITY;
    const count = (found: number, level: number): void => {
      this.#entries += found;
      top = Math.min(top, level);
      if (this.#entries > entries) reason ??= `the pattern leads past more than ${entries} files and folders`;
      if (level - top > depth)
        reason ??= `the pattern leads into more than ${depth} folders within each other`;
      if (reason !== null) stopper.abort();
    };
    const read = (folder: string, options: { readonly withFileTypes: true }, done: Done): void => {
      count(1, folder.split(/[/\\]/).filter(Boolean).length);
      if (stopper.signal.aborted) done(null, []);
      else
        readdir(folder, options, (error, found) => {
          count(found?.length ?? 0, top);
          done(error, found);
        });
    };
    // Of its forms the walk uses this one.
    const fs = { readdir: read as unknown as typeof readdir };
    return { fs, signal: stopper.signal, end: () => reason };
  }
}

type Done = (error: NodeJS.ErrnoException | null, found: Dirent[]) => void;
