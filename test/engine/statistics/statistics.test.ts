import { beforeAll, describe, expect, it } from "vitest";
import { packStatistics } from "../../../src/engine/analyse/pack-statistics.js";
import { unwrap } from "../../../src/engine/diagnostics/problem-error.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { evaluate } from "../../../src/engine/score/evaluate.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { packFindings } from "../../../src/engine/statistics/pack-findings.js";
import { statisticsJson } from "../../../src/engine/statistics/statistics-json.js";
import { statisticsText } from "../../../src/engine/statistics/statistics-text.js";
import { statisticsWitnesses } from "../../../src/engine/statistics/statistics-witnesses.js";
import { withAnswer } from "../../../src/engine/witness/search-answers.js";
import { packOf, smallPackText } from "../small-pack.js";

/** The small pack with a veto that decides nothing, a rule that never fires and a load that speaks for state as well. */
const flawed = smallPackText.replace(
  "\nvetoes:\n",
  "\n  torn: { when: { all: [{ style: stream }, { style: steps }] }, favours: stateless, weight: 1, concern: operation, because: It is torn., sources: [claim] }\n  many-wait: { when: { load: many }, favours: stateful, weight: { kept: 5 }, concern: workflow, because: They wait., sources: [claim] }\nvetoes:\n  idle: { when: { style: apart }, forbids: stateful, concern: interaction, because: It is idle., sources: [claim] }\n",
);

const found = (pack: CompiledPack) => packFindings(pack, packStatistics(pack));
const verdictOn = (pack: CompiledPack, answers: Parameters<typeof profileOf>[1]) =>
  evaluate(pack, profileOf(pack, answers).possible).verdict;

describe("what statistics say against a pack", () => {
  let pack: CompiledPack;
  beforeAll(() => {
    pack = unwrap(packOf(flawed));
  });

  it("names what never fires, never decides and moves against its direction", () => {
    const codes = found(pack).map(({ code, id }) => `${code} ${id}`);
    expect(codes).toEqual(expect.arrayContaining(["never-fires torn", "against-direction load"]));
    expect(codes).not.toContain("powerless-question style");
    expect(codes).not.toContain("never-fires many-wait");
  });

  it("shows a move against a direction by answers that make it", () => {
    const [against] = found(pack).filter(({ code }) => code === "against-direction");
    if (against?.code !== "against-direction") throw new Error("load moves both ways");
    const moved = withAnswer(against.witness, "load", { kind: "chosen", options: [against.to], note: null });
    expect(against.direction).toBe("stateless");
    expect([verdictOn(pack, against.witness), verdictOn(pack, moved)]).toEqual([
      against.before,
      against.after,
    ]);
  });

  it("gives an example of each verdict under its name", () => {
    const statistics = packStatistics(pack);
    const examples = statisticsWitnesses(statistics, []);
    expect(examples.length).toBeGreaterThan(2);
    for (const { name, answers } of examples) expect(name).toBe(`verdict-${verdictOn(pack, answers)}`);
  });

  it("counts every way of answering once", () => {
    const statistics = packStatistics(pack);
    const report = JSON.parse(statisticsJson(pack, statistics, found(pack), plainStyle));
    const total = Object.values<string>(report.verdicts).reduce((sum, count) => sum + BigInt(count), 0n);
    /** Styles that leave the order open, and the one that implies it; loads; sets of kinds. */
    expect(total).toBe(BigInt((2 * 2 + 1) * 3 * 4));
    expect(report.profiles).toBe(String(total));
  });

  it("reads as text", async () => {
    const statistics = packStatistics(pack);
    await expect(statisticsText(pack, statistics, found(pack), plainStyle)).toMatchFileSnapshot(
      "golden/statistics.txt",
    );
  });
});
