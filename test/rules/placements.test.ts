import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Placement } from "../../src/engine/model/pack.js";
import type { StateConcern } from "../../src/engine/model/verdict.js";
import { stateConcerns } from "../../src/engine/model/verdict.js";
import { profileOf } from "../../src/engine/score/fill-implied.js";
import { placeState } from "../../src/engine/score/place-state.js";
import { score } from "../../src/engine/score/score.js";
import { casesBeside } from "../../src/packs/load-cases.js";
import { readPacks } from "../../src/packs/load-pack.js";

/** Enough for the rarest entry to occur several times. */
const manyRuns = { seed: 20, numRuns: 40_000 };
let pack: CompiledPack;
/** The same random profiles for every test, as placing them takes longest. */
let profiles: readonly Profile[];

beforeAll(async () => {
  pack = unwrap(await readPacks([], process.cwd())).compiled;
  profiles = fc.sample(answersOf(pack), manyRuns).flatMap((given) => place(given) ?? []);
}, 60_000);

/** Each question open or answered by one of its options, as likely one as the other for any option. */
function answersOf({ source: { questions } }: CompiledPack): fc.Arbitrary<Answers> {
  const each = questions.map(({ id, options }) =>
    fc
      .option(fc.constantFrom(...options.map((option) => option.id)), { freq: 6 })
      .map((option): readonly [string, Answer][] =>
        option === null ? [] : [[id, { kind: "chosen", options: [option], note: null }]],
      ),
  );
  return fc.tuple(...each).map((entries) => new Map(entries.flat()));
}

interface Profile {
  /** The answers given or implied, one option each. */
  readonly facts: ReadonlyMap<string, string>;
  readonly placed: ReadonlyMap<StateConcern, Placement>;
}

/** The result of answers; null while undecided. */
function place(given: Answers): Profile | null {
  const { possible } = profileOf(pack, given);
  const scored = score(pack, possible);
  if (scored.verdict === "undecided") return null;
  const facts = new Map<string, string>();
  for (const { question, states, index } of pack.variables) {
    const state = states[Math.log2(possible[index] ?? 0)];
    if (!question.several && state !== undefined) facts.set(question.id, state);
  }
  return { facts, placed: placeState(pack, possible, scored) };
}

/** Expects what `keeps` says of every profile on which `fact` is given. */
function always(
  fact: readonly [question: string, option: string] | null,
  keeps: (placed: Profile["placed"]) => boolean,
): void {
  const concerned = profiles.filter(({ facts }) => fact === null || facts.get(fact[0]) === fact[1]);
  expect(concerned.length).toBeGreaterThan(200);
  expect(concerned.find(({ placed }) => !keeps(placed))).toBeUndefined();
}

describe("placements of the default pack", () => {
  it("place every concern of every decided profile", () => {
    always(null, (placed) => stateConcerns.every((concern) => placed.has(concern)));
  });

  it("let functions hold no connection: only a managed gateway does", () => {
    always(["deployment", "serverless"], (placed) =>
      [...placed.values()].every(
        ({ place, pattern }) => place !== "connection" || pattern === "gateway-held-connection",
      ),
    );
  });

  it("keep nothing of what a client said where that is forbidden: at most which codes are spent", () => {
    always(["retention", "forbidden"], (placed) =>
      [...placed.values()].every(
        ({ place, pattern }) =>
          (place !== "shared-store" && place !== "resource") || pattern === "single-use-code",
      ),
    );
  });

  it("put nothing into a request that no message can carry", () => {
    always(["context-size", "not-portable"], (placed) =>
      [placed.get("interaction"), placed.get("workflow")].every(
        (placement) => placement?.place !== "request",
      ),
    );
  });

  it("give the public no session", () => {
    always(["identity", "public"], (placed) => placed.get("session")?.place === "nowhere");
  });

  it("keep a copy at the client that edits offline", () => {
    always(["offline-need", "edit-and-sync"], (placed) => placed.get("sync")?.place === "client");
  });

  it("are each reached by some profile", async () => {
    const reached = new Set<string>();
    // Includes the cases: the rarest entry holds in one of a hundred thousand profiles.
    const { cases } = unwrap(await casesBeside("default", process.cwd(), pack.source));
    for (const { placed } of [...profiles, ...cases.flatMap((each) => place(each.answers) ?? [])]) {
      for (const { id } of placed.values()) reached.add(id);
    }
    expect(pack.source.placements.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});
