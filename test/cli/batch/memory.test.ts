import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../run-main.js";

const answers = {
  latency: "interactive",
  "interaction-style": "multi-step-workflow",
  "peak-clients": "1k-100k",
};

/**
 * Runs the built filter over this many lines, one in a thousand of them invalid, in a heap of this many MiB with a small
 * young generation, whose size differs between versions of Node; and reads the peak memory that it reports.
 */
async function filtered(lines: number, heap: number) {
  const script = join(root, "bin/api-advisor.js");
  const limits = [`--max-old-space-size=${heap}`, "--max-semi-space-size=8"];
  const usage = ["--require", join(root, "bench/print-usage.cjs")];
  const args = [...limits, ...usage, script, "advise", "--format", "jsonl", "--no-analysis"];
  const child = spawn(process.execPath, args, { cwd: root });
  let [results, bytes, errors] = [0, 0, ""];
  child.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) results += 1;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-1000);
  });
  const closed = once(child, "close");
  for (let line = 1; line <= lines; line += 100) {
    const block = Array.from({ length: 100 }, (_, index) => record(line + index)).join("");
    if (!child.stdin.write(block)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = await closed;
  return { code, results, bytes, peakBytes: Number(/^peak memory: (\d+) KiB/m.exec(errors)?.[1]) * 1024 };
}

function record(line: number): string {
  if (line % 1000 === 0) return "{\n";
  return `${JSON.stringify({ version: 1, service: `service-${line}`, answers })}\n`;
}

it("takes under 200 MB, with a heap that could not hold the results", { timeout: 240_000 }, async () => {
  const heap = 48;
  const { bytes, peakBytes, ...others } = await filtered(9_000, heap);
  expect(others).toEqual({ code: 2, results: 9_000 });
  expect(bytes).toBeGreaterThan(1.4 * heap * 2 ** 20);
  expect(peakBytes).toBeLessThan(200e6);
});
