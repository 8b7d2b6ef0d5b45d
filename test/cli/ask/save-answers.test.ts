import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AnswersSource,
  nextSource,
  readAnswersFile,
  surfaceNames,
} from "../../../src/cli/ask/answers-source.js";
import { AnswersSaver } from "../../../src/cli/ask/save-answers.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { readPacks } from "../../../src/packs/load-pack.js";

const text = `# The support chat
version: 1
service: support
surfaces:
  chat:
    answers:
      interaction-style: real-time-two-way
  articles:
    answers:
      interaction-style: independent-requests
`;
const chosen = (option: string): Answer => ({ kind: "chosen", options: [option], note: null });
const first: readonly [string, Answer] = ["interaction-style", chosen("real-time-two-way")];
const second: readonly [string, Answer] = ["client-liveness", chosen("presence")];
const third: readonly [string, Answer] = ["latency", chosen("relaxed")];

interface Saving {
  readonly cwd: string;
  /** Saves answers to a file; the result is `ok` or the code of the problem. */
  readonly save: (file: string, ...answers: readonly (readonly [string, Answer])[]) => Promise<string>;
  /** Goes on to another surface, after the answers to the one before. */
  readonly add: (name: string, ...answers: readonly (readonly [string, Answer])[]) => void;
  readonly names: () => readonly string[] | null;
  readonly farewell: () => string;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
}

/** An interview that continues from the first surface of `a.yaml`, or begins a new file. */
async function saving(kind: AnswersSource["kind"]): Promise<Saving> {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const pack = await readPacks([], cwd);
  if (pack.kind === "failed") throw new Error("no pack");
  const { source: rules } = pack.value.compiled;
  writeFileSync(join(cwd, "a.yaml"), text);
  const from = await readAnswersFile("a.yaml", cwd, rules.questions);
  if (from.kind === "failed") throw new Error("no answers");
  const [at] = from.value.surfaces;
  if (at === undefined) throw new Error("no surface");
  let source: AnswersSource =
    kind === "file"
      ? { kind, file: "a.yaml", text, read: text, at, done: [] }
      : { kind, service: "s", surface: "api", file: null, done: [] };
  const saver = new AnswersSaver(cwd, rules, []);
  return {
    cwd,
    save: async (file, ...answers) => {
      const done = await saver.write(file, source, new Map(answers));
      return done.kind === "ok" ? "ok" : (done.problems[0]?.code ?? "");
    },
    add: (name, ...answers) => {
      source = nextSource(source, new Map(answers), name, rules);
    },
    names: () => surfaceNames(source),
    farewell: () => saver.farewell({ command: "npx api-advisor", namedRules: [] }),
    read: (file) => readFileSync(join(cwd, file), "utf8"),
    write: (file, changed) => writeFileSync(join(cwd, file), changed),
  };
}

describe("the file that the interview continues from", () => {
  it("keeps what somebody else wrote in it meanwhile", async () => {
    const { save, read, write } = await saving("file");
    expect(await save("a.yaml", first, second)).toBe("ok");
    const theirs = (now: string): string => `${now.replace("# The", "# Our")}      latency: real-time\n`;
    write("a.yaml", theirs(read("a.yaml")));
    for (const answers of [
      [first, second, third],
      [first, third],
      [first, second, third],
    ])
      expect(await save("a.yaml", ...answers)).toBe("ok");
    const chat = "      interaction-style: real-time-two-way\n";
    const ours = `${chat}      client-liveness: presence\n      latency: relaxed\n`;
    expect(read("a.yaml")).toBe(theirs(text.replace(chat, ours)));
  });

  it("takes an answer back that was saved before", async () => {
    const { save, read } = await saving("file");
    await save("a.yaml", first, second);
    expect(await save("a.yaml", first)).toBe("ok");
    expect(read("a.yaml")).toBe(text);
  });

  it.each<[string, (text: string) => string, string]>([
    ["has no such surface any more", (now) => now.replace("  chat:", "  talk:"), "changed-meanwhile"],
    ["has no surfaces any more", () => "version: 1\nservice: s\nanswers: {}\n", "changed-meanwhile"],
    ["is not valid any more", (now) => now.replace("real-time-two-way", "realtime"), "unknown-option"],
  ])("is left alone if it %s", async (_, change, code) => {
    const { cwd, save, read, write } = await saving("file");
    const theirs = change(text);
    write("a.yaml", theirs);
    expect(await save("a.yaml", first, second)).toBe(code);
    expect([read("a.yaml"), readdirSync(cwd)]).toEqual([theirs, ["a.yaml"]]);
  });

  it("is left alone if it is gone", async () => {
    const { cwd, save } = await saving("file");
    rmSync(join(cwd, "a.yaml"));
    expect(await save("a.yaml", first, second)).toBe("unreadable-file");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("stays as it is if the answers go to another one", async () => {
    const { save, read } = await saving("file");
    expect(await save("b.yaml", first, second)).toBe("ok");
    expect(read("a.yaml")).toBe(text);
    expect(read("b.yaml")).toContain("client-liveness: presence");
  });
});

describe("a new file", () => {
  it("is not one that somebody else has made meanwhile", async () => {
    const { save, read, write } = await saving("new");
    write("b.yaml", "mine");
    expect(await save("b.yaml", first)).toBe("file-exists");
    expect(read("b.yaml")).toBe("mine");
  });

  it("is written again and again, until somebody else writes in it", async () => {
    const { cwd, save, read, write } = await saving("new");
    expect([await save("b.yaml", first), await save("b.yaml", first, second)]).toEqual(["ok", "ok"]);
    expect(read("b.yaml")).toContain("client-liveness: presence");
    write("b.yaml", `${read("b.yaml")}# mine\n`);
    expect(await save("b.yaml", first, second, third)).toBe("unwritable-file");
    expect(read("b.yaml")).toMatch(/# mine\n$/);
    expect(readdirSync(cwd)).toEqual(["a.yaml", "b.yaml"]);
  });
});

describe("another surface", () => {
  const chat = "      interaction-style: real-time-two-way\n";
  const added = "  cart:\n    answers:\n      latency: relaxed\n";

  it("goes to the same new file", async () => {
    const { save, add, names, read, farewell } = await saving("new");
    await save("b.yaml", first);
    add("cart", first);
    expect(await save("b.yaml")).toBe("ok");
    expect(read("b.yaml")).toMatch(/\n {2}cart:\n {4}answers: \{\}\n$/);
    expect(await save("b.yaml", third)).toBe("ok");
    expect(
      read("b.yaml")
        .replaceAll(/ *#.*\n/g, "\n")
        .replaceAll(/\n+/g, "\n"),
    ).toBe(`version: 1\nservice: "s"\nsurfaces:\n  api:\n    answers:\n${chat}${added}`);
    expect(names()).toEqual(["api", "cart"]);
    expect(farewell()).toContain("2 answers are kept in b.yaml");
  });

  it("comes after the others in the file that the interview continues from, whether that was saved before or not", async () => {
    for (const before of [true, false]) {
      const { save, add, names, read } = await saving("file");
      if (before) await save("a.yaml", first, second);
      add("cart", first, second);
      expect(await save("a.yaml", third)).toBe("ok");
      const ours = `${chat}      client-liveness: presence\n`;
      expect(read("a.yaml")).toBe(text.replace(chat, ours) + added);
      expect(names()).toEqual(["chat", "articles", "cart"]);
    }
  });

  it("keeps what somebody else has written once it is in the file, and leaves that alone before", async () => {
    const { save, add, read, write } = await saving("file");
    add("cart", first);
    write("a.yaml", `${text}# theirs\n`);
    expect(await save("a.yaml", third)).toBe("changed-meanwhile");
    write("a.yaml", text);
    expect(await save("a.yaml", third)).toBe("ok");
    write("a.yaml", read("a.yaml").replace("# The", "# Our"));
    expect(await save("a.yaml", second, third)).toBe("ok");
    expect(read("a.yaml")).toBe(`${text.replace("# The", "# Our")}${added}      client-liveness: presence\n`);
  });
});
