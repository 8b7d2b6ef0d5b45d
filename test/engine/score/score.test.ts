import { describe, expect, it } from "vitest";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { concerns } from "../../../src/engine/model/verdict.js";
import { contributionsOf, responsible } from "../../../src/engine/score/contributions.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect } from "../bare-pack.js";
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
  const [none, elsewhere, bound] = ["not-kept", "elsewhere", "bound"] as const;

  it.each([
    // answers, verdict, classes of interaction, session, workflow and sync
    ["", "undecided", [none, none, none, none]],
    // Rules about the place say nothing about need.
    ["load=many", "undecided", [none, none, none, none]],
    // Nor do points of other concerns.
    ["kinds=shops", "undecided", [none, none, none, elsewhere]],
    ["kinds=games order=strict", "undecided", [none, elsewhere, none, none]],
    ["style=apart", "stateless", [none, none, none, none]],
    ["style=apart load=many", "stateless", [none, none, none, none]],
    ["style=apart kinds=shops", "hybrid", [none, none, none, elsewhere]],
    // `nobody-stays` against two points.
    ["style=apart kinds=games order=strict", "stateless", [none, none, none, none]],
    ["style=steps", "hybrid", [none, none, elsewhere, none]],
    ["style=steps kinds=games,shops order=strict", "hybrid", [none, elsewhere, elsewhere, elsewhere]],
    // The login goes with the stream, though no rule asks for one.
    ["style=stream", "stateful", [bound, bound, none, none]],
    // 2 against 1.
    ["style=stream load=many", "stateful", [bound, bound, none, none]],
    ["style=stream kinds=games order=strict", "stateful", [bound, bound, none, none]],
    // `shops-move`; and it wins against `games-are-live`.
    ["style=stream load=many kinds=shops", "hybrid", [elsewhere, none, none, elsewhere]],
    ["style=stream load=many kinds=games,shops", "hybrid", [elsewhere, none, none, elsewhere]],
    ["style=stream kinds=shops order=strict", "stateful", [bound, bound, none, elsewhere]],
    ["style=unsure kinds=neither order=unsure", "undecided", [none, none, none, none]],
  ] as const)("%s: %s", (text, verdict, classes) => {
    const { result } = scored(text);
    expect(result.verdict).toBe(verdict);
    expect(concerns.map((concern) => result.concerns[concern].class)).toEqual(classes);
  });

  it("keeps the evidence of each concern apart", () => {
    const { concerns } = scored("style=stream load=many kinds=games,shops order=strict").result;
    const nothing = { for: 0, against: 0 };
    const none = { must: false, mustNot: false, mustBind: false, mayNotBind: false, follows: false };
    expect(concerns).toEqual({
      interaction: {
        ...none,
        concern: "interaction",
        need: { for: 3, against: 0 },
        place: { for: 2, against: 1 },
        must: true,
        mustBind: true,
        mayNotBind: true,
        kept: true,
        class: "elsewhere",
      },
      session: {
        ...none,
        concern: "session",
        need: { for: 2, against: 0 },
        place: nothing,
        follows: true,
        kept: true,
        class: "elsewhere",
      },
      workflow: {
        ...none,
        concern: "workflow",
        need: nothing,
        place: nothing,
        kept: false,
        class: "not-kept",
      },
      sync: {
        ...none,
        concern: "sync",
        need: { for: 1, against: 0 },
        place: nothing,
        kept: true,
        class: "elsewhere",
      },
    });
  });

  it("lists the rules that fire in the pack's order", () => {
    expect(scored("style=apart kinds=shops").result.fired.map(({ entry }) => entry.id)).toEqual([
      "alone",
      "shops-offline",
      "nobody-stays",
    ]);
  });

  it("shares a rule over two questions equally between them", () => {
    const { profile, result } = scored("style=stream load=some kinds=games order=strict");
    const shares = contributionsOf(pack, profile.possible, result.fired).map((part) => [
      part.concern,
      part.form,
      part.question.id,
      part.for / pack.shares,
      part.against / pack.shares,
    ]);
    expect(shares).toEqual([
      ["interaction", "need", "style", 3, 0],
      ["interaction", "place", "style", 2, 0],
      ["interaction", "place", "load", 0, 1],
      ["session", "need", "kinds", 1, 0],
      ["session", "need", "order", 1, 0],
    ]);
  });
});

describe("a decision", () => {
  /** The score of rules with these effects, all of which fire. */
  function decided(...effects: readonly Effect[]) {
    const one = tinyPack({
      questions: { q: ["x", "y"] },
      rules: effects.map((effect) => [{ q: "x" }, effect] as const),
    });
    return score(one, profileOf(one, answersOf({ q: "x" })).possible);
  }

  it.each<[what: string, effects: readonly Effect[], verdict: string]>([
    ["as many points against keeping: not kept", [{ need: 2 }, { need: -2 }], "stateless"],
    ["a point more for it: kept", [{ need: 3 }, { need: -2 }], "hybrid"],
    ["as many points against binding: elsewhere", [{ need: 1 }, { place: 2 }, { place: -2 }], "hybrid"],
    ["a point more for it: bound", [{ need: 1 }, { place: 2 }, { place: -1 }], "stateful"],
    ["must, whatever the points", [{ given: "must" }, { need: -5 }], "hybrid"],
    ["must-not, whatever the points", [{ given: "must-not" }, { need: 5 }], "stateless"],
    ["must against must-not", [{ given: "must" }, { given: "must-not" }], "hybrid"],
    ["must-bind, whatever the points", [{ need: 1 }, { given: "must-bind" }, { place: -5 }], "stateful"],
    ["may-not-bind, whatever the points", [{ need: 1 }, { given: "may-not-bind" }, { place: 5 }], "hybrid"],
    [
      "may-not-bind against must-bind",
      [{ need: 1 }, { given: "may-not-bind" }, { given: "must-bind" }],
      "hybrid",
    ],
    ["must-bind, of what is not kept", [{ need: -1 }, { given: "must-bind" }], "stateless"],
    ["a must of another concern is enough to decide", [{ given: "must", concern: "sync" }], "hybrid"],
    ["points of another concern are not", [{ need: 5, concern: "sync" }], "undecided"],
    ["nor is a must-not of another concern", [{ given: "must-not", concern: "sync" }], "undecided"],
    ["nor is what says where", [{ place: 5 }, { given: "must-bind" }, { follows: "session" }], "undecided"],
    ["a must-not of the conversation is", [{ given: "must-not" }], "stateless"],
    ["one concern is enough to keep", [{ need: -5 }, { need: 1, concern: "workflow" }], "hybrid"],
  ])("%s", (_, effects, verdict) => {
    expect(decided(...effects).verdict).toBe(verdict);
  });

  it("lets a follower go with the conversation only while that is bound", () => {
    const followed = { follows: "workflow" } as const;
    expect(decided({ need: 1 }, { place: 1 }, followed).concerns.workflow).toMatchObject({
      kept: false,
      class: "bound",
    });
    expect(decided({ need: 1 }, followed).concerns.workflow.class).toBe("not-kept");
    expect(decided({ need: 1 }, followed, { need: 1, concern: "workflow" }).concerns.workflow.class).toBe(
      "elsewhere",
    );
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
        rules: [bareRule("r", when, { need: 6 })],
      }),
    );
    const { possible } = profileOf(one, answersOf(given));
    const parts = contributionsOf(one, possible, score(one, possible).fired);
    return Object.fromEntries(parts.map((part) => [part.question.id, part.for / one.shares]));
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
        rules: [bareRule("r", any(allOf({ b: "p" }), allOf({ a: "x" })), { need: 1 })],
      }),
    );
    const [rule] = one.rules;
    const { possible } = profileOf(one, answersOf({ a: "x", b: "p" }));
    expect(rule && responsible(rule.condition, possible).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
