// The processor time of `api-advisor advise FILE` as a whole process, relative to `node` running an empty script.
// Processor time depends least on other load, and runs alternate, so that load affects all alike; figures are medians.
//   node bench/startup.mjs [--node PATH] [--runs 30] [--bin FILE]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const { values } = parseArgs({
  options: {
    node: { type: "string", default: process.execPath },
    runs: { type: "string", default: "30" },
    bin: { type: "string", default: path("../bin/api-advisor.js") },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "api-advisor-startup-"));
const empty = join(folder, "empty.js");
writeFileSync(empty, "");

/** The commands that are timed, each with the most that it may take, as a multiple of an empty script. */
const commands = [
  { name: "an empty script", args: [empty], most: 1 },
  { name: "one surface", args: [values.bin, "advise", path("../examples/amazon-s3-rest.yaml")], most: 2 },
  { name: "three surfaces", args: [values.bin, "advise", path("../examples/checkout.yaml")], most: 3 },
];

/** Milliseconds of processor time of one whole process with its end, which must succeed, as bash's `times` has them. */
function timed(args) {
  const { status, stdout, stderr, error } = spawnSync(
    "bash",
    ["-c", '"$@" && times', "bash", values.node, ...args],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  const [, user, system] = /(\S+)s (\S+)s\n$/.exec(stdout) ?? [];
  return milliseconds(user) + milliseconds(system);
}

/** From `0m0.071`. */
function milliseconds(time) {
  const [minutes, seconds] = time.split("m");
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

try {
  const times = commands.map(() => []);
  // The first runs warm the disk's cache, and fill Node's compile cache if there is one.
  for (let run = -3; run < runs; run += 1)
    commands.forEach(({ args }, at) => {
      const time = timed(args);
      if (run >= 0) times[at].push(time);
    });
  const [bare, ...others] = times.map(median);
  const version = spawnSync(values.node, ["--version"], { encoding: "utf8" }).stdout.trim();
  console.log(`Node ${version}, processor time, medians of ${runs} alternating runs`);
  // Node 20 reads these certificates before it runs anything, an empty script included.
  if (process.env.NODE_EXTRA_CA_CERTS)
    console.log("NODE_EXTRA_CA_CERTS is set, which makes the ratios smaller; unset it to leave them out");
  for (const [at, time] of [bare, ...others].entries()) {
    const { name, most } = commands[at];
    const ratio = at === 0 ? "" : `, ${(time / bare).toFixed(2)} × (at most ${most})`;
    console.log(`${name.padEnd(16)}${time.toFixed(0).padStart(5)} ms${ratio}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
