import { describe, expect, it, test } from "vitest";
import type { Rule, RuleKind, Tradeoff } from "../../../../src/engine/model/pack.js";
import type { Recommendation, ReportedConcern } from "../../../../src/engine/model/recommendation.js";
import type { Concern } from "../../../../src/engine/model/verdict.js";
import { answerOf } from "../../../../src/engine/report/answer/answer.js";
import { costsOf } from "../../../../src/engine/report/answer/costs.js";
import { covering } from "../../../../src/engine/report/answer/covering.js";
import { nextCommands, nextInWords } from "../../../../src/engine/report/answer/next-commands.js";
import { reasonsOf } from "../../../../src/engine/report/answer/reasons.js";
import {
  boundSample,
  disadvantage,
  followingDecision,
  givenOf,
  reportOf,
  ruleOf,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";

test.each([
  ["in order", ["a", "a", "a"], 2, [0, 1]],
  ["a second key before a second of the first", ["a", "a", "b"], 2, [0, 2]],
  ["what has no key last", ["", "a", "b"], 2, [1, 2]],
  ["all if there is room", ["a", "", "b"], 5, [0, 1, 2]],
] as const)("entries are picked %s", (_, keys, most, picked) => {
  const items = keys.map((key, at) => ({ key, at }));
  const keysOf = ({ key }: { readonly key: string }) => (key === "" ? [] : [key]);
  expect(covering(items, keysOf, most).map(({ at }) => at)).toEqual(picked);
});

describe("reasons", () => {
  type Scores = Partial<Record<Concern, Partial<ReportedConcern>>>;
  const open = { must: false, mustNot: false, mustBind: false, mayNotBind: false, kept: true };

  /** The ids of the reasons for and against, of rules in the order given. */
  const by = (rules: readonly Rule[], most = 2, scores: Scores = {}) => {
    const hasPoints = ({ kind }: Rule): boolean => kind === "need" || kind === "place";
    const reported = (some: readonly Rule[]) => some.map((rule) => ({ rule, questions: [] }));
    const { keeping, against } = reasonsOf(
      {
        ...sample,
        concerns: sample.concerns.map((each) => ({ ...each, ...open, ...scores[each.concern] })),
        settled: reported(rules.filter((rule) => !hasPoints(rule))),
        rules: reported(rules.filter(hasPoints)),
      },
      most,
    );
    return [keeping.map(({ id }) => id), against.map(({ id }) => id)];
  };

  it("are givens first, then the heaviest, on the side that they speak for", () => {
    const must = givenOf("must", "must", "session");
    const mustNot = givenOf("must-not", "must-not", "sync");
    const rules = [ruleOf("heavy", 5), ruleOf("light", 1), ruleOf("contrary", -2), must, mustNot];
    expect(by(rules, 2, { sync: { need: { for: 3, against: 1 } } })).toEqual([
      ["must", "heavy"],
      ["must-not", "contrary"],
    ]);
  });

  it("are about the place of a conversation only if it is kept", () => {
    const place = givenOf("held", "must-bind", "interaction");
    expect(by([place], 2, { interaction: { kept: false } })).toEqual([[], []]);
    expect(by([place])).toEqual([["held"], []]);
  });

  const points = (kind: "need" | "place") => givenOf("asked", kind, "interaction", -9);
  const given = (kind: RuleKind) => givenOf("asked", kind, "interaction");
  const need = { for: 3, against: 1 };
  it.each<[string, Rule, Partial<ReportedConcern>, boolean]>([
    ["points", points("need"), {}, true],
    ["points where a must decides", points("need"), { must: true }, false],
    ["points where a must-not decides", points("need"), { mustNot: true }, false],
    ["points about the place", points("place"), {}, true],
    ["points about the place where it must be bound", points("place"), { mustBind: true }, false],
    ["points about the place where it may not", points("place"), { mayNotBind: true }, false],
    ["points whatever is given about the place", points("need"), { mustBind: true, mayNotBind: true }, true],
    ["points about the place of what must be kept", points("place"), { must: true }, true],
    ["a ban on what points would keep", given("must-not"), { mustNot: true, need }, true],
    [
      "a ban on what they would not",
      given("must-not"),
      { mustNot: true, need: { for: 1, against: 1 } },
      false,
    ],
    ["a ban that a must overrules", given("must-not"), { must: true, mustNot: true, need }, false],
    ["a must", given("must"), { must: true, mustNot: true }, true],
    ["what must be bound", given("must-bind"), { mustBind: true }, true],
    ["what must be bound and may not", given("must-bind"), { mustBind: true, mayNotBind: true }, false],
    ["what may not be bound and must", given("may-not-bind"), { mustBind: true, mayNotBind: true }, true],
  ])("are %s before others or, if that changes nothing, after them", (_, rule, score, decides) => {
    const others = [ruleOf("for", 1), ruleOf("against", -1)];
    const scores = { interaction: score };
    const first = by([rule, ...others], 1, scores).flat();
    expect(first.includes("asked")).toBe(decides);
    expect(by([...others, rule], 2, scores).flat()).toContain("asked");
  });

  it("are of another concern before one that changes nothing, and then a second of the same", () => {
    const ban = givenOf("ban", "must-not", "sync");
    const scores: Scores = { sync: { mustNot: true, need: { for: 0, against: 0 } } };
    const two = [ban, ruleOf("one", -2), ruleOf("two", -1)];
    expect(by(two, 2, scores)[1]).toEqual(["one", "two"]);
    expect(by([...two, givenOf("login", "need", "session", -1)], 2, scores)[1]).toEqual(["one", "login"]);
    expect(by(two, 3, scores)[1]).toEqual(["one", "two", "ban"]);
  });
});

it("costs are of every concern that has one before a second of any", () => {
  const cost = (id: string, ...places: NonNullable<Tradeoff["places"]>): Tradeoff => ({
    ...disadvantage(id),
    places: places.length === 0 ? null : places,
  });
  // The sample's task is in a resource of its own.
  const tradeoffs = [
    cost("anywhere"),
    cost("client", "client"),
    cost("task", "resource"),
    cost("more", "resource"),
  ];
  expect(costsOf({ ...sample, tradeoffs }, 2).map(({ id }) => id)).toEqual(["anywhere", "task"]);
  expect(costsOf({ ...sample, tradeoffs }, 1).map(({ id }) => id)).toEqual(["task"]);
});

it("what is answered and what is open add up", () => {
  const { answered, ask } = answerOf(sample, { reasons: 3, costs: 3, changes: 3 });
  expect(answered).toEqual({ known: sample.answers.length, all: sample.answers.length + 2 });
  expect(ask.map(({ question }) => question)).toEqual(["latency"]);
});

describe("the commands that go on", () => {
  const lines = (...surfaces: readonly Recommendation[]): readonly string[] =>
    nextCommands(reportOf(...surfaces)).map(({ line }) => line);

  it.each([
    ["decide", [{ ...sample, surface: "shop" }], "api-advisor decide shop.yaml --style hybrid"],
    [
      "decide on a surface that has a name, as the file may have others",
      [sample],
      "api-advisor decide shop.yaml --surface checkout --style hybrid",
    ],
    [
      "decide on a surface",
      [sample, boundSample],
      "api-advisor decide shop.yaml --surface checkout --style hybrid",
    ],
    ["check what is decided", [{ ...sample, decision: followingDecision }], "api-advisor check shop.yaml"],
    ["ask on", [undecidedSample], "api-advisor interview --from shop.yaml --save shop.yaml"],
  ] as const)("%s", (_, surfaces, line) => {
    const explain = line.includes("interview") ? "latency" : "exchange";
    expect(lines(...surfaces)).toEqual([
      "api-advisor advise shop.yaml --details",
      `api-advisor explain ${explain}`,
      line,
    ]);
  });

  it.each([
    ["my shop's.yaml", "'my shop'\\''s.yaml'"],
    ["-x.yaml", "./-x.yaml"],
    ["$(rm).yaml", "'$(rm).yaml'"],
  ])("name the file %s so that a shell takes it as one word", (source, word) => {
    expect(lines({ ...sample, source })[0]).toBe(`api-advisor advise ${word} --details`);
  });

  it("are none for answers that are in no file yet", () => {
    const unsaved = { ...sample, source: "<interview>" };
    expect(lines(unsaved)).toEqual([]);
    expect(nextInWords(reportOf(unsaved))).toBe(null);
  });

  it("need no file where the answers were piped in, and the rest is said in words", () => {
    const piped = { ...sample, source: "<stdin>" };
    expect(lines(piped, piped)).toEqual(["api-advisor explain exchange"]);
    expect(nextInWords(reportOf(piped))).toContain("save them in a file");
  });

  it("are for the files where other answers were piped in", () => {
    const piped = { ...sample, source: "<stdin>" };
    expect(lines(piped, sample)).toEqual(lines(sample));
    expect(nextInWords(reportOf(piped, sample))).toBe(null);
  });

  it("begin as this run did", () => {
    const command = "npx api-advisor";
    for (const each of [sample, { ...sample, decision: followingDecision }, undecidedSample])
      for (const { line } of nextCommands({ ...reportOf(each), command }))
        expect(line).toMatch(/^npx api-advisor \w/);
  });

  it("repeat settings, and compare where nothing can be recorded of them", () => {
    const set = ["latency=real-time", "clients=a,b c"];
    const rules = ["./team"];
    const repeated = "--set latency=real-time --set 'clients=a,b c' --rules ./team";
    expect(nextCommands({ ...reportOf(sample), set, rules }).map(({ line }) => line)).toEqual([
      `api-advisor advise shop.yaml ${repeated} --details`,
      "api-advisor explain exchange --rules ./team",
      `api-advisor whatif shop.yaml ${repeated}`,
    ]);
  });

  it("name several files, or the first of too many for a line", () => {
    const from = (source: string): Recommendation => ({ ...sample, source });
    expect(lines(sample, from("the bank.yaml"), sample)[0]).toBe(
      "api-advisor advise shop.yaml 'the bank.yaml' --details",
    );
    expect(lines(sample, ...["a", "b", "c"].map((name) => from(`${name}-service.yaml`)))[0]).toBe(
      "api-advisor advise shop.yaml --details",
    );
  });

  it("name the rule packs again", () => {
    const rules = ["-my rules", "./team"];
    const commands = nextCommands({ ...reportOf(sample), rules }).map(({ line }) => line);
    expect(commands).toHaveLength(3);
    for (const line of commands) expect(line).toContain(" --rules './-my rules' --rules ./team");
  });
});
