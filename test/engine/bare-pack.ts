import { compilePack } from "../../src/engine/compile/compile-pack.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type { GivenKind, Pack, Question, Rule } from "../../src/engine/model/pack.js";
import type { Concern } from "../../src/engine/model/verdict.js";
import { minimalPatterns, minimalPlacements } from "./minimal-placements.js";

/** Option ids by question id; every question named must be answered with one of them. */
export type When = Readonly<Record<string, string | readonly string[]>>;

/** A pack of only these parts and the placements and patterns that every pack needs. */
export function barePack(parts: Partial<Pack>): Pack {
  return {
    name: "bare",
    version: "1.0.0",
    about: "",
    drawnFrom: null,
    notAsked: null,
    settings: { robustRadius: 0.25, tightRadius: 0.1 },
    topics: [{ id: "topic", title: "Topic", about: "" }],
    questions: [],
    rules: [],
    placements: minimalPlacements,
    backings: [],
    clashes: [],
    tradeoffs: [],
    patterns: minimalPatterns,
    guidance: [],
    criteria: [],
    references: [],
    ...parts,
  };
}

/** A question with these options and empty texts. */
export function bareQuestion(id: string, options: readonly string[], more: Partial<Question> = {}): Question {
  return {
    id,
    topic: "topic",
    ask: "",
    why: "",
    help: "",
    ordered: false,
    several: false,
    essential: false,
    direction: null,
    bearsOnPlace: false,
    harmless: null,
    options: options.map((option) => ({ id: option, label: option, help: "", examples: [], none: false })),
    retired: [],
    implied: [],
    ...more,
  };
}

/** What a rule does, without texts. The concern is `interaction` if none is named. */
export type Effect =
  | { readonly need: number; readonly concern?: Concern }
  | { readonly place: number }
  | { readonly given: GivenKind; readonly concern?: Concern }
  | { readonly follows: "session" | "workflow" };

/** A rule with this effect and empty texts. */
export function bareRule(id: string, when: Condition, effect: Effect): Rule {
  return { id, when, ...partsOf(effect), keeps: null, because: "", sources: [], contested: null };
}

function partsOf(effect: Effect): Pick<Rule, "kind" | "concern" | "points"> {
  if ("need" in effect)
    return { kind: "need", concern: effect.concern ?? "interaction", points: effect.need };
  if ("place" in effect) return { kind: "place", concern: "interaction", points: effect.place };
  if ("follows" in effect) return { kind: "follows", concern: effect.follows, points: 0 };
  return { kind: effect.given, concern: effect.concern ?? "interaction", points: 0 };
}

export function allOf(when: When): Condition {
  return {
    kind: "all",
    of: Object.entries(when).map(
      ([question, options]): Condition => ({ kind: "answer", question, options: [options].flat() }),
    ),
  };
}

/** @throws Error with the compiler's problems */
export function compiled(pack: Pack): CompiledPack {
  const outcome = compilePack(pack);
  if (outcome.kind === "failed") throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
