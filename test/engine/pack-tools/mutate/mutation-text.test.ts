import { describe, expect, it } from "vitest";
import type { Answers } from "../../../../src/engine/model/answers.js";
import type { Mutant } from "../../../../src/engine/pack-tools/mutate/mutants.js";
import type { Mutation } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { mutationDocument } from "../../../../src/engine/pack-tools/mutate/mutation-json.js";
import { mutationText } from "../../../../src/engine/pack-tools/mutate/mutation-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { smallPack } from "../../small-pack.js";

const mutant = (entry: string, change: string, kind: Mutant["kind"] = "points"): Mutant => ({
  kind,
  entry,
  change,
  pack: smallPack(),
});

const answers: Answers = new Map([
  ["load", { kind: "unsure", note: null }],
  ["style", { kind: "chosen", options: ["steps"], note: null }],
]);

/** Two of seven mutants killed; three are revealed by answers, and for two it is not known. */
const mutation = (): Mutation => ({
  pack: smallPack(),
  killed: 2,
  surviving: [
    {
      mutant: mutant("a", "from 1 point for keeping it to 2 points for keeping it"),
      difference: { answers, by: "verdict", before: "hybrid", after: "stateful" },
    },
    {
      mutant: mutant("b", "from 2 points for keeping it to 1 point for keeping it"),
      difference: { answers, by: "placement", before: "hybrid", after: "hybrid" },
    },
    {
      mutant: mutant("c", "condition becomes: load is few", "condition"),
      difference: { answers, by: "firing", before: "hybrid", after: "hybrid" },
    },
  ],
  undetermined: [
    mutant("d", "from 4 points for keeping it to 5 points for keeping it"),
    mutant("e", "from 3 points for keeping it to 4 points for keeping it"),
  ],
  equivalent: [mutant("f", "left out (must be kept)", "removed")],
});

describe("what became of mutants", () => {
  it("is reported to programs, each mutant with the answers that show it", () => {
    const witness = { load: "unsure", style: "steps" };
    const [hybrid, stateful] = ["hybrid", "stateful"];
    expect(mutationDocument(mutation())).toEqual({
      score: { killed: 2, of: 7 },
      surviving: [
        {
          kind: "points",
          entry: "a",
          change: "from 1 point for keeping it to 2 points for keeping it",
          by: "verdict",
          before: hybrid,
          after: stateful,
          witness,
        },
        {
          kind: "points",
          entry: "b",
          change: "from 2 points for keeping it to 1 point for keeping it",
          by: "placement",
          before: hybrid,
          after: hybrid,
          witness,
        },
        {
          kind: "condition",
          entry: "c",
          change: "condition becomes: load is few",
          by: "firing",
          before: hybrid,
          after: hybrid,
          witness,
        },
      ],
      undetermined: [
        { kind: "points", entry: "d", change: "from 4 points for keeping it to 5 points for keeping it" },
        { kind: "points", entry: "e", change: "from 3 points for keeping it to 4 points for keeping it" },
      ],
      equivalent: [{ kind: "removed", entry: "f", change: "left out (must be kept)" }],
    });
  });

  it("is reported to people, with a share that is rounded down", () => {
    const text = mutationText(mutation(), plainStyle);
    for (const line of [
      "a: from 1 point for keeping it to 2 points for keeping it",
      "the verdict changes from hybrid to stateful on ",
      "a placement changes on ",
      "c fires only before or only after the change on ",
      "d: from 4 points for keeping it to 5 points for keeping it",
      "f: left out (must be kept)",
    ])
      expect(text).toContain(line);
    expect(text.split("No answers were found that reveal it, but there may be some.")).toHaveLength(3);
    // 2 of 7 is 28.57 %.
    expect(text.endsWith("\n2 of 7 mutants killed (28.5 %).\n")).toBe(true);
  });

  it("is no share if there are none", () => {
    const none: Mutation = { ...mutation(), killed: 0, surviving: [], undetermined: [], equivalent: [] };
    expect(mutationText(none, plainStyle)).toBe("0 of 0 mutants killed.\n");
  });
});
