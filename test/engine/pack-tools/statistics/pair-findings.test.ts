import { expect, it } from "vitest";
import { findPair } from "../../../../src/engine/pack-tools/statistics/find-pair.js";
import { questionOf } from "../../lookup.js";
import { answersOf, tinyPack } from "../../tiny-pack.js";

it("finds a pair only if the verdicts differ, whatever else is wanted", () => {
  const pack = tinyPack({
    questions: { talk: ["once", "ways"], colour: ["red", "blue"] },
    rules: [
      [{ talk: "once" }, { L: 1 }],
      [{ talk: "ways" }, { N: 1 }],
    ],
  });
  const found = (question: number) =>
    findPair(
      pack,
      questionOf(pack, question),
      (from, to) => from > to,
      () => true,
    );
  expect(found(1)).toBeNull();
  // From the second option to the first, the colour left as it is.
  const before = found(0)?.before;
  const after = found(0)?.after;
  expect([before?.verdict, after?.verdict]).toEqual(["stateful", "stateless"]);
  expect([before?.answers.get("talk"), after?.answers.get("talk")]).toEqual([
    answersOf({ talk: "ways" }).get("talk"),
    answersOf({ talk: "once" }).get("talk"),
  ]);
  expect(before?.answers.get("colour")).toEqual(after?.answers.get("colour"));
});
