import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { smallPackText } from "../../engine/small-pack.js";
import { runMain } from "../run-main.js";

type Files = Readonly<Record<string, string>>;

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder `here` with the files as they are, beside a folder `base` with the files as they were. */
function change(before: Files, after: Files): string {
  const at = mkdtempSync(join(tmpdir(), "compare-base-"));
  made.push(at);
  const under = (folder: string, files: Files): readonly (readonly [string, string])[] =>
    Object.entries({ ".keep": "", ...files }).map(([name, text]) => [join(folder, name), text]);
  const pack = { "pack.yaml": smallPackText };
  const all = [...under("base", before), ...under("here", after), ...under("pack", pack)];
  for (const [name, text] of all) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
  return join(at, "here");
}

const service = (name: string, answers: string): string =>
  `version: 1\nservice: ${name}\nanswers: { ${answers} }\n`;

/** What moved, by the names of surfaces. */
async function moves(cwd: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await runMain(
    ["compare", "--base", "../base", "--rules", "../pack", "--format", "json", ...args],
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^(Files taken .*\n)?$/) });
  const { surfaces, added, removed, unchanged } = JSON.parse(stdout);
  const names = (list: readonly { surface: string }[]): readonly string[] =>
    list.map(({ surface }) => surface);
  return { changed: names(surfaces), added: names(added), removed: names(removed), unchanged };
}

const before: Files = {
  "a.api-advisor.yaml": service("a", "style: stream"),
  "b.api-advisor.yaml": service("b", "style: steps"),
  "c.api-advisor.yaml": service("c", "style: apart"),
};
const after: Files = {
  "a.api-advisor.yaml": service("a", "style: apart"),
  "moved/b.api-advisor.yaml": service("b", "style: steps"),
  "d.api-advisor.yaml": service("d", "style: stream, load: few"),
};

describe("compare with a folder", () => {
  it("takes the files with a usual name in both, however they were moved, added and removed", async () => {
    const cwd = change(before, after);
    expect(await moves(cwd)).toEqual({ changed: ["a"], added: ["d"], removed: ["c"], unchanged: 1 });
  });

  it("takes named files and patterns in both, one of which may lack them", async () => {
    const cwd = change(before, after);
    const none = { changed: [], added: [], removed: [], unchanged: 0 };
    expect(await moves(cwd, "a.api-advisor.yaml")).toEqual({ ...none, changed: ["a"] });
    expect(await moves(cwd, "c.api-advisor.yaml")).toEqual({ ...none, removed: ["c"] });
    expect(await moves(cwd, "./c.api-advisor.yaml")).toEqual({ ...none, removed: ["c"] });
    expect(await moves(cwd, "moved/*.yaml")).toEqual({ ...none, added: ["b"] });
    expect(await moves(cwd, join(cwd, "a.api-advisor.yaml"))).toEqual({ ...none, changed: ["a"] });
  });

  it("takes the files of a config in both", async () => {
    const config = { ".api-advisorrc.yaml": "files: ['[ac].api-advisor.yaml']\n" };
    const cwd = change(before, { ...after, ...config });
    expect(await moves(cwd)).toEqual({ changed: ["a"], added: [], removed: ["c"], unchanged: 0 });
  });

  it("does not take the base for a part of what is here", async () => {
    const cwd = change({}, { ...after, "base/a.api-advisor.yaml": service("a", "style: stream") });
    const { code, stdout } = await runMain(["compare", "--base", "base", "--rules", "../pack"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a: the verdict moves from stateful \(\w+\) to\s+stateless/m);
    expect(stdout.match(/: new, /g)).toHaveLength(2);
  });

  it("refuses the folder that the files are in", async () => {
    const cwd = change({}, after);
    symlinkSync(".", join(cwd, "me"));
    for (const base of [".", cwd, "moved/..", "me"]) {
      const { code, stderr } = await runMain(["compare", "--base", base], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^error: --base is the folder of the files themselves: name one /),
      });
    }
  });

  it("refuses what neither has, with the same words as ever", async () => {
    const cwd = change({}, {});
    const run = (...args: readonly string[]) => runMain(["compare", ...args], { cwd });
    for (const args of [[], ["*.yaml"], ["a.yaml"]]) {
      const { code, stderr } = await run(...args, "--base", "../base");
      expect({ code, stderr }).toEqual({ code: 2, stderr: (await run(...args)).stderr });
    }
  });

  it("names a file of the base by where it is, if it is not valid", async () => {
    const cwd = change({ ...before, "a.api-advisor.yaml": "version: 1\nservice: [\n" }, after);
    const { code, stderr } = await runMain(["compare", "--base", "../base", "--rules", "../pack"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\.\.\/base\/a\.api-advisor\.yaml:\d/m);
  });

  it("writes several formats at once", async () => {
    const cwd = change(before, after);
    const args = ["--base", "../base", "--rules", "../pack", "-o", "markdown=m.md", "-o", "json=m.json"];
    const { stdout } = await runMain(["compare", ...args], { cwd });
    expect(stdout).toMatch(/^a: the verdict moves/);
    expect(readFileSync(join(cwd, "m.md"), "utf8")).toMatch(/^## Stateless or stateful: what moves\n/);
    expect(JSON.parse(readFileSync(join(cwd, "m.json"), "utf8"))).toMatchObject({ unchanged: 1 });
    const onto = await runMain(["compare", ...args.slice(0, 4), "-o", "../base/a.api-advisor.yaml"], { cwd });
    expect(onto).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("compare with one file", () => {
  const cwd = () => change(before, after);
  const args = ["compare", "--rules", "../pack", "a.api-advisor.yaml", "--base"];

  it("takes it for what the other was", async () => {
    const { stdout } = await runMain([...args, "../base/a.api-advisor.yaml"], { cwd: cwd() });
    expect(stdout).toMatch(/^a: the verdict moves from stateful \(\w+\) to\s+stateless/);
  });

  it("reads it from standard input", async () => {
    const { stdout } = await runMain([...args, "-"], { cwd: cwd(), input: service("a", "style: steps") });
    expect(stdout).toMatch(/^a: the verdict moves from hybrid \(\w+\) to\s+stateless/);
  });

  it.each([[["compare", "--base", "x.yaml"]], [["compare", "--base", "x.yaml", "a.yaml", "b.yaml"]]])(
    "refuses %j, in which nothing says which file to compare it with",
    async (line) => {
      const { code, stderr } = await runMain(line, { cwd: cwd() });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("needs one file") });
    },
  );

  it("refuses one that is missing", async () => {
    const { code, stderr } = await runMain([...args, "gone"], { cwd: cwd() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("gone") });
  });
});
