import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { checkFormatIds } from "../../../../src/engine/report/check/check-format-ids.js";
import { checkFormats } from "../../../../src/engine/report/check/check-formats.js";
import type { CheckReport, CheckStyle } from "../../../../src/engine/report/check/check-report.js";
import { checkSchema } from "../../../../src/engine/report/check/check-schema.js";
import { findingFacts } from "../../../../src/engine/report/check/finding-facts.js";
import { summary } from "../../../../src/engine/report/check/summary.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { everything, quiet, surface } from "./sample-check.js";

/* Read the difference when a wording changes, then `npx vitest run test/engine/report/check -u`. */

const style: CheckStyle = { ...plainStyle, path: (file) => file };
const ascii: CheckStyle = { ...style, width: 60, unicode: false };
const endings = { text: "txt", json: "json", junit: "xml", sarif: "sarif", github: "txt" } as const;
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

it.each(checkFormatIds)("%s is pure ASCII on demand", (format) => {
  expect(checkFormats[format](everything, ascii)).not.toMatch(/[^\n\x20-\x7e]/);
});

it.each(Object.entries(all))("%s says the same twice, and leaves the report as it was", (_, format) => {
  const before = JSON.stringify(everything);
  expect(format(everything, style)).toBe(format(everything, style));
  expect(JSON.stringify(everything)).toBe(before);
});

describe("annotations", () => {
  const many = (count: number): CheckReport => ({
    ...quiet,
    surfaces: [
      surface("note", [{ kind: "deviation-not-needed", until: "2027-06-30" }]),
      ...Array.from({ length: count }, (_, index) => surface(`s${index}`, [{ kind: "basis-mismatch" }])),
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

  it("are one line each, whatever is in them", () => {
    const commands = checkFormats
      .github(everything, style)
      .split("\n")
      .filter((line) => line.startsWith("::"));
    for (const line of commands)
      expect(line).toMatch(/^::(error|notice) file=[^:,]*(,line=\d+,col=\d+)?,title=[^:,]*::/);
    expect(commands.some((line) => line.includes("services/old%2C bad.yaml"))).toBe(true);
  });
});

describe("of a hundred thousand problems", () => {
  const [problem] = everything.invalid;
  const flooded = (surfaces: number, problems: number): CheckReport => ({
    ...quiet,
    surfaces: Array.from({ length: surfaces }, (_, index) =>
      surface(`é${index}`, [{ kind: "basis-mismatch" }]),
    ),
    invalid: problem === undefined ? [] : Array.from({ length: problems }, () => problem),
  });
  const flood = flooded(0, 100_000);

  it("JSON lists five thousand, and says how many it leaves out", () => {
    const { invalid, invalidLeftOut, invalidFiles } = JSON.parse(checkFormats.json(flood, style));
    expect([invalid.length, invalidLeftOut, invalidFiles]).toEqual([5000, 95_000, 1]);
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
