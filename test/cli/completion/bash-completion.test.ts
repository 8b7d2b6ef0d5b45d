import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkFormatIds, formatIds } from "../../../src/engine/report/formats.js";
import { smallPackText } from "../../engine/small-pack.js";
import { root, runMain } from "../run-main.js";

let script = "";
const tools = mkdtempSync(join(tmpdir(), "api-advisor-"));
symlinkSync(join(root, "bin/api-advisor.js"), join(tools, "api-advisor"));
const answers = "version: 1\nservice: shop\nsurfaces: { check out: {}, chat: {}, $(touch evil): {} }\n";
writeFileSync(join(tools, "shop.yaml"), answers);
writeFileSync(join(tools, "pack.yaml"), smallPackText);

beforeAll(async () => {
  const { code, stdout } = await runMain(["completion", "bash"]);
  expect(code).toBe(0);
  script = join(mkdtempSync(join(tmpdir(), "api-advisor-")), "completion.bash");
  writeFileSync(script, stdout);
});

/** What a real bash offers for these words, the last one being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const program = `set -u
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_api_advisor
printf '%s\\n' "\${COMPREPLY[@]-}"`;
  const out = execFileSync("bash", ["--norc", "-c", program, "bash", script, "api-advisor", ...words], {
    encoding: "utf8",
    cwd: tools,
    env: { PATH: `${tools}:${process.env["PATH"]}` },
  });
  return out.split("\n").filter((line) => line !== "");
}

describe("bash offers", () => {
  it("the commands, those that begin as typed", () => {
    const all = offered("");
    expect(all).toEqual(
      expect.arrayContaining(["advise", "interview", "check", "decide", "rules", "completion"]),
    );
    expect(offered("ch")).toEqual(["check"]);
    expect(offered("co")).toEqual(["compare", "completion"]);
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ["check", "--req"],
      ["--require-decision", "--require-confirmed"],
    ],
    [
      ["check", "a.yaml", "--min-grade", ""],
      ["fragile", "fair", "firm"],
    ],
    [
      ["check", "--min-grade", "f"],
      ["fragile", "fair", "firm"],
    ],
    [
      ["check", "-f", ""],
      [...checkFormatIds, "jsonl"],
    ],
    [["check", "--format", "=", "ju"], ["junit"]],
    [
      ["check", "--format", "="],
      [...checkFormatIds, "jsonl"],
    ],
    [
      ["advise", "-f", ""],
      [...formatIds, "jsonl"],
    ],
    [
      ["-f", ""],
      [...formatIds, "jsonl"],
    ],
    [
      ["rules", "li"],
      ["list", "lint"],
    ],
    [["rules", "lint", "--wit"], ["--witness"]],
    [["rules", "list", "--wit"], []],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["schema", "re"], ["report"]],
    [
      ["decide", "a.yaml", "--style", "s"],
      ["stateless", "stateful"],
    ],
    [["decide", "--because", "s"], []],
    [["check", "a"], []],
  ])("for %j: %j", (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });

  it.each<[readonly string[], readonly string[]]>([
    [["advise", "--set", "failo"], ["failover="]],
    [["-s", "offl"], ["offline-need="]],
    // A bash for which `=` does not end a word.
    [["whatif", "a.yaml", "--set", "failover=resume-e"], ["failover=resume-expected"]],
    // A usual bash.
    [["whatif", "a.yaml", "--set", "failover", "=", "resume-e"], ["resume-expected"]],
    [["whatif", "a.yaml", "--set", "=", "failover", "=", "resume-e"], ["resume-expected"]],
    [["explain", "others-see-who"], ["others-see-who-is-there"]],
    [["explain", "failo"], ["failover"]],
    [["explain", "failover", "=", "resume-e"], ["resume-expected"]],
    [
      ["explain", "sealed-s"],
      ["sealed-state", "sealed-state-comes-back"],
    ],
    [["advise", "--rules", "pack.yaml", "--set", "l"], ["load="]],
    [
      ["advise", "--rules", "=", "pack.yaml", "--set", "load", "="],
      ["few", "some", "many"],
    ],
    [
      ["decide", "shop.yaml", "--surface", "ch"],
      ["check\\ out", "chat"],
    ],
    [["decide", "shop.yaml", "--surface", "$"], ["\\$\\(touch\\ evil\\)"]],
    [["embed", "a.md", "--answers", "=", "shop.yaml", "--surface", "=", "cha"], ["chat"]],
    [["decide", "--service", "", "shop.yaml"], []],
    [["decide", "shop.yaml", "--service", ""], ["shop"]],
    [["decide", "nope.yaml", "--surface", "c"], []],
    [["advise", "--rules", "nope", "--set", ""], []],
  ])("what is in packs and files, for %j: %j", (words, expected) => {
    expect([...offered(...words)].sort()).toEqual([...expected].sort());
    expect(existsSync(join(tools, "evil"))).toBe(false);
  });

  it("help everywhere", () => {
    expect(offered("--he")).toEqual(["--help"]);
    expect(offered("rules", "lint", "--he")).toEqual(["--help"]);
  });
});
