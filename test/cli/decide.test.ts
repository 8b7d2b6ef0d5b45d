import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, runMain } from "./run-main.js";

const file = `# The shop
version: 1
service: shop
surfaces:
  chat: # two-way
    answers: { interaction-style: real-time-two-way, client-liveness: presence }
  catalogue:
    answers:
      interaction-style: independent-requests   # each on its own
      cacheability: mostly-shared-reads
`;

/** Runs `decide` on a file; returns the file afterwards and the result of `check` on it. */
async function decide(
  args: readonly string[],
  text = file,
): Promise<{ readonly run: Run; readonly after: string; readonly check: () => Promise<Run> }> {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "a.yaml"), text);
  const run = await runMain(["decide", "a.yaml", ...args], { cwd });
  return {
    run,
    after: readFileSync(join(cwd, "a.yaml"), "utf8"),
    check: () => runMain(["check", "a.yaml", "-f", "json"], { cwd }),
  };
}

describe("decide", () => {
  it("records what was decided and on what, and the file keeps the rest", async () => {
    const { run, after, check } = await decide(["--surface", "chat", "--style", "stateful", "--by", "us"]);
    expect(run).toEqual({
      code: 0,
      stdout: "Recorded in a.yaml: shop / chat is stateful, as recommended.\n",
      stderr: "",
    });
    const digests = after.replaceAll(/sha256-[0-9a-f]{64}/g, "sha256-…");
    expect(digests).toBe(
      file.replace(
        "  catalogue:\n",
        `    decision:
      style: stateful
      by: us
      answers: sha256-…
      basis:
        interaction-style: real-time-two-way
        client-liveness: presence
      pack: default@2.0.0 sha256-…
      model: 2
  catalogue:
`,
      ),
    );
    const checked = await check();
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.stdout).surfaces[0].findings).toEqual([]);
  });

  it("records a deviation with its reason and its end", async () => {
    const { run, check } = await decide([
      "--surface",
      "catalogue",
      "--style",
      "stateful",
      "--because",
      "An old cache",
      "--until",
      "2026-12-31",
    ]);
    expect(run.stdout).toBe(
      "Recorded in a.yaml: shop / catalogue is stateful, although stateless is recommended: accepted until 2026-12-31.\n",
    );
    const checked = await check();
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.stdout).surfaces[1].findings).toMatchObject([
      { kind: "deviation-accepted", until: "2026-12-31", daysLeft: 350 },
    ]);
  });

  it("records the day of a review, for a decision as recommended, too", async () => {
    const chat = ["--surface", "chat", "--style", "stateful"];
    const { run, after, check } = await decide([...chat, "--review-by", "2026-02-14"]);
    expect(run.stdout).toBe(
      "Recorded in a.yaml: shop / chat is stateful, as recommended; to be reviewed by 2026-02-14.\n",
    );
    expect(after).toContain(
      "    decision:\n      style: stateful\n      review-by: 2026-02-14\n      answers: ",
    );
    const checked = JSON.parse((await check()).stdout).surfaces[0];
    expect(checked.decision.reviewBy).toBe("2026-02-14");
    expect(checked.findings).toMatchObject([{ kind: "review-due-soon", daysLeft: 30 }]);
    const again = await decide([...chat, "--today", "2026-02-14"], after);
    expect(again.run.stdout).toContain("to be reviewed by 2026-02-14");
    expect(again.after).toBe(after);
    const late = await decide([...chat, "--today", "2026-02-15"], after);
    expect(late.run.stdout).toBe("Recorded in a.yaml: shop / chat is stateful, as recommended.\n");
    expect(late.after).toBe(after.replace("      review-by: 2026-02-14\n", ""));
  });

  it("lets a decision lapse when an answer changes, and says which", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    writeFileSync(join(cwd, "a.yaml"), file);
    await runMain(["decide", "a.yaml", "--surface", "catalogue", "--style", "stateless"], { cwd });
    const decided = readFileSync(join(cwd, "a.yaml"), "utf8");
    const touched = decided.replace(
      "mostly-shared-reads\n",
      "{ answer: mostly-shared-reads, note: still }\n",
    );
    writeFileSync(join(cwd, "a.yaml"), touched);
    expect((await runMain(["check", "a.yaml"], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "a.yaml"), decided.replace("mostly-shared-reads\n", "mixed\n"));
    const run = await runMain(["check", "a.yaml"], { cwd });
    expect(run.code).toBe(1);
    expect(run.stdout.replaceAll(/\s+/g, " ")).toContain(
      "cacheability was mostly-shared-reads, is now mixed.",
    );
  });

  it("warns of answers that do not fit each other, and records the decision all the same", async () => {
    const open = file.replace(
      "cacheability: mostly-shared-reads",
      "identity: public\n      revocation: immediate",
    );
    const { run, after } = await decide(["--surface", "catalogue", "--style", "stateless"], open);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(
      /^warning: shop · catalogue: answers that do not fit each other \(identity and revocation\): .*Look again at identity\.\n$/,
    );
    expect(after).toContain("style: stateless");
  });

  it("needs no surface if there is one", async () => {
    const one = "version: 1\nservice: chat\nanswers: { interaction-style: real-time-two-way }\n";
    const { run, after } = await decide(["--style", "stateful"], one);
    expect(run.stdout).toMatch(/: chat is stateful,/);
    expect(after).toContain("\ndecision:\n  style: stateful\n");
  });

  it("chooses among the services of a file", async () => {
    const two = `${file}---\nversion: 1\nservice: till\nanswers: {}\n`;
    expect((await decide(["--style", "hybrid"], two)).run).toMatchObject({ code: 2 });
    const { run, after } = await decide(["--style", "hybrid", "--service", "till"], two);
    expect(run.stdout).toContain("too few answers for a recommendation");
    expect(after.startsWith(two)).toBe(true);
  });

  const services = (...surfaces: readonly string[]): string =>
    surfaces
      .map((each, index) => `version: 1\nservice: s${index}\nsurfaces: { ${each}: {}, common: {} }\n`)
      .join("---\n");

  it("needs no service if only one has the surface", async () => {
    const { run, after } = await decide(["--style", "hybrid", "--surface", "b"], services("a", "b", "c"));
    expect(run.stdout).toContain("Recorded in a.yaml: s1 / b is hybrid");
    expect(after.match(/decision:/g)).toHaveLength(1);
  });

  it.each([[[]], [["--service", "s"]]])(
    "does not guess which of two services of one name: %j",
    async (named) => {
      const text = "version: 1\nservice: s\n---\nversion: 1\nservice: s\n";
      const { run, after } = await decide(["--style", "hybrid", ...named], text);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain("error: there is more than one service `s`\n  expected a name of its own");
      expect(after).toBe(text);
    },
  );

  it.each([
    ["common", "error: `--service` is needed to say which one\n  expected one of s0, s1\n"],
    ["bb", "error: there is no surface `bb`; did you mean `b`?\n  expected one of a, common, b\n"],
  ])("does not guess the service of the surface %s", async (surface, message) => {
    const text = services("a", "b");
    const { run, after } = await decide(["--style", "hybrid", "--surface", surface], text);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(after).toBe(text);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["a surface that there is not", ["--surface", "chatt", "--style", "stateful"], /did you mean `chat`/],
    ["a service that there is not", ["--service", "shp", "--style", "stateful"], /did you mean `shop`/],
    ["no surface where there are several", ["--style", "stateful"], /one of chat, catalogue/],
    ["a deviation without a word", ["--surface", "chat", "--style", "hybrid"], /`--because` and `--until`/],
    [
      "a deviation without an end",
      ["--surface", "chat", "--style", "hybrid", "--because", "so"],
      /`--until` is missing/,
    ],
    [
      "a deviation that is over",
      ["--surface", "chat", "--style", "hybrid", "--because", "so", "--until", "2026-01-14"],
      /today is 2026-01-15/,
    ],
    [
      "a review that should have been",
      ["--surface", "chat", "--style", "stateful", "--review-by", "2026-01-14"],
      /--review-by: error: `2026-01-14` is in the past: today is 2026-01-15/,
    ],
    [
      "an end where there is no deviation",
      ["--surface", "chat", "--style", "stateful", "--until", "2027-01-01"],
      /no deviation/,
    ],
    [
      "a day that there is not",
      ["--surface", "chat", "--style", "hybrid", "--because", "so", "--until", "2027-02-29"],
      /not a calendar date/,
    ],
    [
      "an owner that no file may have",
      ["--surface", "chat", "--style", "stateful", "--by", "x".repeat(201)],
      /option '--by <owner>' .* longer than 200 characters/,
    ],
    ["no style", ["--surface", "chat"], /--style/],
    [
      "a style that there is not",
      ["--surface", "chat", "--style", "undecided"],
      /stateless, stateful, hybrid/,
    ],
  ])("refuses %s, and leaves the file unchanged", async (_, args, message) => {
    const { run, after } = await decide(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(message);
    expect(after).toBe(file);
  });

  it("keeps a byte order mark and line endings", async () => {
    const windows = "\ufeffversion: 1\r\nservice: s\r\nanswers: {}\r\n";
    const { run, after } = await decide(["--style", "hybrid"], windows);
    expect(run.code).toBe(0);
    expect(after.startsWith(`${windows}decision:\r\n  style: hybrid\r\n`)).toBe(true);
  });

  it("refuses a file that is not valid", async () => {
    const { run } = await decide(["--style", "hybrid"], "version: 1\n");
    expect(run).toMatchObject({ code: 2, stdout: "" });
  });
});
