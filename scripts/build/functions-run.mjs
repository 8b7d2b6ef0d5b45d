import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What a run of Node calls.
 * @param args of `node`; the run must succeed
 * @returns by the path of each file, `start-end` of each function that was called in it, counted in UTF-16 units from
 *   the start of the file, and of the file as a whole
 */
export function functionsRun(args) {
  const folder = mkdtempSync(join(tmpdir(), "api-advisor-build-"));
  try {
    // Nothing of whoever builds may decide what is called.
    const { FORCE_COLOR, NO_COLOR, NODE_OPTIONS, ...env } = process.env;
    execFileSync(process.execPath, args, {
      env: { ...env, NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const scripts = readdirSync(folder)
      .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).result)
      .filter(({ url }) => url.startsWith("file:"));
    return scripts.map(({ url, functions }) => [
      fileURLToPath(url),
      new Set(
        functions
          .map(({ ranges: [whole] }) => whole)
          .filter(({ count }) => count > 0)
          .map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`),
      ),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
