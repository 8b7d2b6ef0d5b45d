import { describe, expect, it, vi } from "vitest";
import { analyse } from "../../../../src/engine/analyse/analyse.js";
import { OutOfReach } from "../../../../src/engine/count/cells.js";
import { TallyCollector } from "../../../../src/engine/count/tally-collector.js";
import { packStatistics } from "../../../../src/engine/pack-tools/statistics/pack-statistics.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { tinyPack } from "../../tiny-pack.js";

const twenty = Array.from({ length: 20 }, (_, index) => `q${index}`);

describe("pack statistics, worked examples", () => {
  it("finds what never fires, never changes a verdict and never decides", () => {
    const statistics = packStatistics(
      tinyPack({
        questions: { style: ["plain", "rich"], depth: ["none", "deep"], colour: ["red", "blue"] },
        rules: [
          [{ style: "plain" }, { L: 4 }],
          [{ style: "rich" }, { N: 4 }],
          [{ style: "plain", depth: "deep" }, { N: 5 }],
          [{ colour: "red" }, { L: 1 }],
        ],
        vetoes: [
          [{ style: "plain" }, "stateful"],
          [{ style: "rich", colour: "red" }, "stateful"],
        ],
        implied: [["depth", { style: "plain" }, "none"]],
      }),
    );
    // plain → none: 2 profiles by colour; rich: 4.
    expect(statistics.profiles).toBe(6n);
    // plain is stateless; rich is stateful but for red, which the second veto turns into hybrid.
    expect(statistics.verdicts).toEqual({ stateless: 2n, stateful: 2n, hybrid: 2n, undecided: 0n });
    expect(statistics.firing.map(({ id, profiles }) => [id, profiles])).toEqual([
      ["r0", 2n],
      ["r1", 4n],
      ["r2", 0n],
      ["r3", 3n],
      ["v0", 2n],
      ["v1", 2n],
    ]);
    expect(statistics.firing.find(({ id }) => id === "r2")?.fires).toBeNull();
    expect(statistics.vetoes.map(({ veto, decides }) => [veto, decides.kind])).toEqual([
      ["v0", "excluded"],
      ["v1", "shown"],
    ]);
    expect(
      statistics.questions.map(({ question, changesVerdict }) => [question, changesVerdict.kind]),
    ).toEqual([
      ["style", "shown"],
      ["depth", "excluded"],
      ["colour", "shown"],
    ]);
  });

  it("counts what fires in any case and what never does, where implications leave one answer", () => {
    const { profiles, firing } = packStatistics(
      tinyPack({
        questions: { style: ["plain", "rich"], depth: ["none", "deep"] },
        rules: [
          [{ depth: "none" }, { L: 1 }],
          [{ depth: "deep" }, { L: 1 }],
        ],
        vetoes: [[{ depth: "none" }, "stateful"]],
        implied: [
          ["depth", { style: "plain" }, "none"],
          ["depth", { style: "rich" }, "none"],
        ],
      }),
    );
    expect(profiles).toBe(2n);
    expect(
      firing.map(({ id, profiles, fires, rests }) => [id, profiles, fires !== null, rests !== null]),
    ).toEqual([
      ["r0", 2n, true, false],
      ["r1", 0n, false, true],
      ["v0", 2n, true, false],
    ]);
  });

  it("counts what fires whatever is answered, and shows profiles with what is implied in any case", () => {
    const { profiles, firing, verdicts, examples } = packStatistics(
      tinyPack({
        questions: { style: ["plain", "rich"], depth: ["none", "deep"] },
        rules: [
          [{ style: "plain" }, { L: 1 }],
          [{ depth: "none" }, { L: 1 }],
          [{ depth: "deep" }, { N: 9 }],
        ],
        vetoes: [[{ depth: "none" }, "stateful"]],
        implied: [["depth", { style: ["plain", "rich"] }, "none"]],
      }),
    );
    expect(profiles).toBe(2n);
    expect(
      firing.map(({ id, profiles, fires, rests }) => [id, profiles, fires !== null, rests !== null]),
    ).toEqual([
      ["r0", 1n, true, true],
      ["r1", 2n, true, false],
      ["r2", 0n, false, true],
      ["v0", 2n, true, false],
    ]);
    expect(verdicts).toEqual({ stateless: 2n, stateful: 0n, hybrid: 0n, undecided: 0n });
    expect(examples.map(({ verdict }) => verdict)).toEqual(["stateless"]);
  });

  it("tells a direction that holds from one that does not", () => {
    const { directions } = packStatistics(
      tinyPack({
        questions: { load: ["low", "high"], rate: ["low", "high"], talk: ["once", "both-ways"] },
        directions: { load: "stateless", rate: "stateless" },
        rules: [
          [{ load: "high" }, { L: 3 }],
          [{ rate: "high", talk: "both-ways" }, { N: 2 }],
          [{ talk: "once" }, { L: 2 }],
          [{ talk: "both-ways" }, { L: 1 }],
        ],
      }),
    );
    expect(directions.map(({ question, violated }) => [question, violated.kind])).toEqual([
      ["load", "excluded"],
      ["rate", "shown"],
    ]);
    const [, rate] = directions;
    if (rate?.violated.kind !== "shown") throw new Error("not shown");
    // With an exchange both ways and a low load: L = 1 alone, then N = 2 against L = 1.
    const { before, after } = rate.violated.witness;
    expect([before.verdict, after.verdict]).toEqual(["stateless", "stateful"]);
    expect([before.answers.get("load"), before.answers.get("talk")]).toMatchObject([
      { options: ["low"] },
      { options: ["both-ways"] },
    ]);
  });

  it("says which questions are tied too closely, instead of taking forever", () => {
    const names = Array.from({ length: 12 }, (_, index) => `q${index}`);
    const options = ["a", "b", "c", "d"];
    const pack = tinyPack({
      questions: Object.fromEntries(names.map((name) => [name, options])),
      rules: names.flatMap((one, index) =>
        names.slice(index + 1).map((other) => [{ [one]: "a", [other]: "b" }, { L: 1 }] as const),
      ),
    });
    const statistics = packStatistics(pack);
    expect(statistics.profiles).toBe(4n ** 12n);
    expect(statistics.verdicts).toBeNull();
    expect(statistics.examples).toEqual([]);
    expect(statistics.outOfReach?.questions).toEqual(names);
    // The first table holds all twelve questions; each one eliminated leaves a quarter of it.
    expect(statistics.outOfReach?.cells).toBe((4 ** 13 - 4) / 3);
    expect(statistics.firing[0]?.profiles).toBe(4n ** 10n);
    expect(() => analyse(pack, profileOf(pack, new Map()))).toThrow(OutOfReach);
  });

  it("says so of a single rule that ties too many questions together", () => {
    const { profiles, verdicts, firing, questions, outOfReach } = packStatistics(
      tinyPack({
        questions: Object.fromEntries(twenty.map((name) => [name, ["a", "b", "c", "d", "e", "f"]])),
        rules: [
          [Object.fromEntries(twenty.map((name) => [name, ["a", "b"]])), { N: 3 }],
          [{ q0: "a" }, { L: 3 }],
        ],
      }),
      0,
    );
    expect(profiles).toBe(6n ** 20n);
    expect(verdicts).toBeNull();
    expect(outOfReach).toEqual({ questions: twenty, cells: 6 ** 20 });
    expect(firing[0]).toEqual({ kind: "rule", id: "r0", profiles: null, fires: null, rests: null });
    expect(firing[1]?.profiles).toBe(6n ** 19n);
    expect(questions.map(({ changesVerdict }) => changesVerdict.kind)).toEqual(twenty.map(() => "unknown"));
  });

  it("says so of a single implication that ties too many questions together", () => {
    const { profiles, verdicts, outOfReach } = packStatistics(
      tinyPack({
        questions: {
          depth: ["none", "deep"],
          ...Object.fromEntries(twenty.map((name) => [name, ["a", "b"]])),
        },
        rules: [[{ depth: "deep" }, { N: 3 }]],
        implied: [["depth", Object.fromEntries(twenty.map((name) => [name, "a"])), "none"]],
      }),
      0,
    );
    expect([profiles, verdicts]).toEqual([null, null]);
    expect(outOfReach).toEqual({ questions: ["depth", ...twenty], cells: 2 ** 21 });
  });

  it("take no mistake for what is out of reach", () => {
    const gather = vi.spyOn(TallyCollector.prototype, "add").mockImplementation(() => {
      throw new RangeError("a mistake");
    });
    const pack = tinyPack({ questions: { style: ["plain", "rich"] }, rules: [] });
    expect(() => packStatistics(pack)).toThrow("a mistake");
    gather.mockRestore();
  });
});
