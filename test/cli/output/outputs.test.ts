import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../../engine/small-pack.js";
import { runMain } from "../run-main.js";

const answers = "version: 1\nservice: a\nanswers: { latency: relaxed }\n";
const ofPack = "version: 1\nservice: a\nanswers: { style: stream }\n";

/** A folder with answers in `in.yaml`, links to it and to a folder, and a rule pack in `pack/`. */
function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "in.yaml"), answers);
  writeFileSync(join(cwd, "of-pack.yaml"), ofPack);
  symlinkSync("in.yaml", join(cwd, "link.yaml"));
  symlinkSync("new.txt", join(cwd, "dangling.txt"));
  linkSync(join(cwd, "in.yaml"), join(cwd, "hard.yaml"));
  symlinkSync(".", join(cwd, "same"));
  mkdirSync(join(cwd, "pack"));
  writeFileSync(join(cwd, "pack/pack.yaml"), smallPackText);
  return cwd;
}

const outputs = (...names: readonly string[]): readonly string[] => names.flatMap((name) => ["-o", name]);

describe("outputs are refused, and nothing is written", () => {
  it.each<[string, readonly string[], string]>([
    [
      "an input",
      ["advise", "in.yaml", ...outputs("in.yaml")],
      "in.yaml: error: cannot be written: it would overwrite the input `in.yaml`",
    ],
    [
      "an input of the gate",
      ["check", "in.yaml", ...outputs("junit=./in.yaml")],
      "./in.yaml: error: cannot be written: it would overwrite the input `in.yaml`",
    ],
    [
      "what a link leads to",
      ["advise", "link.yaml", ...outputs("in.yaml")],
      "it would overwrite the input `link.yaml`",
    ],
    [
      "a link to an input",
      ["check", "in.yaml", ...outputs("sarif=link.yaml")],
      "it would overwrite the input `in.yaml`",
    ],
    [
      "an input by way of a linked folder",
      ["advise", "in.yaml", ...outputs("same/in.yaml")],
      "it would overwrite the input `in.yaml`",
    ],
    [
      "a second name of an input",
      ["advise", "in.yaml", ...outputs("json=hard.yaml")],
      "it would overwrite the input `in.yaml`",
    ],
    [
      "what a pattern matches",
      ["advise", "i*.yaml", ...outputs("json=in.yaml")],
      "it would overwrite the input `in.yaml`",
    ],
    [
      "a rule pack",
      ["advise", "of-pack.yaml", "-r", "pack/pack.yaml", ...outputs("pack/pack.yaml")],
      "it would overwrite the input `pack/pack.yaml`",
    ],
    [
      "a file of a rule pack",
      ["check", "of-pack.yaml", "-r", "pack", ...outputs("pack/pack.yaml")],
      "it would overwrite the input `pack`",
    ],
    [
      "one file twice",
      ["advise", "in.yaml", ...outputs("json=x", "html=./x")],
      "./x: error: cannot be written: it is the same file as `x`",
    ],
    [
      "standard output twice",
      ["advise", "in.yaml", ...outputs("json=-", "html=/dev/stdout")],
      "/dev/stdout: error: cannot be written: it is the same file as `-`",
    ],
    [
      "a name of 256 bytes",
      ["advise", "in.yaml", ...outputs(`html=${"é".repeat(128)}`)],
      "cannot be written: the name is too long",
    ],
    [
      "one new file by two folders",
      ["advise", "in.yaml", ...outputs("x", "html=same/x")],
      "it is the same file as `x`",
    ],
    [
      "neither a folder nor a file, for records",
      ["advise", "in.yaml", ...outputs("adr=decisions")],
      "decisions: error: does not say whether it is a folder or a file\n  expected `decisions/` for a folder",
    ],
    [
      "one new file by a link",
      ["check", "in.yaml", ...outputs("json=dangling.txt", "sarif=new.txt")],
      "it is the same file as `dangling.txt`",
    ],
  ])("where they are %s", async (_, args, words) => {
    const cwd = folder();
    const before = readdirSync(cwd);
    const run = await runMain(args, { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual(before);
    expect(readFileSync(join(cwd, "in.yaml"), "utf8")).toBe(answers);
    expect(readFileSync(join(cwd, "pack/pack.yaml"), "utf8")).toBe(smallPackText);
  });

  it.each<[string, readonly string[], string]>([
    ["without a name", ["advise", "-", ...outputs("json=")], "The name of the file is missing."],
    ["with a blank name", ["check", "-", ...outputs(" ")], "The name of the file is missing."],
    [
      "with the name of a folder",
      ["advise", "-", ...outputs("json=new/")],
      "new/: error: is a folder, and `json` is written into one file",
    ],
    [
      "called like a format",
      ["check", "-", ...outputs("sarif")],
      "`sarif` is a format: --format sarif, or sarif=FILE. For a file of that name, write ./sarif",
    ],
    [
      "called like the format of lines",
      ["advise", "-", ...outputs("jsonl")],
      "`jsonl` is a format, but not one of this command",
    ],
    [
      "called like the format of another command",
      ["advise", "-", ...outputs("junit")],
      "For a file of that name, write ./junit",
    ],
    [
      "in a format with a slip",
      ["check", "-", ...outputs("jnit=x")],
      "`jnit` is not a format; did you mean `junit`?",
    ],
  ])("%s", async (_, args, words) => {
    const cwd = folder();
    const before = readdirSync(cwd);
    const run = await runMain(args, { cwd, input: answers });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

describe("a terminal", () => {
  it.each([
    ["advise", "in.yaml", "--format", "html"],
    ["advise", "in.yaml", "--no-pager", "--format", "html", "--output", "-"],
    ["page"],
  ])("is no place for a page: %s %s %s %s", async (...args) => {
    const { code, stdout, stderr } = await runMain(args, { cwd: folder(), tty: true });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("standard output: error: is a terminal, which cannot show a page in HTML");
  });

  it("is told what has been written", async () => {
    const cwd = folder();
    const args = ["advise", "in.yaml", ...outputs("html=a.html", "json=b.json", "c.txt")];
    expect(await runMain(args, { cwd, tty: true })).toEqual({
      ...{ code: 0, stdout: "" },
      stderr: "a.html written\nb.json written\nc.txt written\n",
    });
  });
});

describe("outputs are written", () => {
  it("as records to a file that has no ending, if it is there", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "RECORD"), "");
    expect((await runMain(["advise", "in.yaml", ...outputs("adr=RECORD")], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "RECORD"), "utf8")).toContain("## Decision Outcome");
  });

  it("to a file that has the name of a format, by its path", async () => {
    const cwd = folder();
    const run = await runMain(["advise", "in.yaml", ...outputs("json=./sarif")], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(readFileSync(join(cwd, "sarif"), "utf8")).services).toHaveLength(1);
  });

  it.each<[string, readonly string[], readonly string[], string, readonly string[]]>([
    ["a dash", ["-"], ["-f", "json"], "{", []],
    ["a dash with a format", ["json=-"], [], "{", []],
    ["its device", ["json=/dev/stdout"], [], "{", []],
    [
      "its descriptor, beside files",
      ["x.txt", "json=/dev/fd/1", "html=x.html"],
      [],
      "{",
      ["x.html", "x.txt"],
    ],
    ["a dash, beside a file", ["-", "html=x.html"], [], "UNDECIDED", ["x.html"]],
  ])("to standard output by %s, and nothing else there", async (_, names, more, start, made) => {
    const cwd = folder();
    const before = readdirSync(cwd);
    const run = await runMain(["advise", "in.yaml", "--no-analysis", ...more, ...outputs(...names)], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(start);
    if (start === "{") expect(JSON.parse(run.stdout).services).toHaveLength(1);
    expect(readdirSync(cwd).filter((name) => !before.includes(name))).toEqual(made);
  });

  it("to a device as often as asked", async () => {
    const args = ["advise", "in.yaml", ...outputs("json=/dev/null", "html=/dev/null")];
    expect(await runMain(args, { cwd: folder() })).toMatchObject({ code: 0, stderr: "" });
  });

  it("into a rule pack's folder, beside its rules", async () => {
    const cwd = folder();
    const args = ["advise", "of-pack.yaml", "-r", "pack", ...outputs("pack/report.txt")];
    expect((await runMain(args, { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, "pack/report.txt"))).toBe(true);
  });
});

describe("a name that ends like that of another format", () => {
  it.each([
    ["advise in.yaml", "r.html", "html"],
    ["advise in.yaml", "R.HTML", "html"],
    ["advise in.yaml", "r.md", "markdown"],
    ["advise in.yaml", "r.json", "json"],
    ["check in.yaml", "r.sarif", "sarif"],
    ["check in.yaml", "r.xml", "junit"],
    ["compare in.yaml of-pack.yaml", "r.md", "markdown"],
    ["whatif in.yaml --set latency=real-time", "r.json", "json"],
  ])("%s -o %s is refused with what says which it is", async (command, name, format) => {
    const cwd = folder();
    writeFileSync(join(cwd, "of-pack.yaml"), answers.replace("a\n", "b\n"));
    const run = (...more: readonly string[]) => runMain([...command.split(" "), ...more], { cwd });
    const refused = await run("-o", name);
    expect({ code: refused.code, there: existsSync(join(cwd, name)) }).toEqual({ code: 2, there: false });
    expect(refused.stderr).toContain(`expected \`${format}=${name}\`, or \`text=${name}\` if that is meant`);
    for (const meant of [`text=${name}`, `${format}=${name}`]) {
      rmSync(join(cwd, name), { force: true });
      expect((await run("-o", meant)).code).not.toBe(2);
      expect(existsSync(join(cwd, name))).toBe(true);
    }
  });

  it.each([
    ["check in.yaml -o r.html", "the command has no such format"],
    ["advise in.yaml -o r.sarif", "the command has no such format"],
    ["advise in.yaml -o r.jsonl", "no file can have that format"],
    ["advise in.yaml --format text -o r.md", "the format was said"],
    ["advise in.yaml --format checklist -o r.md", "another format was said"],
    ["advise in.yaml -o r.txt", "it is that of a text"],
  ])("%s is written, as %s", async (command) => {
    const cwd = folder();
    expect((await runMain(command.split(" "), { cwd })).code).not.toBe(2);
    expect(existsSync(join(cwd, command.split(" ").at(-1) ?? ""))).toBe(true);
  });
});
