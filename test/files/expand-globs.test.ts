import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { namedFiles } from "../../src/cli/input/read-inputs.js";
import { expandGlobs } from "../../src/files/expand-globs.js";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "globs-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(cwd, name, ".."), { recursive: true });
    writeFileSync(join(cwd, name), "");
  }
}

async function expanded(names: readonly string[], limit?: number) {
  const { files, problems } = await (limit ? expandGlobs(names, cwd, limit) : namedFiles(names, cwd));
  return { files, refused: problems.map((problem) => "reason" in problem && problem.reason) };
}

describe("patterns", () => {
  it("become the files that they match, in order of name and once each, but none below node_modules", async () => {
    write(
      "b.yaml",
      "a.yaml",
      "x/c.yaml",
      "node_modules/d.yaml",
      "x/node_modules/e.yaml",
      "[a].yaml",
      "f.yml",
    );
    expect(await expanded(["**/*.yaml", "a.yaml", "*.yaml", "[a].yaml", "-", "*.yml"])).toEqual({
      files: ["[a].yaml", "a.yaml", "b.yaml", "x/c.yaml", "-", "f.yml"],
      refused: [],
    });
  });

  it("that match nothing are reported, and hide no other", async () => {
    write("a.yaml");
    expect(await expanded(["*.json", "*.yaml"])).toEqual({
      files: ["a.yaml"],
      refused: ["no file matches this pattern"],
    });
  });

  it.each([
    ["!a.yaml", "a pattern cannot exclude files: name those to take"],
    ["!x/**", "a pattern cannot exclude files: name those to take"],
    [`${"a".repeat(1000)}*`, "the pattern is longer than 1000 characters"],
    ["{a,".repeat(9) + "}".repeat(9), "more than 8 groups"],
    ["**/a/**/b/**/c/**/*.yaml", "more than 8 `*` or `+`"],
    ["a/*-*-*-*-*.yaml", "more than 4 in one name"],
    ["+(a)+(a)+(a)+(a)+(a)b", "more than 4 in one name"],
    ["*(a)*+([a-z])*(a)+(a)b", "more than 4 in one name"],
    ["[a-z]+[a-z]+[a-z]+[a-z]+[a-z]+b", "more than 4 in one name"],
    ["@(a+a+a+a+a+b)", "more than 4 in one name"],
    ["!(a)!(a)!(a)!(a)!(a)b", "more than 4 in one name"],
    ["+(a|aa)b", "a group that repeats"],
    ["*(a*)b", "a group that repeats"],
    ["*(+(a))b", "a group that repeats"],
    ["(a|aa)+b", "a group that repeats"],
    ["{a,aa}+b", "a group that repeats"],
  ])("that could take too long to match are not tried, and the reason is given: %s", async (pattern, why) => {
    write("a.yaml");
    expect(await expanded([pattern])).toEqual({ files: [], refused: [expect.stringContaining(why)] });
  });

  it.each([
    ["**/*a*a*b"],
    ["**/a*/**/*a*b"],
    ["*a*a/*a*b"],
    ["*a*a*a*b"],
    ["*[a-z]*[a-z]*[a-z]*b"],
    ["{x,a*}/**/*a*a*{b,d}"],
    ["{*a,}*a*b"],
    ["*/!(c)*b"],
    ["**/+([a-z])b"],
    ["+(a)+(a)+(a)b"],
    ["*{a,a,a,a}*{a,a,a,a}*b"],
  ])("that are tried take no time on names made to be hard to match: %s", async (pattern) => {
    write(
      ...["b", "c"].flatMap((end) => [
        `${"a".repeat(250)}${end}`,
        `${"a".repeat(250)}/${"a".repeat(250)}${end}`,
      ]),
    );
    const { files, refused } = await expanded([pattern]);
    expect(refused).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    expect(files.every((file) => file.endsWith("b"))).toBe(true);
  });

  it.each([
    ["services/**/*.yaml"],
    ["**/api/**/*-*.yaml"],
    ["*/*/*/*/*.y?ml"],
    ["{a,b}/**/*-[0-9].{yaml,yml}"],
    ["@(a|b)/*-*-*.json"],
    ["{apps,libs}/*/api/*/*/*.yaml"],
    ["{apps/*,libs/*,tools/**}/api/*/*.yaml"],
    ["**/*-*-*-*.answers.yaml"],
    ["apps/**/*-*-*.*.yaml"],
    ["**/+([a-z]).yaml"],
    ["c++/a+b+c+d+e+f/*.yaml"],
  ])("that people write are tried: %s", async (pattern) => {
    expect((await expanded([pattern])).refused).toEqual(["no file matches this pattern"]);
  });

  it.each([
    ["*-*-*.answers.yaml", ["a-b-c.answers.yaml", "a-b-c-d.answers.yaml", "--.answers.yaml"]],
    ["**/*-*-*-*.answers.yaml", ["a-b-c-d.answers.yaml", "x-y/a-b-c-d.answers.yaml"]],
    ["*-?/*a*b*.{json,yml}", ["x-y/xaxbx.yml"]],
    ["./*-*-d.*.yaml/", ["a-b-c-d.answers.yaml"]],
    ["*+*.$*", ["a+b.$c"]],
    ["*.*+*", []],
    [".*.yaml", [".a-b-c.answers.yaml"]],
  ])(
    "with several stars match what is between them in turn, hidden files aside: %s",
    async (pattern, expected) => {
      write(
        "a-b-c.answers.yaml",
        "a-b-c-d.answers.yaml",
        "a-b.answers.yaml",
        "--.answers.yaml",
        ".a-b-c.answers.yaml",
      );
      write("x-y/a-b-c-d.answers.yaml", "x-y/b-a.yml", "x-y/xaxbx.yml", "x-y/ba.json", "a+b.$c");
      expect((await expanded([pattern])).files).toEqual([...expected].sort());
    },
  );
});

describe("a walk is stopped, and none of its files come, beyond", () => {
  const files = Array.from({ length: 10 }, (_, index) => `x/${index}.yaml`);

  it.each([
    // The folder that is begun in, what it holds, and both of the folder within it.
    ["**/*.yaml", 13, []],
    ["**/*.yaml", 12, ["the pattern searches more than 12 files and folders"]],
    ["x/*", 11, []],
    ["x/*", 10, ["the pattern searches more than 10 files and folders"]],
  ])("%s with %i entries", async (pattern, entries, refused) => {
    write(...files);
    const found = await expanded([pattern], entries);
    expect(found).toEqual({ files: refused.length === 0 ? files : [], refused });
  });

  it("so many entries of all patterns together", async () => {
    write(...files);
    const found = await expanded(["x/*", "x/*.yaml"], 21);
    expect(found).toEqual({ files, refused: ["the pattern searches more than 21 files and folders"] });
  });

  it("a file once that links lead to, by its own name", async () => {
    write("x/a.yaml", "b.yaml");
    symlinkSync("x", join(cwd, "0"));
    symlinkSync("b.yaml", join(cwd, "a.yaml"));
    expect(await expanded(["**/*.yaml"])).toEqual({ files: ["b.yaml", "x/a.yaml"], refused: [] });
    expect(await expanded(["0/*.yaml", "a.yaml"])).toEqual({ files: ["0/a.yaml", "a.yaml"], refused: [] });
  });

  it("nothing in a folder that has been removed", async () => {
    rmSync(cwd, { recursive: true });
    expect(await expanded(["*.yaml"])).toEqual({ files: [], refused: ["no file matches this pattern"] });
  });

  it("a link that leads nowhere as the file that it is not", async () => {
    write("a.yaml");
    symlinkSync("gone", join(cwd, "b.yaml"));
    symlinkSync("gone", join(cwd, "c.txt"));
    expect(await expanded(["*.yaml"])).toEqual({ files: ["a.yaml", "b.yaml"], refused: [] });
  });

  it("the end of links that go in circles", { timeout: 30_000 }, async () => {
    write("x/y/a.yaml");
    for (let link = 0; link < 8; link += 1) {
      symlinkSync("..", join(cwd, `x/up-${link}`));
      symlinkSync("../..", join(cwd, `x/y/top-${link}`));
      symlinkSync("../y", join(cwd, `x/y/here-${link}`));
    }
    const { files: found, refused } = await expanded(["**/*.yaml"]);
    expect(found.length > 0 || refused.length > 0).toBe(true);
  });
});
