import { describe, expect, it } from "vitest";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import type { Placement } from "../../../src/engine/model/pack.js";
import { contributionsOf, responsible } from "../../../src/engine/score/contributions.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { placeState } from "../../../src/engine/score/place-state.js";
import { evaluate, score } from "../../../src/engine/score/score.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, groundless } from "../bare-pack.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

const pack = smallPack();

/** `style=stream kinds=games,shops` as answers. */
function answers(text: string): Answers {
  return new Map(
    text
      .split(" ")
      .filter(Boolean)
      .map((pair) => {
        const [question = "", options = ""] = pair.split("=");
        return [
          question,
          options === "unsure"
            ? { kind: "unsure", note: null }
            : { kind: "chosen", options: options.split(","), note: null },
        ];
      }),
  );
}

function scored(text: string) {
  const profile = profileOf(pack, answers(text));
  return { profile, result: score(pack, profile.possible) };
}

describe("score, worked by hand on the small pack", () => {
  it.each([
    // answers, N, K, L, verdict, balance, boundness
    ["", 0, 0, 0, "undecided", null, null],
    ["load=many", 0, 0, 1, "undecided", -1, null],
    ["style=apart", 0, 0, 3, "stateless", -1, null],
    ["style=apart load=few", 0, 0, 3, "stateless", -1, null],
    ["style=apart load=some", 0, 0, 4, "stateless", -1, null],
    ["style=steps", 0, 2, 0, "hybrid", 1, 0],
    ["style=steps load=many", 0, 2, 1, "hybrid", 1 / 3, 0],
    ["style=stream", 3, 0, 0, "stateful", 1, 1],
    ["style=stream load=many", 3, 0, 1, "stateful", 0.5, 1],
    ["style=stream kinds=games order=strict", 4, 2, 0, "stateful", 1, 2 / 3],
    ["style=steps kinds=games order=strict", 1, 4, 0, "hybrid", 1, 0.2],
    ["kinds=games order=strict load=some", 1, 2, 1, "hybrid", 0.5, 1 / 3],
    ["style=apart kinds=games order=strict", 1, 2, 3, "hybrid", 0, 1 / 3],
    ["style=apart kinds=games,shops", 0, 0, 3, "stateless", -1, null],
    ["kinds=neither order=strict", 0, 0, 0, "undecided", null, null],
    ["order=strict", 0, 0, 0, "undecided", null, null],
  ] as const)("%s", (text, live, kept, stateless, verdict, balance, boundness) => {
    const { result } = scored(text);
    expect(result).toMatchObject({
      scores: { live, kept, stateless, stateful: live + kept },
      verdict,
      balance,
      boundness,
    });
  });

  it("lets a veto turn the pure style that it forbids into a hybrid", () => {
    const weight = { live: 0, kept: 0, stateless: 5 };
    const heavy = {
      ...pack,
      rules: pack.rules.map((rule) =>
        rule.entry.id === "crowds" ? { ...rule, entry: { ...rule.entry, weight } } : rule,
      ),
    };
    const profile = profileOf(heavy, answers("style=stream load=many"));
    expect(score(heavy, profile.possible)).toMatchObject({
      scores: { live: 3, stateless: 5 },
      verdict: "hybrid",
    });
  });

  it("lets a veto turn pure stateful into a hybrid, and nothing else", () => {
    const torn = tinyPack({
      questions: { a: ["x", "y"], b: ["forbidden", "free"] },
      rules: [
        [{ a: "x" }, { N: 1 }],
        [{ a: "y" }, { L: 1 }],
      ],
      vetoes: [[{ b: "forbidden" }, "stateful"]],
    });
    const on = (a: string) => profileOf(torn, answersOf({ a, b: "forbidden" })).possible;
    const verdictOn = (a: string) => score(torn, on(a));
    expect(verdictOn("x")).toMatchObject({ verdict: "hybrid", firedVetoes: torn.vetoes });
    expect(verdictOn("x").forbidden).toEqual(new Set(["stateful"]));
    expect(verdictOn("y").verdict).toBe("stateless");
    for (const a of ["x", "y"]) {
      expect(evaluate(torn, on(a))).toMatchObject({
        forbidsStateless: false,
        forbidsStateful: true,
      });
    }
  });

  it("takes the absence of stateful evidence for unbound state if the boundary lets it be no hindrance", () => {
    const lenient = tinyPack({
      questions: { a: ["x", "y"] },
      rules: [[{ a: "x" }, { L: 1 }]],
      settings: { needBoundaryPercent: -100 },
    });
    expect(score(lenient, profileOf(lenient, answersOf({ a: "x" })).possible)).toMatchObject({
      balance: -1,
      boundness: null,
      verdict: "hybrid",
    });
  });

  it("draws the same verdict in a loop as in full", () => {
    for (const text of [
      "",
      "style=stream",
      "style=steps load=many",
      "style=apart kinds=games order=strict",
    ]) {
      const { profile, result } = scored(text);
      const { live, kept, stateless, verdict, ...forbids } = evaluate(pack, profile.possible);
      expect({ live, kept, stateless, stateful: live + kept }).toEqual(result.scores);
      expect(verdict).toBe(result.verdict);
      expect(forbids).toEqual({
        forbidsStateless: result.forbidden.has("stateless"),
        forbidsStateful: result.forbidden.has("stateful"),
      });
    }
  });

  it("keeps the scores of each concern apart", () => {
    const { concerns } = scored("style=stream load=many kinds=games order=strict").result;
    expect(concerns.get("interaction")).toEqual({ live: 3, kept: 0, stateful: 3, stateless: 0 });
    expect(concerns.get("session")).toEqual({ live: 1, kept: 2, stateful: 3, stateless: 0 });
    expect(concerns.get("operation")).toEqual({ live: 0, kept: 0, stateful: 0, stateless: 1 });
    expect(concerns.get("sync")).toEqual({ live: 0, kept: 0, stateful: 0, stateless: 0 });
  });

  it("shares a rule over two questions equally between them", () => {
    const { profile, result } = scored("style=steps kinds=games order=strict");
    const shares = contributionsOf(pack, profile.possible, result).map((part) => ({
      question: part.question.id,
      live: part.live / pack.shares,
      kept: part.kept / pack.shares,
      stateless: part.stateless / pack.shares,
    }));
    expect(shares).toEqual([
      { question: "style", live: 0, kept: 2, stateless: 0 },
      { question: "kinds", live: 0.5, kept: 1, stateless: 0 },
      { question: "order", live: 0.5, kept: 1, stateless: 0 },
    ]);
  });
});

describe("implied answers", () => {
  it("are filled in and marked", () => {
    const { profile } = scored("style=apart");
    expect(profile.answerStates).toEqual(["given", "open", "open", "implied"]);
    expect(profile.impliedBecause[3]).toBe("Nothing is sent.");
  });

  it("give way to an answer, but not to `unsure`", () => {
    expect(scored("style=apart order=strict").profile.answerStates[3]).toBe("given");
    expect(scored("style=apart order=unsure").profile.answerStates[3]).toBe("implied");
    expect(scored("order=unsure").profile.answerStates[3]).toBe("unsure");
  });
});

describe("answers that name what the pack does not have", () => {
  it("are passed over", () => {
    const open = pack.variables.map(({ full }) => full);
    expect(profileOf(pack, answers("nothing=here style=nonsense")).possible).toEqual(open);
    expect(profileOf(pack, answers("style=nonsense")).impliedBecause).toEqual([null, null, null, null]);
  });
});

describe("the questions that make a rule fire", () => {
  const any = (...of: readonly Condition[]): Condition => ({ kind: "any", of });
  /** Points by question, of a rule of six points with this condition. */
  function shares(when: Condition, given: Parameters<typeof answersOf>[0]): Readonly<Record<string, number>> {
    const one = compiled(
      barePack({
        questions: [
          bareQuestion("a", ["x", "y", "z"]),
          bareQuestion("b", ["p", "q"]),
          bareQuestion("c", ["r", "s"]),
        ],
        rules: [bareRule("r", when, { live: 6, kept: 0, stateless: 0 })],
      }),
    );
    const { possible } = profileOf(one, answersOf(given));
    const parts = contributionsOf(one, possible, score(one, possible));
    return Object.fromEntries(parts.map(({ question, live }) => [question.id, live / one.shares]));
  }
  const alternatives = any(allOf({ c: "r" }), allOf({ a: "x", b: "p" }));
  /** Whatever `a` is, one of the two holds if `b` is p and `c` is r; neither is certain to. */
  const together = any(allOf({ a: ["x", "y"], b: "p" }), allOf({ a: "z", c: "r" }));

  it.each<[what: string, when: Condition, given: Record<string, string>, points: Record<string, number>]>([
    ["share equally", allOf({ a: "x", b: "p" }), { a: "x", b: "p", c: "s" }, { a: 3, b: 3 }],
    ["are those of the alternative that holds", alternatives, { a: "x", b: "p", c: "s" }, { a: 3, b: 3 }],
    ["are those of the other that does", alternatives, { a: "x", b: "q", c: "r" }, { c: 6 }],
    ["are those of all that do", alternatives, { a: "x", b: "p", c: "r" }, { a: 2, b: 2, c: 2 }],
    ["are the answered ones where they hold only together", together, { b: "p", c: "r" }, { b: 3, c: 3 }],
    [
      "are those of the one alternative once it holds by itself",
      together,
      { a: "z", b: "q", c: "r" },
      { a: 3, c: 3 },
    ],
    ["are none where it does not fire", together, { b: "p" }, {}],
  ])("%s", (_, when, given, points) => {
    expect(shares(when, given)).toEqual(points);
  });

  it("are reported in the pack's order", () => {
    const one = compiled(
      barePack({
        questions: [bareQuestion("a", ["x", "y"]), bareQuestion("b", ["p", "q"])],
        rules: [bareRule("r", any(allOf({ b: "p" }), allOf({ a: "x" })), { live: 1, kept: 0, stateless: 0 })],
      }),
    );
    const [rule] = one.rules;
    const { possible } = profileOf(one, answersOf({ a: "x", b: "p" }));
    expect(rule && responsible(rule.condition, possible).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("placement", () => {
  it("takes the first that holds, by the evidence of the concern", () => {
    const places = (text: string) => {
      const { profile, result } = scored(text);
      return [...placeState(pack, profile.possible, result)].map(([concern, { id }]) => [concern, id]);
    };
    expect(places("style=stream")).toEqual([["interaction", "on-the-wire"]]);
    expect(places("style=apart")).toEqual([["interaction", "nothing-there"]]);
    expect(places("")).toEqual([]);
  });

  it("depends on the verdict, on the kind of evidence and on a condition", () => {
    const placed = compiled(
      barePack({
        questions: [bareQuestion("a", ["live", "kept", "even", "against"]), bareQuestion("b", ["p", "q"])],
        rules: [
          {
            ...bareRule("live", allOf({ a: "live" }), { live: 2, kept: 1, stateless: 0 }),
            concern: "session",
          },
          {
            ...bareRule("kept", allOf({ a: "kept" }), { live: 1, kept: 2, stateless: 0 }),
            concern: "session",
          },
          {
            ...bareRule("even", allOf({ a: "even" }), { live: 1, kept: 1, stateless: 0 }),
            concern: "session",
          },
          {
            ...bareRule("against", allOf({ a: "against" }), { live: 0, kept: 0, stateless: 2 }),
            concern: "session",
          },
        ],
        placements: [
          placementOf("only-if", { evidence: "live", when: allOf({ b: "p" }) }),
          placementOf("of-another-concern", { concern: "sync", evidence: "live" }),
          placementOf("by-verdict", { verdict: ["hybrid"] }),
          placementOf("of-live", { evidence: "live" }),
          placementOf("of-kept", { evidence: "kept" }),
          placementOf("of-none", { evidence: "none" }),
        ],
      }),
    );
    const placeOn = (given: Record<string, string>) => {
      const { possible } = profileOf(placed, answersOf(given));
      const result = score(placed, possible);
      return [result.verdict, placeState(placed, possible, result).get("session")?.id];
    };
    expect(placeOn({ a: "live", b: "p" })).toEqual(["stateful", "only-if"]);
    expect(placeOn({ a: "live", b: "q" })).toEqual(["stateful", "of-live"]);
    expect(placeOn({ a: "live" })).toEqual(["stateful", "of-live"]);
    expect(placeOn({ a: "kept", b: "p" })).toEqual(["hybrid", "by-verdict"]);
    expect(placeOn({ a: "even", b: "q" })).toEqual(["stateful", "of-live"]);
    expect(placeOn({ a: "against", b: "p" })).toEqual(["stateless", "of-none"]);
  });

  it("distinguishes live evidence from kept, as much of either counting as live", () => {
    const kinds = compiled(
      barePack({
        settings: { boundBoundaryPercent: 20 },
        questions: [bareQuestion("a", ["kept", "even"])],
        rules: [
          {
            ...bareRule("kept", allOf({ a: "kept" }), { live: 1, kept: 2, stateless: 0 }),
            concern: "session",
          },
          {
            ...bareRule("even", allOf({ a: "even" }), { live: 1, kept: 1, stateless: 0 }),
            concern: "session",
          },
        ],
        placements: [
          placementOf("of-live", { evidence: "live" }),
          placementOf("of-kept", { evidence: "kept" }),
        ],
      }),
    );
    const placeOn = (a: string) => {
      const { possible } = profileOf(kinds, answersOf({ a }));
      return placeState(kinds, possible, score(kinds, possible)).get("session")?.id;
    };
    expect([placeOn("kept"), placeOn("even")]).toEqual(["of-kept", "of-live"]);
  });
});

function placementOf(id: string, more: Partial<Placement>): Placement {
  const { because, sources } = groundless;
  return {
    id,
    concern: "session",
    verdict: null,
    evidence: null,
    when: null,
    place: "nowhere",
    pattern: null,
    because,
    sources,
    ...more,
  };
}
