import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Placement } from "../../src/engine/model/pack.js";
import { type Concern, concerns } from "../../src/engine/model/verdict.js";
import { casesBeside } from "../../src/packs/load-cases.js";
import { readPacks } from "../../src/packs/load-pack.js";
import { answersOf, type Outcome, outcomeOf } from "./outcomes.js";

/** Enough for the rarest entry to occur several times. */
const manyRuns = { seed: 20, numRuns: 40_000 };
let pack: CompiledPack;
/** The same random profiles for every test, as placing them takes longest. */
let outcomes: readonly Outcome[];

beforeAll(async () => {
  pack = unwrap(await readPacks([], process.cwd())).compiled;
  outcomes = fc.sample(answersOf(pack, 6), manyRuns).map((answers) => outcomeOf(pack, answers));
}, 60_000);

type Placements = Readonly<Record<Concern, Placement>>;

/** Expects what `keeps` says of every profile on which the answer is known. */
function always(
  question: string,
  option: string,
  keeps: (placements: Placements, outcome: Outcome) => boolean,
): void {
  const concerned = outcomes.filter(({ known }) => known.get(question) === option);
  expect(concerned.length).toBeGreaterThan(200);
  expect(
    concerned.find(
      ({ placed, ...rest }) => placed !== null && !keeps(placed.placements, { placed, ...rest }),
    ),
  ).toBe(undefined);
}

describe("placements of the default pack", () => {
  it("let functions hold no connection", () => {
    always("deployment", "serverless", (placements) =>
      concerns.every((concern) => placements[concern].place !== "connection"),
    );
  });

  it("put nothing into a request that no message can carry", () => {
    always("context-size", "not-portable", ({ interaction }) => interaction.place !== "request");
  });

  it("give the public no session", () => {
    always("identity", "public", ({ session }) => session.place === "nowhere");
  });

  it("keep a copy at the client that edits offline, unless the server keeps one of its own", () => {
    always(
      "offline-need",
      "edit-and-sync",
      ({ sync }, { score }) => score.concerns.sync.kept || sync.place === "client",
    );
  });

  it("are each reached by some profile", async () => {
    // Includes the cases: the rarest entry holds in one of a hundred thousand profiles.
    const { cases } = unwrap(await casesBeside("default", process.cwd(), pack.source));
    const reached = new Set(
      [...outcomes, ...cases.map(({ answers }) => outcomeOf(pack, answers))].flatMap(({ placed }) =>
        placed === null ? [] : concerns.map((concern) => placed.placements[concern].id),
      ),
    );
    expect(pack.source.placements.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it("leave no second home that nothing reaches", async () => {
    const { cases } = unwrap(await casesBeside("default", process.cwd(), pack.source));
    const all = [...outcomes, ...cases.map(({ answers }) => outcomeOf(pack, answers))];
    const reached = new Set(all.map(({ placed }) => placed?.backing?.id));
    expect(pack.source.backings.filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});
