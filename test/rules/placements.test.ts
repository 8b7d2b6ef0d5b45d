import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/engine/diagnostics/problem-error.js";
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

const runs = { seed: 20, numRuns: 8_000 };
/** Enough that the rarest entry is met several times. */
const manyRuns = { seed: 20, numRuns: 40_000 };
let pack: CompiledPack;
let answers: fc.Arbitrary<Answers>;

beforeAll(async () => {
  const outcome = await readPacks([], process.cwd());
  if (outcome.kind !== "ok") throw new Error("the default pack does not load");
  pack = outcome.value.compiled;
  answers = answersOf(pack);
});

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

type Placed = ReadonlyMap<StateConcern, Placement>;

/** The answers given or implied, one option each, and the places that follow; null while undecided. */
function place(
  given: Answers,
): { readonly facts: ReadonlyMap<string, string>; readonly placed: Placed } | null {
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

/** Fails with the answers of the first profile on which `fact` is given and a placement breaks it. */
function always(fact: readonly [string, string] | null, keeps: (placed: Placed) => boolean): void {
  let seen = 0;
  fc.assert(
    fc.property(answers, (given) => {
      const found = place(given);
      if (found === null || (fact !== null && found.facts.get(fact[0]) !== fact[1])) return;
      seen += 1;
      expect(
        keeps(found.placed),
        [...found.placed].map(([concern, { id }]) => `${concern}: ${id}`).join(", "),
      ).toBe(true);
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(200);
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
    // The cases, too: the rarest entry holds in one of a hundred thousand profiles.
    const { cases } = unwrap(await casesBeside("default", process.cwd(), pack.source));
    for (const given of [...fc.sample(answers, manyRuns), ...cases.map((each) => each.answers)]) {
      for (const { id } of place(given)?.placed.values() ?? []) reached.add(id);
    }
    expect(pack.source.placements.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});
