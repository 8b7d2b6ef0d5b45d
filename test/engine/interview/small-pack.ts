import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import type { Implication, Pack, Question, Rule } from "../../../src/engine/model/pack.js";

/**
 * Two topics and seven questions: `style` a..c, `depth` and `size` (implied small by depth none) and `push` in the
 * first topic, `load`, `kinds` (takes several) and `relay` in the second. `relay` is implied by `push`, which is
 * implied by `style: a`: a chain. Essential: style, depth, load.
 */
export const smallPack: CompiledPack = compiled({
  name: "small",
  version: "1.0.0",
  about: "",
  settings: {
    needBoundaryPercent: 0,
    boundBoundaryPercent: 50,
    minimumEvidence: 2,
    firmRadius: 0.25,
    fragileRadius: 0.1,
  },
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
    rule("needs-style", { style: ["b", "c"] }, { live: 2, kept: 0, stateless: 0 }),
    rule("plain-style", { style: ["a"] }, { live: 0, kept: 0, stateless: 2 }),
    rule("deep", { depth: ["deep"] }, { live: 0, kept: 3, stateless: 0 }),
    rule("high-load", { load: ["high"] }, { live: 0, kept: 0, stateless: 3 }),
    rule("large", { size: ["large"] }, { live: 1, kept: 0, stateless: 0 }),
    rule("games", { kinds: ["game"] }, { live: 2, kept: 0, stateless: 0 }),
    rule("relayed", { relay: ["relayed"] }, { live: 0, kept: 1, stateless: 0 }),
  ],
  vetoes: [],
  placements: [],
  tradeoffs: [],
  patterns: [],
  guidance: [],
  criteria: [],
  references: [],
});

export function chosen(...options: readonly string[]): Answer {
  return { kind: "chosen", options, note: null };
}

export const unsure: Answer = { kind: "unsure", note: null };

export function answers(given: Readonly<Record<string, string>>): ReadonlyMap<string, Answer> {
  return new Map(
    Object.entries(given).map(([id, option]) => [id, option === "unsure" ? unsure : chosen(option)]),
  );
}

type Simple = Readonly<Record<string, readonly string[]>>;

function when(simple: Simple): Condition {
  const of = Object.entries(simple).map(
    ([id, options]): Condition => ({ kind: "answer", question: id, options }),
  );
  return { kind: "all", of };
}

function implied(simple: Simple, answer: string, because: string): Implication {
  return { when: when(simple), answer, because };
}

function question(
  id: string,
  topic: string,
  options: readonly string[],
  more: Partial<Question> = {},
): Question {
  return {
    id,
    topic,
    ask: `What about ${id}?`,
    why: `Something hangs on ${id}.`,
    help: `How to find out about ${id}.`,
    ordered: false,
    several: false,
    essential: false,
    direction: null,
    options: options.map((option) => ({
      id: option,
      label: `Option ${option}`,
      help: `When to choose ${option}.`,
      none: option === "neither",
    })),
    implied: [],
    ...more,
  };
}

function rule(id: string, simple: Simple, weight: Rule["weight"]): Rule {
  const favours = weight.stateless > 0 ? "stateless" : "stateful";
  return {
    id,
    when: when(simple),
    favours,
    weight,
    concern: "interaction",
    because: "",
    sources: [],
    contested: null,
  };
}

function compiled(pack: Pack): CompiledPack {
  const outcome = compilePack(pack);
  if (outcome.kind === "failed") throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
