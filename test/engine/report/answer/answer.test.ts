import { describe, expect, it, test } from "vitest";
import type { Tradeoff } from "../../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
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
  const by = (
    rules: readonly (readonly [ReturnType<typeof ruleOf>, "settled" | "points"])[],
    pointsFor: Partial<Record<Concern, number>> = {},
  ) =>
    reasonsOf(
      {
        ...sample,
        concerns: sample.concerns.map((each) => ({
          ...each,
          need: { ...each.need, for: pointsFor[each.concern] ?? each.need.for },
        })),
        settled: rules.flatMap(([rule, kind]) => (kind === "settled" ? [{ rule, questions: [] }] : [])),
        rules: rules.flatMap(([rule, kind]) => (kind === "points" ? [{ rule, questions: [] }] : [])),
      },
      2,
    );
  const ids = ({ keeping, against }: ReturnType<typeof by>) => [
    keeping.map(({ id }) => id),
    against.map(({ id }) => id),
  ];

  const some = [
    [ruleOf("heavy", 5), "points"],
    [ruleOf("light", 1), "points"],
    [ruleOf("contrary", -2), "points"],
    [givenOf("must", "must", "workflow"), "settled"],
    [givenOf("must-not", "must-not", "session"), "settled"],
  ] as const;

  it("are givens first, then the heaviest, on the side that they speak for", () => {
    expect(ids(by(some, { session: 1 }))).toEqual([
      ["must", "heavy"],
      ["must-not", "contrary"],
    ]);
  });

  it("are bans last where nothing speaks for keeping anyway, and only if there is room", () => {
    const [keeping] = ids(by(some, { session: 1 }));
    expect(ids(by(some, { session: 0 }))).toEqual([keeping, ["contrary", "must-not"]]);
    const more = [[ruleOf("too", -1), "points"], ...some] as const;
    expect(ids(by(more, { session: 0 }))[1]).toEqual(["too", "contrary"]);
  });

  it("are points of what is banned last, as they count for nothing", () => {
    const moot = [givenOf("moot", "need", "session", -9), "points"] as const;
    expect(ids(by([moot, ...some], { session: 0 }))[1]).toEqual(["contrary", "must-not"]);
    expect(ids(by([moot, ...some], { session: 1 }))[1]).toEqual(["must-not", "contrary"]);
  });

  it("are about the place of a conversation only if it is kept", () => {
    const place = givenOf("held", "must-bind", "interaction");
    expect(ids(by([[place, "settled"]]))).toEqual([[], []]);
    const from = { ...boundSample, settled: [{ rule: place, questions: [] }], rules: [] };
    expect(reasonsOf(from, 2).keeping).toEqual([place]);
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
    ["decide", [sample], "api-advisor decide shop.yaml --style hybrid"],
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
