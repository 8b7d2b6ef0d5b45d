import { describe, expect, it } from "vitest";
import type { Guidance, Placement, Tradeoff } from "../../../src/engine/model/pack.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type When } from "../bare-pack.js";
import { minimalPlacements } from "../minimal-placements.js";
import { answersOf } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

const sourceless = { when: null, places: null, text: "", sources: [] };
function tradeoff(id: string, style: Tradeoff["style"], more: Partial<Tradeoff> = {}): Tradeoff {
  return { ...sourceless, id, style, kind: "advantage", mitigation: null, ...more };
}
function guidance(id: string, more: Partial<Guidance> = {}): Guidance {
  return { ...sourceless, id, topic: "retries", verdict: null, because: "", ...more };
}
function placed(concern: Placement["concern"], place: Placement["place"], when: When): Placement {
  const id = `${concern}-${place}`;
  return { id, concern, place, when: allOf(when), pattern: null, beside: null, because: "", sources: [] };
}

/**
 * The conversation is bound, kept or neither, as the answer to `a` says; the login is with the client or in the request
 * if it is one of the former. `b` is read as `y` while it is open.
 */
const pack = compiled(
  barePack({
    questions: [
      bareQuestion("a", ["bound", "kept", "neither"]),
      bareQuestion("b", ["x", "y"], { harmless: "y" }),
    ],
    rules: [
      bareRule("kept", allOf({ a: ["bound", "kept"] }), { need: 1 }),
      bareRule("bound", allOf({ a: "bound" }), { place: 1 }),
      bareRule("neither", allOf({ a: "neither" }), { need: -1 }),
      bareRule("not-read", allOf({ b: "y" }), { given: "must", concern: "sync" }),
    ],
    placements: [
      placed("session", "client", { a: "bound" }),
      placed("session", "request", { a: "kept" }),
      placed("workflow", "data", { b: "y" }),
      ...minimalPlacements,
    ],
    clashes: [
      {
        id: "not-read-either",
        when: allOf({ a: "neither", b: "y" }),
        because: "",
        reconsider: "b",
      },
    ],
    tradeoffs: [
      tradeoff("of-stateful", "stateful"),
      tradeoff("of-stateless", "stateless"),
      tradeoff("with-x", "stateless", { when: allOf({ b: "x" }) }),
      tradeoff("with-y", "stateless", { when: allOf({ b: "y" }) }),
      tradeoff("at-resource-or-connection", "stateful", { places: ["resource", "connection"] }),
      tradeoff("of-conversation-in-store", "stateful", { places: ["interaction/shared-store"] }),
      tradeoff("of-session-at-client", "stateful", { places: ["session/client"] }),
      tradeoff("of-session-at-connection", "stateful", { places: ["session/connection"] }),
    ],
    guidance: [
      guidance("always"),
      guidance("unless-stateful", { verdict: ["stateless", "hybrid"] }),
      guidance("with-x", { when: allOf({ b: "x" }) }),
      guidance("with-y", { when: allOf({ b: "y" }) }),
      guidance("in-request", { places: ["request"] }),
      guidance("of-data", { places: ["workflow/data"] }),
    ],
  }),
);

describe("tradeoffs and guidance", () => {
  it.each<
    [verdict: string, given: Record<string, string>, tradeoffs: readonly string[], advice: readonly string[]]
  >([
    [
      "stateful",
      { a: "bound", b: "x" },
      ["of-stateful", "at-resource-or-connection", "of-session-at-client"],
      ["always", "with-x"],
    ],
    [
      "hybrid",
      { a: "kept", b: "x" },
      ["of-stateful", "of-stateless", "with-x", "of-conversation-in-store"],
      ["always", "unless-stateful", "with-x", "in-request"],
    ],
    [
      "stateless",
      { a: "neither", b: "x" },
      ["of-stateless", "with-x"],
      ["always", "unless-stateful", "with-x"],
    ],
    ["undecided", { b: "x" }, [], []],
  ])("of a verdict that is %s on %j are those of its styles, places and conditions", (...expected) => {
    const [verdict, given, tradeoffs, advice] = expected;
    const shown = recommended(pack, answersOf(given));
    expect(shown.verdict).toBe(verdict);
    expect([idsOf(shown.tradeoffs), idsOf(shown.guidance)]).toEqual([tradeoffs, advice]);
  });

  it("read an open question as its harmless option, as placements do, which rules and clashes never do", () => {
    const shown = recommended(pack, answersOf({ a: "neither" }));
    expect(shown.verdict).toBe("stateless");
    expect(shown.concerns[2]?.placement?.place).toBe("data");
    expect(idsOf(shown.tradeoffs)).toEqual(["of-stateless", "with-y"]);
    expect(idsOf(shown.guidance)).toEqual(["always", "unless-stateful", "with-y", "of-data"]);
    expect([...shown.settled, ...shown.clashes]).toEqual([]);

    const given = recommended(pack, answersOf({ a: "neither", b: "y" }));
    expect(given.verdict).toBe("hybrid");
    expect(idsOf(given.settled.map(({ rule }) => rule))).toEqual(["not-read"]);
    expect(idsOf(given.clashes.map(({ clash }) => clash))).toEqual(["not-read-either"]);
  });
});
