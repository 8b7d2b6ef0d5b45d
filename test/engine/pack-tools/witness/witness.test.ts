import { beforeAll, describe, expect, it } from "vitest";
import { readAnswers } from "../../../../src/engine/answers-file/read-answers.js";
import { normalFormOrNull } from "../../../../src/engine/compile/normal-form.js";
import type { Answer, Answers } from "../../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { verdicts } from "../../../../src/engine/model/verdict.js";
import { conditionsOf } from "../../../../src/engine/pack-tools/lint/linted-pack.js";
import { everyAnswers } from "../../../../src/engine/pack-tools/mutate/every-answers.js";
import {
  answersOfTerm,
  plainAnswers,
  pointsOfTerm,
  possibleOf,
} from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { verdictDistance } from "../../../../src/engine/pack-tools/witness/distances.js";
import { type Goal, searchAnswers } from "../../../../src/engine/pack-tools/witness/search-answers.js";
import { answerWords, witnessFile } from "../../../../src/engine/pack-tools/witness/witness-file.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { score } from "../../../../src/engine/score/score.js";
import { loadPack } from "../../../../src/node.js";
import { variableOf } from "../../lookup.js";
import { smallPack } from "../../small-pack.js";
import { tinyPack } from "../../tiny-pack.js";

const small = smallPack();
const chosen = (...options: string[]): Answer => ({ kind: "chosen", options, note: null });

describe("answers of a term", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await loadPack();
  });

  it("meet the condition that the term is of, whatever is implied", () => {
    for (const { id, condition } of conditionsOf(pack)) {
      for (const term of condition) {
        const { possible } = profileOf(pack, answersOfTerm(term));
        expect(holds(condition, possible), id).toBe(true);
      }
    }
  });

  it("are told apart by the points of the term", () => {
    const [term = []] = small.rules.find(({ entry }) => entry.id === "crowds")?.condition ?? [];
    expect(pointsOfTerm(term).map((point) => plainAnswers(answersOfTerm(point)))).toEqual([
      { load: "some" },
      { load: "many" },
    ]);
  });
});

describe("answers of a term, worked by hand", () => {
  const termOf = (options: Readonly<Record<string, readonly string[]>>) =>
    normalFormOrNull(
      {
        kind: "all",
        of: Object.entries(options).map(([question, of]) => ({ kind: "answer", question, options: of })),
      },
      small.questionsById,
    )?.[0] ?? [];

  it.each<[options: Record<string, string[]>, answers: object]>([
    [{ style: ["steps"] }, { style: "steps" }],
    [
      { style: ["stream", "steps"], load: ["many"] },
      { style: "steps", load: "many" },
    ],
    [{ kinds: ["games"] }, { kinds: "games" }],
    [{ kinds: ["shops"] }, { kinds: "shops" }],
    [{ kinds: ["neither"] }, { kinds: "neither" }],
    [{}, {}],
  ])("for %j", (options, answers) => {
    expect(plainAnswers(answersOfTerm(termOf(options)))).toEqual(answers);
  });

  it("choose together what several literals ask for", () => {
    const both = [...termOf({ kinds: ["games"] }), ...termOf({ kinds: ["shops"] })];
    expect(plainAnswers(answersOfTerm(both))).toEqual({ kinds: ["games", "shops"] });
  });

  it("leave possible what the term allows, and everything elsewhere", () => {
    const open = small.variables.map(({ full }) => full);
    expect(possibleOf(small, [])).toEqual(open);
    const [style] = small.questions[0]?.variables ?? [];
    expect(possibleOf(small, termOf({ style: ["apart", "stream"] }))).toEqual(
      open.with(style?.index ?? -1, 0b101),
    );
  });
});

describe("the points of a term", () => {
  const eight = tinyPack({
    questions: Object.fromEntries([..."abcdefgh"].map((id) => [id, ["x", "y", "z"]])),
    rules: [],
  });
  const variable = (index: number) => variableOf(eight, index);
  it("are all ways of choosing one state a variable, the first variable changing last", () => {
    const term = [
      { variable: variable(4), mask: 0b101 },
      { variable: variable(7), mask: 0b110 },
    ];
    expect(pointsOfTerm(term).map((point) => point.map(({ mask }) => mask))).toEqual([
      [0b001, 0b010],
      [0b001, 0b100],
      [0b100, 0b010],
      [0b100, 0b100],
    ]);
    expect(pointsOfTerm(term)[0]?.map(({ variable: { index } }) => index)).toEqual([4, 7]);
    expect(pointsOfTerm([])).toEqual([[]]);
  });

  it("are the first 64 if there are more", () => {
    const term = Array.from({ length: 6 }, (_, index) => ({ variable: variable(index), mask: 0b11 }));
    const points = pointsOfTerm(term);
    expect(points).toHaveLength(64);
    const many = pointsOfTerm([...term, { variable: variable(6), mask: 0b11 }]);
    expect(many).toHaveLength(64);
    expect(many.map((point) => point.slice(0, 6))).toEqual(
      points.slice(0, 32).flatMap((point) => [point, point]),
    );
  });
});

describe("answers in words", () => {
  it.each<[answers: [string, Answer][], words: string]>([
    [[], "no answers"],
    [[["style", chosen("stream")]], "style=stream"],
    [
      [
        ["style", { kind: "unsure", note: null }],
        ["kinds", chosen("games", "shops")],
      ],
      "style=unsure kinds=games,shops",
    ],
  ])("%j", (answers, words) => {
    expect(answerWords(new Map(answers))).toBe(words);
  });
});

describe("the distance to a verdict", () => {
  it("is 0 on that verdict and on no other", () => {
    for (const answers of everyAnswers(small.source.questions)) {
      const found = score(small, profileOf(small, answers).possible);
      for (const verdict of verdicts) {
        expect(verdictDistance(found, verdict) === 0).toBe(found.verdict === verdict);
      }
    }
  });
});

describe("the search for answers", () => {
  const distanceTo =
    (verdict: (typeof verdicts)[number]) => (profile: { readonly possible: readonly number[] }) =>
      verdictDistance(score(small, profile.possible), verdict);

  it.each(verdicts)("finds the verdict %s", (verdict) => {
    const found = searchAnswers(small, new Map(), distanceTo(verdict));
    expect(found === null ? null : score(small, profileOf(small, found).possible).verdict).toBe(verdict);
  });

  it("leaves fixed answers as they are", () => {
    const start = new Map([["load", { kind: "chosen", options: ["some"], note: null } as const]]);
    const found = searchAnswers(small, start, distanceTo("stateless"), { fixed: new Set(["load"]) });
    expect(found === null ? null : plainAnswers(found)).toMatchObject({ load: "some", style: "apart" });
  });

  /** The number of a question's variables that are not in the wanted state. */
  const missing =
    (question: string, ...wanted: readonly number[]): Goal =>
    ({ possible }) => {
      const variables = small.questions.find((each) => each.id === question)?.variables ?? [];
      return variables.filter((variable, at) => possible[variable.index] !== wanted[at]).length;
    };
  const given = (id: string, ...options: string[]): Answers => new Map([[id, chosen(...options)]]);
  const plain = (found: Answers | null) => (found === null ? null : plainAnswers(found));

  it("leaves answers as they are that are what is looked for", () => {
    const start = given("style", "stream");
    expect(searchAnswers(small, start, () => 0)).toBe(start);
  });

  it("adds options of several, takes them away, and takes answers back", () => {
    const [chosenOne, left, open] = [2, 1, 3];
    expect(plain(searchAnswers(small, new Map(), missing("kinds", chosenOne, chosenOne)))).toEqual({
      kinds: ["games", "shops"],
    });
    const both = given("kinds", "games", "shops");
    expect(plain(searchAnswers(small, both, missing("kinds", left, chosenOne)))).toEqual({ kinds: "shops" });
    expect(plain(searchAnswers(small, both, missing("kinds", left, left)))).toEqual({ kinds: "neither" });
    expect(plain(searchAnswers(small, both, missing("kinds", open, open)))).toEqual({});
    const none = given("kinds", "neither");
    expect(plain(searchAnswers(small, none, missing("kinds", chosenOne, chosenOne)))).toEqual({
      kinds: ["games", "shops"],
    });
  });

  it("changes one option among several and keeps the others", () => {
    const pack = tinyPack({
      questions: { a: ["x", "y", "z"] },
      several: ["a"],
      rules: [[{ a: "x" }, { need: 1 }]],
    });
    const wanted =
      (...states: readonly number[]): Goal =>
      ({ possible }) =>
        states.filter((state, at) => possible[at] !== state).length;
    const all = new Map([["a", chosen("x", "y", "z")]]);
    const once = { starts: 1 };
    expect(plain(searchAnswers(pack, all, wanted(2, 1, 2), once))).toEqual({ a: ["x", "z"] });
    expect(plain(searchAnswers(pack, new Map([["a", chosen("x")]]), wanted(2, 2, 2), once))).toEqual({
      a: ["x", "y", "z"],
    });
  });

  it("does not touch fixed answers even if nothing else would do", () => {
    const goal = missing("load", 4);
    expect(plain(searchAnswers(small, new Map(), goal))).toEqual({ load: "many" });
    expect(searchAnswers(small, given("load", "few"), goal, { fixed: new Set(["load"]) })).toBeNull();
  });

  it("starts from elsewhere if no change of one answer comes nearer", () => {
    const goal: Goal = (profile) =>
      missing("style", 4)(profile) + missing("load", 4)(profile) + missing("order", 2)(profile) === 0 ? 0 : 1;
    expect(searchAnswers(small, new Map(), goal, { starts: 1 })).toBeNull();
    expect(plain(searchAnswers(small, new Map(), goal, { starts: 60 }))).toMatchObject({
      style: "stream",
      load: "many",
      order: "strict",
    });
  });

  it("tries as many starts as it is told to, the first being the one given", () => {
    const seen: number[] = [];
    const start = given("style", "stream");
    const goal: Goal = ({ possible }) => {
      seen.push(possible.filter((states, at) => states !== small.variables[at]?.full).length);
      return 1;
    };
    const all = { fixed: new Set(small.source.questions.map(({ id }) => id)) };
    expect(searchAnswers(small, start, goal, { ...all, starts: 3 })).toBeNull();
    expect(seen).toEqual([1, 1, 1]);
  });

  it("gives up if there is nothing to find, the same on every run", () => {
    expect(searchAnswers(small, new Map(), () => 1)).toBeNull();
    const [first, second] = [1, 2].map(() => searchAnswers(small, new Map(), distanceTo("hybrid")));
    expect(first).toEqual(second);
  });
});

describe("a witness as a file", () => {
  it("is named after the witness, and has what it shows on one line", () => {
    const { name, text } = witnessFile(
      { name: "a", shows: "  one\n\n\ttwo ", answers: new Map() },
      small.source,
    );
    expect([name, text.split("\n")[0]]).toEqual(["a.yaml", "# one two"]);
  });

  it("is read as the answers that it was written from", () => {
    const answers = new Map([
      ["style", { kind: "chosen", options: ["stream"], note: null } as const],
      ["kinds", { kind: "chosen", options: ["games", "shops"], note: null } as const],
    ]);
    const { name, text } = witnessFile(
      { name: "a-stream", shows: "a stream\nof games", answers },
      small.source,
    );
    const parsed = parseText({ file: name, text });
    const read =
      parsed.kind === "ok" && parsed.value[0] ? readAnswers(parsed.value[0], small.source.questions) : null;
    expect(read?.kind === "ok" ? read.value.surfaces[0]?.answers : null).toEqual(answers);
    expect(text.startsWith("# a stream of games\n")).toBe(true);
  });
});
