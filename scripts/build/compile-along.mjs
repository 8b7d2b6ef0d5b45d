import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { eagerFunctions } from "./eager-functions.mjs";

/**
 * Rewrites the files of a folder such that the functions that a run of Node calls are compiled along with their file.
 * @param args of `node`; the run must succeed
 */
export function compileAlong(folder, args) {
  const within = realpathSync(folder) + sep;
  let rewritten = 0;
  for (const [path, functions] of functionsRun(args)) {
    if (!path.startsWith(within)) continue;
    const code = readFileSync(path, "utf8");
    const eager = eagerFunctions(code, (start, end) => functions.has(`${start}-${end}`));
    if (eager !== code) rewritten += 1;
    writeFileSync(path, eager);
  }
  if (rewritten === 0) throw new Error(`no function in ${folder} is called by node ${args.join(" ")}`);
}

/** By the path of each file, `start-end` of each function that was called in it. */
function functionsRun(args) {
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
