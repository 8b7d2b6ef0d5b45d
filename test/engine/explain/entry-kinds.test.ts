import { expect, it } from "vitest";
import { entryKindsText } from "../../../src/engine/explain/entry-kinds.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { barePack } from "../bare-pack.js";
import { smallPack } from "../small-pack.js";

it("says of each kind how many ids there are, and the first of them", () => {
  const lines = entryKindsText(smallPack().source, plainStyle).split("\n");
  const rows = lines.filter((line) => line.startsWith("  ") && !/placements|patterns/.test(line));
  expect(rows.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["topics", "1, such as talk"],
    ["questions", "4, such as style"],
    ["options", "11, such as style=apart"],
    ["rules", "13, such as streams"],
    ["backed-by", "1, such as replayed"],
    ["clashes", "1, such as apart-in-order"],
    ["tradeoffs", "3, such as fast"],
    ["guidance", "1, such as retry"],
    ["criteria", "1, such as claim"],
    ["references", "1, such as paper"],
  ]);
});

it("leaves out kinds that the pack has none of", () => {
  const text = entryKindsText(barePack({}), plainStyle);
  expect(text).not.toMatch(/clashes|tradeoffs|guidance/);
});
