import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { sep } from "node:path";
import { eagerFunctions } from "./eager-functions.mjs";
import { functionsRun } from "./functions-run.mjs";

/**
 * Rewrites the files of a folder such that the functions that each of some runs of Node calls are compiled along with
 * their file. What only some call would make Node's compile cache larger for the others, and is compiled when it is
 * called.
 * @param runs arguments of `node`; the runs must succeed
 */
export function compileAlong(folder, runs) {
  const within = realpathSync(folder) + sep;
  const [first = new Map(), ...others] = runs.map((args) => new Map(functionsRun(args)));
  let rewritten = 0;
  for (const [path, functions] of first) {
    if (!path.startsWith(within)) continue;
    const inAll = (name) => functions.has(name) && others.every((run) => run.get(path)?.has(name) === true);
    const code = readFileSync(path, "utf8");
    const eager = eagerFunctions(code, (start, end) => inAll(`${start}-${end}`));
    if (eager !== code) rewritten += 1;
    writeFileSync(path, eager);
  }
  if (rewritten === 0)
    throw new Error(
      `no function in ${folder} is called by node ${runs.map((args) => args.join(" ")).join(" and ")}`,
    );
}
