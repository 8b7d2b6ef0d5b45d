import childProcess, { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { paged } from "../../../src/cli/output/pager.js";
import { root, runMain } from "../run-main.js";

/** util-linux's `script` gives a child a pseudo-terminal; other systems have none, or one with other flags. */
const able = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Session {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the pager does, by the shell: by default it keeps what it reads. */
  readonly pager?: string;
  readonly rows?: number;
  /** Typed once the pager says "ready". */
  readonly typed?: string;
}

/** Runs a command line at a pseudo-terminal, with a pager of our own as `$PAGER` and as `less`. */
async function at(line: string, { env = {}, pager = 'cat > "$KEPT"', rows = 24, typed = "" }: Session = {}) {
  const folder = mkdtempSync(join(tmpdir(), "pager-"));
  folders.push(folder);
  const less = join(folder, "bin/less");
  mkdirSync(join(folder, "bin"));
  writeFileSync(less, `#!/bin/sh\necho "paged with LESS=$LESS $*"\n${pager}\n`, { mode: 0o755 });
  const kept = join(folder, "kept");
  const program = `"${process.execPath}" "${join(root, "bin/api-advisor.js")}"`;
  // A shell that stayed in between would be ended by Ctrl-C, as dash is.
  const command = `stty cols 80 rows ${rows}; exec ${line.replace("api-advisor", program)}`;
  const { CI: _, LESS: __, NO_COLOR: ___, FORCE_COLOR: ____, ...inherited } = process.env;
  const PATH = `${join(folder, "bin")}:${process.env["PATH"]}`;
  const given = { ...inherited, PATH, PAGER: less, KEPT: kept, TERM: "xterm", LANG: "C.UTF-8", ...env };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: root, env: given });
  let screen = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const waited = screen.includes("ready");
    screen += chunk;
    if (typed !== "" && !waited && screen.includes("ready")) child.stdin.write(typed);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return {
    code,
    screen: stripVTControlCharacters(screen).replaceAll("\r\n", "\n"),
    kept: existsSync(kept) ? readFileSync(kept, "utf8") : null,
  };
}

const long = "api-advisor explain client-liveness";
const whole = async (): Promise<string> => (await runMain(["explain", "client-liveness"])).stdout;

describe
  .skipIf(!able)
  .concurrent(
    "at a real terminal (skipped where `script` of util-linux is missing), text longer than it",
    () => {
      it("goes through the pager, in colour", async () => {
        const { code, screen, kept } = await at(long);
        expect({ code, screen }).toEqual({ code: 0, screen: "paged with LESS=FRX \n" });
        expect(kept).toContain("\u001b[1m");
        expect(stripVTControlCharacters(kept ?? "")).toBe(await whole());
      });

      it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
        ["is `less` if none is set", { PAGER: undefined }, "paged with LESS=FRX \n"],
        ["may have arguments", { PAGER: "less -S 'a b'" }, "paged with LESS=FRX -S a b\n"],
        ["is told nothing by us that the user says", { LESS: "-i" }, "paged with LESS=-i \n"],
      ])("goes through a pager that %s", async (_, env, said) => {
        const { screen, kept } = await at(long, { env });
        expect(screen).toBe(said);
        expect(kept).not.toBeNull();
      });

      it.each<[string, string, Session]>([
        ["it fits", long, { rows: 500 }],
        ["the terminal has no size", long, { rows: 0 }],
        ["--no-pager says so", `${long} --no-pager`, {}],
        ["the pager is `cat`", long, { env: { PAGER: "cat" } }],
        ["the pager is empty", long, { env: { PAGER: "" } }],
        ["a pipeline runs it", long, { env: { CI: "true" } }],
        ["the terminal is dumb", long, { env: { TERM: "dumb" } }],
        ["it is piped on", `${long} | sed ''`, {}],
      ])("is printed at once if %s", async (_, line, session) => {
        const { code, screen, kept } = await at(line, session);
        expect({ code, kept }).toEqual({ code: 0, kept: null });
        expect(screen.replaceAll(/\s+/g, " ")).toBe((await whole()).replaceAll(/\s+/g, " "));
      });

      it("is printed at once as JSON Lines, and nothing is shown of what goes into a file", async () => {
        const file = "examples/checkout.yaml";
        const lines = await at(`api-advisor advise ${file} --format jsonl --no-analysis`);
        expect(lines.kept).toBeNull();
        expect(lines.screen.slice(0, 10)).toBe('{"service"');
        expect(await at(`api-advisor advise ${file} -o /dev/null`)).toEqual({
          code: 0,
          screen: "",
          kept: null,
        });
      });

      it.each(["/nowhere/pager", "no-such-pager-here"])(
        "is printed if %s cannot be started",
        async (PAGER) => {
          const { code, screen, kept } = await at(long, { env: { PAGER } });
          expect({ code, kept }).toEqual({ code: 0, kept: null });
          expect(screen).toMatch(/not found\n[\s\S]*Does anyone need to know when a client has gone\?/);
        },
      );

      it("is printed, and nothing else, on a machine without `less`", async () => {
        const { screen, kept } = await at(`env PATH=/nowhere ${long}`, { env: { PAGER: undefined } });
        expect(kept).toBeNull();
        expect(screen).toBe(await whole());
      });

      it("may be left at its beginning, which changes no exit code", async () => {
        const left = { pager: "exit 0" };
        const report = "api-advisor advise examples/*.yaml --details";
        expect(await at(report, left)).toMatchObject({ code: 0, screen: "paged with LESS=FRX \n" });
        const check = await at("api-advisor check examples/*.yaml --require-decision", left);
        expect(check).toMatchObject({ code: 1, screen: "paged with LESS=FRX \n" });
      });

      it("stays in the pager on Ctrl-C, which is for that", async () => {
        const pager =
          'trap "echo interrupted" INT\necho ready\ncat > "$KEPT"\nread line < /dev/tty\necho "read $line"';
        const { code, screen } = await at(long, { pager, typed: "\u0003q\r" });
        expect(code).toBe(0);
        expect(screen).toMatch(/interrupted[\s\S]*read q\n$/);
      });
    },
  );

it("hears Ctrl-C before there is a pager, and no more once it is left", async () => {
  const listeners = () => process.listenerCount("SIGINT");
  const [before, real] = [listeners(), childProcess.spawn];
  let atStart = 0;
  childProcess.spawn = ((...args: Parameters<typeof real>) => {
    atStart = listeners();
    return real(...args);
  }) as typeof real;
  syncBuiltinESMExports();
  try {
    const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 2 });
    const env = { ...process.env, CI: "", TERM: "xterm", PAGER: "true" };
    const [stdin, stderr] = [new PassThrough(), new PassThrough()];
    await paged({ stdin, stdout, stderr, env, cwd: "/", today: () => "2026-01-15" }, async (host) => {
      host.stdout.write("a\nb\nc\n");
      return 0;
    });
  } finally {
    childProcess.spawn = real;
    syncBuiltinESMExports();
  }
  expect({ atStart, after: listeners() }).toEqual({ atStart: before + 1, after: before });
});

it("is no choice of the interview, whose last lines are to stay", async () => {
  expect((await runMain(["advise", "--help"])).stdout).toContain("--no-pager");
  expect((await runMain(["interview", "--help"])).stdout).not.toContain("pager");
});
