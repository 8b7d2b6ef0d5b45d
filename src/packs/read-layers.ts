import { statSync } from "node:fs";
import { dirname, relative, resolve, win32 } from "node:path";
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
  const chain = new Chain(cwd);
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

/** Where a pack says which other one it extends. */
type Asked = Pick<Problem, "file" | "at">;

/** Packs gathered base first, each path once. */
class Chain {
  readonly layers: ReadLayer[] = [];
  readonly problems: Problem[] = [];
  readonly #cwd: string;
  readonly #seen = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @param asked by which pack, if the name comes from a pack and not from the person */
  async add(name: string, from: string, below: readonly string[], asked?: Asked): Promise<void> {
    const report = (detail: ProblemDetail): void => {
      this.problems.push(errorIn(asked?.file ?? name, detail, asked?.at));
    };
    if (asked !== undefined && win32.isAbsolute(name)) return report({ code: "extends-absolute", name });
    const path = findPack(name, from);
    if (path === null) {
      const reason = "no file, folder or installed package has this name";
      return report({ code: "extends-not-found", name, reason });
    }
    if (below.includes(path))
      return report({ code: "extends-cycle", names: [...below.slice(below.indexOf(path)), path] });
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    const { documents, problems } = await readDocuments(path, name === defaultPackName ? "rules" : name);
    const header = documents.find((document) => "pack" in mappingOf(document.value));
    const fields = mappingOf(mappingOf(header?.value)["pack"]);
    // A pack may name any file of the machine: what is in one that is no pack must not be shown in messages.
    if (asked !== undefined && fields["format"] === undefined)
      return report({ code: "extends-no-pack", name, path: relative(this.#cwd, path) || "." });
    for (const problem of problems) this.problems.push(problem);
    const base = fields["extends"];
    if (header !== undefined && typeof base === "string" && base.trim() !== "") {
      const at = header.locate(["pack", "extends"]);
      await this.add(base, folderOf(path), [...below, path], { file: header.file, at });
    }
    this.layers.push({ name, path, documents });
  }
}

/** The documents of a pack's files that can be read, and the problems of the others. */
async function readDocuments(
  path: string,
  name: string,
): Promise<{ readonly documents: readonly ParsedDocument[]; readonly problems: readonly Problem[] }> {
  const files = await readYamlFiles(path, name, { within: false });
  if (files.kind === "failed") return { documents: [], problems: files.problems };
  const parsed = files.value.map((file) => parseText(file));
  return {
    documents: parsed.flatMap((each) => (each.kind === "ok" ? each.value : [])),
    problems: parsed.flatMap((each) => (each.kind === "failed" ? each.problems : [])),
  };
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path));
}
