import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { type Config, packageKey, readConfig } from "../../engine/config-file/read-config.js";
import {
  errorIn,
  failed,
  type Outcome,
  ok,
  type Problem,
  problemIn,
} from "../../engine/diagnostics/problem.js";
import { type FoundConfig, findConfig, nearConfigs } from "../../files/find-config.js";
import { isFolder } from "../../files/folders.js";
import { readTextFile } from "../../files/read-file.js";
import { defaultPackName, findInstalledPack, findPack } from "../../packs/find-pack.js";
import type { Host } from "../host.js";

/** A config that has been read, with its packs found. */
export interface LoadedConfig extends Config {
  /** The packs, by names that hold from the working directory; null: it names none. */
  readonly rules: readonly string[] | null;
  /** The folder that its patterns of answers files start from. */
  readonly base: string;
}

/**
 * The config that applies, if any: the one named, the nearest one from a folder named upwards, or the nearest one from
 * the working directory upwards. Patterns of one that is named start from the working directory, as it may be kept
 * elsewhere and meant for what is here; its packs are always those beside it.
 * @param given undefined: none is named; false: none is wanted
 */
export async function loadConfig(
  given: string | false | undefined,
  { cwd }: Pick<Host, "cwd">,
): Promise<Outcome<LoadedConfig | null>> {
  if (given === false) return ok(null);
  const found = given === undefined ? findConfig(cwd, packageKey) : named(resolve(cwd, given));
  if (found === null) return ok(null);
  const { folder, names } = found;
  const [name, second] = names;
  if (second !== undefined)
    return failed([errorIn(nameIn(folder, second, cwd), { code: "second-config", first: name })]);
  const path = join(folder, name);
  const source = await readTextFile(path, nameIn(folder, name, cwd));
  if (source.kind === "failed") return source;
  const config = readConfig(source.value);
  if (config.kind === "failed") return config;
  const rules = packsOf(config.value, folder, cwd);
  if (rules.kind === "failed") return rules;
  return ok({ ...config.value, rules: rules.value, base: given === undefined ? folder : cwd });
}

/** Files that are no configs, as their names are only nearly right: the terms in them would go unread without a word. */
export const nearlyNamed = (cwd: string): readonly Problem[] =>
  nearConfigs(cwd).map((path) =>
    problemIn(relative(cwd, path), { code: "unread-config", name: ".api-advisorrc.yaml" }),
  );

function named(path: string): FoundConfig | null {
  return isFolder(path) ? findConfig(path, packageKey) : { folder: dirname(path), names: [basename(path)] };
}

function nameIn(folder: string, name: string, cwd: string): string {
  return relative(cwd, join(folder, name));
}

/** The packs of a config: paths are relative to its folder; packages may be installed there or where the tool runs. */
function packsOf(
  { file, values, locate }: Config,
  folder: string,
  cwd: string,
): Outcome<readonly string[] | null> {
  if (values.rules === undefined) return ok(null);
  const problems: Problem[] = [];
  const names = values.rules.map((name, index) => {
    if (name === defaultPackName) return name;
    const path = findPack(name, folder) ?? findInstalledPack(name, cwd);
    if (path !== null) return pathName(path, cwd);
    const reason = "no file, folder or installed package has this name";
    problems.push(errorIn(file, { code: "extends-not-found", name, reason }, locate(["rules", index])));
    return name;
  });
  return problems.length > 0 ? failed(problems) : ok(names);
}

/** A path as it is said here, in a form that cannot be taken for the name of a package. */
function pathName(path: string, cwd: string): string {
  const name = relative(cwd, path);
  return isAbsolute(name) || name.startsWith("..") ? name : `./${name}`;
}
