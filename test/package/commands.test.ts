import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { processHost } from "../../src/cli/host.js";
import { program } from "../../src/cli/program.js";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "commands-"));
const example = join(root, "examples/amazon-s3-rest.yaml");
const rules = join(root, "rules");

/** A command line for each command, that makes the bundles load all that it needs; `exit` where it is not 0. */
const lines: Readonly<Record<string, { readonly args: readonly string[]; readonly exit?: number }>> = {
  advise: { args: [join(root, "examples/*.yaml"), "--format", "html"] },
  interview: { args: [], exit: 2 },
  whatif: { args: [example, "--set", "client-liveness=presence"] },
  compare: { args: [example, join(root, "examples/checkout.yaml")] },
  check: { args: [join(root, "examples/*.yaml")] },
  decide: { args: ["decided.yaml", "--style", "stateless"], exit: 2 },
  init: { args: ["-"] },
  schema: { args: ["report"] },
  embed: { args: ["none.md", "--answers", example], exit: 2 },
  completion: { args: ["bash"] },
  explain: { args: ["rfc-9110"] },
  "rules list": { args: ["--rules", rules] },
  "rules lint": { args: ["--rules", rules] },
  "rules test": { args: ["--rules", rules] },
  "rules stats": { args: [] },
  "rules diff": { args: ["default", rules] },
};

const names = program(processHost(), () => undefined).commands.flatMap((command) =>
  command.commands.length === 0
    ? [command.name()]
    : command.commands.map((each) => `${command.name()} ${each.name()}`),
);

describe("the bundles", () => {
  it("are tried with every command", () => {
    expect(Object.keys(lines).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(lines))("run `%s`", (name, { args, exit = 0 }) => {
    const run = spawnSync(process.execPath, [join(root, "bin/api-advisor.js"), ...name.split(" "), ...args], {
      cwd: folder,
      encoding: "utf8",
      input: "",
    });
    expect(run.stderr).not.toMatch(/bug|TypeError|ReferenceError/);
    expect(run.status).toBe(exit);
    if (exit === 0) expect(run.stdout.length).toBeGreaterThan(50);
  });

  it.runIf("enableCompileCache" in nodeModule)("keep compiled code where Node does by itself", () => {
    const { NODE_COMPILE_CACHE, ...env } = process.env;
    for (const [name, expected] of [
      ["TMPDIR", "temporary"],
      ["NODE_COMPILE_CACHE", "named"],
    ] as const) {
      const cache = mkdtempSync(join(folder, `${expected}-`));
      const run = spawnSync(process.execPath, [join(root, "bin/api-advisor.js"), "--version"], {
        env: { ...env, [name]: cache },
      });
      expect(run.status).toBe(0);
      expect(readdirSync(cache)).toEqual(
        name === "TMPDIR" ? ["node-compile-cache"] : [expect.stringContaining(process.version)],
      );
    }
  });

  it("are short of characters beyond ASCII, which would have V8 keep a file in two bytes a character", () => {
    expect(readFileSync(join(root, "dist/cli.cjs"), "utf8")).toMatch(/^[\0-\x7f]+$/);
  });

  it("are long enough for V8 to keep their text apart, and never to copy it", () => {
    for (const file of ["cli.cjs", "default-pack.jsonl"])
      expect(readFileSync(join(root, "dist", file), "utf8").length).toBeGreaterThan(128 * 1024);
  });
});
