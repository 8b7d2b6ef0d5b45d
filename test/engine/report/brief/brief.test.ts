import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import type { Concern } from "../../../../src/engine/model/verdict.js";
import type { Brief } from "../../../../src/engine/report/brief/brief.js";
import { briefOf } from "../../../../src/engine/report/brief/brief-of.js";
import { briefReport } from "../../../../src/engine/report/brief/document.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { attacks, reworded } from "../hostile.js";
import {
  analysis,
  boundSample,
  followingDecision,
  ownDecision,
  reportOf,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";
import { expectValid } from "./valid-brief.js";

function brief(from: Recommendation): Brief {
  const made = briefOf(from);
  expectValid(made);
  return made;
}

describe("the brief of a recommendation", () => {
  it("has the verdict, where the state lives, and what would change that", () => {
    // The question on latency can overturn the verdict, but was answered with “unsure”. Two points change `kinds`, and
    // two are not listed by the analysis.
    expect(brief(sample)).toEqual({
      version: 1,
      service: "shop",
      surface: "checkout",
      verdict: "hybrid",
      headline: "the server keeps only the task; any instance can serve",
      grade: "fragile",
      answered: { known: 4, unsure: 1, all: 6 },
      places: {
        session: { place: "request" },
        workflow: { place: "resource", pattern: "task-record", title: "Task record" },
      },
      clashes: [{ id: "many-steps", reconsider: "clients" }],
      askNext: [
        {
          question: "network",
          ask: "What is the network like?",
          bearing: "place",
          several: false,
          options: ["good", "bad"],
          why: "why",
        },
      ],
      tippingPoints: [
        { set: { exchange: "single" }, verdict: "stateless" },
        { set: { kinds: ["shop", "bank", "game"] }, verdict: "stateful" },
      ],
      assumptions: { network: "good" },
      decision: null,
      more: { tippingPoints: 3 },
    });
  });

  it("names what comes with a pattern, and a second home", () => {
    expect(brief(boundSample).places).toEqual({
      interaction: {
        place: "connection",
        pattern: "gateway",
        title: "Gateway",
        companion: "resume-token",
        secondHome: "log",
      },
      session: { place: "connection" },
    });
  });

  it("has neither grade nor places while undecided", () => {
    expect(brief(undecidedSample)).toMatchObject({ verdict: "undecided", grade: null, places: null });
  });

  it("says null for what was not analysed", () => {
    const brieflyOn = brief({ ...sample, analysis: null, assumptions: [] });
    expect(brieflyOn).toMatchObject({
      ...{ verdict: "hybrid", grade: null, askNext: null, tippingPoints: null, assumptions: null, more: {} },
    });
  });

  it("names the answers to confirm that decide, and counts the others", () => {
    const answer = (question: string, overturns: boolean, moves: readonly Concern[]) =>
      ({ question, overturns, moves, at: null }) as const;
    const unconfirmed = [
      answer("exchange", false, []),
      answer("kinds", true, []),
      answer("network", false, ["session"]),
    ];
    const { unconfirmed: named, more } = brief({ ...sample, unconfirmed });
    expect(named).toEqual(["kinds", "network"]);
    expect(more.unconfirmed).toBe(1);
  });

  it("names six answers to confirm at most", () => {
    const unconfirmed = Array.from({ length: 9 }, (_, at) => ({
      ...{ question: `q${at}`, overturns: at > 0, moves: [], at: null },
    }));
    const { unconfirmed: named, more } = brief({ ...sample, unconfirmed });
    expect(named).toEqual(["q1", "q2", "q3", "q4", "q5", "q6"]);
    expect(more.unconfirmed).toBe(3);
  });

  it("says what was decided, and whether it has lapsed", () => {
    expect(brief({ ...sample, decision: ownDecision }).decision).toEqual({
      style: "stateful",
      lapsed: false,
    });
    const lapsed = { ...sample, decision: followingDecision, lapse: { kind: "basis-mismatch" } } as const;
    expect(brief(lapsed).decision).toEqual({ style: "hybrid", lapsed: true });
  });

  it("drops an option of a question that takes several, and combines the changes of one question", () => {
    const points = [
      {
        changes: [
          { question: "kinds", from: "shop", to: null },
          { question: "kinds", from: null, to: "game" },
          { question: "exchange", from: "steps", to: "single" },
        ],
        verdict: "stateful",
      },
    ] as const;
    const from = {
      ...sample,
      analysis: { ...analysis, tippingPoints: { ...analysis.tippingPoints, points } },
    };
    expect(brief(from).tippingPoints).toEqual([
      { set: { kinds: ["bank", "game"], exchange: "single" }, verdict: "stateful" },
    ]);
  });
});

describe("what to ask next", () => {
  it("is the first of the questions to ask; the others are counted", () => {
    const open = ["exchange", "context", "clients"].map((question, at) => ({
      ...{ question, ask: "?", unsure: false, essential: false, overturns: true },
      ...{
        valueOfInformation: 0.3 - at / 10,
        valueOfAsking: 0.3 - at / 10,
        bearsOnVerdict: true,
        moves: [],
        relocates: [],
      },
    }));
    const { askNext, more } = brief({ ...sample, open });
    expect(askNext?.map(({ question }) => question)).toEqual(["exchange", "context"]);
    expect(more.askNext).toBe(1);
  });
});

describe("hostile and long texts", () => {
  const long = fc.oneof(
    fc.constantFrom(...attacks),
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.constantFrom("\u{1f6d2}".repeat(100), "\u001b[31m".repeat(40), "W".repeat(200), "wort ".repeat(3000)),
  );
  const text = fc.tuple(long, long).map(([a, b]) => a + b);

  test("leave a brief of at most 1 kB that says verdict, grade and places", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(sample, boundSample, undecidedSample), (words, from) => {
        const made = brief(reworded(() => words, { ...from, keeps: Array(12).fill("the task") }));
        expect(made).toMatchObject({ verdict: from.verdict, grade: from.analysis?.trust?.grade ?? null });
        const placesOf = (each: Brief) =>
          Object.entries(each.places ?? {}).map(([concern, { place, pattern }]) => [concern, place, pattern]);
        expect(placesOf(made)).toEqual(placesOf(brief(from)));
      }),
      { numRuns: 50 },
    );
  });

  test("are written on the line of their surface, and steer nothing", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (words, unicode) => {
        const surfaces = [sample, reworded(() => words), boundSample];
        const lines = briefReport(reportOf(...surfaces), { ...plainStyle, unicode }).split("\n");
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(3);
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1024);
          expect(line).not.toMatch(/[\p{Control}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
          if (!unicode) expect(line).toMatch(/^[ -~]+$/);
        }
        expect(lines.map((line) => JSON.parse(line))).toEqual(surfaces.map(briefOf));
      }),
      { numRuns: 50 },
    );
  });

  test("are cut in names last, and only as far as there is no room", () => {
    expect(brief({ ...sample, service: "W".repeat(200) }).service).toBe("W".repeat(200));
    const { service, surface } = brief({
      ...boundSample,
      service: `a${"\u{1f6d2}".repeat(199)}`,
      surface: `b${"\u0007".repeat(199)}`,
    });
    expect(service).toMatch(/^a\u{1f6d2}+…$/u);
    expect(surface).toBe(`b${"\u0007".repeat(surface.length - 2)}…`);
  });

  test("in ids of a pack leave no more than they have room for", () => {
    const id = `${"x".repeat(39)}-${"y".repeat(40)}`;
    const many = Array.from({ length: 30 }, (_, at) => `${id}-${at}`);
    const option = { id, label: id, help: "", examples: [], none: false };
    const questions = new Map(
      [...sample.questions].map(([key, question]) => [
        key,
        { ...question, options: many.map((each) => ({ ...option, id: each })) },
      ]),
    );
    const concerns = boundSample.concerns.map((each) => {
      const placement = boundSample.concerns[0]?.placement;
      const renamed = (of: NonNullable<typeof placement>["pattern"]) => of && { ...of, id, title: id };
      if (!placement) throw new Error("the sample has a place");
      const { pattern, beside, backedBy } = placement;
      return {
        ...each,
        placement: {
          ...placement,
          pattern: renamed(pattern),
          beside: renamed(beside),
          backedBy: backedBy && { ...backedBy, pattern: { ...backedBy.pattern, id } },
        },
      };
    });
    const made = brief({ ...boundSample, questions, concerns });
    expect(made.askNext).toEqual([]);
    expect(made.more).toMatchObject({ askNext: 1 });
    expect(Object.keys(made.places ?? {})).toHaveLength(4);
  });
});
