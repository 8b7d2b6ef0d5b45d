import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerClass, jointVerdicts } from "../../../src/engine/count/joint-verdicts.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import { noCounts } from "../../../src/engine/count/verdict-counts.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { type Verdict, verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { evaluate } from "../../../src/engine/score/score.js";
import { bareQuestion, bareRule, groundless } from "../bare-pack.js";
import { completionsOf } from "../completions.js";
import { generatedSeveralPack, is, noPoints, severalPack } from "../several-pack.js";
import { answersOf } from "../tiny-pack.js";

/** The number of ways of answering that leave these completions by verdict. */
type Ways = Readonly<Record<string, number>>;

const kinds = ["a", "b", "c", "d", "e"];

function classesOf(
  pack: CompiledPack,
  answers: Readonly<Record<string, string>> = {},
  limit?: number,
): readonly AnswerClass[] {
  const space = openSpaceOf(pack, profileOf(pack, answersOf(answers)));
  const positions = [...space.variables.keys()].filter((at) => space.variables[at]?.question.index === 0);
  return jointVerdicts(space, positions, limit);
}

function waysOf(classes: readonly AnswerClass[]): Ways {
  const sum: Record<string, number> = {};
  for (const { ways, verdicts: counts } of classes) {
    const key = verdicts.map((verdict) => counts[verdict]).join();
    sum[key] = (sum[key] ?? 0) + ways;
  }
  return sum;
}

/** By listing all completions; only the first options, as many as are `kept`, are told apart. */
function naiveWays(pack: CompiledPack, kept: number): Ways {
  const counts = new Map<string, Record<Verdict, number>>();
  for (const possible of completionsOf(pack, profileOf(pack, answersOf({})))) {
    const chosen = possible.slice(0, kept).join();
    const byVerdict = counts.get(chosen) ?? { ...noCounts };
    byVerdict[evaluate(pack, possible).verdict] += 1;
    counts.set(chosen, byVerdict);
  }
  return waysOf([...counts.values()].map((byVerdict) => ({ ways: 1, verdicts: byVerdict })));
}

function both(...of: readonly Condition[]): Condition {
  return { kind: "all", of };
}

it("counts the verdicts under each set of options as listing all completions does", () => {
  fc.assert(
    fc.property(generatedSeveralPack(kinds), (pack) => {
      expect(waysOf(classesOf(pack))).toEqual(naiveWays(pack, kinds.length));
    }),
    { seed: 20_269, numRuns: 40 },
  );
});

it("leaves out impossible states, of the options and of what ties them together", () => {
  // `a` comes with x, and x with x again. Both questions tie b and c together, which nothing else ties to a.
  const more = bareQuestion("more", ["x", "y"], {
    implied: [{ when: is("other", "x"), answer: "x", because: "" }],
  });
  const rules = [
    bareRule("a", is("kinds", "a"), { ...noPoints, stateless: 2 }),
    bareRule("b-other", both(is("kinds", "b"), is("other", "y")), { ...noPoints, live: 3 }),
    bareRule("c-other", both(is("kinds", "c"), is("other", "y")), { ...noPoints, stateless: 4 }),
    bareRule("b-more", both(is("kinds", "b"), is("more", "y")), { ...noPoints, stateless: 1 }),
    bareRule("c-more", both(is("kinds", "c"), is("more", "y")), { ...noPoints, live: 2 }),
    bareRule("z", is("other", "z"), { ...noPoints, kept: 1 }),
  ];
  const pack = severalPack(["a", "b", "c"], { rules, questions: [more] }, is("kinds", "a"));
  expect(waysOf(classesOf(pack))).toEqual(naiveWays(pack, 3));
});

it("counts what an option forbids", () => {
  const pack = severalPack(["a", "b"], {
    rules: [bareRule("standing", is("other", "x"), { ...noPoints, live: 3 })],
    vetoes: [{ id: "v", when: is("kinds", "a"), forbids: "stateful", ...groundless }],
  });
  // Stateful without a, hybrid with it, whether or not b is chosen.
  expect(waysOf(classesOf(pack, { other: "x" }))).toEqual({ "0,1,0,0": 2, "0,0,1,0": 2 });
});

describe("beyond the limit", () => {
  // Rules tie each option to the next and to `other` with its three options: five options have 3 · 2^5 = 96 states.
  // Of five three are kept, then two, then one: of the others none ties several that are kept, but `other`.
  it.each([
    [96, 5],
    [95, 3],
    [24, 3],
    [23, 2],
    [12, 2],
    [11, 1],
    [1, 1],
  ])("of %i states the first %i options are told apart", (limit, kept) => {
    const pack = severalPack(kinds, {
      rules: [
        ...kinds.slice(1).map((kind, index) => {
          const when = both(is("kinds", kinds[index] ?? ""), is("kinds", kind));
          return bareRule(`pair-${kind}`, when, { ...noPoints, stateless: index + 2 });
        }),
        ...kinds.map((kind, index) => {
          const when = both(is("kinds", kind), is("other", index % 2 === 0 ? "y" : "z"));
          return bareRule(kind, when, { ...noPoints, live: index + 1 });
        }),
        bareRule("against", is("other", "y"), { ...noPoints, stateless: 4 }),
      ],
    });
    expect(waysOf(classesOf(pack, {}, limit))).toEqual(naiveWays(pack, kept));
  });

  // Nothing ties these options together, but each set of them has a sum of its own, and `other` may be against any.
  it.each([
    [32, 5],
    [31, 3],
    [8, 3],
    [7, 2],
    [3, 1],
  ])("of %i different sets the first %i options are told apart", (limit, kept) => {
    const pack = severalPack(kinds, {
      rules: [
        ...kinds.map((kind, index) => bareRule(kind, is("kinds", kind), { ...noPoints, live: 2 ** index })),
        bareRule("half", is("other", "x"), { ...noPoints, stateless: 15 }),
        bareRule("all", is("other", "y"), { ...noPoints, stateless: 32 }),
      ],
    });
    expect(waysOf(classesOf(pack, {}, limit))).toEqual(naiveWays(pack, kept));
  });
});

it("tells fewer options apart if the answers that tie them together have more states than a list can hold", () => {
  // Each of 20 questions ties two of the eight options together, which makes 4^20 states. Nine of them are among
  // the first four, which makes 4^9, and three between the first two: of these 64 states each set is told apart.
  const answers = ["w", "x", "y", "z"];
  const asked = Array.from({ length: 20 }, (_, index) => `q${index}`);
  const questions = asked.map((id) => bareQuestion(id, answers));
  const rules = asked.flatMap((id, index) => [
    bareRule(`${id}-w`, both(is("kinds", `k${index % 8}`), is(id, "w")), { ...noPoints, live: 1 }),
    bareRule(`${id}-x`, both(is("kinds", `k${(index + 1) % 8}`), is(id, "x")), { ...noPoints, stateless: 1 }),
  ]);
  const eight = Array.from({ length: 8 }, (_, index) => `k${index}`);
  const classes = classesOf(severalPack(eight, { rules, questions }), { other: "x" });
  expect(classes.reduce((sum, { ways }) => sum + ways, 0)).toBe(4);
});

describe("twenty options, whose 2^20 sets are more than the limit", () => {
  const many = Array.from({ length: 20 }, (_, index) => `k${index}`);
  const standing = bareRule("standing", is("other", "x"), { ...noPoints, live: 10 });
  const point = { ...noPoints, stateless: 1 };
  // Ten points for stateful against one point each: stateless where it is more than ten of twenty, which are (2^20 −
  // C(20, 10)) / 2 = (1,048,576 − 184,756) / 2 ways.
  const stateless = 431_910;
  const stateful = 2 ** 20 - stateless;

  it("come down to how many are chosen if they weigh the same", () => {
    const rules = many.map((kind) => bareRule(kind, is("kinds", kind), point));
    const pack = severalPack(many, { rules: [standing, ...rules] });
    expect(waysOf(classesOf(pack, { other: "x" }))).toEqual({ "1,0,0,0": stateless, "0,1,0,0": stateful });
  });

  it("come down to one if it is all the same whether they are chosen", () => {
    // For each option, half of the answers to its question give a point: one half if it is chosen, the other if not.
    const rules = many.flatMap((kind) => [
      bareRule(`${kind}-x`, { kind: "all", of: [is("kinds", kind), is(kind, "x")] }, point),
      bareRule(
        `${kind}-y`,
        { kind: "all", of: [{ kind: "not", of: is("kinds", kind) }, is(kind, "y")] },
        point,
      ),
    ]);
    const questions = many.map((kind) => bareQuestion(kind, ["x", "y"]));
    const pack = severalPack(many, { rules: [standing, ...rules], questions });
    expect(classesOf(pack, { other: "x" })).toEqual([
      { ways: 2 ** 20, verdicts: { ...noCounts, stateless, stateful } },
    ]);
  });
});
