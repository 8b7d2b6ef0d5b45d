import type { Answer } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Implication, Question } from "../../../src/engine/model/pack.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type When } from "../bare-pack.js";

/**
 * Two topics and seven questions: `style` a..c, `depth` and `size` (implied small by depth none) and `push` in the
 * first topic, `load`, `kinds` (takes several) and `relay` in the second. `relay` is implied by `push`, which is
 * implied by `style: a`: a chain. Essential: style, depth, load.
 */
export const smallPack: CompiledPack = compiled(
  barePack({
    name: "small",
    topics: [
      { id: "talk", title: "Talk", about: "How client and server talk." },
      { id: "scale", title: "Scale", about: "How much of it there is." },
    ],
    questions: [
      question("style", "talk", ["a", "b", "c"], { essential: true }),
      question("depth", "talk", ["none", "some", "deep"], { essential: true, ordered: true }),
      question("size", "talk", ["small", "large"], {
        implied: [implied({ depth: ["none"] }, "small", "Nothing depends on it.")],
      }),
      question("push", "talk", ["no", "yes"], {
        implied: [implied({ style: ["a"] }, "no", "Nothing comes unasked.")],
      }),
      question("load", "scale", ["low", "high"], { essential: true }),
      question("kinds", "scale", ["shop", "game", "neither"], { several: true }),
      question("relay", "scale", ["direct", "relayed"], {
        implied: [
          implied({ push: ["no"] }, "direct", "There is nothing to relay."),
          implied({ style: ["c"], push: ["yes"] }, "relayed", "Such pushes go through a relay."),
        ],
      }),
    ],
    rules: [
      bareRule("needs-style", allOf({ style: ["b", "c"] }), { need: 2 }),
      bareRule("plain-style", allOf({ style: ["a"] }), { need: -2 }),
      bareRule("deep", allOf({ depth: ["deep"] }), { need: 3, concern: "workflow" }),
      bareRule("high-load", allOf({ load: ["high"] }), { place: -3 }),
      bareRule("large", allOf({ size: ["large"] }), { need: 1 }),
      bareRule("games", allOf({ kinds: ["game"] }), { place: 2 }),
      bareRule("relayed", allOf({ relay: ["relayed"] }), { need: 1, concern: "session" }),
    ],
  }),
);

export function chosen(...options: readonly string[]): Answer {
  return { kind: "chosen", options, note: null };
}

export const unsure: Answer = { kind: "unsure", note: null };

export function answers(given: Readonly<Record<string, string>>): ReadonlyMap<string, Answer> {
  return new Map(
    Object.entries(given).map(([id, option]) => [id, option === "unsure" ? unsure : chosen(option)]),
  );
}

function implied(when: When, answer: string, because: string): Implication {
  return { when: allOf(when), answer, because };
}

function question(
  id: string,
  topic: string,
  options: readonly string[],
  more: Partial<Question> = {},
): Question {
  return bareQuestion(id, [], {
    topic,
    ask: `What about ${id}?`,
    why: `Something hangs on ${id}.`,
    help: `How to find out about ${id}.`,
    options: options.map((option) => ({
      id: option,
      label: `Option ${option}`,
      help: `When to choose ${option}.`,
      examples: [],
      none: option === "neither",
    })),
    ...more,
  });
}
