import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import type { InterviewOptions } from "../../../src/cli/ask/hold-interview.js";
import { runInterview } from "../../../src/cli/commands/interview.js";
import { readAll } from "../read-all.js";
import { runMain } from "../run-main.js";

interface Held {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an interview on a line-mode terminal that takes the names that are proposed, types `lines` ahead and then closes.
 */
const bare: InterviewOptions = {
  ...{ rules: [], set: [], format: "text", output: [], accessible: true },
  ...{ command: "api-advisor", namedRules: [] },
};

async function hold(
  lines: readonly string[],
  options: Partial<InterviewOptions>,
  cwd: string,
  tty = true,
): Promise<Held> {
  const stdin = Object.assign(new PassThrough(), { isTTY: tty });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const stdout = new PassThrough();
  const names = options.from === undefined && options.quick !== true ? ["", ""] : [];
  stdin.end([...names, ...lines].map((line) => `${line}\n`).join(""));
  const host = { stdin, stdout, stderr, env: { TERM: "xterm" }, cwd, today: () => "2026-01-15" };
  const given = { ...bare, ...options };
  const code = await runInterview(given, host, () => () => {});
  return { code, stdout: readAll(stdout), stderr: readAll(stderr) };
}

/** An interview that is interrupted after one answer, or before it, and the reply to what is asked then. */
async function interrupted(answer: string | null, reply: string, cwd: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const listeners = new Set<() => void>();
  let text = "";
  let asked = 0;
  stderr.setEncoding("utf8").on("data", (shown: string) => {
    text += shown;
    if (shown.startsWith("Answer")) stdin.write("\n");
    if (!shown.startsWith("Number or letter")) return;
    asked += 1;
    if (asked === 1 && answer !== null) stdin.write(`${answer}\n`);
    else if (asked === (answer === null ? 1 : 2)) for (const listener of listeners) listener();
    else stdin.write(`${reply}\n`);
  });
  const host = {
    stdin,
    stdout: new PassThrough(),
    stderr,
    env: { TERM: "xterm" },
    cwd,
    today: () => "2026-01-15",
  };
  const options = bare;
  const code = await runInterview(options, host, (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  return { code, stderr: text, listening: listeners.size };
}

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "api-advisor-"));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), "utf8");
const answered = (text: string): number =>
  text.split("\n").filter((line) => /^ {6}[a-z-]+: /.test(line)).length;

const chat = `# The support chat
version: 1
service: support
answers:
  identity: signed-in-user # since 2024
surfaces:
  chat:
    answers:
      interaction-style: real-time-two-way
      client-liveness: presence
  articles:
    answers:
      interaction-style: independent-requests
`;

describe("interview", () => {
  it("ends with the report alone on standard output, and the answers in the file", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await hold(["4", "2", "r", ""], { save: "chat.yaml" }, cwd);
    expect(code).toBe(0);
    expect(stdout).not.toContain("Number or letter");
    expect(stderr).toContain("The answers are saved in chat.yaml: api-advisor advise chat.yaml");
    const again = await runMain(["advise", "chat.yaml"], { cwd });
    expect(again).toMatchObject({ code: 0, stdout });
  });

  it("takes names for the service and its surface, as answers files do", async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const cwd = folder();
    stdin.end(`${["x".repeat(201), "Käse & Co", "no", "4", "u"].join("\n")}\n`);
    const host = { stdin, stdout: new PassThrough(), stderr, env: {}, cwd, today: () => "2026-01-15" };
    const given = { ...bare, save: "a.yaml" };
    expect(await runInterview(given, host, () => () => {})).toBe(130);
    expect(readAll(stderr)).toContain("A name has at most 200 characters.");
    expect(read(cwd, "a.yaml")).toMatch(/^service: "Käse & Co"\nsurfaces:\n {2}"no":\n/m);
  });

  it("shows names that would control the terminal as what they are", async () => {
    const cwd = join(folder(), "\u001b[5m");
    mkdirSync(cwd);
    const { stderr } = await hold(["4", "r", "a"], {}, cwd);
    expect(stderr).not.toContain("\u001b[5m");
    expect(stderr.match(/\\x1b\[5m/g)?.length).toBeGreaterThanOrEqual(3);
    const file = chat.replace("  chat:", '  "\\e[5m":');
    writeFileSync(join(cwd, "support.yaml"), file);
    const picked = await hold(["1", "r", "a", "", "s", "3"], { from: "support.yaml" }, cwd);
    expect(picked.stderr + picked.stdout).not.toContain("\u001b[5m");
    expect(picked.stderr).toContain("1. \\x1b[5m");
  });

  it("asks for no names where it is to be quick", async () => {
    const cwd = folder();
    const { stderr } = await hold(["4"], { quick: true, save: "chat.yaml" }, cwd);
    expect(stderr).not.toContain("called?");
    expect(read(cwd, "chat.yaml")).toMatch(/^service: "chat"\nsurfaces:\n {2}api:\n/m);
  });

  it("goes on with another surface, and reports and saves both", async () => {
    const cwd = folder();
    // The second surface gets another name after one that is taken, and none at first.
    const lines = ["4", "r", "a", "", "a", "api", "feed", "1", "r", "s"];
    const { code, stdout, stderr } = await hold(lines, { save: "shop.yaml", format: "json" }, cwd);
    expect(code).toBe(0);
    expect(stderr).toContain("There is a surface api already.");
    const [service] = JSON.parse(stdout).services;
    expect(service.surfaces.map((each: { name: string }) => each.name)).toEqual(["api", "feed"]);
    expect(answered(read(cwd, "shop.yaml"))).toBe(2);
    expect(stderr.trimEnd()).toMatch(/\napi: .*STATEFUL[^:]*: [^:]*\nfeed: .*STATELESS[^:]*: [^:]*$/);
  });

  it("goes on with another surface in a file that has some, and in one whose only one has no name", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "support.yaml"), chat);
    const from = { from: "support.yaml", save: "support.yaml" };
    // The answers of all surfaces are those of the new one as well.
    await hold(["2", "r", "a", "calls", "4"], from, cwd);
    expect(read(cwd, "support.yaml")).toBe(
      `${chat}  calls:\n    answers:\n      interaction-style: real-time-two-way\n`,
    );
    const only = "version: 1\nservice: s\n# Mine\nanswers:\n  interaction-style: server-push # really\n";
    writeFileSync(join(cwd, "only.yaml"), only);
    const { stderr } = await hold(
      ["r", "a", "calls", "4", "r", "s"],
      { from: "only.yaml", save: "only.yaml" },
      cwd,
    );
    expect(stderr).toContain("there is s so far.");
    expect(read(cwd, "only.yaml")).toBe(
      "version: 1\nservice: s\n# Mine\nsurfaces:\n  s:\n    answers:\n      interaction-style: server-push # really\n  calls:\n    answers:\n      interaction-style: real-time-two-way\n",
    );
  });

  it("adds no other surface to JSON without names, whose text it could not keep", async () => {
    const cwd = folder();
    const only = '{"version":1,"service":"s","answers":{"interaction-style":"server-push"}}\n';
    writeFileSync(join(cwd, "only.json"), only);
    const { stderr } = await hold(["r", "a"], { from: "only.json", save: "only.json" }, cwd);
    expect(stderr).not.toContain("Add another surface");
    expect(stderr).toContain("“a” is not on the list");
    expect(read(cwd, "only.json")).toBe(only);
  });

  it("prints the report in another format", async () => {
    const { stdout } = await hold(["4", "r", "", "3"], { format: "json" }, folder());
    expect(Object.keys(JSON.parse(stdout).services[0].surfaces[0].answers)).toHaveLength(1);
  });

  it("does not ask what is set beforehand", async () => {
    const { stdout, stderr } = await hold(
      ["r", "", "3"],
      { set: ["interaction-style=server-push"], format: "json" },
      folder(),
    );
    expect(stderr).not.toContain("What kind of exchange");
    expect(JSON.parse(stdout).services[0].surfaces[0].answers).toEqual({
      "interaction-style": "server-push",
    });
    expect(await hold([], { set: ["interaction-style=push"] }, folder())).toMatchObject({
      code: 2,
      stdout: "",
    });
  });

  it("keeps what was answered when the person stops, with exit code 130 and no report", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await hold(["4", "u"], { save: "chat.yaml" }, cwd);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain(
      "2 answers are kept in chat.yaml; to continue:\n  api-advisor interview --from chat.yaml --save chat.yaml",
    );
    expect(answered(read(cwd, "chat.yaml"))).toBe(2);
  });

  it("quotes the name of the file in the commands to copy", async () => {
    const cwd = folder();
    expect((await hold(["4", "u"], { save: "my chat.yaml" }, cwd)).stderr).toContain(
      "kept in my chat.yaml; to continue:\n  api-advisor interview --from 'my chat.yaml' --save 'my chat.yaml'",
    );
    expect((await hold([], { save: "my chat.yaml" }, cwd)).stderr).toContain(
      "interview --from 'my chat.yaml'",
    );
    expect((await hold(["4", "2", "r", ""], { save: "our chat.yaml" }, cwd)).stderr).toContain(
      "The answers are saved in our chat.yaml: api-advisor advise 'our chat.yaml'",
    );
  });

  it("names in a new file the schema that the repository has", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "api-advisor.schema.json"), "{}");
    await hold(["4", "u"], { save: "chat.yaml" }, cwd);
    expect(read(cwd, "chat.yaml")).toMatch(
      /^# yaml-language-server: \$schema=\.\/api-advisor\.schema\.json\nversion: 1\n/,
    );
  });

  it("goes on from there", async () => {
    const cwd = folder();
    await hold(["4", "u"], { save: "chat.yaml" }, cwd);
    const { code, stderr } = await hold(["1", "r", "s"], { from: "chat.yaml", save: "chat.yaml" }, cwd);
    expect(code).toBe(0);
    expect(stderr).toContain("Continuing from chat.yaml, with 2 answers.");
    expect(answered(read(cwd, "chat.yaml"))).toBe(3);
  });

  it("offers on Ctrl-C to save, and ends with exit code 130 whatever the reply", async () => {
    for (const [reply, saved, end] of [
      ["1", 1, "Stopped. One answer is kept in"],
      ["3", 0, "Stopped; nothing was saved."],
    ] as const) {
      const cwd = folder();
      const { code, stderr, listening } = await interrupted("4", reply, cwd);
      expect({ code, listening }).toEqual({ code: 130, listening: 0 });
      expect(stderr).toMatch(/^Ctrl-C again ends without saving\.$/m);
      expect(stderr).toContain(end);
      expect(readdirSync(cwd)).toHaveLength(saved);
    }
  });

  it("says how to go on with the answers file that the folder has", async () => {
    const cwd = folder();
    const how =
      "To continue from it:\n  api-advisor interview --from api-advisor.yaml --save api-advisor.yaml";
    expect((await hold([], {}, cwd)).stderr).not.toContain("To continue from it");
    writeFileSync(join(cwd, "api-advisor.yaml"), "version: 1\nservice: s\nanswers: { latency: relaxed }\n");
    const told = stripVTControlCharacters((await hold([], {}, cwd)).stderr);
    expect(told).toContain(`api-advisor.yaml already exists. ${how}`);
    expect((await hold([], { from: "api-advisor.yaml" }, cwd)).stderr).not.toContain("To continue from it");
  });

  it("does not offer on Ctrl-C to save what nobody answered", async () => {
    const { stderr } = await interrupted(null, "1", folder());
    expect(stderr.endsWith("\nStopped.\n")).toBe(true);
    expect(stderr).not.toContain("Save the answers?");
  });

  it("writes nothing without --save, and says so", async () => {
    const cwd = folder();
    const { code, stderr } = await hold(["4"], {}, cwd);
    expect(code).toBe(130);
    expect(stderr).toContain("nothing was saved");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("offers to save after the result, never over another file", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "mine.yaml"), "mine");
    const { code, stderr } = await hold(["4", "r", "s", "2", "mine.yaml", "yours.yaml"], {}, cwd);
    expect(code).toBe(0);
    expect(stderr).toContain("mine.yaml already exists");
    expect([read(cwd, "mine.yaml"), answered(read(cwd, "yours.yaml"))]).toEqual(["mine", 1]);
  });

  it("offers the name that `check` looks for, and where it is taken, the service's before it", async () => {
    const cwd = folder();
    for (const name of ["api-advisor", basename(cwd), `${basename(cwd)}-2`]) {
      // To the result, and save it under the name offered.
      const { stderr } = await hold(["4", "r", "s", "1"], {}, cwd);
      const file = name === "api-advisor" ? `${name}.yaml` : `${name}.api-advisor.yaml`;
      expect(stderr).toContain(`The answers are saved in ${file}`);
      expect(read(cwd, file)).toContain(`service: "${basename(cwd)}"\n`);
    }
  });

  it("changes one surface of a file and leaves all else in it", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "support.yaml"), chat);
    // The first surface; to the review; the second question there, its first option; the result.
    const { code, stdout } = await hold(
      ["1", "r", "2", "1", "s"],
      { from: "support.yaml", save: "support.yaml" },
      cwd,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("support");
    expect(stdout).not.toContain("articles");
    const presence = "      client-liveness: presence\n";
    expect(read(cwd, "support.yaml")).toBe(
      chat.replace(presence, `${presence}      context-dependence: none\n`),
    );
  });

  it("goes on when the file cannot be written, and offers another at the end", async () => {
    const cwd = folder();
    const save = `${"a".repeat(300)}.yaml`;
    const { code, stderr } = await hold(["4", "2", "r", "s", "2", "other.yaml"], { save }, cwd);
    expect(code).toBe(0);
    expect(stderr.split("yaml: error: cannot be written: the name is too long")).toHaveLength(2);
    expect(answered(read(cwd, "other.yaml"))).toBe(2);
  });
});

describe("what interview refuses, with exit code 2, asking nothing", () => {
  it("no terminal, naming the form that takes a file", async () => {
    const { code, stdout, stderr } = await hold(["4"], {}, folder(), false);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("api-advisor advise FILE");
    expect(stderr.split("\n")).toHaveLength(2);
    expect(await runMain(["interview"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("to write over a file that it does not go on from", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "chat.yaml"), chat);
    const { code, stderr } = await hold([], { save: "chat.yaml" }, cwd);
    expect(code).toBe(2);
    expect(stderr).toContain("--from chat.yaml --save chat.yaml");
    expect(read(cwd, "chat.yaml")).toBe(chat);
  });

  it.each([
    ["answers.json", "a new answers file is YAML, with comments"],
    ["gone/answers.yaml", "there is no such folder"],
  ])("to save in a new file %s", async (save, reason) => {
    const cwd = folder();
    const { code, stderr } = await hold([], { save }, cwd);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`${save}: error: cannot be written: ${reason}`),
    });
  });

  it("no new file in JSON that goes on from one", async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, "a.json"),
      '{ "version": 1, "service": "s", "answers": { "latency": "relaxed" } }',
    );
    expect((await hold(["4", "r", "s"], { from: "a.json", save: "b.json" }, cwd)).code).toBe(0);
    expect(JSON.parse(read(cwd, "b.json")).answers).toEqual({
      latency: "relaxed",
      "interaction-style": "real-time-two-way",
    });
  });

  it("answers that are invalid, with their place", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "chat.yaml"), chat.replace("presence", "presense"));
    const { code, stderr } = await hold([], { from: "chat.yaml" }, cwd);
    expect(code).toBe(2);
    expect(stderr).toContain("chat.yaml:10:24");
  });
});
