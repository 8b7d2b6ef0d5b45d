import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { runInterview } from "../../src/cli/commands/interview.js";
import { main } from "../../src/cli/main.js";
import { readAll } from "./read-all.js";
import { type Run, runMain } from "./run-main.js";

/*
 * By the default pack another style of interaction changes the verdict, another identity the place of the session, and
 * another cacheability neither.
 */
const file = `# Bookings
version: 1
service: bookings
answers:
  interaction-style: { answer: multi-step-workflow, by: agent }   # steps
  identity:
    answer: signed-in-user
    note: "JWT\\u001b[31m in auth.ts"
    by: agent
  cacheability: { answer: mostly-shared-reads, by: agent }
  transaction-span: { answer: multi-request-compensable, by: person }
`;
const decisive = ["interaction-style", "identity"];
const confirmedFile = file
  .replace("multi-step-workflow, by: agent", "multi-step-workflow, by: person")
  .replace("    by: agent", "    by: person");

const folders: string[] = [];
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

function folder(text = file): string {
  const made = mkdtempSync(join(tmpdir(), "api-advisor-"));
  folders.push(made);
  writeFileSync(join(made, "a.yaml"), text);
  return made;
}
const textIn = (cwd: string): string => readFileSync(join(cwd, "a.yaml"), "utf8");
const run = (cwd: string, ...args: readonly string[]): Promise<Run> => runMain(args, { cwd });

/** The same at a terminal at which these lines are typed, and then the end of the input. */
async function runAt(cwd: string, lines: readonly string[], ...args: readonly string[]): Promise<Run> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const stdout = new PassThrough();
  stdin.end(lines.map((line) => `${line}\n`).join(""));
  const host = { stdin, stdout, stderr, env: { TERM: "xterm" }, cwd, today: () => "2026-01-15" };
  const code = await main(args, host);
  return { code, stdout: readAll(stdout), stderr: readAll(stderr) };
}

const decide = ["decide", "a.yaml", "--style", "hybrid"] as const;

describe("decide, on answers of an agent", () => {
  it("refuses without a terminal, names those that decide, and leaves the file alone", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await run(cwd, ...decide);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.match(/an agent answered `[^`]+`/g)).toEqual(
      decisive.map((id) => `an agent answered \`${id}\``),
    );
    expect(stderr).toContain("a.yaml:5:3: error: an agent answered `interaction-style`");
    expect(stderr).toContain("  6 |   identity:\n");
    expect(stderr).toContain("`--confirm`");
    expect(textIn(cwd)).toBe(file);
  });

  it("confirms with --confirm what it names, changes one word of each, and records the decision", async () => {
    const cwd = folder();
    const { code, stdout } = await run(cwd, ...decide, "--confirm");
    expect(code).toBe(0);
    expect(stdout).toBe(
      "Recorded in a.yaml: bookings is hybrid, as recommended.\nConfirmed: interaction-style and identity.\n",
    );
    const after = textIn(cwd);
    expect(after.startsWith(`${confirmedFile}decision:\n  style: hybrid\n`)).toBe(true);
    expect((await run(cwd, "check", "a.yaml", "--require-confirmed")).code).toBe(0);
  });

  it("asks at a terminal, with each answer and its note, and nothing in that controls the terminal", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await runAt(cwd, ["1"], ...decide);
    expect(code).toBe(0);
    expect(stdout).toContain("Confirmed: interaction-style and identity.");
    expect(stderr).toContain("Are these 2 answers of an agent right?");
    expect(stderr).toContain("Its note: JWT\\x1b[31m in auth.ts.");
    expect(stderr).not.toContain("\u001b[31m in");
    expect(stderr).not.toContain("cacheability");
    expect(textIn(cwd).startsWith(confirmedFile)).toBe(true);
  });

  it("cuts a note that nobody would read to its end, and keeps it in one paragraph", async () => {
    const note = JSON.stringify(`${"a\nb\u202e ".repeat(100_000)}`);
    const cwd = folder(file.replace('"JWT\\u001b[31m in auth.ts"', note));
    const { stderr } = await runAt(cwd, ["2"], ...decide);
    const [asked = ""] = stderr.split("Yes: confirm them");
    expect(asked).toContain("Its note: a b\\u202e a b\\u202e a");
    expect(asked.length).toBeLessThan(2500);
  });

  it.each<[string, readonly string[], number]>([
    ["no", ["2"], 2],
    ["nothing", [], 130],
    ["nonsense, and then nothing", ["yes", "y", ""], 130],
  ])("records nothing if the person says %s", async (_, lines, expected) => {
    const cwd = folder();
    const { code, stdout } = await runAt(cwd, lines, ...decide);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(textIn(cwd)).toBe(file);
  });

  it("confirms nothing that has changed in the file while the person was asked", async () => {
    const cwd = folder();
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const changed = file.replace("answer: signed-in-user", "answer: public");
    stderr.once("data", () => {
      writeFileSync(join(cwd, "a.yaml"), changed);
      stdin.end("1\n");
    });
    const host = { stdin, stdout: new PassThrough(), stderr, env: { TERM: "xterm" }, cwd };
    const code = await main(decide, { ...host, today: () => "2026-01-15" });
    expect({ code, text: textIn(cwd) }).toEqual({ code: 2, text: changed });
    expect(readAll(stderr)).toContain("an agent answered `identity`");
  });

  it("asks nothing where no answer that decides is unconfirmed", async () => {
    const cwd = folder(confirmedFile);
    const { code, stderr } = await runAt(cwd, [], ...decide);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(textIn(cwd).startsWith(confirmedFile)).toBe(true);
  });

  it("says first what is wrong with the decision itself", async () => {
    const cwd = folder();
    const { code, stderr } = await runAt(cwd, ["1"], "decide", "a.yaml", "--style", "stateful");
    expect(code).toBe(2);
    expect(stderr).toContain("`--because` and `--until` are missing");
    expect(stderr).not.toContain("an agent");
  });

  it("confirms a shared answer for all surfaces, of only one what only one has", async () => {
    const surfaces = `version: 1
service: s
answers: { interaction-style: { answer: multi-step-workflow, by: agent } }
surfaces:
  a: { answers: { identity: { answer: signed-in-user, by: agent } } }
  b: { answers: { identity: { answer: signed-in-user, by: agent } } }
`;
    const cwd = folder(surfaces);
    const { code } = await run(cwd, ...decide, "--surface", "a", "--confirm");
    expect(code).toBe(0);
    const expected = surfaces.replace("by: agent", "by: person").replace("by: agent", "by: person");
    expect(textIn(cwd)).toContain(expected.slice(0, expected.indexOf("  b:")).trimEnd().slice(0, -2));
    expect(textIn(cwd).match(/by: agent/g)).toHaveLength(1);
    expect(textIn(cwd)).toContain("  b: { answers: { identity: { answer: signed-in-user, by: agent } } }\n");
  });
});

describe("a decision", () => {
  it("goes on holding when more answers are confirmed, in a file or by hand", async () => {
    const cwd = folder();
    await run(cwd, ...decide, "--confirm");
    const before = textIn(cwd);
    writeFileSync(join(cwd, "a.yaml"), before.replaceAll("by: agent", "by: person"));
    const { code, stdout } = await run(cwd, "check", "a.yaml", "-f", "json", "--require-confirmed");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).surfaces[0].findings).toEqual([]);
  });
});

describe("check --require-confirmed", () => {
  it("fails at each answer that decides, in every format", async () => {
    const cwd = folder();
    const checked = (...args: string[]) => run(cwd, "check", "a.yaml", "--require-confirmed", ...args);
    const { code, stdout } = await checked("-f", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout).surfaces[0].findings).toMatchObject([
      {
        kind: "answer-unconfirmed",
        level: "error",
        question: "interaction-style",
        at: { line: 5, column: 3 },
      },
      { kind: "answer-unconfirmed", level: "error", question: "identity", at: { line: 6, column: 3 } },
    ]);
    for (const format of ["text", "github", "gitlab", "junit", "sarif"]) {
      const drawn = await checked("-f", format);
      expect(drawn.code).toBe(1);
      for (const id of decisive) expect(drawn.stdout).toContain(`\`${id}\``);
      expect(drawn.stdout).not.toContain("`cacheability`");
    }
    expect((await checked()).stdout).toContain("a.yaml:6:3: error answer-unconfirmed");
    expect((await checked("-f", "github")).stdout).toMatch(/^::error file=[^,]*a\.yaml,line=5,col=3,/m);
  });

  it.each([[[]], [["--no-analysis"]], [["-f", "jsonl"]], [["-f", "jsonl", "--no-analysis"]]])(
    "needs no analysis: %j",
    async (args) => {
      const { code, stdout } = await run(folder(), "check", "a.yaml", "--require-confirmed", ...args);
      expect(code).toBe(1);
      expect(stdout.match(/answer-unconfirmed/g)).toHaveLength(2);
    },
  );

  it("is not asked for by default, and passes once they are confirmed", async () => {
    expect((await run(folder(), "check", "a.yaml")).code).toBe(0);
    expect((await run(folder(confirmedFile), "check", "a.yaml", "--require-confirmed")).code).toBe(0);
  });

  it("takes lines of JSON with answers in the long form, and says on which line they are", async () => {
    const answers = { "interaction-style": { answer: "multi-step-workflow", by: "agent", note: "n" } };
    const lines = ["b", "a"].map((service) => JSON.stringify({ version: 1, service, answers }));
    const input = `${lines.join("\n")}\n`;
    const { code, stdout } = await runMain(["check", "-", "-f", "jsonl", "--require-confirmed"], { input });
    expect(code).toBe(1);
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(
      found.map((each) => JSON.stringify(each).match(/"question":"interaction-style".*?"line":(\d)/)?.[1]),
    ).toEqual(["1", "2"]);
  });
});

describe("what is set on the command line", () => {
  it("is a person's", async () => {
    const set = ["--set", "interaction-style=multi-step-workflow", "--set", "identity=signed-in-user"];
    const { stdout } = await run(folder(), "advise", "a.yaml", "-f", "json", ...set);
    const [surface] = JSON.parse(stdout).services[0].surfaces;
    expect(surface.unconfirmed).toEqual([{ question: "cacheability", overturns: false, moves: [] }]);
  });
});

describe("whatif and compare", () => {
  it("do not tell an agent's answers from a person's", async () => {
    const person = file.replaceAll("by: agent", "by: person");
    const texts = await Promise.all(
      [file, person].flatMap((text) => {
        const cwd = folder(text);
        writeFileSync(join(cwd, "b.yaml"), file);
        return [
          run(cwd, "whatif", "a.yaml", "--set", "cacheability=per-client", "-f", "json"),
          run(cwd, "compare", "a.yaml", "b.yaml", "-f", "markdown"),
        ];
      }),
    );
    const [whatif, compare, whatifOfPerson, compareOfPerson] = texts.map(({ stdout }) => stdout);
    expect(whatifOfPerson?.replaceAll(/"unconfirmed": \[[^\]]*\]/g, "")).toBe(
      whatif?.replaceAll(/"unconfirmed": \[[^\]]*\]/g, ""),
    );
    expect(compareOfPerson).toBe(compare);
  });
});

describe("the interview, continuing from answers of an agent", () => {
  async function hold(cwd: string, lines: readonly string[]): Promise<Run> {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const stdout = new PassThrough();
    stdin.end(lines.map((line) => `${line}\n`).join(""));
    const host = { stdin, stdout, stderr, env: { TERM: "xterm" }, cwd, today: () => "2026-01-15" };
    const given = { rules: [], set: [], format: "text", output: [], accessible: true } as const;
    const options = { ...given, command: "api-advisor", namedRules: [], from: "a.yaml", save: "a.yaml" };
    const code = await runInterview(options, host, () => () => {});
    return { code, stdout: readAll(stdout), stderr: readAll(stderr) };
  }

  it("shows each with its note, and Enter confirms it", async () => {
    const cwd = folder();
    const { stderr } = await hold(cwd, ["", "", ""]);
    expect(stderr.match(/An agent answered: /g)).toHaveLength(3);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "An agent answered: “A person who has signed in”. Keep it to confirm it. Its note: JWT\\x1b[31m in auth.ts.",
    );
    expect(textIn(cwd)).toBe(file.replaceAll("by: agent", "by: person"));
  });

  it("confirms with `k`, too, and takes another answer as the person's", async () => {
    const cwd = folder();
    const { stderr } = await hold(cwd, ["k", "k", "1"]);
    expect(stderr).toContain("Keep the agent's answer, as confirmed by you.");
    const after = textIn(cwd);
    expect(after).toContain("interaction-style: { answer: multi-step-workflow, by: person }   # steps\n");
    expect(after).toContain("\n  identity: public\n");
    expect(after).not.toContain("by: agent");
  });

  it("confirms nothing that the person does not see", async () => {
    const cwd = folder();
    const { stderr } = await hold(cwd, ["r", "s"]);
    const shown = stripVTControlCharacters(stderr).replaceAll(/\s+/g, " ");
    expect(shown.match(/\(by an agent\)/g)?.length).toBe(3);
    expect(textIn(cwd)).toBe(file);
  });
});
