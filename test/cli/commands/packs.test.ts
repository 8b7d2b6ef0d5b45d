import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../../engine/small-pack.js";
import { runMain as run } from "../run-main.js";

/** A folder with the small pack in `pack/`, changed if asked to, and cases beside it. */
function workspace(
  change: (text: string) => string = (text) => text,
  cases: Record<string, string> = {},
): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  mkdirSync(join(cwd, "pack/cases/real"), { recursive: true });
  writeFileSync(join(cwd, "pack/pack.yaml"), change(smallPackText));
  for (const [name, text] of Object.entries(cases)) writeFileSync(join(cwd, "pack/cases", name), text);
  return cwd;
}

const fine =
  "cases:\n  a-stream: { about: A stream., answers: { style: stream }, expect: { verdict: stateful } }\n";
const unfounded = (text: string) =>
  text.replace("\ncriteria:\n", "\ncriteria:\n  idle: { section: here, claim: It is idle. }\n");
const torn = (text: string) =>
  text.replace(
    "points: 2, when: { style: steps }",
    "points: 2, when: { all: [{ style: steps }, { style: apart }] }",
  );

describe("explain", () => {
  it.each([
    ["two-way-exchange", "ex-websocket"],
    ["interaction-style", "independent-requests"],
    ["interaction-style=server-push", "push-needs-a-connection"],
    ["push-needs-a-connection", "client-reachability is unreachable"],
    ["sf-pro-offline", "Contested"],
    ["signed-token", "Placements that use it"],
    ["rfc-6455", "https://www.rfc-editor.org/rfc/rfc6455"],
  ])("says of %s that %s", async (id, words) => {
    const { code, stdout, stderr } = await run(["explain", id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(words);
    expect(stdout).not.toContain("\u001b");
  });

  it("gives the same as JSON, and colour when asked", async () => {
    const json = await run(["explain", "two-way-exchange", "--format", "json"]);
    expect(JSON.parse(json.stdout).explanation).toMatchObject({ kind: "rule", id: "two-way-exchange" });
    expect((await run(["explain", "two-way-exchange", "--color"])).stdout).toContain("\u001b");
  });

  it.each(["two-way-exchnge", "interaction-style=server-posh", "websocket"])(
    "refuses %s with what is near",
    async (id) => {
      const { code, stdout, stderr } = await run(["explain", id]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/similar ids: `(two-way-exchange|interaction-style=server-push|ex-websocket)`/);
    },
  );

  it("says without an id what ids there are", async () => {
    const { code, stdout } = await run(["explain"]);
    expect(code).toBe(0);
    expect(stdout).toContain("such as interaction-style=independent-requests\n");
  });

  it("reads another pack", async () => {
    const { code, stdout } = await run(["explain", "crowds", "--rules", "pack"], { cwd: workspace() });
    expect(code).toBe(0);
    expect(stdout).toContain("load is at least some");
  });
});

describe("rules list", () => {
  it("lists rules of every kind with what they depend on", async () => {
    const { code, stdout } = await run(["rules", "list", "--rules", "pack"], { cwd: workspace() });
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot("golden/rules-list.txt");
  });

  it("lists the same as JSON", async () => {
    const { stdout } = await run(["rules", "list", "-r", "pack", "-f", "json"], { cwd: workspace() });
    const { rules } = JSON.parse(stdout);
    expect(rules).toHaveLength(13);
    expect(rules[0]).toEqual({
      kind: "need",
      id: "streams",
      concern: "interaction",
      points: 3,
      condition: "style is stream",
      contested: false,
    });
    expect(rules.find(({ id }: { id: string }) => id === "shops-move")).toMatchObject({
      kind: "may-not-bind",
      points: null,
      contested: true,
    });
  });
});

describe("rules lint", () => {
  it.each([
    ["default", []],
    ["worked example's", ["--rules", "examples/worked/pack.yaml"]],
  ])("lets the %s pack through", async (_, rules) => {
    const { code, stdout } = await run(["rules", "lint", "-f", "json", ...rules]);
    expect(JSON.parse(stdout).counts).toMatchObject({ error: 0, warning: 0 });
    expect(code).toBe(0);
  });

  it.each([
    ["an error", torn, 1, "never-holds"],
    ["a pack that does not load", (text: string) => text.replace("format: 2", "format: 3"), 1, "not-allowed"],
    ["a pack of format 1", (text: string) => text.replace("format: 2", "format: 1"), 1, "old-format"],
  ])("keeps the gate shut for %s", async (_, change, exit, code) => {
    const result = await run(["rules", "lint", "-r", "pack", "-f", "json"], { cwd: workspace(change) });
    expect(result.code).toBe(exit);
    const codes = JSON.parse(result.stdout).findings.map((finding: { code: string }) => finding.code);
    expect(codes).toContain(code);
  });

  it("points at the line and column of a warning", async () => {
    const { stdout } = await run(["rules", "lint", "-r", "pack"], { cwd: workspace(unfounded) });
    expect(stdout).toMatch(/^pack\/pack\.yaml:\d+:3: warning: .*idle.* \[uncited-criterion\]$/m);
  });

  it("writes the answers that show a finding, for advise to read", async () => {
    const alike = (text: string) =>
      text.replace("load: { at-least: some } }, because", "load: many }, because");
    const cwd = workspace(alike);
    const { stderr } = await run(["rules", "lint", "-r", "pack", "--witness", "shown"], { cwd });
    expect(stderr).toBe("shown: 1 answers file written\n");
    expect(readdirSync(join(cwd, "shown"))).toEqual(["options-alike-load.yaml"]);
    const advised = await run(["advise", "shown/options-alike-load.yaml", "-r", "pack", "-f", "json"], {
      cwd,
    });
    expect(advised.code).toBe(0);
    expect(readFileSync(join(cwd, "shown/options-alike-load.yaml"), "utf8")).toMatch(
      /^# no condition distinguishes the options `few`, `some`/,
    );
  });

  it("refuses a pack that is not there", async () => {
    const { code, stdout, stderr } = await run(["rules", "lint", "-r", "nowhere"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("pack `nowhere` not found");
  });
});

describe("rules test", () => {
  const test = (cwd: string, ...more: readonly string[]) =>
    run(["rules", "test", "-r", "pack", ...more], { cwd });

  it("finds every case of the default pack to hold", async () => {
    const { code, stdout } = await run(["rules", "test", "-f", "json"]);
    const report = JSON.parse(stdout);
    expect(report.cases.length).toBeGreaterThan(50);
    expect(report.cases.filter(({ failures }: { failures: object[] }) => failures.length > 0)).toEqual([]);
    expect(report.coverage.rules.missing).toEqual([]);
    expect({ code, failed: report.failed }).toEqual({ code: 0, failed: 0 });
  });

  it("reads the cases beside the pack", async () => {
    const cwd = workspace(undefined, { "a.yaml": fine, "real/b.yaml": fine.replace("a-stream", "another") });
    const { code, stdout } = await test(cwd);
    expect(code).toBe(0);
    expect(stdout).toContain("2 of 2 pass");
  });

  it("keeps the gate shut for a case that does not hold", async () => {
    const cwd = workspace(undefined, { "a.yaml": fine.replace("stateful", "hybrid") });
    const { code, stdout } = await test(cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^pack\/cases\/a\.yaml:2:3: fails: a-stream$/m);
  });

  it("reads other folders of cases", async () => {
    const cwd = workspace(undefined, { "a.yaml": fine.replace("stateful", "hybrid") });
    mkdirSync(join(cwd, "elsewhere"));
    writeFileSync(join(cwd, "elsewhere/c.yaml"), fine);
    expect((await test(cwd, "--cases", "elsewhere")).code).toBe(0);
    const both = await test(cwd, "--cases", "elsewhere", "--cases", "pack/cases");
    expect(both.stderr).toContain("`a-stream` is already used");
    expect(both.code).toBe(2);
  });

  it("leaves what a pack extends to the cases of that pack", async () => {
    const cwd = workspace();
    mkdirSync(join(cwd, "over/cases"), { recursive: true });
    writeFileSync(
      join(cwd, "over/pack.yaml"),
      "pack: { format: 2, name: over, version: '1', extends: ../pack }\nneed:\n  shops: { concern: session, points: 4, when: { kinds: shops }, because: Shops., sources: [claim] }\n",
    );
    writeFileSync(
      join(cwd, "over/cases/a.yaml"),
      fine.replace("style: stream", "style: stream, kinds: games"),
    );
    const { stdout } = await run(["rules", "test", "-r", "over", "--mutate", "-f", "json"], { cwd });
    const report = JSON.parse(stdout);
    expect(report.coverage.rules).toEqual({ covered: 0, of: 1, missing: ["shops"] });
    const mutated = report.mutation.surviving.map(({ entry }: { entry: string }) => entry);
    expect([...new Set(mutated)]).toEqual(["shops"]);
  });

  it.each([
    ["cases that are not valid", { "a.yaml": fine.replace("style", "stile") }, "did you mean `style`"],
    ["a folder without cases", {}, "the folder has no YAML file"],
  ])("refuses %s", async (_, cases, words) => {
    const { code, stdout, stderr } = await test(workspace(undefined, cases));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});

describe("rules test --mutate", () => {
  const cases = { "a.yaml": fine };

  it("says what no case notices, and writes answers that would show it", async () => {
    const cwd = workspace(undefined, cases);
    const { code, stdout, stderr } = await run(
      ["rules", "test", "-r", "pack", "--mutate", "--witness", "w"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ of \d+ mutants killed \(\d+(\.\d)? %\)\.$/m);
    expect(stderr).toMatch(/^w: \d+ answers files written\n$/);
    expect(readdirSync(join(cwd, "w"))).toContain("ordered-stream-1.yaml");
  });

  it("says the same as JSON", async () => {
    const { stdout } = await run(["rules", "test", "-r", "pack", "--mutate", "-f", "json"], {
      cwd: workspace(undefined, cases),
    });
    const { mutation } = JSON.parse(stdout);
    expect(mutation.score.of).toBe(mutation.score.killed + mutation.surviving.length);
    expect(mutation.surviving[0].witness).toEqual(expect.any(Object));
  });
});

describe("rules stats", () => {
  it("counts verdicts and names what can never happen", async () => {
    const cwd = workspace(torn);
    const { code, stdout } = await run(["rules", "stats", "-r", "pack"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("60 ways of answering everything");
    expect(stdout).toContain("the rule steps-remembered never fires");
  });

  it("writes an answers file for each verdict, which advise agrees with", async () => {
    const cwd = workspace();
    await run(["rules", "stats", "-r", "pack", "--witness", "w", "-f", "json"], { cwd });
    for (const verdict of ["stateless", "stateful", "hybrid"]) {
      const { stdout } = await run(
        ["advise", `w/verdict-${verdict}.yaml`, "-r", "pack", "-f", "json", "--no-analysis"],
        { cwd },
      );
      expect(JSON.parse(stdout).services[0].surfaces[0].verdict).toBe(verdict);
    }
  });
});

it("a witness that somebody has edited is not overwritten, nor is any other file", async () => {
  const cwd = workspace();
  const stats = ["rules", "stats", "-r", "pack", "--witness", "w"];
  const file = join(cwd, "w/verdict-hybrid.yaml");
  expect((await run(stats, { cwd })).code).toBe(0);
  const written = readFileSync(file, "utf8");
  expect((await run(stats, { cwd })).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(written);
  for (const mine of [written.replace("service:", "# mine\nservice:"), "mine\n"]) {
    writeFileSync(file, mine);
    const { code, stderr } = await run(stats, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("verdict-hybrid.yaml: error: has been edited since it was written");
    expect(readFileSync(file, "utf8")).toBe(mine);
  }
});

describe("rules diff", () => {
  const heavier = (text: string) =>
    text.replace(
      "points: -1, when: { load: { at-least: some } }",
      "points: -4, when: { load: { at-least: some } }",
    );

  function versions(): string {
    const cwd = workspace(undefined, {
      "a.yaml": fine.replace("style: stream", "style: stream, load: many"),
    });
    mkdirSync(join(cwd, "next"));
    writeFileSync(join(cwd, "next/pack.yaml"), heavier(smallPackText));
    writeFileSync(
      join(cwd, "answers.yaml"),
      "version: 1\nservice: s\nanswers: { style: stream, load: some }\n",
    );
    return cwd;
  }

  it("replays cases, files and witnesses, and says which verdicts move", async () => {
    const { code, stdout } = await run(["rules", "diff", "pack", "next", "answers.yaml", "-f", "json"], {
      cwd: versions(),
    });
    expect(code).toBe(0);
    const moves = JSON.parse(stdout).moves.map(
      ({ kind, name, before, after, by }: Record<string, unknown>) => [kind, name, before, after, by],
    );
    expect(moves).toEqual([
      ["file", "answers.yaml", "stateful", "hybrid", ["crowds"]],
      ["case", "a-stream", "stateful", "hybrid", ["crowds"]],
    ]);
  });

  it("takes an empty folder of cases for none", async () => {
    const cwd = versions();
    mkdirSync(join(cwd, "next/cases"));
    expect((await run(["rules", "diff", "pack", "next"], { cwd })).code).toBe(0);
  });

  it("says so of cases that are no folder", async () => {
    const cwd = versions();
    writeFileSync(join(cwd, "next/cases"), "");
    const { code, stderr } = await run(["rules", "diff", "pack", "next"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^next\/cases: error: /);
  });

  it("shows by a witness what no case and no file shows", async () => {
    const cwd = versions();
    writeFileSync(join(cwd, "pack/cases/a.yaml"), fine);
    const { stdout } = await run(["rules", "diff", "pack", "next", "-f", "json"], { cwd });
    expect(JSON.parse(stdout).moves).toMatchObject([
      { kind: "witness", before: "stateful", after: "hybrid", by: ["crowds"] },
    ]);
  });

  it("warns of replayed answers that do not fit each other, and goes on", async () => {
    const cwd = versions();
    const input = "version: 1\nservice: s\nanswers: { style: apart, order: strict }\n";
    const { code, stderr } = await run(["rules", "diff", "pack", "next", "-"], { cwd, input });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: s: .*Requests apart have no order\..*order/s);
  });

  it("proves that nothing moves between a pack and itself, the default pack included", async () => {
    const { stdout } = await run(["rules", "diff", "default", "default", "-f", "json"], { cwd: versions() });
    expect(JSON.parse(stdout)).toMatchObject({ moves: [], certainty: "nothing-moves" });
  });

  it("says of a pack of format 1 what to do", async () => {
    const cwd = versions();
    writeFileSync(join(cwd, "pack/pack.yaml"), smallPackText.replace("format: 2", "format: 1"));
    const { code, stderr } = await run(["rules", "diff", "pack", "next"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("docs/rules.md");
  });

  it.each([
    ["moves", ["pack", "next"], 1],
    ["does not move", ["pack", "pack"], 0],
  ])("with --fail-on-change keeps the gate shut when a verdict %s", async (_, packs, code) => {
    expect((await run(["rules", "diff", ...packs, "--fail-on-change"], { cwd: versions() })).code).toBe(code);
  });

  it("reads answers that only the old version knows, from standard input too", async () => {
    const cwd = versions();
    const renamed = smallPackText
      .replace("any: { label: Any", "other: { label: Any")
      .replace("answer: any", "answer: other")
      .replace("harmless: any", "harmless: other");
    writeFileSync(join(cwd, "next/pack.yaml"), heavier(renamed));
    const input = "version: 1\nservice: s\nanswers: { style: stream, load: many, order: any }\n";
    const { code, stdout, stderr } = await run(["rules", "diff", "pack", "next", "-", "-f", "json"], {
      cwd,
      input,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout).moves[0]).toMatchObject({ kind: "file", before: "stateful", after: "hybrid" });
  });

  it.each([
    ["a pack that is not there", ["pack", "nowhere"]],
    ["answers that neither version reads", ["pack", "next", "pack/cases/a.yaml"]],
    ["one pack", ["pack"]],
  ])("refuses %s", async (_, args) => {
    const { code, stdout } = await run(["rules", "diff", ...args], { cwd: versions() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("rules", () => {
  it.each([[["rules"]], [["rules", "lnt"]], [["rules", "test", "--format", "xml"]]])(
    "refuses %j",
    async (args) => {
      expect((await run(args)).code).toBe(2);
    },
  );
});
