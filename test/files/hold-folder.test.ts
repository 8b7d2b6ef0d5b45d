import { chmodSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { ok } from "../../src/engine/diagnostics/problem.js";
import { withFolder } from "../../src/files/hold-folder.js";

const isRoot = process.getuid?.() === 0;
const folder = (): string => mkdtempSync(join(tmpdir(), "api-advisor-"));

it("a folder is held by one at a time, and nothing is left in it", async () => {
  const path = folder();
  const steps: string[] = [];
  const work = (name: string) =>
    withFolder(path, "adr/", async () => {
      steps.push(`${name} begins`);
      await pause(20);
      steps.push(`${name} ends`);
      return ok(name);
    });
  expect(await Promise.all([work("a"), work("b"), work("c")])).toEqual([ok("a"), ok("b"), ok("c")]);
  expect(steps).toHaveLength(6);
  for (let at = 0; at < 6; at += 2) expect(steps[at + 1]).toBe(steps[at]?.replace("begins", "ends"));
  expect(readdirSync(path)).toEqual([]);
});

it("a claim is renewed as long as the work takes, so that it never looks like one that was left behind", async () => {
  const path = folder();
  const changed = (): readonly number[] =>
    readdirSync(path).map((name) => statSync(join(path, name)).ctimeMs);
  await withFolder(path, "adr/", async () => {
    const [first = Number.NaN] = changed();
    await pause(1500);
    expect(changed()).toEqual([expect.toSatisfy((now: number) => now - first > 500)]);
    return ok(null);
  });
});

it("a folder is free again after work that fails", async () => {
  const path = folder();
  await expect(withFolder(path, "adr/", () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
  expect(readdirSync(path)).toEqual([]);
  expect(await withFolder(path, "adr/", async () => ok(1))).toEqual(ok(1));
});

it.skipIf(isRoot)("nobody waits in a folder that takes no new file", async () => {
  const path = folder();
  chmodSync(path, 0o555);
  expect(await withFolder(path, "adr/", async () => ok(1))).toEqual(ok(1));
});

it("a folder that is gone is named", async () => {
  expect(await withFolder(join(folder(), "gone"), "adr/", async () => ok(1))).toMatchObject({
    problems: [{ file: "adr/", code: "unwritable-file", reason: "there is no such folder" }],
  });
});
