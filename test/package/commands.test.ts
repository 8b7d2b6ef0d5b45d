import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
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

/** A command line for each command that makes the bundles load all that it needs; `exit` if it is not 0. */
const lines: Readonly<Record<string, { readonly args: readonly string[]; readonly exit?: number }>> = {
  advise: { args: [join(root, "examples/*.yaml"), "--format", "html"] },
  interview: { args: [], exit: 2 },
  whatif: { args: [example, "--set", "client-liveness=presence"] },
  compare: { args: [example, join(root, "examples/checkout.yaml")] },
  check: { args: [join(root, "examples/*.yaml")] },
  decide: { args: ["decided.yaml", "--style", "stateless"], exit: 2 },
  init: { args: ["-"] },
  page: { args: [example] },
  schema: { args: ["report"] },
  embed: { args: ["none.md", "--answers", example], exit: 2 },
  completion: { args: ["bash"] },
  explain: { args: ["rfc-9110"] },
  mcp: { args: ["--rules", "none"], exit: 2 },
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

  it.each<[what: string, document: unknown, args: readonly string[], exit: number, said: RegExp]>([
    ["reads JSON", { version: 1, service: "a", answers: { latency: "relaxed" } }, [], 0, /undecided/i],
    [
      "says what is wrong with the shape of a file",
      { version: 1, service: 1 },
      [],
      2,
      /json:1:\d+: error: `service`/,
    ],
    ["writes ASCII", { version: 1, service: "a" }, ["--ascii"], 0, /^[\n\x20-\x7e]+$/],
    [
      "counts more completions than numbers hold exactly",
      { version: 1, service: "a" },
      ["--details"],
      0,
      / × 10¹⁹ ways/,
    ],
    ["draws colours", { version: 1, service: "a" }, ["--color"], 0, /\[\d+m/],
    [
      "reads days",
      { version: 1, service: "a", decision: { style: "hybrid", until: "2027-02-30" } },
      [],
      2,
      /2027-02-30/,
    ],
    [
      "tells a decision that its answers no longer bear",
      { version: 1, service: "a", decision: { style: "hybrid", answers: `sha256-${"0".repeat(64)}` } },
      [],
      0,
      /answers/,
    ],
  ])("load what few runs need: what %s", (_, document, args, exit, said) => {
    writeFileSync(join(folder, "few.json"), JSON.stringify(document));
    const run = spawnSync(
      process.execPath,
      [join(root, "bin/api-advisor.js"), "advise", "few.json", ...args],
      { cwd: folder, encoding: "utf8" },
    );
    expect([run.status, run.stdout + run.stderr]).toEqual([exit, expect.stringMatching(said)]);
  });

  it("run if the folder for compiled code cannot be made", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, "bin/api-advisor.js"), "advise", example],
      { env: { ...process.env, XDG_CACHE_HOME: "/dev/null" }, encoding: "utf8" },
    );
    expect({ status, stateless: stdout.includes("STATELESS") }).toEqual({ status: 0, stateless: true });
  });

  it.runIf("enableCompileCache" in nodeModule)("keep compiled code in a folder of the user's own", () => {
    const XDG_CACHE_HOME = mkdtempSync(join(folder, "cache-"));
    const run = spawnSync(process.execPath, [join(root, "bin/api-advisor.js"), "--version"], {
      env: { ...process.env, XDG_CACHE_HOME },
    });
    expect(run.status).toBe(0);
    expect(readdirSync(join(XDG_CACHE_HOME, "api-advisor"))).toEqual([
      expect.stringContaining(process.version),
    ]);
  });
});
