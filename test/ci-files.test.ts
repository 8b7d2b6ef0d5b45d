import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { program } from "../src/cli/program.js";
import { action, stepOf } from "./action-steps.js";

const root = join(import.meta.dirname, "..");
const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
const { commands } = program({ ...streams, env: {}, cwd: root, today: () => "2026-01-15" }, () => undefined);

describe("action.yml", () => {
  const step = stepOf("Check recorded decisions");

  /** A checkout of the action; its program prints its arguments, each ended by a zero byte. */
  function checkout(): string {
    const folder = mkdtempSync(join(tmpdir(), "an action-"));
    mkdirSync(join(folder, "bin"));
    writeFileSync(
      join(folder, "bin/api-advisor.js"),
      'process.stdout.write(process.argv.slice(2).map((word) => word + "\\0").join(""));\n',
    );
    return folder;
  }

  /** The arguments that the action's script passes to the program for the inputs of a workflow. */
  function argumentsFor(inputs: Readonly<Record<string, string>>, base = ""): readonly string[] {
    const env: Record<string, string> = { PATH: process.env["PATH"] ?? "", GITHUB_ACTION_PATH: checkout() };
    for (const [name, expression] of Object.entries(step.env ?? {})) {
      if (expression.includes(" steps.base.outputs.folder ")) {
        env[name] = base;
        continue;
      }
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? "";
      expect(Object.keys(action.inputs)).toContain(input);
      env[name] = inputs[input] ?? action.inputs[input].default;
    }
    const { status, stdout } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
      env,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    return stdout.split("\0").slice(0, -1);
  }

  it("checks by its defaults", () => {
    expect(argumentsFor({})).toEqual(["check", "--format", "github", "--"]);
  });

  it.each<[config: string, base: string, words: readonly string[]]>([
    ["", "", []],
    ["none", "", ["--no-config"]],
    ["ci/rc.yaml", "", ["--config", "ci/rc.yaml"]],
    ["", "/tmp/base", ["--config", "/tmp/base/"]],
    ["ci/rc.yaml", "/tmp/base", ["--config", "/tmp/base/ci/rc.yaml"]],
  ])("takes the config `%s` from `%s`", (config, base, words) => {
    expect(argumentsFor({ config }, base)).toEqual(["check", "--format", "github", ...words, "--"]);
  });

  it("passes on every input", () => {
    const inputs = {
      files: "a.yaml\nb c.yaml\n",
      "min-grade": "fair",
      "require-decision": "true",
      "require-confirmed": "true",
      "no-clashes": "true",
      rules: "./rules\n@acme/rules",
      "sarif-file": "out.sarif",
    };
    expect(argumentsFor(inputs)).toEqual(
      ["check", "--format", "github", "--min-grade", "fair", "--require-decision"].concat([
        "--require-confirmed",
        "--no-clashes",
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
    for (const flag of step.run.match(/--[a-z-]{3,}/g) ?? []) expect(known).toContain(flag);
  });

  it("installs and builds its own checkout, unless that is built", () => {
    const folder = checkout();
    const tools = mkdtempSync(join(tmpdir(), "tools-"));
    for (const name of ["npm", "node"]) {
      writeFileSync(join(tools, name), `#!/bin/sh\necho "$PWD: ${name} $*"\n`);
      chmodSync(join(tools, name), 0o755);
    }
    const build = () =>
      spawnSync("bash", ["-e", "-o", "pipefail", "-c", stepOf("Build the checkout of this action").run], {
        env: { PATH: `${tools}:${process.env["PATH"]}`, GITHUB_ACTION_PATH: folder },
        encoding: "utf8",
      }).stdout;
    expect(build()).toBe(
      `${folder}: npm ci --ignore-scripts --no-audit --no-fund --loglevel=error\n${folder}: node scripts/build.mjs\n`,
    );
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/cli.cjs"), "");
    expect(build()).toBe("");
  });
});

describe("what is documented", () => {
  const files = ["README.md", "action.yml", "CONTRIBUTING.md", "package.json"].concat(
    readdirSync(join(root, "docs"))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file}`),
  );

  it.each(files)(
    "in %s runs nothing by a name in a registry, and gives no address that is only assumed",
    (file) => {
      const text = readFileSync(join(root, file), "utf8");
      // A plugin is named with its marketplace, which is a folder.
      expect(
        text.match(
          /(?<!OWNER\/)\bapi-advisor@(?!api-advisor\b)|npx (--yes|-y)\b|\bapi-advisor\/api-advisor\b/g,
        ),
      ).toBeNull();
      expect(text.match(/github\.com\/(?!OWNER\/)[\w-]+\/api-advisor/g)).toBeNull();
    },
  );
});
