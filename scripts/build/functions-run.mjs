import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Which functions a run of Node calls.
 * @param args of `node`; the run must succeed
 * @returns by the path of each file, `start-end` of each function that was called in it
 */
export function functionsRun(args) {
  const folder = mkdtempSync(join(tmpdir(), "api-advisor-build-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, NODE_V8_COVERAGE: folder },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    const scripts = readdirSync(folder)
      .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).result)
      .filter(({ url }) => url.startsWith("file:"));
    return new Map(
      scripts.map(({ url, functions }) => [
        fileURLToPath(url),
        new Set(
          functions
            .map(({ ranges: [whole] }) => whole)
            .filter(({ count }) => count > 0)
            .map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`),
        ),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
