import { expect, it } from "vitest";
import type { Citation } from "../../../src/engine/model/pack.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, groundless } from "../bare-pack.js";
import { answersOf } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

it("titles and addresses are those of all that is shown rests on and of nothing else, in the pack's order", () => {
  const to = (...ids: readonly string[]): readonly Citation[] =>
    ids.map((id) => ({ kind: id.startsWith("claim") ? "criterion" : "reference", id, section: null }));
  const live = { live: 1, kept: 0, stateless: 0 };
  const shown = { when: null, places: null, text: "" };
  const pack = compiled(
    barePack({
      questions: [bareQuestion("a", ["x", "y"])],
      rules: [
        { ...bareRule("fires", allOf({ a: "x" }), live), sources: to("of-rule", "claim") },
        { ...bareRule("does-not-fire", allOf({ a: "y" }), live), sources: to("of-another-rule") },
      ],
      vetoes: [
        { ...groundless, id: "veto", when: allOf({ a: "x" }), forbids: "stateless", sources: to("of-veto") },
      ],
      placements: [
        {
          id: "placement",
          concern: "session",
          verdict: null,
          evidence: null,
          when: null,
          place: "client",
          pattern: "pattern",
          because: "",
          sources: to("of-placement"),
        },
      ],
      patterns: [
        {
          id: "pattern",
          title: "",
          place: "client",
          concerns: ["session"],
          what: "",
          fits: "",
          watch: "",
          sources: to("of-pattern"),
        },
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
        section: "1",
        claim: `What ${id} says.`,
        contested: null,
      })),
      references: [
        ["of-pattern", "https://pattern.example/"],
        ["of-placement", null],
        ["of-another-rule", "https://another.example/"],
        ["of-rule", "https://rule.example/"],
        ["of-veto", null],
        ["of-tradeoff", null],
        ["of-guidance", "https://guidance.example/"],
      ].map(([id, url]) => ({ id: id ?? "", title: `The source ${id}`, url: url ?? null })),
    }),
  );
  const { titles, urls } = recommended(pack, answersOf({ a: "x" }));
  expect([...titles]).toEqual([
    ["claim", "What claim says."],
    ["of-pattern", "The source of-pattern"],
    ["of-placement", "The source of-placement"],
    ["of-rule", "The source of-rule"],
    ["of-veto", "The source of-veto"],
    ["of-tradeoff", "The source of-tradeoff"],
    ["of-guidance", "The source of-guidance"],
  ]);
  expect([...urls]).toEqual([
    ["of-pattern", "https://pattern.example/"],
    ["of-rule", "https://rule.example/"],
    ["of-guidance", "https://guidance.example/"],
  ]);
});
