import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { sep } from "node:path";
import { eagerFunctions } from "./eager-functions.mjs";
import { functionsRun } from "./functions-run.mjs";

/**
 * Rewrites the files of a folder such that the functions are compiled along with their file that at least half of some
 * runs of Node call, of those that load the file. What fewer call would make Node's compile cache larger for the others,
 * and is compiled when it is called.
 * @param runs arguments of `node`; the runs must succeed
 */
export function compileAlong(folder, runs) {
  const within = realpathSync(folder) + sep;
  const calledIn = runs.map((args) => new Map(functionsRun(args)));
  const paths = new Set(calledIn.flatMap((files) => [...files.keys()]));
  let rewritten = 0;
  for (const path of paths) {
    if (!path.startsWith(within)) continue;
    const loading = calledIn.flatMap((files) => files.get(path) ?? []);
    const isOften = (name) => 2 * loading.filter((called) => called.has(name)).length >= loading.length;
    const code = readFileSync(path, "utf8");
    const eager = eagerFunctions(code, (start, end) => isOften(`${start}-${end}`));
    if (eager !== code) rewritten += 1;
    writeFileSync(path, eager);
  }
  if (rewritten === 0)
    throw new Error(
      `no function in ${folder} is called by node ${runs.map((args) => args.join(" ")).join(" or ")}`,
    );
}
