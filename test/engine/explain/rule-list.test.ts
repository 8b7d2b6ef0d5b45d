import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { ruleListJson, ruleListText } from "../../../src/engine/explain/rule-list.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { packOf, smallPackText } from "../small-pack.js";

const { source: pack } = unwrap(
  packOf(
    smallPackText.replace(
      "because: Nothing is kept., ",
      "because: Nothing is kept., contested: Some doubt it., ",
    ),
  ),
);

describe("the list of rules", () => {
  it("has a row of figures for each, and its condition below", () => {
    const lines = ruleListText(pack, plainStyle).split("\n");
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["rule", "kind", "points", "concern"],
      ["streams", "need", "+3", "interaction"],
      ["style is stream"],
      ["alone", "need", "−3", "interaction"],
      ["style is apart"],
      ["steps-fit", "need", "−1", "interaction"],
      ["style is steps"],
      ["steps-remembered", "need", "+2", "workflow"],
      ["style is steps"],
      ["ordered-games", "need", "+2", "session"],
      ["kinds includes games, and order is strict"],
      ["shops-offline", "need", "+1", "sync"],
      ["kinds includes shops"],
      ["ordered-stream", "must", "interaction"],
      ["style is stream, and order is strict"],
      ["nobody-stays", "must-not", "session"],
      ["style is apart"],
      ["held-open", "place", "+2", "interaction"],
      ["style is stream"],
      ["crowds", "place", "−1", "interaction"],
      ["load is at least some"],
      ["games-are-live", "must-bind", "interaction"],
      ["style is stream, and kinds includes games"],
      ["shops-move", "may-not-bind", "interaction"],
      ["kinds includes shops, and load is many"],
      ["login-on-stream", "follows", "session"],
      ["style is stream"],
      [""],
      ["13 rules of rule pack small 1.2.3"],
      [""],
    ]);
  });

  it("aligns the figures, and indents the conditions below the names", () => {
    const lines = ruleListText(pack, plainStyle).split("\n");
    const column = lines[0]?.indexOf("kind");
    expect([lines[1]?.indexOf("need"), lines[13]?.indexOf("must")]).toEqual([column, column]);
    const concern = lines[0]?.indexOf("concern");
    expect(lines[13]?.indexOf("interaction")).toBe(concern);
    expect(lines[2]).toMatch(/^ {4}style/);
    expect(lines.at(-2)).toMatch(/^13 rules/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("puts the figures below the names on a page too narrow for both", () => {
    const narrow = ruleListText(pack, { ...plainStyle, width: 40 }).split("\n");
    expect(narrow.slice(0, 5)).toEqual([
      "rule",
      "  kind, points, concern",
      "streams",
      "  need, +3, interaction",
      "    style is stream",
    ]);
    for (const line of narrow) expect(line.length).toBeLessThanOrEqual(40);
    expect(narrow).toContain("  must, interaction");
    // The columns beside the name take 2 + 12, 2 + 6 and 2 + 11; 16 are left for it.
    const [head] = ruleListText(pack, { ...plainStyle, width: 51 }).split("\n");
    expect(head).toBe(`rule${" ".repeat(14)}kind          points  concern`);
    expect(ruleListText(pack, { ...plainStyle, width: 50 }).split("\n")[0]).toBe("rule");
  });

  it("has the same as JSON", () => {
    const list = JSON.parse(ruleListJson(pack, plainStyle));
    expect(list).toMatchObject({ version: 2, pack: { name: "small", version: "1.2.3" } });
    expect(list.rules.map(({ id }: { id: string }) => id)).toEqual(pack.rules.map(({ id }) => id));
    expect(list.rules[0]).toEqual({
      id: "streams",
      kind: "need",
      concern: "interaction",
      points: 3,
      condition: "style is stream",
      contested: false,
    });
    expect(list.rules[1]).toMatchObject({ id: "alone", points: -3, contested: true });
    expect(list.rules[6]).toEqual({
      id: "ordered-stream",
      kind: "must",
      concern: "interaction",
      points: null,
      condition: "style is stream, and order is strict",
      contested: false,
    });
  });
});
