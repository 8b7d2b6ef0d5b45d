import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { program } from "../src/cli/program.js";

const root = join(import.meta.dirname, "..");
const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
const { commands } = program({ ...streams, env: {}, cwd: root, today: () => "2026-01-15" }, () => undefined);
const read = (file: string) => parse(readFileSync(join(root, file), "utf8"));

interface Step {
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

describe("action.yml", () => {
  const action = read("action.yml");
  const step = (action.runs.steps as readonly Step[]).at(-1);

  /** The arguments that the action's script passes to npx for the inputs of a workflow. */
  function argumentsFor(inputs: Readonly<Record<string, string>>, base = ""): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), "action-"));
    writeFileSync(join(folder, "npx"), '#!/usr/bin/env bash\nprintf "%s\\0" "$@"\n');
    chmodSync(join(folder, "npx"), 0o755);
    const env: Record<string, string> = { PATH: `${folder}:${process.env["PATH"]}` };
    for (const [name, expression] of Object.entries(step?.env ?? {})) {
      if (expression.includes(" steps.base.outputs.folder ")) {
        env[name] = base;
        continue;
      }
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? "";
      expect(Object.keys(action.inputs)).toContain(input);
      env[name] = inputs[input] ?? action.inputs[input].default;
    }
    const { status, stdout } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step?.run ?? ""], {
      env,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    return stdout.split("\0").slice(0, -1);
  }

  it("checks by its defaults", () => {
    expect(argumentsFor({})).toEqual(["--yes", "api-advisor@2", "check", "--format", "github", "--"]);
  });

  it.each<[config: string, base: string, words: readonly string[]]>([
    ["", "", []],
    ["none", "", ["--no-config"]],
    ["ci/rc.yaml", "", ["--config", "ci/rc.yaml"]],
    ["", "/tmp/base", ["--config", "/tmp/base/"]],
    ["ci/rc.yaml", "/tmp/base", ["--config", "/tmp/base/ci/rc.yaml"]],
  ])("takes the config `%s` from `%s`", (config, base, words) => {
    expect(argumentsFor({ config }, base).slice(2)).toEqual(["check", "--format", "github", ...words, "--"]);
  });

  it("passes on every input", () => {
    const inputs = {
      files: "a.yaml\nb c.yaml\n",
      "min-grade": "fair",
      "require-decision": "true",
      "no-clashes": "true",
      rules: "./rules\n@acme/rules",
      "sarif-file": "out.sarif",
      version: "1.2.3",
    };
    expect(argumentsFor(inputs)).toEqual(
      [
        "--yes",
        "api-advisor@1.2.3",
        "check",
        "--format",
        "github",
        "--min-grade",
        "fair",
        "--require-decision",
        "--no-clashes",
      ].concat([
        "--output",
        "sarif=out.sarif",
        "--rules",
        "./rules",
        "--rules",
        "@acme/rules",
        "--",
        "a.yaml",
        "b c.yaml",
      ]),
    );
  });

  it("runs no command that an input holds", () => {
    const evil = '"; touch /tmp/api-advisor-evil; echo "$(id)`id`';
    expect(
      argumentsFor({ files: evil, "min-grade": evil, rules: evil }).filter((word) => word === evil),
    ).toHaveLength(3);
  });

  it("names inputs that are described, and options that there are", () => {
    for (const input of Object.values(action.inputs as Record<string, { description: string }>)) {
      expect(input.description).not.toBe("");
    }
    const check = commands.find((command) => command.name() === "check");
    const known = check?.options.map((option) => option.long);
    for (const flag of step?.run.match(/--[a-z-]{3,}/g)?.filter((each) => each !== "--yes") ?? [])
      expect(known).toContain(flag);
  });
});

describe(".pre-commit-hooks.yaml", () => {
  it("names commands that there are, for the files that they read", () => {
    for (const { id, entry, language, files } of read(".pre-commit-hooks.yaml")) {
      const [tool, name, sub] = String(entry).split(" ");
      expect([id !== "", tool, language]).toEqual([true, "api-advisor", "node"]);
      const command = commands.find((each) => each.name() === name);
      expect(
        sub === undefined ? command : command?.commands.find((each) => each.name() === sub),
      ).toBeDefined();
      expect(() => new RegExp(files)).not.toThrow();
    }
    const [check] = read(".pre-commit-hooks.yaml");
    const pattern = new RegExp(check.files);
    expect(["api-advisor.yaml", "svc/shop.api-advisor.yml"].every((file) => pattern.test(file))).toBe(true);
    expect(pattern.test("notes/api-advisor.yaml.md")).toBe(false);
  });
});
