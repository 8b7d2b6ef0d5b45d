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
  end: "\u001b[F",
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
  "between two questions": "at(process.stderr, 'write', (text) => /Interaction style/.test(text));",
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
  readonly #cwd: string;
  #text = "";

  constructor(command: string, cwd: string, preload?: string) {
    this.#tty = `${cwd}.tty`;
    this.#cwd = cwd;
    const options = preload === undefined ? {} : { NODE_OPTIONS: `--require ${preload}` };
    const program = `"${process.execPath}" "${join(root, "bin/api-advisor.js")}"`;
    const line = `tty > "${this.#tty}"; echo $$ > "${cwd}.pid"; stty cols 80 rows 24; exec ${command.replace("api-advisor", program)}`;
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

  kill(signal: NodeJS.Signals): void {
    process.kill(Number(readFileSync(`${this.#cwd}.pid`, "utf8")), signal);
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
        rmSync(`${made}.pid`, { force: true });
      }
    });
    const first = "What kind of exchange do clients need";
    const service = "What is the service called?";
    const surface = "Which surface of";

    /** Takes the names that are proposed. */
    async function named(terminal: Terminal): Promise<void> {
      await terminal.at(service, keys.enter);
      await terminal.at(surface, keys.enter);
    }

    it("answers, goes back, reviews, and ends with the report in the file that standard output goes to", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml > report.txt", cwd);
      await named(terminal);
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
      readFileSync(join(cwd, file), "utf8").match(/^ {6}[a-z-]+: [a-z-]+/gm) ?? [];
    const oneAnswer = ["      interaction-style: independent-requests"];

    it("ends with 130 on Ctrl-C, keeping the answers and leaving the cursor to be seen", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await named(terminal);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
      expect(terminal.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThan(
        terminal.raw().lastIndexOf("\u001b[?25l"),
      );
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
    });

    it.each(["SIGTERM", "SIGHUP"] as const)("leaves the cursor to be seen and ends by %s", async (signal) => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await named(terminal);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", "");
      terminal.kill(signal);
      expect(await terminal.ended()).toBe(signal === "SIGTERM" ? 143 : 129);
      expect(terminal.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThan(
        terminal.raw().lastIndexOf("\u001b[?25l"),
      );
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
    });

    it("ends with 130 on Ctrl-C where it asks by lines", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --accessible --save chat.yaml", cwd);
      await terminal.at(service, "\n");
      await terminal.at(surface, "\n");
      await terminal.at("Number or letter", "1\n");
      await terminal.at("Number or letter", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(chosen(cwd, "chat.yaml")).toEqual(oneAnswer);
    });

    it("keeps an answer that Ctrl-C follows at once", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await named(terminal);
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
      if (how === "") await named(terminal);
      else {
        await terminal.at(service, "\n");
        await terminal.at(surface, "\n");
      }
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
      await named(terminal);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.up + keys.up + keys.enter);
      await terminal.at("Is everything correct?", keys.enter);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("One answer is kept in chat.yaml");
    });

    it("draws a question anew in a window that becomes narrow, and keeps what is highlighted", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      await named(terminal);
      await terminal.at(first, keys.down);
      await terminal.at("❯ 2 Several requests", "");
      terminal.resize(44);
      await terminal.at("Ctrl-C", keys.enter);
      await terminal.at("← Back", keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(chosen(cwd, "chat.yaml")).toEqual(["      interaction-style: multi-step-workflow"]);
    });

    it("asks for names, and for another surface at the end, and saves and reports both", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview", cwd);
      await terminal.at(service, "shop\r");
      await terminal.at("Which surface of shop", keys.escape);
      await terminal.at("(shop)", keys.enter);
      await terminal.at("Which surface of shop", "chat\r");
      await terminal.at(first, `4${keys.enter}`);
      await terminal.at("← Back", `${keys.up}${keys.up}${keys.enter}`);
      await terminal.at("Is everything correct?", `${keys.down}${keys.down}${keys.enter}`);
      await terminal.at("the other surface", "chat\r");
      await terminal.at("There is a surface chat already.", `${"\u007f".repeat(4)}cart\r`);
      await terminal.at(first, `1${keys.enter}`);
      await terminal.at("← Back", `${keys.up}${keys.up}${keys.enter}`);
      // From the last row of the list.
      await terminal.at("Is everything correct?", `${keys.end}\t${keys.enter}`);
      await terminal.at("Save the answers?", keys.enter);
      expect(await terminal.ended()).toBe(0);
      expect(
        readFileSync(join(cwd, "api-advisor.yaml"), "utf8").replaceAll(/ *#.*\n/g, "\n"),
      ).toBe(`version: 1
service: "shop"
surfaces:
  chat:
    answers:

      interaction-style: real-time-two-way
  cart:
    answers:

      interaction-style: independent-requests
`);
      expect(terminal.screen()).toContain("api-advisor advise api-advisor.yaml --details");
      expect(terminal.screen().trimEnd()).toMatch(
        /chat: STATEFUL \(fragile\): the server keeps [^:]+cart: STATELESS \(\w+\): the server keeps nothing [^:]+$/,
      );
    });

    it.each([
      ["the name of the service", false],
      ["the name of its surface", true],
    ])("ends on Ctrl-C at %s without a file or a question", async (_, further) => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview --save chat.yaml", cwd);
      if (further) await terminal.at(service, keys.enter);
      await terminal.at(further ? surface : service, keys.interrupt);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen().trimEnd()).toMatch(/Stopped\.$/);
      expect(readdirSync(cwd)).toEqual([]);
    });

    it("keeps both surfaces on Ctrl-C at the name of the second and in its questions", async () => {
      const cwd = folder();
      const begin = "interaction-style: independent-requests";
      const shop = `version: 1\nservice: shop\nsurfaces:\n  cart:\n    answers:\n      ${begin}\n`;
      writeFileSync(join(cwd, "shop.yaml"), shop);
      const open = async (): Promise<Terminal> => {
        const terminal = new Terminal("api-advisor interview --from shop.yaml --save shop.yaml", cwd);
        await terminal.at("← Back", `${keys.up}${keys.up}${keys.enter}`);
        await terminal.at("Is everything correct?", `${keys.down}${keys.down}${keys.enter}`);
        return terminal;
      };
      const early = await open();
      await early.at("the other surface", `chat${keys.interrupt}`);
      expect(await early.ended()).toBe(130);
      expect(readFileSync(join(cwd, "shop.yaml"), "utf8")).toBe(shop);
      const late = await open();
      await late.at("the other surface", "chat\r");
      await late.at(first, `4${keys.enter}`);
      await late.at("← Back", keys.interrupt);
      expect(await late.ended()).toBe(130);
      expect(readFileSync(join(cwd, "shop.yaml"), "utf8")).toBe(
        `${shop}  chat:\n    answers:\n      interaction-style: real-time-two-way\n`,
      );
      expect(late.screen()).toContain("2 answers are kept in shop.yaml");
    });

    it.each([
      ["", ""],
      [" --accessible", "by lines"],
    ])("goes on after Ctrl-C with the answers so far%s", async (how) => {
      const cwd = folder();
      const terminal = new Terminal(`api-advisor interview${how}`, cwd);
      const lines = how !== "";
      await named(terminal);
      await terminal.at(first, lines ? "4\n" : `4${keys.enter}`);
      const asked = lines ? "Number or letter" : "← Back";
      await terminal.at(asked, keys.interrupt);
      await terminal.at("Go on with the interview", lines ? "4\n" : `4${keys.enter}`);
      await terminal.at(asked, lines ? "1\n" : keys.enter);
      await terminal.at(asked, keys.interrupt);
      await terminal.at("Go on with the interview", lines ? "1\n" : keys.enter);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain("2 answers are kept in api-advisor.yaml");
      const [begin, ...more] = chosen(cwd, "api-advisor.yaml");
      expect([begin, more.length]).toEqual(["      interaction-style: real-time-two-way", 1]);
    });

    it("goes on after Ctrl-C where it was: after a question that was skipped, and in the review", async () => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview", cwd);
      await named(terminal);
      await terminal.at(first, keys.enter);
      await terminal.at("question 2", keys.right);
      await terminal.at("question 3", keys.interrupt);
      await terminal.at("Go on with the interview", `4${keys.enter}`);
      await terminal.at("question 3", `${keys.up}${keys.up}${keys.enter}`);
      await terminal.at("Is everything correct?", keys.interrupt);
      await terminal.at("Go on with the interview", `4${keys.enter}`);
      await terminal.at("Is everything correct?", keys.interrupt);
      await terminal.at("Go on with the interview", keys.enter);
      expect(await terminal.ended()).toBe(130);
      expect(chosen(cwd, "api-advisor.yaml")).toEqual(oneAnswer);
    });

    it.each([
      ["Enter", keys.enter, true],
      ["another Ctrl-C", keys.interrupt, false],
    ])("offers to save on Ctrl-C, and takes %s for an answer", async (_, key, saves) => {
      const cwd = folder();
      const terminal = new Terminal("api-advisor interview", cwd);
      await named(terminal);
      await terminal.at(first, keys.enter);
      await terminal.at("← Back", keys.interrupt);
      await terminal.at("Save the answers?", key);
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toContain(saves ? "One answer is kept in" : "nothing was saved");
      expect(readdirSync(cwd).flatMap((file) => chosen(cwd, file))).toEqual(saves ? oneAnswer : []);
    });
  });
