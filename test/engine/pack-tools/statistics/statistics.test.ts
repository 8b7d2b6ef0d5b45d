import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { PackStatistics } from "../../../../src/engine/model/pack-statistics.js";
import {
  packFindings,
  packFindingWords,
  statisticsWitnesses,
} from "../../../../src/engine/pack-tools/statistics/pack-findings.js";
import { packStatistics } from "../../../../src/engine/pack-tools/statistics/pack-statistics.js";
import { statisticsJson } from "../../../../src/engine/pack-tools/statistics/statistics-json.js";
import { statisticsText } from "../../../../src/engine/pack-tools/statistics/statistics-text.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { withAnswer } from "../../../../src/engine/pack-tools/witness/search-answers.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { score } from "../../../../src/engine/score/score.js";
import { packOf, smallPack, smallPackText } from "../../small-pack.js";

/** The small pack with a given that decides nothing, a rule that never fires and the wrong direction of `load`. */
const flawed = smallPackText
  .replace("direction: stateless", "direction: stateful")
  .replace(
    "\nmust-bind:\n",
    "\n  torn: { points: 1, when: { all: [{ style: stream }, { style: steps }] }, because: It is torn., sources: [claim] }\n  many-wait: { points: 5, when: { load: many }, because: They wait., sources: [claim] }\nmust-bind:\n",
  )
  .replace(
    "\nmay-not-bind:\n",
    "\nmay-not-bind:\n  idle: { when: { style: apart }, because: It is idle., sources: [claim] }\n",
  );

const found = (pack: CompiledPack) => packFindings(pack, packStatistics(pack));
const verdictOn = (pack: CompiledPack, answers: Parameters<typeof profileOf>[1]) =>
  score(pack, profileOf(pack, answers).possible).verdict;

describe("what statistics say against a pack", () => {
  let pack: CompiledPack;
  beforeAll(() => {
    pack = unwrap(packOf(flawed));
  });

  it("names what never fires, never decides and moves against its direction", () => {
    const codes = found(pack).map(({ code, id }) => `${code} ${id}`);
    expect(codes).toEqual(
      expect.arrayContaining(["never-fires torn", "against-direction load", "powerless-given idle"]),
    );
    expect(codes).not.toContain("powerless-question style");
    expect(codes).not.toContain("never-fires many-wait");
  });

  it("shows a move against a direction by answers that make it", () => {
    const [against] = found(pack).filter(({ code }) => code === "against-direction");
    if (against?.code !== "against-direction") throw new Error("load has the wrong direction");
    const moved = withAnswer(against.witness, "load", { kind: "chosen", options: [against.to], note: null });
    expect(against.direction).toBe("stateful");
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

  it("says the same as JSON", () => {
    const statistics = packStatistics(pack);
    const report = JSON.parse(statisticsJson(pack, statistics, found(pack), plainStyle));
    expect(report).toMatchObject({ version: 2, pack: { name: "small", version: "1.2.3" }, outOfReach: null });
    expect(report.examples.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
      statistics.examples.map(({ verdict }) => verdict),
    );
    expect(report.examples[0].witness).toEqual(plainAnswers(statistics.examples[0]?.answers ?? new Map()));
    expect(report.firing).toContainEqual({ kind: "place", id: "torn", profiles: "0" });
    expect(report.firing).toContainEqual({ kind: "place", id: "many-wait", profiles: "20" });
    expect(report.findings).toContainEqual({
      code: "never-fires",
      kind: "place",
      id: "torn",
      message: "the rule torn never fires",
      witness: null,
    });
    const against = report.findings.find(({ code }: { code: string }) => code === "against-direction");
    expect(against.witness).toMatchObject({ load: against.from });
  });

  it("gives answers for each finding that answers can show", () => {
    const statistics = packStatistics(pack);
    const shown = found(pack).filter(({ witness }) => witness !== null);
    const witnesses = statisticsWitnesses(statistics, found(pack)).slice(statistics.examples.length);
    expect(shown.length).toBeGreaterThan(0);
    expect(witnesses).toEqual(
      shown.map((finding) => ({
        name: `${finding.code}-${finding.id}`,
        shows: packFindingWords(finding),
        answers: finding.witness,
      })),
    );
    expect(statisticsWitnesses(statistics, [])[0]?.shows).toBe(
      `the verdict ${statistics.examples[0]?.verdict}`,
    );
  });
});

/** Nothing is known of a given, of two questions and of a direction; one rule always fires. */
const unknown: PackStatistics = {
  profiles: 60n,
  verdicts: null,
  examples: [],
  firing: [
    {
      kind: "need",
      id: "alone",
      profiles: 60n,
      fires: {
        answers: new Map([["style", { kind: "chosen", options: ["apart"], note: null }]]),
        verdict: "stateless",
      },
      rests: null,
    },
  ],
  givens: [{ given: "shops-move", decides: { kind: "unknown", questions: ["style", "load"] } }],
  questions: [
    { question: "style", changesVerdict: { kind: "excluded" } },
    { question: "load", changesVerdict: { kind: "unknown", questions: [] } },
    { question: "order", changesVerdict: { kind: "unknown", questions: [] } },
  ],
  directions: [
    { question: "load", direction: "stateless", violated: { kind: "unknown", questions: ["load"] } },
  ],
  outOfReach: { questions: ["style", "load"], cells: 1e9 },
};

describe("statistics that are out of reach", () => {
  it("are found to be so, once for each entry", () => {
    expect(packFindings(smallPack(), unknown).map(({ code, id }) => `${code} ${id}`)).toEqual([
      "always-fires alone",
      "powerless-question style",
      "not-searched shops-move",
      "not-searched load",
      "not-searched order",
    ]);
  });

  it("are found to be so where a direction alone is", () => {
    const directions = { ...unknown, givens: [], questions: [] };
    expect(packFindings(smallPack(), directions)).toContainEqual({
      code: "not-searched",
      id: "load",
      questions: ["load"],
      witness: null,
    });
  });

  it("are reported as text, with the questions that are tied together", () => {
    const small = smallPack();
    const text = statisticsText(small, unknown, packFindings(small, unknown), plainStyle);
    expect(text).toContain("\nVerdicts\n  Out of reach: it needs tables over style and load.\n");
    expect(text).toContain("  • the rule alone always fires\n    for example style=apart\n");
    expect(text).toContain(
      "\nNot searched\n  • shops-move is not searched exhaustively, as that ties together style and\n    load\n",
    );
    const plainly = statisticsText(small, { ...unknown, outOfReach: null }, [], plainStyle);
    expect(plainly).toContain("\nVerdicts\n  Out of reach.\n");
    expect(plainly).not.toContain("Not searched");
  });

  it("are reported if nothing can be counted", () => {
    const small = smallPack();
    const [alone] = unknown.firing;
    if (alone === undefined) throw new Error("no rule");
    const uncounted = { ...unknown, profiles: null, firing: [{ ...alone, profiles: null, fires: null }] };
    const findings = packFindings(small, uncounted);
    expect(findings.map(({ code, id }) => `${code} ${id}`)).toEqual([
      "powerless-question style",
      "not-searched alone",
      "not-searched shops-move",
      "not-searched load",
      "not-searched order",
    ]);
    expect(statisticsText(small, uncounted, findings, plainStyle)).toMatch(
      /^Rule pack small 1\.2\.3: the number of ways of answering everything is out of\s+reach\.\n/,
    );
    const report = JSON.parse(statisticsJson(small, uncounted, findings, plainStyle));
    expect(report.profiles).toBeNull();
    expect(report.firing).toEqual([{ kind: "need", id: "alone", profiles: null }]);
  });

  it("are reported as JSON", () => {
    const small = smallPack();
    const report = JSON.parse(statisticsJson(small, unknown, packFindings(small, unknown), plainStyle));
    expect(report).toMatchObject({ verdicts: null, outOfReach: { questions: ["style", "load"] } });
    expect(report.findings[0]).toMatchObject({ code: "always-fires", witness: { style: "apart" } });
  });
});
