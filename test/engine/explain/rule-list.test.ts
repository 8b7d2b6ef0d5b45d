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
  it("has a row of figures for each, its condition below, rules before vetoes", () => {
    const lines = ruleListText(pack, plainStyle).split("\n");
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["rule", "favours", "weight", "concern"],
      ["streams", "stateful", "3 live", "interaction"],
      ["style is stream"],
      ["steps-remembered", "stateful", "2 kept", "workflow"],
      ["style is steps"],
      ["alone", "stateless", "3", "interaction"],
      ["style is apart"],
      ["crowds", "stateless", "1", "operation"],
      ["load is at least some"],
      ["ordered-games", "stateful", "1 live + 2 kept", "session"],
      ["kinds includes games, and order is strict"],
      ["stream-needs-state", "no stateless", "veto", "interaction"],
      ["style is stream"],
      [""],
      ["5 rules and 1 veto of rule pack small 1.2.3"],
      [""],
    ]);
  });

  it("aligns the figures, and indents the conditions below the names", () => {
    const lines = ruleListText(pack, plainStyle).split("\n");
    const column = lines[0]?.indexOf("favours");
    expect([lines[1]?.indexOf("stateful"), lines[5]?.indexOf("stateless")]).toEqual([column, column]);
    expect(lines[2]).toMatch(/^ {4}style/);
    expect(lines.at(-2)).toMatch(/^5 rules/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("puts the figures below the names on a page too narrow for both", () => {
    const narrow = ruleListText(pack, { ...plainStyle, width: 40 }).split("\n");
    expect(narrow.slice(0, 5)).toEqual([
      "rule",
      "  favours, weight, concern",
      "streams",
      "  stateful, 3 live, interaction",
      "    style is stream",
    ]);
    for (const line of narrow) expect(line.length).toBeLessThanOrEqual(40);
    const [head] = ruleListText(pack, { ...plainStyle, width: 60 }).split("\n");
    expect(head).toBe(`rule${" ".repeat(14)}favours       weight           concern`);
    expect(ruleListText(pack, { ...plainStyle, width: 59 }).split("\n")[0]).toBe("rule");
  });

  it("reports a contested veto, and counts several", () => {
    const more = `pack: { format: 1, name: more, version: 1.0.0 }
override:
  vetoes: { stream-needs-state: { contested: It can be polled. } }
vetoes:
  apart-keeps-none: { when: { style: apart }, forbids: stateful, concern: session, because: None is kept., sources: [claim] }
`;
    const { source: pack } = unwrap(packOf(smallPackText, more));
    const { rules } = JSON.parse(ruleListJson(pack, plainStyle));
    const vetoes = rules.filter(({ kind }: { kind: string }) => kind === "veto");
    expect(vetoes).toMatchObject([
      { id: "stream-needs-state", contested: true },
      { id: "apart-keeps-none", contested: false },
    ]);
    expect(ruleListText(pack, plainStyle)).toContain("5 rules and 2 vetoes of rule pack");
  });

  it("has the same as JSON", () => {
    const list = JSON.parse(ruleListJson(pack, plainStyle));
    expect(list).toMatchObject({ version: 1, pack: { name: "small", version: "1.2.3" } });
    expect(list.rules.map(({ id }: { id: string }) => id)).toEqual([
      ...pack.rules.map(({ id }) => id),
      ...pack.vetoes.map(({ id }) => id),
    ]);
    expect(list.rules[0]).toEqual({
      kind: "rule",
      id: "streams",
      favours: "stateful",
      weight: { live: 3, kept: 0, stateless: 0 },
      concern: "interaction",
      condition: "style is stream",
      contested: false,
    });
    expect(list.rules[2]).toMatchObject({ id: "alone", contested: true });
    expect(list.rules[5]).toEqual({
      kind: "veto",
      id: "stream-needs-state",
      forbids: "stateless",
      concern: "interaction",
      condition: "style is stream",
      contested: false,
    });
  });
});
