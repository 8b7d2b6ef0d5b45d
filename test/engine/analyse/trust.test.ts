import { describe, expect, it } from "vitest";
import { onlyVerdict, trustOf } from "../../../src/engine/analyse/trust.js";
import type { OpenQuestion, Reach, Stability, Trust } from "../../../src/engine/model/analysis.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Clash } from "../../../src/engine/model/pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect } from "../bare-pack.js";
import { answersOf } from "../tiny-pack.js";

const only: Reach = { stateless: 5n, stateful: 0n, hybrid: 0n, undecided: 0n };
const both: Reach = { stateless: 5n, stateful: 0n, hybrid: 1n, undecided: 0n };

interface Case {
  readonly effects?: readonly Effect[];
  readonly radius?: number | null;
  readonly at?: Stability["at"];
  readonly reach?: Reach;
  /** The open questions that overturn the verdict. */
  readonly overturning?: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
  /** Questions answered by `unsure`. */
  readonly unsure?: readonly string[];
  readonly clashes?: readonly Clash[];
}

/** The trust where the answer `q: x` makes rules with these effects fire, three points against keeping unless given. */
function trusted({
  effects = [{ need: -3 }],
  radius = 1,
  at = { concern: "interaction", form: "need" },
  reach = only,
  overturning = [],
  answers = {},
  unsure = [],
  clashes = [],
}: Case): Trust | null {
  const essential = { essential: true };
  const implied = [{ when: allOf({ e1: "x" }), answer: "x", because: "" }];
  const pack = compiled(
    barePack({
      questions: [
        bareQuestion("q", ["x", "y"]),
        bareQuestion("safe", ["x", "y"], { harmless: "y" }),
        bareQuestion("bare", ["x", "y"]),
        ...["e1", "e2", "e3", "e4", "e5"].map((id) => bareQuestion(id, ["x", "y"], essential)),
        bareQuestion("e6", ["x", "y"], { ...essential, implied }),
      ],
      rules: effects.map((effect, index) => bareRule(`r${index}`, allOf({ q: "x" }), effect)),
      clashes,
    }),
  );
  const known = Object.fromEntries(["e1", "e2", "e3", "e4", "e5"].map((id) => [id, "x"]));
  const given = answersOf({ q: "x", ...known, ...answers });
  const notSure: Answers = new Map(unsure.map((id) => [id, { kind: "unsure", note: null }]));
  const profile = profileOf(pack, new Map([...given, ...notSure]));
  const open = ["safe", "bare"].map(
    (question): OpenQuestion => ({
      question,
      valueOfInformation: 0.5,
      valueOfAsking: 0.5,
      bearsOnVerdict: true,
      overturns: overturning.includes(question),
    }),
  );
  const stability: Stability = { radius, at: radius === null ? null : at, verdict: null };
  return trustOf(pack, profile, score(pack, profile.possible), { stability, reach, open });
}

describe("trust in the answers", () => {
  it.each<[what: string, given: Case, answers: string, grade: string]>([
    ["one verdict in reach", {}, "settled", "firm"],
    [
      "one that needs a harmless option to be another",
      { reach: both, overturning: ["safe"] },
      "assumed",
      "fair",
    ],
    ["one that any other question overturns", { reach: both, overturning: ["bare"] }, "open", "fragile"],
    [
      "one that questions of both sorts overturn",
      { reach: both, overturning: ["safe", "bare"] },
      "open",
      "fragile",
    ],
    [
      "one that is in reach alone, but changes once this question is answered and others are not",
      { overturning: ["bare"] },
      "open",
      "fragile",
    ],
    ["one that no question overturns alone", { reach: both }, "assumed", "fair"],
    ["another one than is in reach", { reach: { ...only, stateless: 0n, hybrid: 3n } }, "assumed", "fair"],
  ])("%s", (_, given, answers, grade) => {
    expect(trusted(given)).toEqual({ grade, answers, weights: "robust", caps: [] });
  });
});

describe("trust in the weights", () => {
  it.each<[what: string, given: Case, weights: string, grade: string]>([
    ["requirements alone", { effects: [{ given: "must-not" }], radius: null }, "givens", "firm"],
    ["a radius from which it is robust", { radius: 0.25 }, "robust", "firm"],
    ["a little less", { radius: 0.24 }, "moderate", "fair"],
    ["a radius from which it is not tight", { radius: 0.1 }, "moderate", "fair"],
    ["a little less than that", { radius: 0.09 }, "tight", "fragile"],
    ["one point in all", { effects: [{ need: -1 }] }, "thin", "fragile"],
    ["two points, one on each side", { effects: [{ need: -1 }, { need: 1 }], radius: 0 }, "tight", "fragile"],
    ["two points", { effects: [{ need: -1 }, { need: -1 }] }, "robust", "firm"],
    [
      "one point of the concern that decides",
      { effects: [{ need: -3 }, { need: -1, concern: "sync" }], at: { concern: "sync", form: "need" } },
      "thin",
      "fragile",
    ],
    [
      "one point about the place, if that decides",
      { effects: [{ need: -3 }, { place: 1 }], at: { concern: "interaction", form: "place" } },
      "thin",
      "fragile",
    ],
  ])("%s", (_, given, weights, grade) => {
    expect(trusted(given)).toEqual({ grade, answers: "settled", weights, caps: [] });
  });
});

describe("what caps the grade", () => {
  const clash = (option: string): Clash => ({
    id: "clash",
    when: allOf({ q: "x", safe: option }),
    because: "",
    reconsider: "safe",
  });
  const unsure = ["e1", "e2", "e3"];

  it.each<[what: string, given: Case, grade: string, caps: readonly string[]]>([
    ["answers that do not fit", { clashes: [clash("x")], answers: { safe: "x" } }, "fair", ["clash"]],
    [
      "answers that would not, if one were another",
      { clashes: [clash("x")], answers: { safe: "y" } },
      "firm",
      [],
    ],
    ["answers that might not, one being open", { clashes: [clash("x")] }, "firm", []],
    // e1 implies e6.
    ["two of six essential questions known", { unsure }, "fair", ["few-essentials"]],
    ["three of six, one implied", { unsure: ["e2", "e3", "e4"] }, "firm", []],
    ["both", { clashes: [clash("x")], answers: { safe: "x" }, unsure }, "fair", ["clash", "few-essentials"]],
    ["nothing, where it would be fair anyway", { radius: 0.2, unsure }, "fair", []],
    ["nothing, where it is fragile", { radius: 0.05, unsure, clashes: [clash("x")] }, "fragile", []],
  ])("%s", (_, given, grade, caps) => {
    expect(trusted(given)).toMatchObject({ grade, caps });
  });
});

it("is none without a verdict", () => {
  expect(trusted({ effects: [{ place: 1 }], radius: null })).toBeNull();
});

it("names the only verdict in reach, if there is one", () => {
  expect(onlyVerdict(only)).toBe("stateless");
  expect(onlyVerdict(both)).toBeNull();
});
