import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { progressOn } from "../../../src/cli/output/progress.js";
import { readAll } from "../read-all.js";

function terminal(isTTY: boolean, columns = 80) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns });
  return { stream, drawn: () => readAll(stream) };
}

describe("progress", () => {
  it("draws nothing if there is no terminal", () => {
    const { stream, drawn } = terminal(false);
    let now = 0;
    const progress = progressOn(stream, { total: 10, unit: "files" }, () => now);
    now = 5000;
    progress.show({ done: 5, records: 5, invalid: 0 });
    progress.clear();
    expect(drawn()).toBe("");
  });

  it("waits, then rewrites one line at most ten times a second, and clears it", () => {
    const { stream, drawn } = terminal(true);
    let now = 0;
    const progress = progressOn(stream, { total: 10_000, unit: "files" }, () => now);
    now = 399;
    progress.show({ done: 1, records: 1, invalid: 0 });
    expect(drawn()).toBe("");
    now = 2000;
    progress.show({ done: 2500, records: 5000, invalid: 3 });
    expect(drawn()).toBe(
      "\r[######------------------] 2,500 of 10,000 files, 2,500 a second, 3 invalid\u001b[K",
    );
    now = 2099;
    progress.show({ done: 2600, records: 5200, invalid: 3 });
    expect(drawn()).toBe("");
    now = 2100;
    progress.show({ done: 2600, records: 5200, invalid: 3 });
    expect(drawn()).toContain("2,600 of 10,000 files");
    progress.clear();
    progress.clear();
    expect(drawn()).toBe("\r\u001b[K");
  });

  it("counts the records of a single stream, in one line however narrow the terminal", () => {
    const { stream, drawn } = terminal(true, 20);
    let now = 0;
    const progress = progressOn(stream, { total: 1, unit: "files" }, () => now);
    now = 1000;
    progress.show({ done: 0, records: 20_000, invalid: 0 });
    expect(drawn()).toBe("\r20,000 records, 20,\u001b[K");
  });
});
