import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { PackLayer } from "../../../../src/engine/pack-file/raw-pack.js";
import { findingWitnesses } from "../../../../src/engine/pack-tools/lint/finding-wordings.js";
import { lint } from "../../../../src/engine/pack-tools/lint/lint.js";
import { lintJson } from "../../../../src/engine/pack-tools/lint/lint-json.js";
import { lintText } from "../../../../src/engine/pack-tools/lint/lint-text.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { readPackLayers } from "../../../../src/packs/read-layers.js";
import { smallPackText } from "../../small-pack.js";
import { addTo, lintOf, placeLine, placementLine, swap, together } from "./linted-small-pack.js";

const idle = addTo("criteria", "idle: { section: here, claim: It is idle. }");
/** An option of several that no condition names. */
const books = swap("games: { label", "books: { label: Books, help: Books. }\n      games: { label");

describe("lint", () => {
  it("finds nothing in a pack that is in order", () => {
    expect(lintOf().findings).toEqual([]);
  });

  it("passes on what keeps a pack from loading", () => {
    const result = lintOf(swap("when: { style: steps }", "when: { stile: steps }"));
    expect(result.pack).toBeNull();
    expect(result.findings.map(({ code, severity, at }) => [code, severity, at?.file])).toEqual([
      ["unknown-id", "error", "pack.yaml"],
    ]);
  });

  const base = together(
    idle,
    books,
    addTo("topics", "vain: { title: Vain, about: Nothing. }"),
  )(smallPackText);
  const more =
    "topics: { void: { title: Void, about: Nothing. } }, criteria: { lazy: { section: here, claim: It is lazy. } }, clashes: { torn: { when: { all: [{ style: apart }, { style: steps }] }, because: It is torn., reconsider: style } }";
  const layer = (files: Readonly<Record<string, string>>): PackLayer => ({
    name: Object.keys(files).join(),
    documents: Object.entries(files).flatMap(([file, text]) => unwrap(parseText({ file, text }))),
  });
  const found = (last: PackLayer, others: readonly PackLayer[] = []): readonly string[] =>
    lint([...others, last], others).findings.map(({ severity, file, code }) => `${severity} ${file} ${code}`);

  it("orders what it finds by gravity, then by file and place", () => {
    expect(found(layer({ "b.yaml": base, "a.yaml": `{ ${more} }` }))).toEqual([
      "error a.yaml never-holds",
      "warning a.yaml empty-topic",
      "warning a.yaml uncited-criterion",
      "warning b.yaml empty-topic",
      "warning b.yaml uncited-criterion",
      "information b.yaml options-alike",
    ]);
  });

  it("leaves out what a pack below has by itself, but not what becomes of it", () => {
    const above = layer({ "a.yaml": `{ pack: { format: 2, name: above, version: 1.0.0 }, ${more} }` });
    expect(found(above, [layer({ "b.yaml": base })])).toEqual([
      "error a.yaml never-holds",
      "warning a.yaml empty-topic",
      "warning a.yaml uncited-criterion",
    ]);
    const off = layer({
      "a.yaml": "{ pack: { format: 2, name: above, version: 1.0.0 }, switch-off: { crowds: No. } }",
    });
    expect(found(layer({ "b.yaml": smallPackText }))).toEqual([]);
    // `few` and `some` were told apart by `crowds` alone.
    expect(found(off, [layer({ "b.yaml": smallPackText })])).toEqual(["information b.yaml options-alike"]);
  });
});

describe("the answers that show a finding", () => {
  it("are named after the code and what it is about", () => {
    const change = together(
      books,
      addTo(
        "placements",
        placementLine("narrow", "{ load: many }"),
        placementLine("narrower", "{ load: many }"),
      ),
    );
    const witnesses = findingWitnesses(lintOf(change).findings);
    expect(witnesses.map(({ name }) => name)).toEqual(["shadowed-placement-narrower", "options-alike-kinds"]);
    expect(witnesses.at(-1)).toEqual({
      name: "options-alike-kinds",
      shows: "no condition distinguishes the options `books`, `neither` of `kinds`",
      answers: new Map([["kinds", { kind: "chosen", options: ["books"], note: null }]]),
    });
  });

  it("are numbered if they would have the same name", () => {
    const any = "{ any: [{ load: many }, { load: [some, many] }, { load: [some, many] }] }";
    const { findings } = lintOf(addTo("place", placeLine("one", any)));
    // The condition as a whole means the same as that of `crowds`.
    expect(findingWitnesses(findings).map(({ name }) => name)).toEqual([
      "shadowed-alternative-one",
      "shadowed-alternative-one-2",
      "repeated-rule-crowds",
    ]);
  });
});

describe("the findings", () => {
  it("say what keeps a pack from loading", () => {
    const result = lintOf(swap("pack:\n  format: 2\n  name: small\n  version: 1.2.3\n", ""));
    const message = "no file of this pack has the header `pack`";
    const expected = "`pack: { format: 2, name: …, version: … }` in one of them";
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

  const change = together(
    books,
    idle,
    swap("harmless: neither", "harmless: shops"),
    addTo("placements", placementLine("first", null)),
  );

  it("print as text", async () => {
    await expect(lintText(lintOf(change), plainStyle)).toMatchFileSnapshot("golden/lint.txt");
  });

  it("print the same as JSON", () => {
    const result = lintOf(change);
    const report = JSON.parse(lintJson(result, plainStyle));
    expect(report.pack).toEqual({ name: "small", version: "1.2.3" });
    expect(report.findings.map(({ code }: { code: string }) => code)).toEqual([
      "harm-in-harmless",
      "shadowed-placement",
      "shadowed-placement",
      "uncited-criterion",
      "options-alike",
    ]);
    expect(report.counts).toEqual({ error: 3, warning: 1, information: 1 });
    const lines = change(smallPackText).split("\n");
    expect(report.findings.at(-1)).toEqual({
      code: "options-alike",
      severity: "information",
      file: "pack.yaml",
      line: lines.findIndex((line) => line.startsWith("      books:")) + 1,
      column: 7,
      message: "no condition distinguishes the options `books`, `neither` of `kinds`",
      expected: null,
      witness: { kinds: "books" },
    });
  });
});

describe("the default pack", () => {
  it("lints clean", async () => {
    const result = lint(unwrap(await readPackLayers([], process.cwd())));
    expect(result.pack).not.toBeNull();
    expect(result.findings.filter(({ severity }) => severity !== "information")).toEqual([]);
  });
});
