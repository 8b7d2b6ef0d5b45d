import { describe, expect, it } from "vitest";
import { digestOf } from "../../../src/engine/advise/basis.js";
import { checkSurface } from "../../../src/engine/check/check-surface.js";
import { packIdentity } from "../../../src/engine/check/decide.js";
import type { CheckTerms } from "../../../src/engine/model/check.js";
import { findingSentence } from "../../../src/engine/report/check/finding-words.js";
import { checked, packNow, recommendationFor, surfaceOf } from "./checked.js";

/*
 * By the small pack `stream` is stateful (3 live points, and a veto against stateless), `steps` hybrid (2 kept
 * points), `apart` stateless (3 points), and `load: many` alone undecided (1 point of at least 2). Games in order are
 * a hybrid (1 live and 2 kept points) that `style: apart` would overturn: fragile. Nothing overturns `stream`: firm.
 */
const stream = "{ style: stream }";
const steps = "{ style: steps }";
const apart = "{ style: apart }";
const thin = "{ load: many }";
const games = "{ kinds: games, order: strict }";

const digest = (answers: Readonly<Record<string, readonly string[]>>): string => digestOf(answers);
const ofStream = digest({ style: ["stream"] });
const other = `sha256-${"0".repeat(64)}`;
const packThen = `small@1.0.0 sha256-${"2".repeat(64)}`;

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
    ["too little evidence", thin, "{ style: stateless }", {}, ["undecided"], false],
    [
      "too little evidence and nothing decided",
      thin,
      null,
      { requireDecision: true },
      ["undecided", "no-decision"],
      false,
    ],
    ["a low grade", games, null, {}, [], true],
    ["a grade that is asked for", games, null, { leastGrade: "fragile" }, [], true],
    ["a grade one below the one asked for", games, null, { leastGrade: "fair" }, ["low-grade"], false],
    ["a grade two below the one asked for", games, null, { leastGrade: "firm" }, ["low-grade"], false],
    ["a grade above the one asked for", stream, null, { leastGrade: "fair" }, [], true],
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
      `{ style: hybrid, answers: ${ofStream}, pack: ${packThen} }`,
      {},
      ["pack-changed"],
      false,
    ],
    [
      "another pack on other answers",
      stream,
      `{ style: hybrid, answers: ${other}, pack: ${packThen} }`,
      {},
      ["answers-changed", "deviation-unexplained"],
      false,
    ],
    [
      "another pack on answers that were not recorded",
      stream,
      `{ style: hybrid, pack: ${packThen} }`,
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "the same pack on the same answers",
      stream,
      `{ style: hybrid, answers: ${ofStream}, pack: ${packNow} }`,
      {},
      ["deviation-unexplained"],
      false,
    ],
    [
      "another pack that recommends the same",
      stream,
      `{ style: stateful, answers: ${ofStream}, pack: ${packThen} }`,
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

  it("does not let a verdict pass as good enough that has no grade", () => {
    const surface = surfaceOf(stream, null);
    const recommendation = { ...recommendationFor(surface), analysis: null, outOfReach: ["kinds"] };
    const terms = { requireDecision: false, today: "2026-06-30" };
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
      checked(stream, `{ style: hybrid, answers: ${ofStream}, pack: ${pack} }`).findings[0];
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
    const decision = `{ style: hybrid, ${words}, answers: ${ofStream}, pack: ${packThen} }`;
    expect(only(stream, decision)).toMatchObject({ kind: "deviation-unexplained" });
  });

  it("does not blame a pack that is the same, or that is not recorded", () => {
    for (const pack of ["", `, pack: ${packNow}`]) {
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

  it("of too little evidence: all points, for either style", () => {
    const surface = surfaceOf(thin, null);
    const recommendation = recommendationFor(surface);
    const scores = { live: 1, kept: 1, stateful: 2, stateless: 3 };
    const settings = { ...recommendation.settings, minimumEvidence: 9 };
    const terms = { requireDecision: false, leastGrade: null, today: "2026-06-30" };
    expect(checkSurface(surface, { ...recommendation, scores, settings }, packNow, terms).findings).toEqual([
      { kind: "undecided", points: 5, minimumEvidence: 9 },
    ]);
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

describe("what speaks against a decision", () => {
  it.each<[string, string, string, readonly (readonly [string, string, number | null])[]]>([
    [
      "vetoes first, and the rules for state, against stateless",
      "{ style: stream, kinds: games, order: strict, load: many }",
      "stateless",
      [
        ["veto", "stream-needs-state", null],
        ["rule", "streams", 3],
        ["rule", "ordered-games", 3],
      ],
    ],
    ["live evidence, against a hybrid", stream, "hybrid", [["rule", "streams", 3]]],
    ["kept evidence, against stateful", steps, "stateful", [["rule", "steps-remembered", 2]]],
    [
      "evidence for stateless, against state",
      "{ style: apart, load: some }",
      "hybrid",
      [
        ["rule", "alone", 3],
        ["rule", "crowds", 1],
      ],
    ],
    ["nothing, while undecided", thin, "stateful", []],
  ])("%s", (_, answers, style, expected) => {
    const [finding] = checked(answers, `{ style: ${style} }`).findings;
    const against = finding !== undefined && "against" in finding ? finding.against : [];
    expect(against.map(({ kind, id, points }) => [kind, id, points])).toEqual(expected);
  });
});

it("rests on the verdicts and grades that the tables above take for granted", () => {
  const all = [stream, steps, apart, thin, games].map((answers) => checked(answers, null));
  expect(all.map(({ verdict }) => verdict)).toEqual([
    "stateful",
    "hybrid",
    "stateless",
    "undecided",
    "hybrid",
  ]);
  expect([all[0]?.grade, all[4]?.grade]).toEqual(["firm", "fragile"]);
});
