import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { figureTable, type Row, table } from "../../../src/engine/report/comparison/side-by-side.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { analysis, boundSample, sample, undecidedSample } from "./sample-recommendation.js";

const lines = (titles: readonly string[], rows: readonly Row[], width: number): readonly string[] =>
  table(titles, rows, { ...plainStyle, width });

describe("a table with a column a side", () => {
  it("has columns as wide as their widest cell, twelve at least, two apart", () => {
    const rows = [{ name: "name", cells: ["a cell of 17 wide", "b", "c"] }];
    expect(lines(["one", "a title of 16 w.", "three"], rows, 80)).toEqual([
      "        one                a title of 16 w.  three",
      "  name  a cell of 17 wide  b                 c",
    ]);
    expect(lines(["one", "two", "three"], [{ name: "name", cells: ["a", "b", "c"] }], 80)).toEqual([
      "        one           two           three",
      "  name  a             b             c",
    ]);
  });

  // Of 40 columns, 2 are left free, 4 are for the names, 14 for the first column: 20 are left for the second and its gap.
  it("puts a column beside the others if it just fits", () => {
    const title = "x".repeat(18);
    expect(lines(["one", title], [{ name: "name", cells: ["a", "b"] }], 40)).toEqual([
      `        one           ${title}`,
      "  name  a             b",
    ]);
  });

  it("goes on below with those that do not fit, each with its own cells", () => {
    const title = "x".repeat(19);
    expect(lines(["one", title, "three"], [{ name: "name", cells: ["a", "b", "c"] }], 40)).toEqual([
      "        one",
      "  name  a",
      "",
      `        ${title}`,
      "  name  b",
      "",
      "        three",
      "  name  c",
    ]);
    const cells = ["a", "b", "c"];
    expect(lines(["one", "two", "three"], [{ name: "name", cells }], 40)).toEqual([
      "        one           two",
      "  name  a             b",
      "",
      "        three",
      "  name  c",
    ]);
  });

  it("has a column on every page, however wide it is", () => {
    const title = "x".repeat(50);
    expect(lines([title, "two"], [{ name: "name", cells: ["a", "b"] }], 40)).toEqual([
      `        ${title}`,
      "  name  a",
      "",
      "        two",
      "  name  b",
    ]);
  });

  it("wraps names that take more than half of the page", () => {
    const name = "a name of some 28 characters";
    expect(lines(["one"], [{ name, cells: ["a"] }], 40)).toEqual([
      "                        one",
      "  a name of some 28     a",
      "  characters",
    ]);
  });
});

describe("the figures of a side", () => {
  const rowsOf = (from: Recommendation): ReadonlyMap<string, string> => {
    const lines = figureTable([{ title: "side", from }], { ...plainStyle, detail: "full" }).map((line) =>
      line.trim().split(/ {2,}/),
    );
    return new Map(lines.map(([name = "", cell = ""]) => [name, cell]));
  };

  it("say of each concern whether it is kept, by points or given, and where it lives", () => {
    const rows = rowsOf(sample);
    expect(rows.get("workflow kept")).toBe("yes, 7 to 3");
    expect(rows.get("session kept")).toBe("no, given");
    expect(rows.get("sync kept")).toBe("no");
    expect(rows.get("interaction bound")).toBe("–");
    expect(rows.get("workflow state")).toBe("resource");
    expect(rows.get("clashes")).toBe("1");
  });

  it("say of a conversation that is kept whether it is bound, and what stands behind it", () => {
    const rows = rowsOf(boundSample);
    expect(rows.get("interaction bound")).toBe("yes, 3 to 1");
    expect(rows.get("interaction state")).toBe("connection, backed by shared-store");
    expect(rows.get("answers")).toBe("open");
    expect(rows.get("weights")).toBe("robust");
  });

  it.each([
    ["a grade and a radius", sample, "fragile", "0.40"],
    ["neither where nothing was analysed", { ...sample, analysis: null }, "–", "–"],
    [
      "no radius where no error in the weights counts",
      { ...sample, analysis: { ...analysis, stability: { radius: null, at: null, verdict: null } } },
      "fragile",
      "–",
    ],
    ["neither while it is undecided", undecidedSample, "–", "–"],
  ])("have %s", (_, from, grade, radius) => {
    const rows = figureTable([{ title: "side", from }], { ...plainStyle, detail: "full" }).map((line) =>
      line.trim().split(/ {2,}/),
    );
    expect(rows).toContainEqual(["grade", grade]);
    expect(rows).toContainEqual(["radius r", radius]);
  });
});
