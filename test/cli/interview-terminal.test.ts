import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./run-main.js";

/** util-linux's `script` gives a child a pseudo-terminal; other systems have none, or one with other flags. */
const able = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0;
const keys = {
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  right: "\u001b[C",
  enter: "\r",
  escape: "\u001b",
  interrupt: "\u0003",
};

/**
 * What a program that is loaded before ours does: it sends this process an interrupt, as a terminal does on Ctrl-C, once
 * at a moment that no key could hit.
 */
const moments = {
  "while a file is written":
    "at(require('node:fs/promises'), 'open', (path) => path.startsWith(process.cwd()));",
  "while the report is printed": "at(process.stdout, 'write', () => true);",
  "between two questions": "at(process.stderr, 'write', (text) => /✓/.test(text));",
  "while a question is drawn": "at(process.stderr, 'write', (text) => /← Back/.test(text));",
} as const;

function interruptAt(moment: keyof typeof moments, folder: string): string {
  const file = join(folder, "preload.cjs");
  const program = `let done = false;
const at = (holder, name, isIt) => {
  const original = holder[name];
  holder[name] = function (...args) {
    if (!done && isIt(...args)) {
      done = true;
      process.kill(process.pid, "SIGINT");
    }
    return original.apply(this, args);
  };
};
${moments[moment]}
`;
  writeFileSync(file, program);
  return file;
}

/** The built program at a pseudo-terminal of 80 by 24. */
class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<number | null>;
  readonly #tty: string;
  #text = "";

  constructor(command: string, cwd: string, preload?: string) {
    this.#tty = `${cwd}.tty`;
    const options = preload === undefined ? {} : { NODE_OPTIONS: `--require ${preload}` };
    const program = `"${process.execPath}" "${join(root, "bin/api-advisor.js")}"`;
    const line = `tty > "${this.#tty}"; stty cols 80 rows 24; exec ${command.replace("api-advisor", program)}`;
    this.#child = spawn("script", ["-qec", line, "/dev/null"], {
      cwd,
      env: { ...process.env, TERM: "xterm", LANG: "C.UTF-8", ...options },
    });
    this.#child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      this.#text += chunk;
    });
    this.#closed = new Promise((resolve) => this.#child.on("close", resolve));
  }

  /** Waits until the text is shown, forgets all up to it, and types. */
  async at(shown: string, typed: string): Promise<void> {
    const end = Date.now() + 20_000;
    while (!this.screen().includes(shown)) {
      if (Date.now() > end) throw new Error(`“${shown}” did not come; there is:\n${this.screen()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#text = "";
    // Keys that come before the page listens are dropped, as stale ones should be.
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.#child.stdin.write(typed);
  }

  resize(columns: number): void {
    spawnSync("stty", ["-F", readFileSync(this.#tty, "utf8").trim(), "cols", String(columns)]);
  }

  raw(): string {
    return this.#text;
  }

  screen(): string {
    return stripVTControlCharacters(this.#text);
  }

  ended(): Promise<number | null> {
    return this.#closed;
  }
}

// At the same time, as each of them mostly waits.
describe
  .skipIf(!able)
  .concurrent("the interview at a real terminal (skipped where `script` of util-linux is missing)", () => {
    const folders: string[] = [];
    const folder = (): string => {
      const made = mkdtempSync(join(tmpdir(), "api-advisor-"));
      folders.push(made);
      return made;
    };
    afterAll(() => {
      for (const made of folders) {
        rmSync(made, { recursive: true, force: true });
        rmSync(`${made}.tty`, { force: true });
      }
    });
    const first = "What kind of exchange do clients need";

    it("answers, goes back, reviews, and ends with the report in the file that standard output goes to", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml > report.txt", cwd);
      await terminal.at(first, keys.down + keys.down + keys.down + keys.enter);
      await terminal.at("← Back", keys.left);
      await terminal.at("(your answer)", keys.right);
      await terminal.at("← Back", keys.escape);
      await terminal.at("(your answer)", keys.enter);
      await terminal.at("Enough questions", keys.up + keys.up + keys.enter);
      await terminal.at("Is everything correct?", keys.enter);
      expect(await terminal.ended()).toBe(0);
      expect(readFileSync(join(cwd, "chat.yaml"), "utf8")).toContain("interaction-style: real-time-two-way");
      expect(readFileSync(join(cwd, "report.txt"), "utf8")).toMatch(
        /^(?!.*Is everything).*STATEFUL: the server keeps/s,
      );
      expect(terminal.screen().trimEnd()).toMatch(/STATEFUL \(fragile\): the server keeps [^:]+$/);
    });

    const chosen = (cwd: string, file: string): readonly string[] =>
      readFileSync(join(cwd, file), "utf8").match(/^ {2}[a-z-]+: [a-z-]+/gm) ?? [];
    const oneAnswer = ["  interaction-style: independent-requests"];

    it("ends with 130 on Ctrl-C, keeping the answers and leaving the cursor to be seen", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
      expect(terminal.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThan(
        terminal.raw().lastIndexOf("\u001b[?25l"),
      );
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
    });

    it("ends with 130 on Ctrl-C where it asks by lines", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --accessible --save chat.yaml", cwd);
      await terminal.at("Number or letter", "1\n");
      await terminal.at("Number or letter", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
    });

    it("keeps an answer that Ctrl-C follows at once", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await terminal.at(first, keys.enter + keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
      expect(readdirSync(cwd)).toEqual(["chat.yaml"]);
    });

    it.each([
      ["while a file is written", ""],
      ["while a file is written", " --accessible"],
      ["between two questions", ""],
      ["while a question is drawn", ""],
    ] as const)("keeps the answer before it if Ctrl-C comes %s%s", async (moment, how) => {
      const cwd = folder();
      const terminal = new Terminal(
        `api-advisor interview --save chat.yaml${how}`,
        cwd,
        interruptAt(moment, folder()),
      );
      await terminal.at(how === "" ? first : "Number or letter", how === "" ? keys.enter : "1\n");
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
      expect(readdirSync(cwd)).toEqual(["chat.yaml"]);
    });

    it("keeps all answers if Ctrl-C comes while the report is printed", async () => {
      const cwd = folder();
      const terminal = new Terminal(
        "api-advisor interview --save chat.yaml",
        cwd,
        interruptAt("while the report is printed", folder()),
      );
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.up + keys.up + keys.enter);
      await terminal.at("Is everything correct?", keys.enter);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
    });

    it("draws a question anew in a window that becomes narrow, and keeps what is highlighted", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await terminal.at(first, keys.down);
      await terminal.at("❯ Several requests", "");
      terminal.resize(44);
      await terminal.at("Ctrl-C", keys.enter);
      await terminal.at("← Back", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(chosen(cwd, "chat.yaml")).toEqual(["  interaction-style: multi-step-workflow"]);
    });

    it.each([
      ["Enter", keys.enter, true],
      ["another Ctrl-C", keys.interrupt, false],
    ])("offers to save on Ctrl-C, and takes %s for an answer", async (_, key, saves) => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview", cwd);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.interrupt);
      await terminal.at("Save the answers?", key);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain(saves ? "One answer is kept in" : "nothing was saved");
      expect(readdirSync(cwd).flatMap((file) => chosen(cwd, file))).toEqual(saves ? oneAnswer : []);
    });
  });
