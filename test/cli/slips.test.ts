import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../engine/small-pack.js";
import { runMain } from "./run-main.js";

/** A folder with a pack in one file, without cases. */
function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "pack.yaml"), smallPackText);
  return cwd;
}

describe("a slip on the command line is answered by what was meant", () => {
  it.each<[string, readonly string[], string]>([
    ["letters swapped", ["chekc", "a.yaml"], "Did you mean check?"],
    ["a command without its group", ["lint"], "Did you mean rules lint?"],
    ["a file with a blank in its name", ["my file.yaml"], "api-advisor advise 'my file.yaml'\n"],
    ["a command of no group", ["frobnicate"], "unknown command 'frobnicate'\nTo advise on a file"],
    [
      "a pack where its option is missing",
      ["rules", "lint", "pack.yaml"],
      "error: name the rule pack with --rules: api-advisor rules lint --rules pack.yaml",
    ],
    ["a pack that is not there", ["rules", "lint", "-r", "nope"], "pack `nope` not found"],
    [
      "a pack without cases",
      ["rules", "test", "-r", "pack.yaml"],
      "cases: error: there is no such folder\n  expected cases next to the pack, or a folder named by `--cases`",
    ],
    [
      "witnesses of nothing",
      ["rules", "test", "-r", "pack.yaml", "--witness", "found"],
      "--witness needs --mutate",
    ],
    ["a decision in standard input", ["decide", "-", "--style", "hybrid"], "written into the file"],
    [
      "-v for the whole report",
      ["advise", "new.yaml", "-v"],
      "error: -v prints the version, and takes no command: api-advisor -v\nFor everything in the report: --details\n",
    ],
    ["-v after a command that has nothing to shorten", ["rules", "lint", "-v"], "api-advisor -v\n"],
    ["help for no command", ["help", "nope"], "unknown command 'nope'\nFor all commands: api-advisor --help"],
    ["help for what is nearly a command", ["help", "decid"], "unknown command 'decid'\nDid you mean decide?"],
    ["help for what is nearly one of a group", ["help", "rules", "lnit"], "Did you mean rules lint?"],
    [
      "a service whose name no file may have",
      ["init", "--service", "x".repeat(201), "new.yaml"],
      "It is longer than 200 characters.",
    ],
    ["all ids as JSON", ["explain", "-f", "json"], "--format json needs an id to explain"],
  ])("%s", async (_, args, words) => {
    const cwd = folder();
    const run = await runMain(args, { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    for (const file of ["found", "new.yaml"]) expect(existsSync(join(cwd, file))).toBe(false);
  });
});

// What a shell passes for "$FILE" if the variable is not set.
describe("an empty text is refused wherever one is given", () => {
  it.each<[readonly string[], string]>([
    [["advise", ""], "the argument 'file' is empty"],
    [["check", "pack.yaml", " "], "the argument 'file' is empty"],
    [["decide", "", "--style", "hybrid"], "the argument 'file' is empty"],
    [["embed", "", "--answers", "a.yaml"], "the argument 'doc.md' is empty"],
    [["init", ""], "the argument 'file' is empty"],
    [["explain", ""], "the argument 'id' is empty"],
    [["rules", "diff", "", "default"], "the argument 'old' is empty"],
    [[""], "the argument 'command' is empty"],
    [["advise", "--rules", "", "pack.yaml"], "the value of --rules is empty"],
    [["whatif", "pack.yaml", "--set", ""], "the value of --set is empty"],
    [["interview", "--from", ""], "the value of --from is empty"],
    [["--from", ""], "the value of --from is empty"],
    [["init", "--service", " ", "new.yaml"], "the value of --service is empty"],
    [["rules", "test", "--cases", ""], "the value of --cases is empty"],
  ])("%j", async (args, words) => {
    expect(await runMain(args, { cwd: folder() })).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${words}\n`,
    });
  });
});

it("names a service whose file's name is too long after the part of it that is allowed", async () => {
  const file = `${"x".repeat(240)}.yaml`;
  const cwd = folder();
  await runMain(["init", file], { cwd });
  expect(await runMain(["advise", file, "-f", "json"], { cwd })).toMatchObject({ code: 0 });
});

it("says what ids there are if `explain` is not given one", async () => {
  const { code, stdout } = await runMain(["explain", "--rules", "pack.yaml"], { cwd: folder() });
  expect(code).toBe(0);
  expect(stdout).toContain("questions   4, such as style\n");
});

it("prints help by a command, too", async () => {
  const { code, stdout } = await runMain(["help", "advise"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: (await runMain(["advise", "--help"])).stdout });
  const lint = (await runMain(["rules", "lint", "--help"])).stdout;
  expect(await runMain(["help", "rules", "lint"])).toEqual({ code: 0, stdout: lint, stderr: "" });
  expect((await runMain(["help"])).stdout).toBe((await runMain(["--help"])).stdout);
});

it("calls a service after its folder if the file's name says nothing", async () => {
  const cwd = join(folder(), "orders");
  mkdirSync(cwd);
  for (const file of [" .yaml", "-"]) {
    await runMain(["init", file], { cwd });
  }
  expect((await runMain(["init", "-"], { cwd })).stdout).toContain('service: "orders"\n');
  expect((await runMain(["advise", " .yaml", "-f", "json"], { cwd })).stdout).toContain(
    '"service": "orders"',
  );
});
