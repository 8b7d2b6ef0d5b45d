import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.js";
import { main } from "../../src/cli/main.js";
import { readAll } from "./read-all.js";
import { runMain } from "./run-main.js";

const chat = "version: 1\nservice: chat\nanswers: { interaction-style: real-time-two-way }\n";

describe("the bare program", () => {
  it.each([
    [["--format", "json", "advise", "-"], "--format must come after the command"],
    [["-o", "a.txt", "compare", "a.yaml"], "--output must come after the command"],
    [["--no-color", "rules", "list"], "--no-color must come after the command"],
    [["--set", "latency=relaxed", "whatif", "a.yaml"], "--set must come after the command"],
  ])("refuses an option that the command would not see: %j", async (args, message) => {
    const run = await runMain(args, { input: chat });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it.each([["--quick"], ["--accessible"], ["--save", "a.yaml"], ["--from", "a.yaml"]])(
    "asks for a terminal where %s wants an interview",
    async (...args) => {
      const run = await runMain(args, { input: chat });
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain("the interview needs a terminal");
    },
  );

  it("holds the interview at a terminal, with all of its options", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    const args = [
      "--accessible",
      "--save",
      "chat.yaml",
      "-o",
      "chat.md",
      "-o",
      "json=chat.json",
      "-f",
      "markdown",
    ];
    const { host, typed, written } = terminal(cwd);
    typed(["", "", "4", "2", "r", ""]);
    expect(await main([...args, "--no-analysis"], host)).toBe(0);
    expect(written()).toBe("");
    expect(readFileSync(join(cwd, "chat.md"), "utf8")).toMatch(/^## chat/);
    const [service] = JSON.parse(readFileSync(join(cwd, "chat.json"), "utf8")).services;
    expect(service.surfaces[0]).toMatchObject({ verdict: "stateful", grade: null });
    expect(existsSync(join(cwd, "chat.yaml"))).toBe(true);
  });

  it("takes JSON Lines if answers are piped in, and nowhere else", async () => {
    const line = '{"version":1,"service":"a","answers":{"latency":"relaxed"}}\n';
    const piped = await runMain(["-f", "jsonl"], { input: line + line });
    expect(piped.code).toBe(0);
    expect(piped.stdout.trimEnd().split("\n")).toHaveLength(2);
    const { host, said } = terminal("/");
    expect(await main(["-f", "jsonl"], host)).toBe(2);
    expect(said()).toContain("not from an interview");
  });

  it("says so and ends with 2 if the report cannot be written, the answers kept", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    const { host, typed, written, said } = terminal(cwd);
    typed(["", "", "4", "2", "r", ""]);
    expect(await main(["--accessible", "--save", "chat.yaml", "-o", "no/where.txt"], host)).toBe(2);
    expect(written()).toBe("");
    expect(said()).toContain("no/where.txt: error: cannot be written: there is no such folder");
    expect(existsSync(join(cwd, "chat.yaml"))).toBe(true);
  });
});

describe("outputs", () => {
  it("are written all or none", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    writeFileSync(join(cwd, "old.json"), "old");
    const args = ["advise", "-", "-o", "json=new.json", "-o", "json=old.json", "-o", "html=no/where.html"];
    const run = await runMain(args, { input: chat, cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, "new.json"))).toBe(false);
    expect(readFileSync(join(cwd, "old.json"), "utf8")).toBe("old");
  });
});

describe("a bug", () => {
  const broken = (env: Host["env"]): { readonly host: Host; readonly said: () => string } => {
    const { host, said } = terminal("/");
    const stdout = Object.assign(new PassThrough(), {
      write: () => {
        throw new TypeError("x is \u001b[31mnot a function");
      },
    });
    return { host: { ...host, stdout, env }, said };
  };

  it("ends with 70 and one line that asks to report it", async () => {
    const { host, said } = broken({});
    expect(await main(["schema", "report"], host)).toBe(70);
    expect(said()).toMatch(/^error: TypeError: x is \\x1b\[31mnot a function\. .*please report it.*\n$/);
  });

  it("shows the stack if API_ADVISOR_STACK is set", async () => {
    const { host, said } = broken({ API_ADVISOR_STACK: "1" });
    expect(await main(["schema", "report"], host)).toBe(70);
    expect(said()).toMatch(/\n\s+at /);
  });
});

/** A terminal to type lines ahead at. */
function terminal(cwd: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const stdout = new PassThrough();
  const host: Host = { stdin, stdout, stderr, env: { TERM: "xterm" }, cwd, today: () => "2026-01-15" };
  return {
    host,
    typed: (lines: readonly string[]) => stdin.end(lines.map((line) => `${line}\n`).join("")),
    written: () => readAll(stdout),
    said: () => readAll(stderr),
  };
}
