import { expect, it } from "vitest";
import type { Citation, Pattern, Placement } from "../../../src/engine/model/pack.js";
import type { Concern, Place } from "../../../src/engine/model/verdict.js";
import { allOf, barePack, bareQuestion, bareRule, compiled } from "../bare-pack.js";
import { minimalPlacements } from "../minimal-placements.js";
import { answersOf } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

const to = (...ids: readonly string[]): readonly Citation[] =>
  ids.map((id) => ({ kind: id.startsWith("claim") ? "criterion" : "reference", id, section: null }));

/** An entry that holds whatever is answered, named after the concern and place. */
function placement(concern: Concern, place: Place, pattern: string | null): Placement {
  const id = `${concern}-at-${place}`;
  return { id, concern, when: null, place, pattern, beside: null, because: "", sources: to(`of-${id}`) };
}

function pattern(id: string, place: Place): Pattern {
  return {
    id,
    title: "",
    examples: [],
    place,
    concerns: ["session"],
    what: "",
    fits: "",
    watch: "",
    sources: to(`of-${id}`),
  };
}

it("titles and addresses are those of all that is shown rests on and of nothing else, in the pack's order", () => {
  const x = allOf({ a: "x" });
  const shown = { when: null, places: null, text: "" };
  const pack = compiled(
    barePack({
      questions: [bareQuestion("a", ["x", "y"])],
      rules: [
        { ...bareRule("fires", x, { need: 1 }), sources: to("of-rule", "claim") },
        { ...bareRule("does-not-fire", allOf({ a: "y" }), { need: 1 }), sources: to("of-another-rule") },
        { ...bareRule("given", x, { given: "must-bind" }), sources: to("of-given") },
      ],
      placements: [
        placement("interaction", "connection", "socket"),
        { ...placement("session", "client", "pattern"), beside: "companion" },
        placement("workflow", "resource", "pattern-of-nothing"),
        ...minimalPlacements,
      ],
      backings: [{ id: "backing", when: null, pattern: "log", because: "", sources: to("of-backing") }],
      patterns: [
        pattern("socket", "connection"),
        pattern("pattern", "client"),
        pattern("companion", "client"),
        pattern("log", "shared-store"),
        pattern("pattern-of-nothing", "resource"),
        pattern("any-store", "shared-store"),
        pattern("any-connection", "connection"),
      ],
      tradeoffs: [
        {
          ...shown,
          id: "tradeoff",
          style: "stateful",
          kind: "advantage",
          mitigation: null,
          sources: to("of-tradeoff", "claim"),
        },
      ],
      guidance: [
        {
          ...shown,
          id: "guidance",
          topic: "retries",
          verdict: null,
          because: "",
          sources: to("of-guidance"),
        },
      ],
      criteria: ["claim", "claim-of-nothing"].map((id) => ({
        id,
        from: null,
        section: "1",
        claim: `What ${id} says.`,
        contested: `But ${id}.`,
      })),
      references: [
        ["of-pattern", "https://pattern.example/"],
        ["of-session-at-client", null],
        ["of-companion", null],
        ["of-another-rule", "https://another.example/"],
        ["of-rule", "https://rule.example/"],
        ["of-given", null],
        ["of-workflow-at-resource", "https://another.example/"],
        ["of-pattern-of-nothing", null],
        ["of-log", "https://log.example/"],
        ["of-backing", null],
        ["of-interaction-at-connection", null],
        ["of-socket", null],
        ["of-tradeoff", null],
        ["of-any-store", null],
        ["of-any-connection", null],
        ["of-guidance", "https://guidance.example/"],
      ].map(([id, url]) => ({ id: id ?? "", title: `The source ${id}`, url: url ?? null })),
    }),
  );
  // The conversation is bound, and nothing else is kept.
  const { titles, urls, contested } = recommended(pack, answersOf({ a: "x" }));
  expect([...titles]).toEqual([
    ["claim", "What claim says."],
    ["of-pattern", "The source of-pattern"],
    ["of-session-at-client", "The source of-session-at-client"],
    ["of-companion", "The source of-companion"],
    ["of-rule", "The source of-rule"],
    ["of-given", "The source of-given"],
    ["of-log", "The source of-log"],
    ["of-backing", "The source of-backing"],
    ["of-interaction-at-connection", "The source of-interaction-at-connection"],
    ["of-socket", "The source of-socket"],
    ["of-tradeoff", "The source of-tradeoff"],
    ["of-guidance", "The source of-guidance"],
  ]);
  expect([...contested]).toEqual([["claim", "But claim."]]);
  expect([...urls]).toEqual([
    ["of-pattern", "https://pattern.example/"],
    ["of-rule", "https://rule.example/"],
    ["of-log", "https://log.example/"],
    ["of-guidance", "https://guidance.example/"],
  ]);
});
