import { beforeAll, describe, expect, it } from "vitest";
import { conditionsOf } from "../../../src/engine/lint/linted-pack.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { everyAnswers } from "../../../src/engine/mutate/every-answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { evaluate } from "../../../src/engine/score/evaluate.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { readAnswers } from "../../../src/engine/validate/read-answers.js";
import { answersOfBox, plainAnswers } from "../../../src/engine/witness/answers-of-box.js";
import { verdictDistance } from "../../../src/engine/witness/distances.js";
import { pointsOfBox } from "../../../src/engine/witness/points-of-box.js";
import { searchAnswers } from "../../../src/engine/witness/search-answers.js";
import { witnessFile } from "../../../src/engine/witness/witness-file.js";
import { loadPack } from "../../../src/node.js";
import { smallPack } from "../small-pack.js";

const small = smallPack();

describe("answers of a box", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await loadPack();
  });

  it("meet the condition that the box is of, whatever is implied", () => {
    for (const { id, compiled } of conditionsOf(pack)) {
      for (const box of compiled.boxes) {
        const { possible } = profileOf(pack, answersOfBox(pack, box));
        expect(holds(compiled, possible), id).toBe(true);
      }
    }
  });

  it("are told apart by the points of the box", () => {
    const box = small.rules.find(({ rule }) => rule.id === "crowds")?.condition.boxes[0] ?? [];
    expect(pointsOfBox(box).map((point) => plainAnswers(answersOfBox(small, point)))).toEqual([
      { load: "some" },
      { load: "many" },
    ]);
  });
});

describe("the distance to a verdict", () => {
  it("is 0 on that verdict and on no other", () => {
    for (const answers of everyAnswers(small.pack.questions)) {
      const found = evaluate(small, profileOf(small, answers).possible);
      for (const verdict of verdicts) {
        expect(verdictDistance(small.forms, found, verdict) === 0).toBe(found.verdict === verdict);
      }
    }
  });
});

describe("the search for answers", () => {
  const distanceTo =
    (verdict: (typeof verdicts)[number]) => (profile: { readonly possible: readonly number[] }) =>
      verdictDistance(small.forms, evaluate(small, profile.possible), verdict);

  it.each(verdicts)("finds the verdict %s", (verdict) => {
    const found = searchAnswers(small, new Map(), distanceTo(verdict));
    expect(found === null ? null : evaluate(small, profileOf(small, found).possible).verdict).toBe(verdict);
  });

  it("leaves fixed answers as they are", () => {
    const start = new Map([["load", { kind: "chosen", options: ["some"], note: null } as const]]);
    const found = searchAnswers(small, start, distanceTo("stateless"), { fixed: new Set(["load"]) });
    expect(found === null ? null : plainAnswers(found)).toMatchObject({ load: "some", style: "apart" });
  });

  it("gives up where there is nothing to find, the same on every run", () => {
    expect(searchAnswers(small, new Map(), () => 1)).toBeNull();
    const [first, second] = [1, 2].map(() => searchAnswers(small, new Map(), distanceTo("hybrid")));
    expect(first).toEqual(second);
  });
});

describe("a witness as a file", () => {
  it("is read as the answers that it was written from", () => {
    const answers = new Map([
      ["style", { kind: "chosen", options: ["stream"], note: null } as const],
      ["kinds", { kind: "chosen", options: ["games", "shops"], note: null } as const],
    ]);
    const { name, text } = witnessFile(
      { name: "a-stream", shows: "a stream\nof games", answers },
      small.pack,
    );
    const parsed = parseText({ file: name, text });
    const read =
      parsed.kind === "ok" && parsed.value[0] ? readAnswers(parsed.value[0], small.pack.questions) : null;
    expect(read?.kind === "ok" ? read.value.surfaces[0]?.answers : null).toEqual(answers);
    expect(text.startsWith("# a stream of games\n")).toBe(true);
  });
});
