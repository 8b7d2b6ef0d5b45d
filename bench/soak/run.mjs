// Runs the built program, and says what was found.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../bin/api-advisor.js", import.meta.url));
const usage = fileURLToPath(new URL("../print-usage.cjs", import.meta.url));

/** A line of the result: a figure, or what should hold and does not. */
export const figure = (text) => ({ text, fault: false });
export const claim = (holds, text) => ({ text, fault: !holds });

export function start(args, cwd) {
  return spawn(process.execPath, [program, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs to the end: exit code, outputs, seconds and peak memory. `feed` writes standard input. */
export async function run(args, cwd, { feed = null, onOutput = null } = {}) {
  const child = spawn(process.execPath, ["--require", usage, program, ...args], {
    cwd,
    stdio: [feed === null ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const started = performance.now();
  const closed = once(child, "close");
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", onOutput ?? ((text) => (stdout += text)));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  if (feed !== null) await feed(child.stdin);
  const [code] = await closed;
  const peak = (Number(/^peak memory: (\d+) KiB/m.exec(stderr)?.[1]) * 1024) / 1e6;
  return { code, stdout, stderr, seconds: (performance.now() - started) / 1000, peak };
}

/** Writes with regard to how fast the reader is. */
export async function writeAll(stream, chunks) {
  for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, "drain");
  stream.end();
}

export function cost({ seconds, peak }) {
  return `${seconds.toFixed(1)} s, peak memory ${Math.round(peak)} MB`;
}

/** Keeps this many of the tasks going until all are done; their results in order. */
export async function inParallel(count, tasks) {
  const results = [];
  const queue = tasks.map((task, index) => async () => {
    results[index] = await task();
  });
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
