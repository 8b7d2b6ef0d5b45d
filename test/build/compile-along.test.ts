import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compileAlong } from "../../scripts/build/compile-along.mjs";

const folder = mkdtempSync(join(tmpdir(), "api-advisor-along-"));
const within = join(folder, "within");
mkdirSync(within);
afterAll(() => rmSync(folder, { recursive: true }));

const main = join(folder, "main.cjs");
const code = join(within, "code.cjs");
const source = "var a=function(){},b=function(){},c=function(){};module.exports={a:a,b:b,c:c};";

it("has compiled along what half of the runs call of those that load the file, and nothing outside of the folder", () => {
  const script =
    'const f=function(){};f();for(const name of process.argv.slice(2))require("./within/code.cjs")[name]();';
  writeFileSync(main, script);
  writeFileSync(code, source);
  compileAlong(within, [
    [main, "a", "b"],
    [main, "b"],
    [main, "a", "b", "c"],
    [main, "a"],
    [main, "b"],
    [main],
  ]);
  const inParentheses = (name: string) => (text: string) =>
    text.replace(`${name}=function(){}`, `${name}=(function(){})`);
  expect(readFileSync(code, "utf8")).toBe(inParentheses("a")(inParentheses("b")(source)));
  expect(readFileSync(main, "utf8")).toBe(script);
});

it("refuses runs that call nothing, and none at all", () => {
  writeFileSync(main, 'require("./within/code.cjs");');
  writeFileSync(code, source);
  expect(() =>
    compileAlong(within, [
      [main, "a"],
      [main, "c"],
    ]),
  ).toThrow(/no function in .* is called by node .*main.cjs a or /);
  expect(() => compileAlong(within, [])).toThrow("no function in");
});
