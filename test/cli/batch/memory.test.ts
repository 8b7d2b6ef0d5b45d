import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../run-main.js";

const megabyte = 1e6;
const answers = {
  latency: "interactive",
  "interaction-style": "multi-step-workflow",
  "peak-clients": "1k-100k",
};

/**
 * Runs the built filter over this many lines, one in a thousand of them invalid, and reads the peak memory it reports.
 */
async function filtered(lines: number) {
  const script = join(root, "bin/api-advisor.js");
  const usage = join(root, "bench/print-usage.cjs");
  const args = ["--require", usage, script, "advise", "--format", "jsonl", "--no-analysis"];
  const child = spawn(process.execPath, args, { cwd: root });
  let results = 0;
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
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
  return { code, results, peakBytes: Number(/^peak memory: (\d+) KiB/m.exec(errors)?.[1]) * 1024 };
}

function record(line: number): string {
  if (line % 1000 === 0) return "{\n";
  return `${JSON.stringify({ version: 1, service: `service-${line}`, answers })}\n`;
}

it("takes under 200 MB, and hardly more for 9,000 lines than for 4,000", { timeout: 240_000 }, async () => {
  // By then the collector of garbage has found its pace.
  const few = await filtered(4_000);
  const many = await filtered(9_000);
  expect(many).toMatchObject({ code: 2, results: 9_000 });
  expect(many.peakBytes).toBeLessThan(200 * megabyte);
  expect(many.peakBytes - few.peakBytes).toBeLessThan(40 * megabyte);
});
