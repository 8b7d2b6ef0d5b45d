import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { functionsRun } from "../../scripts/build/functions-run.mjs";

/** The path of a script with this code. */
function script(code: string): string {
  const path = join(realpathSync(mkdtempSync(join(tmpdir(), "functions-run-"))), "script.cjs");
  writeFileSync(path, code);
  return path;
}

it("tells which functions of a file a run calls", () => {
  const code =
    "function a(){b()}function b(){}function c(){}[1].map(()=>a());class D{m(){}n(){}}new D().m();";
  const path = script(code);
  const [, called = []] = functionsRun([path]).find(([file]) => file === path) ?? [];
  const texts = [...called].map((range) => {
    const [start, end] = range.split("-").map(Number);
    return code.slice(start, end);
  });
  expect(new Set(texts)).toEqual(new Set(["()=>a()", "function a(){b()}", "function b(){}", "m(){}", code]));
});

it("fails with a run that fails", () => {
  expect(() => functionsRun([script("process.exit(3)")])).toThrow("Command failed");
});
