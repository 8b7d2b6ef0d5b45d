import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import type { Pack } from "../engine/model/pack.js";
import type { CaseSet } from "../engine/pack-tools/cases/case-set.js";
import { readCases } from "../engine/pack-tools/cases/read-cases.js";
import { parseText } from "../engine/parse/parse-text.js";
import type { ParsedDocument } from "../engine/parse/parsed-document.js";
import { isEmptyFolder } from "../files/folders.js";
import { readYamlFiles } from "../files/read-yaml-files.js";
import { defaultPackName, findPack } from "./find-pack.js";

interface Folder {
  readonly path: string;
  /** Its name in messages. */
  readonly name: string;
}

/** The folders of cases beside the packs named, each once; that of the default pack if none is named. */
export function caseFolders(packs: readonly string[], cwd: string): readonly Folder[] {
  const folders = (packs.length === 0 ? [defaultPackName] : packs).map((pack): Folder => {
    const path = findPack(pack, cwd) ?? resolve(cwd, pack);
    const name = pack === defaultPackName ? "rules" : pack;
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    return isFile
      ? { path: join(dirname(path), "cases"), name: join(dirname(name), "cases") }
      : { path: join(path, "cases"), name: join(name, "cases") };
  });
  return folders.filter(({ path }, index) => folders.findIndex((folder) => folder.path === path) === index);
}

/** The cases beside a pack; none if there is no such folder, or it is empty. */
export async function casesBeside(pack: string, cwd: string, compiled: Pack): Promise<Outcome<CaseSet>> {
  const folders = caseFolders([pack], cwd).filter(({ path }) => existsSync(path) && !isEmptyFolder(path));
  return folders.length === 0 ? ok({ cases: [], systems: [] }) : loadCases(folders, compiled);
}

/** Reads every case in the folders against a pack. All problems of all files come at once. */
export async function loadCases(folders: readonly Folder[], pack: Pack): Promise<Outcome<CaseSet>> {
  const problems: Problem[] = [];
  const documents: ParsedDocument[] = [];
  for (const { path, name } of folders) {
    const files = await readYamlFiles(path, name, { within: true });
    if (files.kind === "failed") {
      for (const problem of files.problems) problems.push(problem);
      continue;
    }
    for (const file of files.value) {
      const parsed = parseText(file);
      if (parsed.kind === "ok") for (const document of parsed.value) documents.push(document);
      else for (const problem of parsed.problems) problems.push(problem);
    }
  }
  const read = readCases(documents, pack);
  if (read.kind === "failed") for (const problem of read.problems) problems.push(problem);
  return problems.length > 0 || read.kind === "failed" ? failed(problems) : read;
}
