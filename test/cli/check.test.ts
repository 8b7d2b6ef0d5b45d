import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFormatIds } from "../../src/engine/report/formats.js";
import { minimalPatternsText, minimalPlacementsText } from "../engine/minimal-placements.js";
import { type RunOptions, runMain } from "./run-main.js";

const chat = "interaction-style: real-time-two-way, client-liveness: presence";
const day = "2026-06-30";

/** An answers file of one surface that is recommended to be stateful. */
const service = (decision: string | null, name = "chat"): string =>
  `version: 1\nservice: ${name}\nanswers: { ${chat} }\n${decision === null ? "" : `decision: ${decision}\n`}`;

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const at = mkdtempSync(join(tmpdir(), "api-advisor-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
  return at;
}

const check = (args: readonly string[], options: RunOptions) =>
  runMain(["check", ...args], { today: day, ...options });

const digest = "sha256-96e8039b93d1a1b8c75f78a1226d13d954950bca8869a463af13f5b24d27ee50";
const agreed = "{ style: stateful }";
const wrong = "{ style: stateless }";
const accepted = `{ style: stateless, because: so, until: ${day} }`;
const ending = "{ style: stateless, because: so, until: 2026-07-30 }";
const due = "{ style: stateful, review-by: 2026-07-30 }";
const overdue = "{ style: stateful, review-by: 2026-06-29 }";

describe("check", () => {
  it.each<[string, string | null, readonly string[], number]>([
    ["an agreed decision", agreed, [], 0],
    ["no decision", null, [], 0],
    ["no decision where one is required", null, ["--require-decision"], 1],
    ["a deviation without a word", wrong, [], 1],
    ["a deviation on its last day", accepted, [], 0],
    ["a deviation on the day after", accepted, ["--today", "2026-07-01"], 1],
    ["a grade that is reached", agreed, ["--min-grade", "fragile"], 0],
    ["a grade that is not reached", agreed, ["--min-grade", "firm"], 1],
    ["a grade that there is not", agreed, ["--min-grade", "good"], 2],
    ["a review that is overdue", overdue, [], 0],
    ["a review that is overdue, where none may be", overdue, ["--no-overdue-reviews"], 1],
    ["a review that is due, where none may be overdue", due, ["--no-overdue-reviews"], 0],
    ["days ahead that are no number", agreed, ["--soon", "month"], 2],
    ["days ahead that lie behind", agreed, ["--soon=-1"], 2],
    ["a day that there is not", agreed, ["--today", "2026-02-29"], 2],
    ["a format that there is not", agreed, ["--format", "xml"], 2],
  ])("ends with its exit code on %s", async (_, decision, args, code) => {
    const run = await check(["a.yaml", ...args], { cwd: folder({ "a.yaml": service(decision) }) });
    expect(run.code).toBe(code);
    expect(run.stderr === "").toBe(code !== 2);
  });

  it.each([
    ["says answers that do not fit each other, and lets them pass", [], 0, "clash"],
    ["fails them if told to", ["--no-clashes"], 1, "clash-not-allowed"],
  ])("%s", async (_, args, code, kind) => {
    const answers = "identity: public, revocation: immediate, interaction-style: independent-requests";
    const input = `version: 1\nservice: open\nanswers: { ${answers} }\n`;
    const run = await check(["-", "-f", "json", "--no-analysis", ...args], { input });
    expect(run).toMatchObject({ code, stderr: "" });
    expect(JSON.parse(run.stdout).surfaces[0].findings[0]).toMatchObject({
      kind,
      clash: "access-of-nobody",
      reconsider: "identity",
    });
  });

  it.each([
    ["the same", "stateful", 0, "note other-model", "Decided stateful under another model"],
    ["something else", "hybrid", 1, "error pack-changed", "Decided hybrid under another model"],
  ])("of a decision by version 1 says if %s is recommended", async (_, style, code, finding, words) => {
    // As version 1.0.0 recorded it; the digest is that of {"client-liveness":["presence"],"interaction-style":[…]}.
    const decision = `{ style: ${style}, answers: ${digest}, pack: default@1.0.0 sha256-${"0".repeat(64)} }`;
    const run = await check(["a.yaml"], { cwd: folder({ "a.yaml": service(decision) }) });
    expect(run).toMatchObject({ code, stderr: "" });
    const text = run.stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain(finding);
    expect(text).toContain(words);
    expect(text).not.toContain("rules diff");
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ["within 30 days", ending, [], ["deviation-accepted", "deviation-ends-soon"]],
    ["within 30 days", due, [], ["review-due-soon"]],
    ["within the days asked for", ending, ["--soon", "30"], ["deviation-accepted", "deviation-ends-soon"]],
    ["not beyond these", ending, ["--soon", "29"], ["deviation-accepted"]],
    ["not beyond these", due, ["--soon", "29"], []],
    ["not at all for 0 days", accepted, ["--soon", "0"], ["deviation-accepted"]],
  ])("says what ends and what is due %s: %s, %j", async (_, decision, args, kinds) => {
    const cwd = folder({ "a.yaml": service(decision) });
    const run = await check(["a.yaml", "-f", "json", "--no-analysis", ...args], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const [{ findings }] = JSON.parse(run.stdout).surfaces;
    expect(findings.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
  });

  it.each([...checkFormatIds, "jsonl"])("says as %s what is overdue, due and soon over", async (format) => {
    const cwd = folder({
      "a.yaml": service(ending, "a"),
      "b.yaml": service(due, "b"),
      "c.yaml": service(overdue, "c"),
    });
    const run = await check(["*.yaml", "-f", format, "--no-analysis"], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const said of ["2026-07-30", "2026-06-29"]) expect(run.stdout).toContain(said);
    const text = format === "github" ? "Review due soon" : "review-due-soon";
    expect(run.stdout).toContain(text);
  });

  it.each([["GITHUB_WORKSPACE"], ["CI_PROJECT_DIR"]])(
    "names files from the root of the repository that %s names",
    async (variable) => {
      const root = folder({ "app/a.yaml": service(wrong) });
      const env = { [variable]: root };
      const run = await check(["a.yaml", "-f", "gitlab"], { cwd: join(root, "app"), env });
      expect(JSON.parse(run.stdout)).toMatchObject([
        { check_name: "deviation-unexplained", location: { path: "app/a.yaml", lines: { begin: 4 } } },
      ]);
    },
  );

  it("needs a file", async () => {
    expect((await check([], {})).code).toBe(2);
  });

  it("reads standard input, and names it as asked", async () => {
    const run = await check(["-", "--stdin-filename", "piped.yaml"], { input: service(wrong) });
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toContain("piped.yaml:4:1: error deviation-unexplained");
  });

  it("checks what patterns match, by name and once, and nothing below node_modules", async () => {
    const cwd = folder({
      "b.yaml": service(agreed, "b"),
      "deep/er/a.yaml": service(agreed, "a"),
      "deep/c.yml": service(agreed, "c"),
      "deep/node_modules/x/a.yaml": service(wrong, "x"),
      "[odd].yaml": service(agreed, "odd"),
    });
    const run = await check(["**/*.yaml", "b.yaml", "./b.yaml", "[odd].yaml", "-f", "json"], { cwd });
    const surfaces: readonly { readonly service: string }[] = JSON.parse(run.stdout).surfaces;
    expect(surfaces.map((each) => each.service)).toEqual(["odd", "b", "a"]);
    expect(run.code).toBe(0);
  });

  it.each(checkFormatIds)("has no report on no file at all, as %s", async (format) => {
    const cwd = folder({});
    const run = await check(["-f", format, "-o", "json=a.json"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^\S+: error: no file is named, and there is neither .*\n {2}expected .*\n$/);
    expect(run.stderr).not.toContain(cwd);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("fails a pattern that matches nothing", async () => {
    const run = await check(["*.yaml"], { cwd: folder({}) });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("no file matches this pattern");
  });

  it("shows the results of the others beside files that are invalid, in every format", async () => {
    const cwd = folder({ "a.yaml": service(wrong), "b.yaml": "version: 1\n", "c.yaml": "a: [" });
    for (const format of checkFormatIds) {
      const run = await check(["a.yaml", "b.yaml", "c.yaml", "gone.yaml", "-f", format], { cwd });
      expect(run.code).toBe(2);
      expect(run.stdout).toContain("deviation");
      expect(run.stderr).toMatch(/b\.yaml.*c\.yaml.*gone\.yaml/s);
    }
  });

  it("writes a file in each format that is asked for, and standard output beside", async () => {
    const cwd = folder({ "a.yaml": service(wrong) });
    const outputs = ["-o", "junit=out.xml", "-o", "sarif=out.sarif"];
    const run = await check(["a.yaml", ...outputs], { cwd });
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toContain("FAIL  chat");
    expect(readFileSync(join(cwd, "out.xml"), "utf8")).toContain('failures="1"');
    expect(JSON.parse(readFileSync(join(cwd, "out.sarif"), "utf8")).runs[0].results).toHaveLength(1);
  });

  it("writes a file instead of standard output", async () => {
    const cwd = folder({ "a.yaml": service(wrong) });
    const run = await check(["a.yaml", "-f", "json", "-o", "out.json"], { cwd });
    expect(run).toEqual({ code: 1, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(cwd, "out.json"), "utf8")).passes).toBe(false);
  });

  it("says so when a file cannot be written", async () => {
    const cwd = folder({ "a.yaml": service(agreed) });
    const run = await check(["a.yaml", "-o", "no/where/out.txt"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("no/where/out.txt");
  });

  it("adds to the summary of a workflow step beside annotations, with paths from the workspace", async () => {
    const workspace = folder({ "app/a.yaml": service(wrong), "page.md": "# Before\n" });
    const env = { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: join(workspace, "page.md") };
    const cwd = join(workspace, "app");
    const run = await check(["a.yaml", "-f", "github"], { cwd, env });
    expect(run.stdout).toMatch(/^::error file=app\/a\.yaml,line=4,col=1,/);
    expect(readFileSync(join(workspace, "page.md"), "utf8")).toMatch(/^# Before\n## api-advisor check\n/);
    await check(["a.yaml", "-f", "text"], { cwd, env });
    expect(readFileSync(join(workspace, "page.md"), "utf8").match(/## /g)).toHaveLength(1);
  });

  it("says that the pack moved a decision, and what speaks against it now", async () => {
    const rules = (
      version: string,
      points: number,
    ): string => `pack: { format: 2, name: own, version: ${version} }
topics: { t: { title: T, about: T. } }
questions:
  q: { topic: t, ask: Q?, why: W., help: H., options: { a: { label: A, help: A. }, b: { label: B, help: B. } } }
need:
  for: { concern: interaction, points: -2, when: { q: a }, because: It fits., sources: [c] }
  against: { concern: interaction, points: ${points}, when: { q: a }, because: It is remembered., sources: [c] }
placements:
${minimalPlacementsText("c")}patterns:
${minimalPatternsText("c")}criteria: { c: { section: s, claim: C. } }
`;
    const cwd = folder({
      "old.yaml": rules("1.0.0", 1),
      "new.yaml": rules("2.0.0", 3),
      "a.yaml": "version: 1\nservice: s\nanswers: { q: a }\n",
    });
    const decided = await runMain(["decide", "a.yaml", "--style", "stateless", "-r", "old.yaml"], { cwd });
    expect(decided.code).toBe(0);
    expect((await check(["a.yaml", "-r", "old.yaml"], { cwd })).code).toBe(0);
    const run = await check(["a.yaml", "-r", "new.yaml", "-f", "json"], { cwd });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout).surfaces[0].findings).toMatchObject([
      {
        kind: "pack-changed",
        was: "own@1.0.0",
        is: "own@2.0.0",
        models: null,
        against: [{ kind: "need", id: "against", points: 3 }],
      },
    ]);
  });
});
