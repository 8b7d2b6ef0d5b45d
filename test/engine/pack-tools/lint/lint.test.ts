import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { findingWitnesses } from "../../../../src/engine/pack-tools/lint/finding-wordings.js";
import { type LintResult, lint } from "../../../../src/engine/pack-tools/lint/lint.js";
import { lintJson } from "../../../../src/engine/pack-tools/lint/lint-json.js";
import { lintText } from "../../../../src/engine/pack-tools/lint/lint-text.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { placeState } from "../../../../src/engine/score/place-state.js";
import { score } from "../../../../src/engine/score/score.js";
import { readPackLayers } from "../../../../src/packs/read-layers.js";
import { smallPackText } from "../../small-pack.js";

/** The findings in the small pack after a change. */
function lintOf(change: (text: string) => string = (text) => text): LintResult {
  const text = change(smallPackText);
  return lint([{ name: "pack.yaml", documents: unwrap(parseText({ file: "pack.yaml", text })) }]);
}

function loaded({ pack }: LintResult): CompiledPack {
  if (pack === null) throw new Error("the pack does not load");
  return pack;
}

const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the small pack has no ${from}`);
  return text.replace(from, to);
};
const addTo = (section: string, entry: string) => swap(`\n${section}:\n`, `\n${section}:\n  ${entry}\n`);

/** The findings that the unchanged pack does not have: code, severity and the text that the place marks. */
function found(change: (text: string) => string) {
  const before = drawn(lintOf()).map((finding) => JSON.stringify(finding));
  return drawn(lintOf(change)).filter((finding) => !before.includes(JSON.stringify(finding)));
}

function drawn({ findings }: LintResult) {
  return findings.map(({ code, severity, at, witness }) => ({
    code,
    severity,
    marked: at === null ? null : at.lineText.slice(at.column - 1, at.column - 1 + at.width),
    witness: witness === null ? null : plainAnswers(witness),
  }));
}

const rule = (id: string, rest: string) =>
  `${id}: { ${rest}, favours: stateless, weight: 1, concern: operation, because: It is., sources: [claim] }`;
const placement = (id: string, rest: string) =>
  `${id}: { concern: interaction, ${rest}place: nowhere, because: It is., sources: [claim] }`;

interface Row {
  readonly what: string;
  readonly change: (text: string) => string;
  readonly code: string;
  readonly severity?: string;
  readonly marked: string | null;
  readonly witness?: object | null;
}

const table: readonly Row[] = [
  {
    what: "a criterion that nothing cites",
    change: addTo("criteria", "idle: { section: here, claim: It is idle. }"),
    code: "uncited-criterion",
    marked: "idle",
  },
  {
    what: "a reference that nothing cites",
    change: addTo("references", "idle: { title: Idle }"),
    code: "uncited-reference",
    marked: "idle",
  },
  {
    what: "a pattern that no placement uses",
    change: addTo(
      "patterns",
      "idle: { title: I, place: client, concerns: [sync], what: W., fits: F., watch: W., sources: [claim] }",
    ),
    code: "unused-pattern",
    marked: "idle",
  },
  {
    what: "a topic without a question",
    change: addTo("topics", "idle: { title: Idle, about: Nothing. }"),
    code: "empty-topic",
    marked: "idle",
  },
  {
    what: "a condition that contradicts itself",
    change: addTo("rules", rule("torn", "when: { all: [{ style: apart }, { style: steps }] }")),
    code: "never-holds",
    severity: "error",
    marked: "{ all: [{ style: apart }, { style: steps }] }",
  },
  {
    what: "a tradeoff that is never shown",
    change: swap(
      "text: It is quick.",
      "when: { all: [{ style: apart }, { style: steps }] }, text: It is quick.",
    ),
    code: "never-holds",
    severity: "error",
    marked: "{ all: [{ style: apart }, { style: steps }] }",
  },
  {
    what: "guidance that is always shown",
    change: swap("verdict: [stateless], text", "when: { load: { at-most: many } }, text"),
    code: "needless-condition",
    marked: "{ load: { at-most: many } }",
    witness: {},
  },
  {
    what: "a condition whose alternatives leave nothing out",
    change: swap(
      "when: { load: many }, text",
      "when: { any: [{ load: few }, { load: [some, many] }] }, text",
    ),
    code: "needless-condition",
    marked: "{ any: [{ load: few }, { load: [some, many] }] }",
    witness: {},
  },
  {
    what: "an implication that never fills in an answer",
    change: swap(
      "because: Nothing is sent. }",
      "because: Nothing is sent. }\n      - { when: { all: [{ load: few }, { load: many }] }, answer: any, because: Never. }",
    ),
    code: "never-holds",
    severity: "error",
    marked: "{ all: [{ load: few }, { load: many }] }",
  },
  {
    what: "a condition that always holds",
    change: addTo("placements", placement("any-load", "evidence: kept, when: { load: { at-least: few } }, ")),
    code: "needless-condition",
    marked: "{ load: { at-least: few } }",
    witness: {},
  },
  {
    what: "an alternative inside another",
    change: addTo("rules", rule("twice", "when: { any: [{ load: many }, { load: [some, many] }] }")),
    code: "shadowed-alternative",
    marked: "{ any: [{ load: many }, { load: [some, many] }] }",
    witness: { load: "many" },
  },
  {
    what: "an alternative that the others cover only together",
    change: addTo(
      "rules",
      rule(
        "thrice",
        "when: { any: [{ load: few, style: apart }, { load: [some, many] }, { style: apart }] }",
      ),
    ),
    code: "shadowed-alternative",
    marked: "{ any: [{ load: few, style: apart }, { load: [some, many] }, { style: apart }] }",
    witness: { style: "apart" },
  },
  {
    what: "an implication after one that says it all",
    change: swap(
      "because: Nothing is sent. }",
      "because: Nothing is sent. }\n      - { when: { style: apart, load: many }, answer: any, because: Again. }",
    ),
    code: "shadowed-implication",
    marked: "{ style: apart, load: many }",
    witness: { style: "apart", load: "many" },
  },
  {
    what: "a rule said twice",
    change: addTo("rules", rule("crowds-again", "when: { load: [many, some] }")),
    code: "repeated-rule",
    marked: "{ load: { at-least: some } }",
    witness: { load: "some" },
  },
  {
    what: "a placement after one without a condition",
    change: swap("\npatterns:", `\n  ${placement("too-late", "when: { style: steps }, ")}\npatterns:`),
    code: "shadowed-placement",
    severity: "error",
    marked: "too-late",
    witness: { style: "steps" },
  },
  {
    what: "a placement whose condition an earlier one takes in",
    change: addTo(
      "placements",
      `${placement("wide", "when: { load: { at-least: some } }, ")}\n  ${placement("narrow", "evidence: live, when: { load: many, style: stream }, ")}`,
    ),
    code: "shadowed-placement",
    severity: "error",
    marked: "narrow",
    witness: { style: "stream", load: "many" },
  },
  {
    what: "a text that is too long",
    change: swap("because: A stream is held.", `because: ${"A stream is held. ".repeat(20)}`),
    code: "text-too-long",
    marked: "A stream is held. ".repeat(20).trim(),
  },
  {
    what: "a question that asks nothing",
    change: swap("ask: How many are there?", "ask: Say how many there are."),
    code: "not-a-question",
    marked: "Say how many there are.",
  },
  {
    what: "a contested criterion without counter-evidence",
    change: swap("claim: It is so. }", "claim: It is so., contested: It is not. }"),
    code: "counter-evidence-missing",
    severity: "error",
    marked: "[claim]",
    witness: { style: "stream" },
  },
  {
    what: "options that nothing tells apart",
    change: swap("few: { label: Few", "none: { label: None, help: None. }\n      few: { label: Few"),
    code: "options-alike",
    severity: "information",
    marked: "none",
    witness: { load: "none" },
  },
];

describe("lint", () => {
  it.each(table)("finds $what", ({ change, code, severity = "warning", marked, witness = null }) => {
    expect(found(change)).toContainEqual({ code, severity, marked, witness });
  });

  it("says nothing of a condition whose parts all add something", () => {
    const change = addTo("rules", rule("apart-or-many", "when: { any: [{ style: apart }, { load: many }] }"));
    expect(found(change).filter(({ code }) => code.startsWith("shadowed"))).toEqual([]);
  });

  it("does not call a placement shadowed that is left a verdict, a kind of evidence or some answers", () => {
    const left = addTo(
      "placements",
      [
        placement("first", "verdict: [hybrid], when: { load: many }, "),
        placement("verdict-left", "verdict: [hybrid, stateful], when: { load: many }, "),
        placement("answers-left", "verdict: [hybrid], when: { load: [some, many] }, "),
      ].join("\n  "),
    );
    expect(found(left)).toEqual([]);
  });

  /** What a change adds to the findings of one kind, without what all findings have. */
  const details = (kind: string, change: (text: string) => string) =>
    lintOf(change).findings.flatMap(({ code, severity, at, witness, ...detail }) =>
      code === kind ? [detail] : [],
    );

  it("names all alternatives that are shadowed, in their order", () => {
    // Of the first two, which are the same, the later one goes; the last is inside the third.
    const change = addTo(
      "rules",
      rule(
        "four",
        "when: { any: [{ style: apart }, { style: apart }, { load: [some, many] }, { load: many }] }",
      ),
    );
    expect(details("shadowed-alternative", change)).toMatchObject([
      { id: "four", alternative: 2 },
      { id: "four", alternative: 4 },
    ]);
  });

  it("names a rule as said before whatever the order in which it lists its alternatives", () => {
    const change = addTo(
      "rules",
      [
        rule("one-way", "when: { any: [{ style: apart }, { load: many }] }"),
        rule("other-way", "when: { any: [{ load: many }, { style: apart }] }"),
        rule("third-way", "when: { any: [{ style: apart }, { load: many }] }"),
      ].join("\n  "),
    );
    // For each, the first rule that says the same is named.
    expect(details("repeated-rule", change)).toMatchObject([
      { id: "other-way", first: "one-way" },
      { id: "third-way", first: "one-way" },
    ]);
  });

  it("names where among its like a shadowed implication stands", () => {
    const change = swap(
      "because: Nothing is sent. }",
      "because: Nothing is sent. }\n      - { when: { style: apart, load: many }, answer: any, because: Again. }",
    );
    expect(details("shadowed-implication", change)).toMatchObject([{ question: "order", position: 2 }]);
  });

  it("calls a placement shadowed by those that leave it no kind of evidence, and names them", () => {
    const open = placement("open", "when: { load: many }, ");
    const of = (evidence: string) =>
      placement(`for-${evidence}`, `evidence: ${evidence}, when: { load: [some, many] }, `);
    const after = (...earlier: readonly string[]) => addTo("placements", [...earlier, open].join("\n  "));
    const shadowed = (change: (text: string) => string) =>
      details("shadowed-placement", change).filter((detail) => "id" in detail && detail.id === "open");
    expect(shadowed(after(of("live"), of("kept"), of("none")))).toMatchObject([
      { id: "open", by: ["for-none", "for-live", "for-kept"] },
    ]);
    expect(shadowed(after(of("live"), of("kept")))).toEqual([]);
    expect(shadowed(after(of("none"), of("none").replace("for-none", "again")))).toEqual([]);
  });

  it("calls a placement for one kind of evidence shadowed by one for the same, and by none for another", () => {
    const narrow = placement("narrow", "evidence: live, when: { load: many }, ");
    const after = (evidence: string) =>
      addTo(
        "placements",
        `${placement("wide", `evidence: ${evidence}, when: { load: [some, many] }, `)}\n  ${narrow}`,
      );
    const shadowed = (evidence: string) =>
      details("shadowed-placement", after(evidence)).filter(
        (detail) => "id" in detail && detail.id === "narrow",
      );
    expect(shadowed("live")).toMatchObject([{ id: "narrow", by: ["wide"] }]);
    expect(shadowed("kept")).toEqual([]);
  });

  it("does not call a placement shadowed by one of another concern", () => {
    const elsewhere = placement("elsewhere", "").replace("concern: interaction", "concern: session");
    const change = addTo("placements", `${elsewhere}\n  ${placement("here", "when: { load: many }, ")}`);
    expect(details("shadowed-placement", change)).toEqual(details("shadowed-placement", (text) => text));
  });

  it("shows answers that leave a concern without a place", () => {
    const change = swap(
      "nothing-there: { concern: interaction,",
      "nothing-there: { concern: interaction, when: { load: few },",
    );
    const gaps = lintOf(change).findings.filter(({ code }) => code === "placement-gap");
    const [gap] = gaps.filter((each) => each.code === "placement-gap" && each.concern === "interaction");
    if (gap?.code !== "placement-gap") throw new Error("the interaction has a gap");
    expect(gap.severity).toBe("error");
    expect(gap.cells).toContainEqual({ verdict: "stateless", evidence: "none" });
    expect(gap.cells.map(({ evidence }) => evidence)).not.toContain("live");
    const compiled = loaded(lintOf(change));
    const { possible } = profileOf(compiled, gap.witness ?? new Map());
    const result = score(compiled, possible);
    expect(gap.cells).toContainEqual({ verdict: result.verdict, evidence: "none" });
    expect(placeState(compiled, possible, result).has("interaction")).toBe(false);
  });

  it("finds no gap before placements whose alternatives leave nothing out", () => {
    const change = swap(
      "nothing-there: { concern: interaction,",
      "nothing-there: { concern: interaction, when: { any: [{ load: few }, { load: { at-least: some } }] },",
    );
    expect(found(change)).toMatchObject([{ code: "needless-condition", witness: {} }]);
  });

  it("passes on what keeps a pack from loading", () => {
    const result = lintOf(swap("when: { style: steps }", "when: { stile: steps }"));
    expect(result.pack).toBeNull();
    expect(result.findings.map(({ code, severity, at }) => [code, severity, at?.file])).toEqual([
      ["unknown-id", "error", "pack.yaml"],
    ]);
  });

  it("names the witness files of findings after what they are about", () => {
    const { findings } = lintOf(
      swap(
        "because: Nothing is sent. }",
        "because: Nothing is sent. }\n      - { when: { style: apart, load: many }, answer: any, because: Again. }",
      ),
    );
    const witnesses = findingWitnesses(findings);
    expect(witnesses.map(({ name }) => name)).toEqual([
      "placement-gap-session",
      "placement-gap-workflow",
      "placement-gap-sync",
      "shadowed-implication-order",
      "options-alike-kinds",
    ]);
    expect(witnesses.at(-1)).toMatchObject({
      shows: "no condition distinguishes the options `shops`, `neither` of `kinds`",
      answers: new Map([["kinds", { kind: "chosen", options: ["shops"], note: null }]]),
    });
  });

  it("names the witness files of findings apart", () => {
    const result = lintOf(
      addTo(
        "rules",
        `${rule("one", "when: { any: [{ load: many }, { load: [some, many] }, { load: [some, many] }] }")}`,
      ),
    );
    const names = findingWitnesses(result.findings).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["shadowed-alternative-one", "shadowed-alternative-one-2"]));
  });

  it("orders what it finds by gravity, then by file and place", () => {
    const base = swap(
      "\ncriteria:\n",
      "\ncriteria:\n  idle: { section: here, claim: It is idle. }\n",
    )(addTo("topics", "vain: { title: Vain, about: Nothing. }")(smallPackText));
    const above =
      "{ pack: { format: 1, name: above, version: 1.0.0 }, topics: { void: { title: Void, about: Nothing. } }, criteria: { lazy: { section: here, claim: It is lazy. } } }";
    const { findings } = lint(
      Object.entries({ "b.yaml": base, "a.yaml": above }).map(([file, text]) => ({
        name: file,
        documents: unwrap(parseText({ file, text })),
      })),
    );
    expect(findings.map(({ severity, file, code }) => `${severity} ${file} ${code}`)).toEqual([
      "error b.yaml placement-gap",
      "error b.yaml placement-gap",
      "error b.yaml placement-gap",
      "warning a.yaml empty-topic",
      "warning a.yaml uncited-criterion",
      "warning b.yaml empty-topic",
      "warning b.yaml uncited-criterion",
      "information b.yaml options-alike",
    ]);
  });

  it("says where a pack without placements leaves state, at the pack as a whole", () => {
    const [before = ""] = smallPackText.split("placements:\n");
    const text = `${before}criteria:\n  claim: { section: here, claim: It is so. }\nreferences:\n  paper: { title: A Paper }\n`;
    const gaps = lintOf(() => text).findings.filter(({ code }) => code === "placement-gap");
    expect(gaps.map(({ file, at }) => [file, at])).toEqual(Array.from({ length: 4 }, () => ["small", null]));
  });

  it("prints what keeps a pack from loading", () => {
    const result = lintOf(
      swap("pack:\n  format: 1\n  name: small\n  version: 1.2.3\n  minimum-evidence: 2\n", ""),
    );
    const message = "no file of this pack has the header `pack`";
    const expected = "`pack: { format: 1, name: …, version: … }` in one of them";
    expect(lintText(result, plainStyle)).toBe(
      [
        `pack.yaml: error: ${message} [missing-header]`,
        `  expected ${expected}`,
        "",
        "The pack does not load: 1 error, 0 warnings, 0 informational.",
        "",
      ].join("\n"),
    );
    const place = { file: "pack.yaml", line: null, column: null };
    expect(JSON.parse(lintJson(result, plainStyle))).toEqual({
      version: 1,
      pack: null,
      counts: { error: 1, warning: 0, information: 0 },
      findings: [{ code: "missing-header", severity: "error", ...place, message, expected, witness: null }],
    });
  });

  it("prints as text", async () => {
    const result = lintOf(addTo("placements", placement("first", "")));
    await expect(lintText(result, plainStyle)).toMatchFileSnapshot("golden/lint.txt");
  });

  it("prints the same findings as JSON", () => {
    const result = lintOf(addTo("criteria", "idle: { section: here, claim: It is idle. }"));
    const report = JSON.parse(lintJson(result, plainStyle));
    expect(report.pack).toEqual({ name: "small", version: "1.2.3" });
    expect(report.findings.map(({ code }: { code: string }) => code)).toEqual(
      result.findings.map(({ code }) => code),
    );
    expect(report.counts).toEqual({ error: 3, warning: 1, information: 1 });
    const [first] = report.findings.filter(({ code }: { code: string }) => code === "uncited-criterion");
    expect(first).toMatchObject({ severity: "warning", file: "pack.yaml", column: 3, witness: null });
    expect(report.findings.at(-1)).toEqual({
      code: "options-alike",
      severity: "information",
      file: "pack.yaml",
      line: 37,
      column: 7,
      message: "no condition distinguishes the options `shops`, `neither` of `kinds`",
      expected: null,
      witness: { kinds: "shops" },
    });
  });
});

describe("the default pack", () => {
  let result: LintResult;
  beforeAll(async () => {
    result = lint(unwrap(await readPackLayers([], process.cwd())));
  });

  it("lints clean", () => {
    expect(result.pack).not.toBeNull();
    expect(result.findings.filter(({ severity }) => severity !== "information")).toEqual([]);
  });
});
