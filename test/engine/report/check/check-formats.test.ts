import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../src/engine/diagnostics/problem.js";
import type { CheckFinding } from "../../../../src/engine/model/check.js";
import type { CheckReport, CheckStyle } from "../../../../src/engine/report/check/check-report.js";
import { checkSchema } from "../../../../src/engine/report/check/check-schema.js";
import { findingFacts } from "../../../../src/engine/report/check/finding-facts.js";
import { summary } from "../../../../src/engine/report/check/summary.js";
import { checkFormatIds, checkFormats } from "../../../../src/engine/report/formats.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { ansiPalette } from "../ansi-palette.js";
import { everything, quiet, surface } from "./sample-check.js";

/* Read the difference when a wording changes, then `npx vitest run test/engine/report/check -u`. */

const style: CheckStyle = { ...plainStyle, path: (file) => file };
const ascii: CheckStyle = { ...style, width: 60, unicode: false };
const endings = {
  text: "txt",
  json: "json",
  junit: "xml",
  sarif: "sarif",
  github: "txt",
  gitlab: "json",
} as const;
const all = { ...checkFormats, summary };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe.each(checkFormatIds)("%s", (format) => {
  it.each([
    ["everything", everything],
    ["quiet", quiet],
  ])("draws %s", async (name, report) => {
    const file = `golden/${format}-${name}.${endings[format]}`;
    await expect(checkFormats[format](report, style)).toMatchFileSnapshot(file);
  });
});

it("the page of a workflow run", async () => {
  await expect(summary(everything, style)).toMatchFileSnapshot("golden/summary-everything.md");
});

it("the text keeps to its width and to ASCII where it has to", async () => {
  const text = checkFormats.text(everything, ascii);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  await expect(text).toMatchFileSnapshot("golden/text-60-ascii.txt");
});

it.each(Object.entries(all))("%s ends its last line, and nothing in it steers a terminal", (_, format) => {
  const text = format(everything, style);
  expect(text.endsWith("\n")).toBe(true);
  expect(text).not.toMatch(steering);
  expect(text).toContain("é");
});

it.each(Object.entries(all))("%s tells what is wrong with a file in the order of its lines", (_, format) => {
  const [first] = everything.invalid;
  const at = (line: number, column: number): Problem[] =>
    first?.at == null ? [] : [{ ...first, at: { ...first.at, line, column } }];
  const ordered = [...at(1, 5), ...at(2, 3), ...at(2, 40), ...at(10, 1)];
  const drawn = format({ ...everything, invalid: ordered }, style);
  expect(format({ ...everything, invalid: ordered.toReversed() }, style)).toBe(drawn);
  expect(ordered).toHaveLength(4);
});

it.each(checkFormatIds)("%s is pure ASCII on demand", (format) => {
  expect(checkFormats[format](everything, ascii)).not.toMatch(/[^\n\x20-\x7e]/);
});

it.each(Object.entries(all))("%s says the same twice, and leaves the report as it was", (_, format) => {
  const before = JSON.stringify(everything);
  expect(format(everything, style)).toBe(format(everything, style));
  expect(JSON.stringify(everything)).toBe(before);
});

const overdue = { kind: "review-overdue", reviewBy: "2027-06-27" } as const;
const mismatch = { kind: "basis-mismatch" } as const;
const unneeded = { kind: "deviation-not-needed", until: "2027-06-30" } as const;

it.each([
  ["good", 2, 0, 0, "2 surfaces: 2 pass, 0 fail."],
  ["bad", 1, 1, 0, "2 surfaces: 1 passes, 1 fails."],
  ["bad", 1, 0, 1, "1 surface: 1 passes, 0 fail; 1 file could not be checked."],
  ["bad", 0, 1, 1, "1 surface: 0 pass, 1 fails; 1 file could not be checked."],
] as const)("it is %s where %i pass, %i fail and %i can't be checked", (role, pass, fail, invalid, said) => {
  const report = {
    ...quiet,
    surfaces: [
      ...Array.from({ length: pass }, (_, index) => surface(`p${index}`, [])),
      ...Array.from({ length: fail }, (_, index) => surface(`f${index}`, [mismatch])),
    ],
    invalid: everything.invalid.slice(0, invalid),
  };
  const text = checkFormats.text(report, { ...style, palette: ansiPalette });
  expect(text.split("\n")).toContain(ansiPalette[role](said));
  expect(JSON.parse(checkFormats.json(report, style)).passes).toBe(role === "good");
});

describe("surfaces without a decision", () => {
  const without = (count: number): CheckReport => ({
    ...quiet,
    surfaces: [
      surface("decided", []),
      ...Array.from({ length: count }, (_, index) => surface(`s${index}`, [], { decision: null })),
    ],
  });

  it.each([
    [0, "1 surface: 1 passes, 0 fail.", "1 passed, 0 failed, 0 could not be checked"],
    [
      1,
      "2 surfaces: 2 pass, 0 fail; 1 surface without a decision.",
      "2 passed, 0 failed, 0 could not be checked; 1 surface without a decision",
    ],
    [
      3,
      "4 surfaces: 4 pass, 0 fail; 3 surfaces without a decision.",
      "4 passed, 0 failed, 0 could not be checked; 3 surfaces without a decision",
    ],
  ])("are counted wherever there is a summary: %i", (count, text, line) => {
    expect(checkFormats.text(without(count), style).split("\n")).toContain(text);
    expect(checkFormats.github(without(count), style)).toBe(`${line}\n`);
    expect(summary(without(count), style)).toContain(`\n\n${line}.\n\n`);
    expect(JSON.parse(checkFormats.json(without(count), style)).withoutDecision).toBe(count);
    expect(checkFormats.junit(without(count), style)).toContain(`errors="0" skipped="${count}">`);
  });

  it("are skipped in JUnit XML unless they fail, with their notes", () => {
    const drawn = (findings: readonly CheckFinding[]): string =>
      checkFormats.junit({ ...quiet, surfaces: [surface("s", findings, { decision: null })] }, style);
    const says = "No decision is recorded; the recommendation is hybrid.";
    expect(drawn([])).toContain(`<skipped>${says}</skipped>`);
    expect(drawn([unneeded])).toMatch(/<\/skipped>\s*<system-out>/);
    expect(drawn([{ kind: "no-decision" }])).not.toContain("<skipped");
    expect(drawn([{ kind: "no-decision" }])).toContain(`skipped="0"`);
  });
});

it("the text distinguishes errors, warnings and notes by their colour, too", () => {
  const { dim, bad, caution } = ansiPalette;
  const report = { ...quiet, surfaces: [surface("shop", [mismatch, overdue, unneeded])] };
  const lines = checkFormats.text(report, { ...style, palette: ansiPalette }).split("\n");
  const place = dim("services/shop.yaml:12:5: ");
  expect(lines).toContain(`      ${place}${bad("error")}${dim(" basis-mismatch")}`);
  expect(lines).toContain(`      ${place}${caution("warning")}${dim(" review-overdue")}`);
  expect(lines).toContain(`      ${place}${caution("note")}${dim(" deviation-not-needed")}`);
});

describe("JUnit XML", () => {
  const drawn = (name: string, findings: readonly CheckFinding[], unicode = true): string =>
    checkFormats.junit({ ...quiet, surfaces: [surface(name, findings)] }, { ...style, unicode });

  it("has a line for each note of a surface", () => {
    const note =
      "services/shop.yaml:12:5: deviation-not-needed: Decided stateful, as recommended now: the deviation accepted until 2027-06-30 is no longer needed.";
    expect(drawn("shop", [unneeded, unneeded])).toContain(`<system-out>${note}\n${note}</system-out>`);
  });

  it("begins a failure with its first error", () => {
    expect(drawn("shop", [unneeded, mismatch])).toContain(
      '<failure type="basis-mismatch" message="The recorded answers (`basis`) do not match',
    );
  });

  it("names characters outside of ASCII by their numbers on demand", () => {
    expect(drawn("é 𝄞", [], false)).toContain(' name="shop / &#233; &#119070;"/>');
  });

  it("replaces characters that XML does not have", () => {
    expect(drawn("a\ud800b\ufffec\uffff", [])).toContain(' name="shop / a\ufffdb\ufffdc\ufffd"/>');
  });
});

describe("the page of a workflow run", () => {
  it("has neither a table of no surfaces nor a list of no findings", () => {
    expect(summary({ ...quiet, surfaces: [] }, style)).toBe(
      "## api-advisor check\n\n0 passed, 0 failed, 0 could not be checked.\n",
    );
    expect(summary(quiet, style)).toBe(
      `## api-advisor check

2 passed, 0 failed, 0 could not be checked; 1 surface without a decision.

|  | surface | recommended | decided |
| --- | --- | --- | --- |
| pass | shop / agreed | hybrid (fair) | hybrid |
| pass | shop / open | hybrid (fair) | none |
`,
    );
  });

  it.each([
    [150_000, true],
    [150_001, false],
  ])("shows a table of %i characters, line ends included: %j", (length, shown) => {
    const row = (name: string): string => `| pass | shop / ${name} | hybrid (fair) | stateful |\n`;
    const name = "x".repeat(length - row("").length);
    const page = summary({ ...quiet, surfaces: [surface(name, [])] }, style);
    expect(page.includes(row(name))).toBe(shown);
    expect(page.includes("\n\n1 more surface not shown.\n")).toBe(!shown);
  });
});

describe("annotations", () => {
  const many = (count: number): CheckReport => ({
    ...quiet,
    surfaces: [
      surface("note", [unneeded]),
      ...Array.from({ length: count }, (_, index) => surface(`s${index}`, [mismatch])),
    ],
  });

  it.each([
    [10, []],
    [11, ["1 more error not shown as an annotation"]],
    [12, ["2 more errors not shown as annotations"]],
  ] as const)("of %i errors, ten at most come first, and the rest are counted", (count, omitted) => {
    const lines = checkFormats.github(many(count), style).trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.slice(0, 10).every((line) => line.startsWith("::error "))).toBe(true);
    expect(lines.slice(10, -2)).toEqual(omitted);
    expect(lines.at(-2)).toMatch(/^::notice /);
  });

  it("of notices, ten at most, too", () => {
    const surfaces = Array.from({ length: 12 }, (_, index) => surface(`s${index}`, [unneeded]));
    const lines = checkFormats.github({ ...quiet, surfaces }, style).split("\n");
    expect(lines.slice(0, 10).every((line) => line.startsWith("::notice "))).toBe(true);
    expect(lines[10]).toBe("2 more notices not shown as annotations");
  });

  it("of warnings stand between those of errors and notices", () => {
    const surfaces = [surface("s", [unneeded, overdue, mismatch])];
    const lines = checkFormats.github({ ...quiet, surfaces }, style).split("\n");
    expect(lines.slice(0, 3).map((line) => line.split(" ")[0])).toEqual(["::error", "::warning", "::notice"]);
  });

  it("have a question mark for each character outside of ASCII on demand", () => {
    const report = { ...quiet, surfaces: [surface("é 𝄞", [mismatch])] };
    expect(checkFormats.github(report, ascii)).toContain("%3A shop / ? ?::");
  });

  it("are one line each, whatever is in them", () => {
    const commands = checkFormats
      .github(everything, style)
      .split("\n")
      .filter((line) => line.startsWith("::"));
    for (const line of commands)
      expect(line).toMatch(/^::(error|warning|notice) file=[^:,]*(,line=\d+,col=\d+)?,title=[^:,]*::/);
    expect(commands.some((line) => line.includes("services/old%2C bad.yaml"))).toBe(true);
  });
});

describe("of thirty thousand problems", () => {
  const [problem] = everything.invalid;
  const flooded = (surfaces: number, problems: number): CheckReport => ({
    ...quiet,
    surfaces: Array.from({ length: surfaces }, (_, index) => surface(`é${index}`, [mismatch])),
    invalid: problem === undefined ? [] : Array.from({ length: problems }, () => problem),
  });
  const flood = flooded(0, 30_000);

  it("JSON lists five thousand, and says how many it leaves out", () => {
    const { invalid, invalidLeftOut, invalidFiles } = JSON.parse(checkFormats.json(flood, style));
    expect([invalid.length, invalidLeftOut, invalidFiles]).toEqual([5000, 25_000, 1]);
  });

  it("no format makes more than a few megabytes", { timeout: 30_000 }, () => {
    for (const format of Object.values(all)) expect(format(flood, style).length).toBeLessThan(5_000_000);
  });

  it("the page of a workflow run stays below the 1 MiB that are shown, and says how much it leaves out", () => {
    const page = summary(flooded(10_000, 10_000), style);
    expect(Buffer.byteLength(page)).toBeLessThan(2 ** 20);
    expect(page.match(/^\| \*?\*?(fail|pass)/gm)).not.toBeNull();
    const rows = page.match(/^\| \*\*fail/gm)?.length ?? 0;
    const items = page.match(/^- \*\*error/gm)?.length ?? 0;
    expect(page).toContain(`\n${10_000 - rows} more surfaces not shown.\n`);
    expect(page).toContain(`\n${20_000 - items} more findings not shown.\n`);
  });
});

it.each([
  ["everything", everything],
  ["quiet", quiet],
])("the JSON of %s keeps to its schema", (_, report) => {
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(checkSchema);
  validate(JSON.parse(checkFormats.json(report, style)));
  expect(validate.errors).toBeNull();
});

it("every kind of finding that can be is drawn above", () => {
  const drawn = new Set(everything.surfaces.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  expect([...drawn].sort()).toEqual(Object.keys(findingFacts).sort());
});
