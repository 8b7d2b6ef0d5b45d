// How long `api-advisor advise FILE` takes as a whole process, over what `node` takes to run an empty script.
// Runs alternate, so that whatever else the machine does falls on both; the figures are medians.
//   node bench/startup.mjs [--node PATH] [--runs 30] [--file FILE] [--most RATIO] [--json]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    node: { type: "string", default: process.execPath },
    runs: { type: "string", default: "30" },
    file: {
      type: "string",
      default: fileURLToPath(new URL("../examples/amazon-s3-rest.yaml", import.meta.url)),
    },
    bin: { type: "string", default: fileURLToPath(new URL("../bin/api-advisor.js", import.meta.url)) },
    most: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "api-advisor-startup-"));
const empty = join(folder, "empty.js");
writeFileSync(empty, "");

/** Milliseconds of one whole process, which must succeed. */
function timed(args) {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(values.node, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return elapsed;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

try {
  const scripts = { empty: [empty], advise: [values.bin, "advise", values.file] };
  const times = { empty: [], advise: [] };
  // The first runs warm the disk's cache and fill Node's compile cache where there is one.
  for (let run = -3; run < runs; run += 1) {
    for (const [name, args] of Object.entries(scripts)) {
      const elapsed = timed(args);
      if (run >= 0) times[name].push(elapsed);
    }
  }
  const version = spawnSync(values.node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const [bare, advise] = [median(times.empty), median(times.advise)];
  const ratio = advise / bare;
  console.log(
    values.json
      ? JSON.stringify({ node: version, runs, emptyMs: bare, adviseMs: advise, ratio })
      : `Node ${version}, medians of ${runs} alternating runs\nempty script  ${bare.toFixed(1)} ms\nadvise        ${advise.toFixed(1)} ms\nratio         ${ratio.toFixed(2)}`,
  );
  if (values.most !== undefined && ratio > Number(values.most)) {
    console.error(`The ratio is above ${values.most}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
