import { describe, expect, it } from "vitest";
import { questionsIn } from "../../../../src/engine/model/compiled-condition.js";
import { packFindings } from "../../../../src/engine/pack-tools/statistics/pack-findings.js";
import { packStatistics } from "../../../../src/engine/pack-tools/statistics/pack-statistics.js";
import { type TinyPack, tinyPack } from "../../tiny-pack.js";
import { densePack } from "./dense-pack.js";

describe("pack statistics, worked examples", () => {
  const table: TinyPack = {
    questions: {
      style: ["plain", "rich"],
      depth: ["none", "deep"],
      colour: ["red", "blue"],
      mood: ["calm", "wild"],
    },
    rules: [
      [{ style: "plain" }, { need: -4 }],
      [{ style: "rich" }, { need: 4 }],
      [{ style: "plain", depth: "deep" }, { need: 5 }],
      [{ style: "rich" }, { place: 1 }],
      [{ style: "plain" }, { given: "may-not-bind" }],
      [{ style: "rich", colour: "red" }, { given: "may-not-bind" }],
    ],
    implied: [["depth", { style: "plain" }, "none"]],
  };

  it("find what never fires, never changes a verdict and never decides", () => {
    const statistics = packStatistics(tinyPack(table));
    // plain implies none: 4 profiles by colour and mood; rich: 8.
    expect(statistics.profiles).toBe(12n);
    // plain is stateless; rich is stateful but for red, which may not be bound.
    expect(statistics.verdicts).toEqual({ stateless: 4n, stateful: 4n, hybrid: 4n, undecided: 0n });
    expect(statistics.firing.map(({ id, profiles }) => [id, profiles])).toEqual([
      ["r0", 4n],
      ["r1", 8n],
      ["r2", 0n],
      ["r3", 8n],
      ["r4", 4n],
      ["r5", 4n],
    ]);
    expect(statistics.firing[2]).toMatchObject({ fires: null });
    // Nothing is kept where r4 fires.
    expect(statistics.givens.map(({ given, decides }) => [given, decides.kind])).toEqual([
      ["r4", "excluded"],
      ["r5", "shown"],
    ]);
    expect(
      statistics.questions.map(({ question, changesVerdict }) => [question, changesVerdict.kind]),
    ).toEqual([
      ["style", "shown"],
      ["depth", "excluded"],
      ["colour", "shown"],
      ["mood", "excluded"],
    ]);
  });

  it("count what fires in any case and what never does, where implications leave one answer", () => {
    const { profiles, firing, verdicts, examples } = packStatistics(
      tinyPack({
        questions: { style: ["plain", "rich"], depth: ["none", "deep"] },
        rules: [
          [{ depth: "none" }, { need: -1 }],
          [{ depth: "deep" }, { need: 5 }],
          [{ style: "plain" }, { given: "must", concern: "sync" }],
        ],
        implied: [["depth", { style: ["plain", "rich"] }, "none"]],
      }),
    );
    expect(profiles).toBe(2n);
    expect(
      firing.map(({ id, profiles: fires, fires: some, rests }) => [id, fires, some !== null, rests !== null]),
    ).toEqual([
      ["r0", 2n, true, false],
      ["r1", 0n, false, true],
      ["r2", 1n, true, true],
    ]);
    expect(verdicts).toEqual({ stateless: 1n, stateful: 0n, hybrid: 1n, undecided: 0n });
    expect(examples.map(({ verdict }) => verdict)).toEqual(["stateless", "hybrid"]);
  });

  it("tell a direction that holds from one that does not", () => {
    const { directions } = packStatistics(
      tinyPack({
        questions: { load: ["low", "high"], rate: ["low", "high"], talk: ["once", "both-ways"] },
        directions: { load: "stateless", rate: "stateless" },
        rules: [
          [{ load: "high" }, { need: -3 }],
          [{ rate: "high", talk: "both-ways" }, { need: 2 }],
          [{ talk: "once" }, { need: -2 }],
          [{ talk: "both-ways" }, { need: -1 }],
        ],
      }),
    );
    expect(directions.map(({ question, violated }) => [question, violated.kind])).toEqual([
      ["load", "excluded"],
      ["rate", "shown"],
    ]);
    const [, rate] = directions;
    if (rate?.violated.kind !== "shown") throw new Error("not shown");
    // With an exchange both ways and a low load: B = 1 alone, then A = 2 against B = 1, and nothing binds it.
    const { before, after } = rate.violated.witness;
    expect([before.verdict, after.verdict]).toEqual(["stateless", "hybrid"]);
    expect([before.answers.get("load"), before.answers.get("talk")]).toMatchObject([
      { options: ["low"] },
      { options: ["both-ways"] },
    ]);
  });

  it("take no step to or from undecided for one against a direction", () => {
    const { directions } = packStatistics(
      tinyPack({
        questions: { load: ["low", "high"] },
        directions: { load: "stateful" },
        rules: [
          [{ load: "low" }, { need: 1 }],
          [{ load: "low" }, { place: 1 }],
        ],
      }),
    );
    expect(directions.map(({ violated }) => violated)).toEqual([{ kind: "excluded" }]);
  });
});

describe("statistics of packs whose questions are tied too closely", () => {
  it("say which, and give what can be found all the same", () => {
    const pack = densePack(200, 16);
    const statistics = packStatistics(pack);
    expect(statistics.profiles).toBe(4n ** 16n);
    expect(statistics.verdicts).toBeNull();
    expect(statistics.outOfReach?.questions.length).toBeGreaterThan(8);
    // A rule over five of them, and one over one.
    expect(statistics.firing[0]?.profiles).toBe(4n ** 11n);
    expect(statistics.firing.at(-1)?.profiles).toBe(4n ** 15n);
    expect(new Set(statistics.questions.map(({ changesVerdict }) => changesVerdict.kind))).toEqual(
      new Set(["shown"]),
    );
  });

  it("call unknown what samples do not show, with the questions that a search would tie together", () => {
    const statistics = packStatistics(densePack(200, 16), 0);
    const kinds = statistics.questions.map(({ changesVerdict }) => changesVerdict);
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(["unknown"]));
    expect(kinds[0]).toMatchObject({ questions: { length: 16 } });
    expect(packFindings(densePack(200, 16), statistics)).toContainEqual(
      expect.objectContaining({ code: "not-searched", id: "q0" }),
    );
  });

  it("exclude at once that an answer changes a verdict if no rule reads it", () => {
    const dense = densePack(200, 16);
    const [first] = dense.questions;
    const rules = dense.rules.filter(({ condition }) => questionsIn(condition)[0] !== first);
    const [unread, ...others] = packStatistics({ ...dense, rules }, 0).questions;
    expect(unread?.changesVerdict).toEqual({ kind: "excluded" });
    expect(others[0]?.changesVerdict.kind).toBe("unknown");
  });
});
