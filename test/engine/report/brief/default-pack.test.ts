import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { Answer, Answers } from "../../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { briefOf } from "../../../../src/engine/report/brief/brief-of.js";
import { loadPack } from "../../../../src/node.js";
import { caseFolders, loadCases } from "../../../../src/packs/load-cases.js";
import { answersOf } from "../../../rules/outcomes.js";
import { recommended } from "../../advise/recommended.js";
import { expectValid } from "./valid-brief.js";

let pack: CompiledPack;
beforeAll(async () => {
  pack = await loadPack();
});

/** The brief of a surface whose names are as long as one writes them. */
function namedBrief(answers: Answers) {
  const from = recommended(pack, answers);
  return briefOf({ ...from, service: "checkout-service", surface: "public-mobile-api" });
}

it("every packaged case has a valid brief that says what to ask, and few cut a text", async () => {
  const set = unwrap(await loadCases(caseFolders([], process.cwd()), pack.source));
  const all = [...set.cases, ...set.systems];
  expect(all.length).toBeGreaterThan(250);
  let shortened = 0;
  for (const { answers } of all) {
    const brief = namedBrief(answers);
    expectValid(brief);
    expect((brief.askNext?.length ?? 0) > 0 || brief.more.askNext === undefined).toBe(true);
    expect((brief.tippingPoints?.length ?? 0) > 0 || brief.more.tippingPoints === undefined).toBe(true);
    if (JSON.stringify(brief).includes("…")) shortened += 1;
  }
  expect(shortened / all.length).toBeLessThan(0.02);
});

it("so have any answers", () => {
  const some = fc
    .tuple(answersOf(pack, null), fc.integer({ min: 0, max: 100 }), fc.infiniteStream(fc.nat(99)))
    .map(
      ([answers, share, draws]): Answers =>
        new Map([...answers].filter(() => (draws.next().value ?? 0) < share)),
    );
  const unsure = fc.subarray(
    pack.questions.map(({ id }) => id),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(some, unsure, (answers, ids) => {
      const given: Answers = new Map<string, Answer>([
        ...answers,
        ...ids.map((id): [string, Answer] => [id, { kind: "unsure", note: null }]),
      ]);
      const brief = namedBrief(given);
      expectValid(brief);
      for (const { question } of brief.askNext ?? []) expect(given.has(question)).toBe(false);
      const { known, all } = brief.answered;
      expect(all).toBe(pack.questions.length);
      expect(known).toBeGreaterThanOrEqual(given.size - ids.length);
    }),
    { numRuns: 60 },
  );
});

it("its tipping points lead to the verdict that they name", () => {
  fc.assert(
    fc.property(answersOf(pack, 4), (answers) => {
      for (const { set, verdict } of namedBrief(answers).tippingPoints ?? []) {
        const changed = Object.entries(set).map(([question, options]): [string, Answer] => [
          question,
          { kind: "chosen", options: [options].flat(), note: null },
        ]);
        expect(recommended(pack, new Map([...answers, ...changed]), false).verdict).toBe(verdict);
      }
    }),
    { numRuns: 20 },
  );
});
