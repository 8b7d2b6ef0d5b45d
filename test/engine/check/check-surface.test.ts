import { describe, expect, it } from "vitest";
import { digestOf } from "../../../src/engine/advise/canonical-digest.js";
import { checkSurface } from "../../../src/engine/check/check-surface.js";
import { packIdentity } from "../../../src/engine/check/decide.js";
import type { CheckTerms } from "../../../src/engine/model/check.js";
import type { Grade } from "../../../src/engine/model/verdict.js";
import { findingSentence } from "../../../src/engine/report/check/finding-words.js";
import { checked, packNow, recommendationFor, surfaceOf, terms } from "./checked.js";

/*
 * By the small pack `stream` is stateful (3 points for keeping it, 2 for binding it), `steps` hybrid (the task is kept
 * by 2 points, the conversation is not), `apart` stateless (3 points against keeping it), and `load: many` alone
 * undecided, as it says nothing about need. Requests apart that keep an order clash.
 */
const stream = "{ style: stream }";
const steps = "{ style: steps }";
const apart = "{ style: apart }";
const thin = "{ load: many }";
const clashing = "{ style: apart, order: strict }";

const digest = (answers: Readonly<Record<string, readonly string[]>>): string => digestOf(answers);
const ofStream = digest({ style: ["stream"] });
const other = `sha256-${"0".repeat(64)}`;
const packThen = `small@1.0.0 sha256-${"2".repeat(64)}`;

const until = (day: string): string => `{ style: hybrid, because: so, until: ${day} }`;
const reason = (text: string): string => `{ style: hybrid, because: "${text}", until: 2026-07-01 }`;
const review = (day: string): string => `{ style: hybrid, review-by: ${day} }`;
const accepted = ["deviation-accepted"];
const ending = "deviation-ends-soon";
const due = "review-due-soon";
const overdue = "review-overdue";
const expired = ["deviation-expired"];
const tooLong = ["deviation-too-long"];
const tooShort = ["deviation-reason-too-short"];
const refused = ["deviation-not-allowed"];

describe("the gate", () => {
  it.each<[string, string, string | null, Partial<CheckTerms>, readonly string[], boolean]>([
    ["no decision", stream, null, {}, [], true],
    ["no decision where one is required", stream, null, { requireDecision: true }, ["no-decision"], false],
    ["agreement", stream, "{ style: stateful }", {}, [], true],
    ["agreement on a hybrid", steps, "{ style: hybrid }", { requireDecision: true }, [], true],
    ["agreement with a reason", steps, "{ style: hybrid, because: so }", {}, [], true],
    [
      "agreement that is recorded as a deviation",
      steps,
      "{ style: hybrid, because: so, until: 2026-01-01 }",
      {},
      ["deviation-not-needed"],
      true,
    ],
    ["a deviation without a word", stream, "{ style: hybrid }", {}, ["deviation-unexplained"], false],
    [
      "a deviation without an end",
      stream,
      "{ style: hybrid, because: so }",
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "a deviation without a reason",
      stream,
      "{ style: hybrid, until: 2027-01-01 }",
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "a deviation before its last day",
      stream,
      "{ style: hybrid, because: so, until: 2026-07-01 }",
      {},
      ["deviation-accepted"],
      true,
    ],
    [
      "a deviation on its last day",
      stream,
      "{ style: hybrid, because: so, until: 2026-06-30 }",
      {},
      ["deviation-accepted"],
      true,
    ],
    [
      "a deviation on the day after",
      stream,
      "{ style: hybrid, because: so, until: 2026-06-29 }",
      {},
      ["deviation-expired"],
      false,
    ],
    // From 2026-06-30 to 2026-07-30 it is 30 days.
    ["a deviation as long as allowed", stream, until("2026-07-30"), { maxDeviation: 30 }, accepted, true],
    ["a deviation longer than allowed", stream, until("2026-07-31"), { maxDeviation: 30 }, tooLong, false],
    ["a deviation for today alone", stream, until("2026-06-30"), { maxDeviation: 0 }, accepted, true],
    ["a deviation for seventy years", stream, until("2099-12-31"), {}, accepted, true],
    ["a past deviation, if bounded", stream, until("2026-06-29"), { maxDeviation: 30 }, expired, false],
    ["a reason as long as required", stream, reason("12345"), { minReason: 5 }, accepted, true],
    ["a reason shorter than required", stream, reason("1234"), { minReason: 5 }, tooShort, false],
    ["a reason made longer by blanks", stream, reason("  1   4  "), { minReason: 5 }, tooShort, false],
    [
      "a reason made longer by what shows nothing",
      stream,
      reason("12\\u200b34\\u2060\\u3164\\ufe0f\\u2800"),
      { minReason: 5 },
      tooShort,
      false,
    ],
    [
      "a reason of nothing to read",
      stream,
      reason("\\u200b\\u202a\\u061c\\u3164\\u2800"),
      {},
      ["deviation-unexplained"],
      false,
    ],
    ["a reason in characters of two units", stream, reason("𝄞𝄞𝄞"), { minReason: 5 }, tooShort, false],
    ["a short reason of an agreement", steps, "{ style: hybrid, because: so }", { minReason: 5 }, [], true],
    [
      "a deviation that is too long for too short a reason",
      stream,
      until("2099-12-31"),
      { maxDeviation: 30, minReason: 5 },
      [...tooLong, ...tooShort],
      false,
    ],
    [
      "a deviation where none is allowed",
      stream,
      until("2026-07-01"),
      { noDeviations: true },
      refused,
      false,
    ],
    [
      "a deviation where none is allowed, whatever else is wrong with it",
      stream,
      "{ style: hybrid }",
      { noDeviations: true, maxDeviation: 30, minReason: 5 },
      refused,
      false,
    ],
    ["agreement where no deviation is allowed", steps, "{ style: hybrid }", { noDeviations: true }, [], true],
    // From 2026-06-30 to 2026-07-30 it is 30 days.
    ["a deviation that ends soon", stream, until("2026-07-30"), { soon: 30 }, [...accepted, ending], true],
    ["a deviation that ends today", stream, until("2026-06-30"), { soon: 1 }, [...accepted, ending], true],
    ["a deviation that ends later", stream, until("2026-07-31"), { soon: 30 }, accepted, true],
    ["a deviation that ends, unasked", stream, until("2026-06-30"), { soon: 0 }, accepted, true],
    ["a deviation that ended", stream, until("2026-06-29"), { soon: 30 }, expired, false],
    ["a review that is due soon", steps, review("2026-07-30"), { soon: 30 }, [due], true],
    ["a review that is due today", steps, review("2026-06-30"), { soon: 1 }, [due], true],
    ["a review that is due later", steps, review("2026-07-31"), { soon: 30 }, [], true],
    ["a review that is due, unasked", steps, review("2026-06-30"), { soon: 0 }, [], true],
    ["a review that is overdue", steps, review("2026-06-29"), { soon: 0 }, [overdue], true],
    [
      "a review that is overdue, where none may be",
      steps,
      review("2026-06-29"),
      { noOverdueReviews: true },
      ["review-overdue-not-allowed"],
      false,
    ],
    [
      "a review on its day, where none may be overdue",
      steps,
      review("2026-06-30"),
      { noOverdueReviews: true },
      [],
      true,
    ],
    [
      "a deviation whose review is overdue before it ends",
      stream,
      "{ style: hybrid, because: so, until: 2026-12-31, review-by: 2026-06-29 }",
      { soon: 30 },
      [...accepted, overdue],
      true,
    ],
    [
      "a deviation that is over, and its review as well",
      stream,
      "{ style: hybrid, because: so, until: 2026-06-29, review-by: 2026-06-29 }",
      {},
      [...expired, overdue],
      false,
    ],
    ["a review while there is no verdict", thin, review("2026-06-29"), {}, ["undecided", overdue], false],
    ["too little evidence", thin, "{ style: stateless }", {}, ["undecided"], false],
    [
      "too little evidence and nothing decided",
      thin,
      null,
      { requireDecision: true },
      ["undecided", "no-decision"],
      false,
    ],
    ["answers that do not fit each other", clashing, null, {}, ["clash"], true],
    [
      "answers that do not fit each other, where they must",
      clashing,
      null,
      { noClashes: true },
      ["clash-not-allowed"],
      false,
    ],
    ["answers that fit each other, where they must", apart, null, { noClashes: true }, [], true],
    [
      "answers that do not fit each other, before all else",
      clashing,
      "{ style: hybrid }",
      {},
      ["clash", "deviation-unexplained"],
      false,
    ],
    [
      "answers as they were",
      stream,
      `{ style: stateful, answers: ${ofStream}, basis: { style: stream } }`,
      {},
      [],
      true,
    ],
    ["other answers", stream, `{ style: stateful, answers: ${other} }`, {}, ["answers-changed"], false],
    [
      "other answers than the basis",
      stream,
      "{ style: stateful, basis: { style: steps } }",
      {},
      ["answers-changed"],
      false,
    ],
    [
      "a lapsed deviation",
      stream,
      `{ style: hybrid, because: so, until: 2027-01-01, answers: ${other} }`,
      {},
      ["answers-changed", "deviation-accepted"],
      false,
    ],
    [
      "a basis that is not the digest's",
      stream,
      `{ style: stateful, answers: ${other}, basis: { style: stream } }`,
      {},
      ["basis-mismatch"],
      false,
    ],
    [
      "another pack on the same answers",
      stream,
      `{ style: hybrid, answers: ${ofStream}, pack: ${packThen}, model: 2 }`,
      {},
      ["pack-changed"],
      false,
    ],
    [
      "another pack on other answers",
      stream,
      `{ style: hybrid, answers: ${other}, pack: ${packThen}, model: 2 }`,
      {},
      ["answers-changed", "deviation-unexplained"],
      false,
    ],
    [
      "another pack on answers that were not recorded",
      stream,
      `{ style: hybrid, pack: ${packThen}, model: 2 }`,
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "the same pack on the same answers",
      stream,
      `{ style: hybrid, answers: ${ofStream}, pack: ${packNow}, model: 2 }`,
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "another model that recommends the same",
      stream,
      `{ style: stateful, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["other-model"],
      true,
    ],
    [
      "another model that recommends something else",
      stream,
      `{ style: hybrid, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["pack-changed"],
      false,
    ],
    [
      "another model that recommends something else, where a reason is recorded",
      stream,
      `{ style: hybrid, because: so, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["pack-changed"],
      false,
    ],
    [
      "another model on other answers",
      stream,
      `{ style: hybrid, answers: ${other}, pack: ${packThen} }`,
      {},
      ["answers-changed", "pack-changed"],
      false,
    ],
    [
      "a deviation under another model",
      stream,
      `{ style: hybrid, because: so, until: 2026-07-01, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["deviation-accepted"],
      true,
    ],
    [
      "a deviation under another model that is over",
      stream,
      `{ style: hybrid, because: so, until: 2026-06-29, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["deviation-expired"],
      false,
    ],
    [
      "a deviation under another model that is recommended now",
      stream,
      `{ style: stateful, because: so, until: 2026-07-01, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["other-model", "deviation-not-needed"],
      true,
    ],
    [
      "another pack that recommends the same",
      stream,
      `{ style: stateful, answers: ${ofStream}, pack: ${packThen}, model: 2 }`,
      {},
      [],
      true,
    ],
  ])("%s", (_, answers, decision, asked, kinds, passes) => {
    const result = checked(answers, decision, asked);
    expect(result.findings.map(({ kind }) => kind)).toEqual(kinds);
    expect(result.passes).toBe(passes);
  });

  it("points at the decision, or at the surface without one", () => {
    expect(checked(stream, "{ style: hybrid }").at).toEqual({ file: "a.yaml", line: 4, column: 1 });
    expect(checked(stream, null).at).toMatchObject({ file: "a.yaml", line: 1 });
  });

  it("counts the days that are left", () => {
    const left = (until: string): unknown =>
      checked(stream, `{ style: hybrid, because: so, until: ${until} }`).findings[0];
    expect(left("2026-06-30")).toMatchObject({ daysLeft: 0 });
    expect(left("2026-07-01")).toMatchObject({ daysLeft: 1 });
    expect(left("2028-06-30")).toMatchObject({ daysLeft: 731 });
    const dueOn = (day: string) => checked(steps, review(day), { soon: 1000 }).findings;
    expect(dueOn("2026-06-30")).toEqual([{ kind: "review-due-soon", reviewBy: "2026-06-30", daysLeft: 0 }]);
    expect(dueOn("2028-06-30")).toEqual([{ kind: "review-due-soon", reviewBy: "2028-06-30", daysLeft: 731 }]);
  });

  it("says which answers changed, then and now, whatever their order and notes", () => {
    const then = "{ kinds: [shops, games], load: few, order: strict }";
    const now =
      "{ kinds: [games, shops], style: { answer: steps, note: at last }, load: many, order: unsure }";
    expect(checked(now, `{ style: hybrid, basis: ${then} }`).findings).toEqual([
      {
        kind: "answers-changed",
        drift: {
          kind: "known",
          changes: [
            { question: "load", was: ["few"], is: ["many"] },
            { question: "order", was: ["strict"], is: null },
            { question: "style", was: null, is: ["steps"] },
          ],
        },
      },
    ]);
  });

  it("keeps a basis whose questions the pack no longer has", () => {
    expect(
      checked(stream, "{ style: stateful, basis: { style: stream, gone: yes-it-is } }").findings,
    ).toEqual([
      {
        kind: "answers-changed",
        drift: { kind: "known", changes: [{ question: "gone", was: ["yes-it-is"], is: null }] },
      },
    ]);
  });

  it.each<[Grade, Grade | null, boolean]>([
    ["fragile", null, true],
    ["fragile", "fragile", true],
    ["fragile", "fair", false],
    ["fragile", "firm", false],
    ["fair", "fair", true],
    ["fair", "firm", false],
    ["firm", "fair", true],
  ])("a verdict that is %s passes if at least %s is asked for: %s", (grade, leastGrade, passes) => {
    const surface = surfaceOf(apart, null);
    const recommendation = recommendationFor(surface);
    const { analysis } = recommendation;
    if (analysis?.trust == null) throw new Error("a verdict has a grade");
    const graded = { ...recommendation, analysis: { ...analysis, trust: { ...analysis.trust, grade } } };
    expect(checkSurface(surface, graded, packNow, { ...terms, leastGrade })).toMatchObject({
      grade,
      passes,
      findings: passes ? [] : [{ kind: "low-grade", grade, least: leastGrade }],
    });
  });

  it("does not let a verdict pass as good enough that has no grade", () => {
    const surface = surfaceOf(stream, null);
    const recommendation = { ...recommendationFor(surface), analysis: null, outOfReach: ["kinds"] };
    const withLeast = (leastGrade: CheckTerms["leastGrade"]) =>
      checkSurface(surface, recommendation, packNow, { ...terms, leastGrade });
    expect(withLeast(null)).toMatchObject({ findings: [], passes: true });
    const found = withLeast("fragile");
    expect(found).toMatchObject({
      findings: [{ kind: "low-grade", grade: null, least: "fragile" }],
      passes: false,
    });
    const words = found.findings.map((finding) => findingSentence(finding, found));
    expect(words).toEqual([expect.stringContaining("has no grade")]);
  });

  it("names two packs by their versions, or by their digests if the versions are the same", () => {
    const moved = (pack: string): unknown =>
      checked(stream, `{ style: hybrid, answers: ${ofStream}, pack: ${pack}, model: 2 }`).findings[0];
    expect(moved(packThen)).toMatchObject({ was: "small@1.0.0", is: "small@1.2.3" });
    expect(moved(`small@1.2.3 sha256-${"2".repeat(64)}`)).toMatchObject({
      was: "small@1.2.3 sha256-222222222222",
      is: "small@1.2.3 sha256-111111111111",
    });
  });
});

describe("what a finding says", () => {
  const only = (answers: string, decision: string): unknown => {
    const { findings } = checked(answers, decision);
    expect(findings).toHaveLength(1);
    return findings[0];
  };

  it.each([
    ["{ style: hybrid }", ["because", "until"]],
    ["{ style: hybrid, because: so }", ["until"]],
    ["{ style: hybrid, until: 2027-01-01 }", ["because"]],
  ])("of %s: what is missing", (decision, missing) => {
    expect(only(stream, decision)).toMatchObject({ kind: "deviation-unexplained", missing });
  });

  it.each([
    ["a reason", "because: so"],
    ["a last day", "until: 2027-01-01"],
  ])("does not blame the pack if there is %s: someone knew of the deviation", (_, words) => {
    const decision = `{ style: hybrid, ${words}, answers: ${ofStream}, pack: ${packThen}, model: 2 }`;
    expect(only(stream, decision)).toMatchObject({ kind: "deviation-unexplained" });
  });

  it("does not blame a pack that is the same, or that is not recorded", () => {
    for (const pack of ["", `, pack: ${packNow}, model: 2`]) {
      const decision = `{ style: hybrid, answers: ${ofStream}${pack} }`;
      expect(only(stream, decision)).toMatchObject({ kind: "deviation-unexplained" });
    }
  });

  it("of other answers: which ones, if they were recorded", () => {
    expect(only(stream, `{ style: stateful, answers: ${other} }`)).toEqual({
      kind: "answers-changed",
      drift: { kind: "unknown" },
    });
    expect(only(stream, "{ style: stateful, basis: { style: steps } }")).toEqual({
      kind: "answers-changed",
      drift: { kind: "known", changes: [{ question: "style", was: ["steps"], is: ["stream"] }] },
    });
  });

  it("of other answers: not those that are the same in another order", () => {
    const both = "{ style: stream, kinds: [games, shops] }";
    const found = only(both, "{ style: stateful, basis: { load: few, kinds: [shops, games] } }");
    expect(found).toMatchObject({
      drift: {
        changes: [
          { question: "load", was: ["few"], is: null },
          { question: "style", was: null, is: ["stream"] },
        ],
      },
    });
    expect(
      checked(both, "{ style: stateful, basis: { kinds: [shops, games], style: stream } }").findings,
    ).toEqual([]);
  });

  it("of answers that do not fit each other: which, why, and which to look at again", () => {
    expect(checked(clashing, null).findings).toEqual([
      {
        kind: "clash",
        clash: "apart-in-order",
        because: "Requests apart have no order.",
        questions: ["style", "order"],
        reconsider: "order",
      },
    ]);
  });

  it("of another model: which, then and now, and that the packs cannot be compared", () => {
    expect(only(stream, `{ style: stateful, pack: ${packThen} }`)).toEqual({
      kind: "other-model",
      was: 1,
      is: 2,
    });
    expect(only(stream, `{ style: stateless, pack: ${packThen} }`)).toMatchObject({
      kind: "pack-changed",
      was: "small@1.0.0",
      is: "small@1.2.3",
      models: { was: 1, is: 2 },
      against: [{ id: "streams" }],
    });
    const sameModel = `{ style: stateless, answers: ${ofStream}, pack: ${packThen}, model: 2 }`;
    expect(only(stream, sameModel)).toMatchObject({ kind: "pack-changed", models: null });
  });

  it("of the model: nothing, where no pack was recorded, as the decision may be of any", () => {
    expect(checked(stream, `{ style: stateful, answers: ${ofStream} }`).findings).toEqual([]);
    expect(only(stream, "{ style: hybrid }")).toMatchObject({ kind: "deviation-unexplained" });
  });

  it("of a deviation: how many days are left, or when it ended", () => {
    const until = (day: string): unknown => only(stream, `{ style: hybrid, because: so, until: ${day} }`);
    expect(until("2026-07-02")).toMatchObject({
      kind: "deviation-accepted",
      until: "2026-07-02",
      daysLeft: 2,
    });
    expect(until("2026-06-30")).toMatchObject({ daysLeft: 0 });
    expect(until("2026-06-01")).toMatchObject({ kind: "deviation-expired", until: "2026-06-01" });
  });
});

describe("a pack in one line", () => {
  it("is its name, version and digest", () => {
    expect(packIdentity({ name: "small", version: "1.2.3" }, "sha256-00ff")).toBe("small@1.2.3 sha256-00ff");
  });
});

it("rests on the verdicts that the tables above take for granted", () => {
  const all = [stream, steps, apart, thin, clashing].map((answers) => checked(answers, null));
  expect(all.map(({ verdict }) => verdict)).toEqual([
    "stateful",
    "hybrid",
    "stateless",
    "undecided",
    "stateless",
  ]);
});
