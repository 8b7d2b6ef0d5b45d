import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** What `npm pack` made. */
export interface Packed {
  /** The path of the tarball. */
  readonly tarball: string;
  readonly files: readonly string[];
}

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

/** Packs once for all tests, before any: packing builds, and what is built is what others run. */
export default function setup(project: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  const out = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: join(import.meta.dirname, "../.."),
    env: { ...process.env, npm_config_loglevel: "error" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename, files }] = JSON.parse(out.slice(out.indexOf("[\n")));
  project.provide("packed", {
    tarball: join(folder, filename),
    files: files.map(({ path }: { readonly path: string }) => path),
  });
}
