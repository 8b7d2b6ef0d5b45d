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
    ["a service without a name", ["init", "--service", " ", "new.yaml"], "The name is empty."],
    [
      "-v for --verbose",
      ["advise", "new.yaml", "-v"],
      "error: -v prints the version, and takes no command: api-advisor -v\nFor everything in the report: --verbose\n",
    ],
    ["-v after a command that has nothing to shorten", ["rules", "lint", "-v"], "api-advisor -v\n"],
    ["help for no command", ["help", "nope"], "Usage: api-advisor"],
  ])("%s", async (_, args, words) => {
    const cwd = folder();
    const run = await runMain(args, { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    for (const file of ["found", "new.yaml"]) expect(existsSync(join(cwd, file))).toBe(false);
  });
});

it("prints help by a command, too", async () => {
  const { code, stdout } = await runMain(["help", "advise"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: (await runMain(["advise", "--help"])).stdout });
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
