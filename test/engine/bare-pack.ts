import { compilePack } from "../../src/engine/compile/compile-pack.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type { Pack, Question, Rule, Weight } from "../../src/engine/model/pack.js";

/** Option ids by question id; every question named must be answered with one of them. */
export type When = Readonly<Record<string, string | readonly string[]>>;

/** A pack of only these parts; boundaries are 0 and 0.5, the minimum of evidence 1. */
export function barePack(
  parts: Partial<Omit<Pack, "settings">> & { settings?: Partial<Pack["settings"]> },
): Pack {
  return {
    name: "bare",
    version: "1.0.0",
    about: "",
    topics: [{ id: "topic", title: "Topic", about: "" }],
    questions: [],
    rules: [],
    vetoes: [],
    placements: [],
    tradeoffs: [],
    patterns: [],
    guidance: [],
    criteria: [],
    references: [],
    ...parts,
    settings: {
      needBoundaryPercent: 0,
      boundBoundaryPercent: 50,
      minimumEvidence: 1,
      firmRadius: 0.25,
      fragileRadius: 0.1,
      ...parts.settings,
    },
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
    options: options.map((option) => ({ id: option, label: option, help: "", none: false })),
    implied: [],
    ...more,
  };
}

/** A rule of the concern `operation` for the style that its weight is for. */
export function bareRule(id: string, when: Condition, weight: Weight): Rule {
  const favours = weight.stateless > 0 ? "stateless" : "stateful";
  return { id, when, favours, weight, ...groundless };
}

/** Empty texts of a rule or veto. */
export const groundless = { concern: "operation", because: "", sources: [], contested: null } as const;

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
