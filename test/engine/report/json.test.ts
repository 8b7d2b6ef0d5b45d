import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { formatIds, formats } from "../../../src/engine/report/formats.js";
import type { JsonReport, JsonSurface } from "../../../src/engine/report/json/document.js";
import { jsonReport as json } from "../../../src/engine/report/json/document.js";
import { reportSchema } from "../../../src/engine/report/json/report-schema.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import {
  analysis,
  answersMoved,
  boundSample,
  reportOf,
  sample,
  undecidedSample,
} from "./sample-recommendation.js";

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile<JsonReport>(
  reportSchema,
);

function parsed(from: Recommendation): JsonReport {
  const document: unknown = JSON.parse(json(reportOf(from), plainStyle));
  if (!validate(document)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return document;
}

function surfaceOf(from: Recommendation): JsonSurface {
  const surface = parsed(from).services[0]?.surfaces[0];
  if (surface === undefined) throw new Error("no surface");
  return surface;
}

const unanalysed = {
  ...sample,
  analysis: null,
  open: sample.open.map((open) => ({ ...open, valueOfInformation: null, overturns: false })),
};
const decided = {
  ...sample,
  decision: {
    style: "stateful",
    because: "so",
    until: "2027-06-30",
    reviewBy: "2027-03-31",
    by: "us",
    answers: "sha256-1",
  },
} as const;

const evenly = { stateless: 0.25, stateful: 0.25, hybrid: 0.25, undecided: 0.25 };

describe("against the schema", () => {
  test.each([
    ["a hybrid", sample],
    ["stateful, with a second home", boundSample],
    ["undecided", undecidedSample],
    ["not analysed", unanalysed],
    ["decided", decided],
  ])("%s is valid", (_, from) => {
    expect(parsed(from).version).toBe(2);
  });

  test.each([
    ["a missing key", (surface: object) => ({ ...surface, verdict: undefined })],
    ["an unknown key", (surface: object) => ({ ...surface, confidence: 0.9 })],
    ["another verdict", (surface: object) => ({ ...surface, verdict: "maybe" })],
    ["a share above 1", (surface: object) => ({ ...surface, reach: { ...evenly, stateless: 1.2 } })],
    ["a grade of no kind", (surface: object) => ({ ...surface, grade: "good" })],
  ])("%s is not", (_, change) => {
    const report = parsed(sample);
    const services = report.services.map((service) => ({
      ...service,
      surfaces: service.surfaces.map((surface): object => change(surface)),
    }));
    expect(validate(JSON.parse(JSON.stringify({ ...report, services })))).toBe(false);
  });
});

test("has the keys of version 2 in their order", () => {
  expect(Object.keys(parsed(sample))).toEqual(["version", "tool", "pack", "definitions", "services"]);
  expect(Object.keys(surfaceOf(sample))).toEqual([
    "name",
    "at",
    "clashes",
    "verdict",
    "grade",
    "keeps",
    "concerns",
    "assumptions",
    "trust",
    "stability",
    "reach",
    "outOfReach",
    "answers",
    "implied",
    "notes",
    "unconfirmed",
    "contributions",
    "rules",
    "givens",
    "follows",
    "tradeoffs",
    "guidance",
    "tippingPoints",
    "tippingPointsOmitted",
    "tippingPointsComplete",
    "concernTippingPoints",
    "unanswered",
    "decision",
  ]);
});

test("gives figures as the numbers they are", () => {
  const surface = surfaceOf(sample);
  expect(surface.stability).toEqual({ radius: 0.4, concern: "workflow", form: "need", verdict: "stateless" });
  expect(surface.reach).toEqual({ stateless: 0.25, stateful: 0, hybrid: 0.75, undecided: 0 });
  expect(surface.contributions[0]).toEqual({
    concern: "workflow",
    form: "need",
    question: "exchange",
    for: 16 / 6,
    against: 0,
  });
  const total = surface.contributions.reduce((sum, each) => sum + each.for, 0);
  expect(total).toBeCloseTo(7, 12);
  expect(surface.contributions.map(({ against }) => against)).toEqual([0, 0, 1, 2]);
});

test("gives each concern with what settles it, and a conversation with its place", () => {
  const { concerns } = surfaceOf(boundSample);
  expect(concerns[0]).toEqual({
    id: "interaction",
    kept: true,
    class: "bound",
    need: { for: 4, against: 1 },
    place: { for: 3, against: 1 },
    givens: [],
    follows: [],
    placement: "connection",
    placedBy: "held-open",
    pattern: "gateway",
    beside: "resume-token",
    backedBy: { id: "unread-log", pattern: "log" },
  });
  expect(concerns[1]).toMatchObject({ id: "session", kept: false, class: "bound", place: null });
  expect(concerns[1]?.follows).toEqual(["login-on-stream"]);
  expect(concerns[2]).toMatchObject({
    ...{ backedBy: null, beside: null, placement: "nowhere", placedBy: "no-workflow", pattern: null },
  });
});

test("gives what clashes, what is kept, what is assumed, and how far to trust it", () => {
  expect(surfaceOf(sample)).toMatchObject({
    clashes: [{ id: "many-steps", questions: ["exchange", "clients"] }],
    keeps: ["the task"],
    assumptions: [
      {
        question: "network",
        option: "good",
        otherwise: [{ option: "bad", verdict: null, concerns: ["session"] }],
      },
    ],
    grade: "fragile",
    trust: { answers: "open", weights: "robust", caps: [] },
    givens: [{ id: "no-memory", questions: ["clients"] }],
  });
});

test("gives tipping points, what an open question is worth, and the decision", () => {
  const surface = surfaceOf(decided);
  expect(surface).toMatchObject({ tippingPointsOmitted: 2, tippingPointsComplete: true });
  expect(surface.tippingPoints).toEqual([
    { set: { exchange: "single" }, verdict: "stateless" },
    { set: { kinds: ["shop", "bank", "game"] }, verdict: "stateful" },
    { set: { kinds: ["bank"] }, verdict: "stateless" },
  ]);
  expect(surface.unanswered).toEqual([
    {
      ...{ question: "latency", unsure: true, essential: true },
      ...{ valueOfInformation: 0.3112781244591328, overturns: true, moves: ["workflow"] },
    },
    {
      ...{ question: "network", unsure: false, essential: false },
      ...{ valueOfInformation: 0, overturns: false, moves: ["session"] },
    },
  ]);
  expect(surface.concernTippingPoints).toEqual([
    { concern: "session", class: "elsewhere", set: { clients: "few" } },
  ]);
  expect(surface.decision).toEqual({
    style: "stateful",
    because: "so",
    until: "2027-06-30",
    reviewBy: "2027-03-31",
    by: "us",
    answers: "sha256-1",
    lapse: null,
  });
});

test.each([
  [{ kind: "answers-changed", drift: answersMoved } as const, answersMoved.changes],
  [{ kind: "answers-changed", drift: { kind: "unknown" } } as const, null],
  [{ kind: "basis-mismatch" } as const, null],
])("tells why a decision does not stand: %j", (lapse, changes) => {
  expect(surfaceOf({ ...decided, lapse }).decision?.lapse).toEqual({ kind: lapse.kind, changes });
});

test("tells what was taken as implied from what was given, and keeps notes", () => {
  expect(surfaceOf(sample)).toMatchObject({
    implied: { context: "A task of steps builds context up." },
    notes: { exchange: "Über 3 Schritte 你好 🛒" },
  });
});

test("gives an option, or a list for a question that takes several", () => {
  expect(Object.entries(surfaceOf(sample).answers)).toEqual([
    ["exchange", "steps"],
    ["context", "heavy"],
    ["clients", "many"],
    ["kinds", ["shop", "bank"]],
  ]);
  const answers = sample.answers.map((each) => ({ ...each, options: each.options.slice(0, 1) }));
  expect(surfaceOf({ ...sample, answers }).answers["kinds"]).toEqual(["shop"]);
});

describe("definitions", () => {
  const { definitions } = JSON.parse(json(reportOf(sample, boundSample), plainStyle));

  test("say what rules are about, with sources named as packs write them", () => {
    expect(definitions.rules["three-way"]).toEqual({
      kind: "need",
      concern: "workflow",
      points: 5,
      keeps: null,
      because: "The reason of three-way.",
      contested: null,
      sources: ["cmp-state", "rfc-6455 §1.1"],
    });
    expect(definitions.rules["many-clients"]).toMatchObject({ contested: "Measurements say otherwise." });
    expect(definitions.rules["no-memory"]).toMatchObject({ kind: "must-not", points: null });
    expect(definitions.rules["login-on-stream"]).toMatchObject({ kind: "follows", points: null });
  });

  test("say why state is placed where it is, and by which patterns", () => {
    expect(definitions.placements["held-open"]).toEqual({ because: "The reason of held-open.", sources: [] });
    expect(definitions.secondHomes).toEqual({
      "unread-log": { because: "The reason of unread-log.", sources: [] },
    });
    expect(definitions.patterns).toMatchObject({
      "task-record": {
        title: "Task record",
        examples: ["PostgreSQL", "Temporal", "Step Functions", "Camunda"],
      },
      gateway: { title: "Gateway", place: "connection" },
      "resume-token": { title: "Resume token", place: "request", examples: ["Last-Event-ID"] },
      log: { title: "Log of unread messages", place: "shared-store" },
    });
  });

  test("say what clashes, what it costs and how to build it", () => {
    expect(definitions.clashes).toEqual({
      "many-steps": { because: "So many clients cannot all be led through steps.", reconsider: "clients" },
    });
    expect(definitions.tradeoffs["cost-a"]).toEqual({
      kind: "disadvantage",
      style: "stateful",
      text: "The cost of cost-a.",
      mitigation: "The remedy of cost-a.",
      sources: ["sf-con-load"],
    });
    expect(definitions.guidance).toEqual({
      "retry-with-key": {
        topic: "retries",
        text: "Send a key.",
        because: "A lost answer looks like a lost request.",
        sources: ["rfc-9110 §9.2.2"],
      },
    });
  });

  test("are there for every id that a surface names, and for no other", () => {
    for (const surfaces of [[sample], [boundSample], [undecidedSample, boundSample], []]) {
      const report = JSON.parse(json(reportOf(...surfaces), plainStyle));
      const all = report.services[0].surfaces;
      const named = (idsOf: (surface: JsonSurface) => readonly (string | null)[]) =>
        [...new Set(all.flatMap(idsOf))].filter((id) => id !== null).sort();
      const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
      const defined = Object.entries(report.definitions as JsonReport["definitions"]).map(
        ([kind, entries]) => [kind, Object.keys(entries).sort()] as const,
      );
      expect(Object.fromEntries(defined)).toEqual({
        clashes: named(({ clashes }) => idsOf(clashes)),
        rules: named(({ rules, givens, follows }) => idsOf([...rules, ...givens, ...follows])),
        placements: named(({ concerns }) => concerns.map(({ placedBy }) => placedBy)),
        secondHomes: named(({ concerns }) => concerns.map(({ backedBy }) => backedBy?.id ?? null)),
        patterns: named(({ concerns }) =>
          concerns.flatMap(({ pattern, beside, backedBy }) => [pattern, beside, backedBy?.pattern ?? null]),
        ),
        tradeoffs: named(({ tradeoffs }) => tradeoffs),
        guidance: named(({ guidance }) => guidance),
      });
    }
  });
});

test("says null for what is not defined or was not analysed", () => {
  expect(surfaceOf(undecidedSample)).toMatchObject({
    grade: null,
    trust: null,
    stability: { radius: null, concern: null, form: null, verdict: null },
  });
  expect(surfaceOf(unanalysed)).toMatchObject({
    grade: null,
    trust: null,
    stability: null,
    reach: null,
    concernTippingPoints: null,
    tippingPoints: null,
    tippingPointsOmitted: null,
  });
  expect(surfaceOf(unanalysed).unanswered[0]).toEqual({
    question: "latency",
    unsure: true,
    essential: true,
    valueOfInformation: null,
    overturns: null,
    moves: null,
  });
  expect(surfaceOf(undecidedSample).concerns.at(-1)).toMatchObject({
    id: "sync",
    placement: null,
    placedBy: null,
    pattern: null,
    backedBy: null,
  });
});

test("holds counts beyond what numbers can", () => {
  const reach = { stateless: 10n ** 30n, stateful: 0n, hybrid: 3n * 10n ** 30n, undecided: 1n };
  expect(surfaceOf({ ...sample, analysis: { ...analysis, reach } }).reach).toEqual({
    stateless: 0.25,
    stateful: 0,
    hybrid: 0.75,
    undecided: 2.5e-31,
  });
  const even = { stateless: 1n, stateful: 1n, hybrid: 1n, undecided: 1n };
  expect(surfaceOf({ ...sample, analysis: { ...analysis, reach: even } }).reach).toEqual({
    stateless: 0.25,
    stateful: 0.25,
    hybrid: 0.25,
    undecided: 0.25,
  });
});

describe("text in it", () => {
  const note = "\u001b[31m \u007f \u009b \u202e \u2028 你好 🛒 §";
  const noted = { ...sample, answers: sample.answers.map((answer) => ({ ...answer, note })) };

  test("never steers a terminal, and loses nothing", () => {
    const printed = json(reportOf(noted), plainStyle);
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Control}\u2028\u202e]/u);
    expect(printed).toContain("你好 🛒 §");
    expect(JSON.parse(printed).services[0].surfaces[0].notes.exchange).toBe(note);
  });

  test("is pure ASCII by escapes if the style asks for it", () => {
    const printed = json(reportOf(noted), { ...plainStyle, unicode: false });
    expect(printed).toMatch(/^[\n -~]*$/);
    expect(JSON.parse(printed)).toEqual(JSON.parse(json(reportOf(noted), plainStyle)));
  });

  test("does not depend on width, colour or detail", () => {
    expect(json(reportOf(noted), { ...plainStyle, width: 40, detail: "full" })).toBe(
      json(reportOf(noted), plainStyle),
    );
  });
});

test("every format has an entry and ends with one line feed", () => {
  expect(Object.keys(formats)).toEqual([...formatIds]);
  for (const id of formatIds) expect(formats[id](reportOf(sample), plainStyle)).toMatch(/[^\n]\n$/);
});
