import { describe, expect, it } from "vitest";
import type { Change, TippingPoint } from "../../../src/engine/model/analysis.js";
import type { Verdict } from "../../../src/engine/model/verdict.js";
import { tippingGroups } from "../../../src/engine/report/tipping.js";

/** A change in short: `a: x > y`; `-` where an option is added or dropped. */
function change(text: string): Change {
  const [question = "", from = "", to = ""] = text.split(/: | > /);
  const option = (id: string): string | null => (id === "-" ? null : id);
  return { question, from: option(from), to: option(to) };
}
const short = ({ question, from, to }: Change): string => `${question}: ${from ?? "-"} > ${to ?? "-"}`;
const point = (verdict: Verdict, ...changes: readonly string[]): TippingPoint => ({
  verdict,
  changes: changes.map(change),
});
const groups = (...points: readonly TippingPoint[]) =>
  tippingGroups(points).map(({ verdict, shared, alternatives }) => ({
    verdict,
    shared: shared.map(short),
    alternatives: alternatives.map(({ changes, others }) => [changes.map(short), others.map(short)]),
  }));

describe("tipping points in groups", () => {
  it("are ordered by the verdict they lead to, in the order of the verdicts", () => {
    expect(groups(point("hybrid", "a: x > y"), point("stateless", "a: x > z"))).toEqual([
      { verdict: "stateless", shared: ["a: x > z"], alternatives: [] },
      { verdict: "hybrid", shared: ["a: x > y"], alternatives: [] },
    ]);
    expect(groups()).toEqual([]);
  });

  it("tell changes of one answer to several others as one", () => {
    const points = ["a: x > y", "b: x > y", "a: x > z"].map((each) => point("hybrid", each));
    expect(groups(...points)).toEqual([
      {
        verdict: "hybrid",
        shared: [],
        alternatives: [
          [["a: x > y"], ["a: x > z"]],
          [["b: x > y"], []],
        ],
      },
    ]);
  });

  it("keep apart what differs in where it comes from, and options that are added or dropped", () => {
    const each = ["a: x > y", "a: w > y", "k: - > x", "k: - > y", "k: x > -", "k: y > -"];
    expect(groups(...each.map((one) => point("hybrid", one)))).toEqual([
      { verdict: "hybrid", shared: [], alternatives: each.map((one) => [[one], []]) },
    ]);
  });

  it("tell dropping one option from dropping another in sets, too", () => {
    const points = [point("hybrid", "k: x > -", "a: x > y"), point("hybrid", "k: y > -", "a: x > y")];
    expect(groups(...points)).toEqual([
      {
        verdict: "hybrid",
        shared: ["a: x > y"],
        alternatives: [
          [["k: x > -"], []],
          [["k: y > -"], []],
        ],
      },
    ]);
  });

  it("say once what all sets of a verdict share, and that alone", () => {
    const points = [
      point("hybrid", "a: x > y", "b: x > y"),
      point("hybrid", "a: x > y", "b: x > z"),
      point("hybrid", "c: x > y", "a: x > y"),
      point("stateful", "a: x > y", "d: x > y"),
      point("stateful", "a: x > z", "d: x > y"),
      point("stateful", "b: x > y", "c: x > y"),
    ];
    expect(groups(...points)).toEqual([
      {
        verdict: "stateful",
        shared: [],
        alternatives: [
          [["a: x > y", "d: x > y"], []],
          [["a: x > z", "d: x > y"], []],
          [["b: x > y", "c: x > y"], []],
        ],
      },
      {
        verdict: "hybrid",
        shared: ["a: x > y"],
        alternatives: [
          [["b: x > y"], ["b: x > z"]],
          [["c: x > y"], []],
        ],
      },
    ]);
  });
});
