import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Verdict } from "../../src/engine/model/verdict.js";
import { concerns } from "../../src/engine/model/verdict.js";
import { casesBeside } from "../../src/packs/load-cases.js";
import { readPacks } from "../../src/packs/load-pack.js";
import { answersOf, chosen, type Outcome, outcomeOf, placesOf, withAnswer } from "./outcomes.js";

/** How many random full profiles: `npm run test:laws` takes its time. */
const fullProfiles = process.env["npm_lifecycle_event"] === "test:laws" ? 100_000 : 5000;

let pack: CompiledPack;
let full: readonly Outcome[];
let partial: readonly Outcome[];

beforeAll(async () => {
  pack = unwrap(await readPacks([], process.cwd())).compiled;
  const sample = (answered: number | null, numRuns: number, seed: number): readonly Outcome[] =>
    fc.sample(answersOf(pack, answered), { seed, numRuns }).map((answers) => outcomeOf(pack, answers));
  full = sample(null, fullProfiles, 1);
  partial = sample(1, fullProfiles / 2, 2);
}, 300_000);

/** The verdict that the places alone lead to. */
function borneOut(outcome: Outcome): Verdict {
  const places = placesOf(outcome);
  if (outcome.placed?.placements.interaction.place === "connection") return "stateful";
  if (places.includes("connection")) return "undecided";
  return places.includes("shared-store") || places.includes("resource") ? "hybrid" : "stateless";
}

/** The patterns that store what clients say or are told. */
const content = [
  "conversation-store",
  "resumable-session",
  "durable-log",
  "client-inbox",
  "operation-log",
  "leased-message",
  "last-value",
  "broker-session",
  "state-snapshot",
];

function hasAnswer({ known }: Outcome, question: string, ...options: readonly string[]): boolean {
  return options.includes(known.get(question) ?? "");
}

describe("the laws, on the default pack", () => {
  it("the verdict says what the places say", () => {
    const decided = [...full, ...partial].filter(({ score }) => score.verdict !== "undecided");
    expect(decided.length).toBeGreaterThan(5000);
    expect(decided.filter((outcome) => borneOut(outcome) !== outcome.score.verdict)).toEqual([]);
  });

  it("the style of interaction alone decides, and nothing else is needed for a verdict", () => {
    expect(full.filter(({ score }) => score.verdict === "undecided")).toEqual([]);
    for (const { id } of pack.questionsById.get("interaction-style")?.options ?? [])
      expect(outcomeOf(pack, new Map([["interaction-style", chosen(id)]])).score.verdict).not.toBe(
        "undecided",
      );
  });

  it("an answer that bears on the place turns nothing from kept to not kept or back", () => {
    const placing = pack.questions.filter(({ bearsOnPlace }) => bearsOnPlace);
    expect(placing.map(({ id }) => id)).toEqual([
      "contention",
      "protocol",
      "peak-clients",
      "load-shape",
      "deployment",
      "server-resources",
      "failover",
    ]);
    for (const { answers, score } of [
      ...full.slice(0, fullProfiles / 80),
      ...partial.slice(0, fullProfiles / 80),
    ])
      for (const { id, options } of placing)
        for (const option of options) {
          const changed = outcomeOf(pack, withAnswer(answers, id, option.id)).score;
          for (const concern of concerns)
            expect(changed.concerns[concern].kept).toBe(score.concerns[concern].kept);
        }
  });

  it("what is level goes to the lighter side", () => {
    const level = full.flatMap(({ score }) =>
      Object.values(score.concerns).filter(({ need, must }) => !must && need.for === need.against),
    );
    expect(level.filter(({ need }) => need.for > 0).length).toBeGreaterThan(100);
    expect(level.filter(({ kept }) => kept)).toEqual([]);
    const levelPlace = full
      .map(({ score }) => score.concerns.interaction)
      .filter(({ kept, mustBind, place }) => kept && !mustBind && place.for === place.against);
    expect(levelPlace.length).toBeGreaterThan(100);
    expect(levelPlace.filter((each) => each.class !== "elsewhere")).toEqual([]);
  });

  it("a bound conversation that must go on, or whose messages must arrive, has a second home", () => {
    const demanding = [...full, ...partial].filter(
      (outcome) =>
        outcome.score.concerns.interaction.class === "bound" &&
        (hasAnswer(outcome, "failover", "resume-expected", "no-interruption") ||
          hasAnswer(outcome, "delivery", "at-least-once", "ordered-complete")),
    );
    expect(demanding.length).toBeGreaterThan(500);
    expect(demanding.filter(({ placed }) => placed?.backing === null)).toEqual([]);
  });

  it("a conversation of which nothing may be stored has no second home that stores it", () => {
    const backed = [...full, ...partial].flatMap((outcome) =>
      hasAnswer(outcome, "retention", "forbidden") && outcome.placed?.backing ? [outcome.placed.backing] : [],
    );
    expect(backed.length).toBeGreaterThan(200);
    expect(backed.filter(({ pattern }) => content.includes(pattern))).toEqual([]);
  });

  it("a harmless option speaks for nothing by itself", () => {
    const harmless = pack.questions.flatMap(({ id, harmless: option }) =>
      option === null ? [] : [{ id, option }],
    );
    expect(harmless.length).toBeGreaterThan(15);
    for (const fixed of ["interaction-style", "context-dependence", "identity", "deployment", "latency"])
      expect(harmless.map(({ id }) => id)).not.toContain(fixed);
    for (const { id, option } of harmless) {
      const { fired } = outcomeOf(pack, new Map([[id, chosen(option)]])).score;
      const speaking = fired.filter(
        ({ entry: { kind, points } }) => points > 0 || kind === "must" || kind === "must-bind",
      );
      expect(speaking, id).toEqual([]);
    }
  });
});

describe("clashes of the default pack", () => {
  it("hardly ever hold for a documented system", async () => {
    const { systems } = unwrap(await casesBeside("default", process.cwd(), pack.source));
    expect(systems.length).toBe(49);
    const clashing = systems.filter(({ answers }) => outcomeOf(pack, answers).clashes.length > 0);
    expect(clashing.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ["access-of-nobody", { identity: "public", revocation: "immediate" }],
    ["nothing-earlier-to-carry", { "context-dependence": "none", "context-size": "not-portable" }],
    [
      "present-between-requests",
      { "interaction-style": "independent-requests", "client-liveness": "presence" },
    ],
    ["one-server-never-missed", { deployment: "single-server", failover: "no-interruption" }],
  ])("say %s", (clash, answers) => {
    const given = new Map(Object.entries(answers).map(([question, option]) => [question, chosen(option)]));
    expect(outcomeOf(pack, given).clashes).toEqual([clash]);
  });

  it("hold for each conversation that is kept in a store although nothing of it may be stored", () => {
    const unstored = [...full, ...partial].filter(
      (outcome) =>
        outcome.known.has("interaction-style") &&
        hasAnswer(outcome, "retention", "forbidden") &&
        outcome.clashes.length === 0,
    );
    expect(unstored.length).toBeGreaterThan(200);
    expect(
      unstored.filter(({ placed }) => content.includes(placed?.placements.interaction.pattern ?? "")),
    ).toEqual([]);
  });
});
