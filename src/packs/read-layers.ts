import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import {
  errorIn,
  failed,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../engine/diagnostics/problem.js";
import type { PackLayer } from "../engine/pack-file/raw-pack.js";
import { parseText } from "../engine/parse/parse-text.js";
import { mappingOf, type ParsedDocument } from "../engine/parse/parsed-document.js";
import { readYamlFiles } from "../files/read-yaml-files.js";
import { defaultPackName, findPack } from "./find-pack.js";

/** A pack's parsed files, and where they were read. */
export interface ReadLayer extends PackLayer {
  readonly path: string;
}

/** The parsed files of packs and of those that they extend, base first, before anything in them is checked. */
export async function readPackLayers(
  names: readonly string[],
  cwd: string,
): Promise<Outcome<readonly ReadLayer[]>> {
  const chain = new Chain();
  for (const name of names.length === 0 ? [defaultPackName] : names) await chain.add(name, cwd, []);
  return chain.problems.length > 0 ? failed(chain.problems) : ok(chain.layers);
}

/** The layers that are the named packs themselves, not the packs they extend. */
export function layersNamed(
  layers: readonly ReadLayer[],
  names: readonly string[],
  cwd: string,
): readonly ReadLayer[] {
  const paths = names.map((name) => findPack(name, cwd));
  return layers.filter(({ path }) => paths.includes(path));
}

/** Packs gathered base first, each path once. */
class Chain {
  readonly layers: ReadLayer[] = [];
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();

  async add(
    name: string,
    from: string,
    below: readonly string[],
    asked?: Pick<Problem, "file" | "at">,
  ): Promise<void> {
    const path = findPack(name, from);
    const report = (detail: ProblemDetail): void => {
      this.problems.push(errorIn(asked?.file ?? name, detail, asked?.at));
    };
    if (path === null) {
      const reason = "no file, folder or installed package has this name";
      return report({ code: "extends-not-found", name, reason });
    }
    if (below.includes(path))
      return report({ code: "extends-cycle", names: [...below.slice(below.indexOf(path)), path] });
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    const documents = await this.#documents(path, name === defaultPackName ? "rules" : name);
    const header = documents.find((document) => "pack" in mappingOf(document.value));
    const base = mappingOf(mappingOf(header?.value)["pack"])["extends"];
    if (header !== undefined && typeof base === "string") {
      const at = header.locate(["pack", "extends"]);
      await this.add(base, folderOf(path), [...below, path], { file: header.file, at });
    }
    this.layers.push({ name, path, documents });
  }

  async #documents(path: string, name: string): Promise<readonly ParsedDocument[]> {
    const files = await readYamlFiles(path, name, { within: false });
    if (files.kind === "failed") {
      for (const problem of files.problems) this.problems.push(problem);
      return [];
    }
    return files.value.flatMap((file) => {
      const parsed = parseText(file);
      if (parsed.kind === "ok") return parsed.value;
      for (const problem of parsed.problems) this.problems.push(problem);
      return [];
    });
  }
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path));
}
