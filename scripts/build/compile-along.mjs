import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { sep } from "node:path";
import { eagerFunctions } from "./eager-functions.mjs";
import { functionsRun } from "./functions-run.mjs";

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
