import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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

/** The built program at a pseudo-terminal of 80 by 24. */
class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<number | null>;
  #text = "";

  constructor(command: string, cwd: string) {
    const program = `"${process.execPath}" "${join(root, "bin/api-advisor.js")}"`;
    const line = `stty cols 80 rows 24; exec ${command.replace("api-advisor", program)}`;
    this.#child = spawn("script", ["-qec", line, "/dev/null"], {
      cwd,
      env: { ...process.env, TERM: "xterm", LANG: "C.UTF-8" },
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
      for (const made of folders) rmSync(made, { recursive: true, force: true });
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
        /^(?!.*Is everything).*interaction-style/s,
      );
    });

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
      expect(readFileSync(join(cwd, "chat.yaml"), "utf8")).toContain(
        "interaction-style: independent-requests",
      );
    });

    it("ends with 130 on Ctrl-C where it asks by lines", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --accessible --save chat.yaml", cwd);
      await terminal.at("Number or letter", "2\n");
      await terminal.at("Number or letter", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(existsSync(join(cwd, "chat.yaml"))).toBe(true);
    });
  });
