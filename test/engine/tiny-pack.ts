import { compilePack } from "../../src/engine/compile/compile-pack.js";
import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type {
  Implication,
  Pack,
  Question,
  Rule,
  Settings,
  Veto,
  Weight,
} from "../../src/engine/model/pack.js";
import type { Style } from "../../src/engine/model/verdict.js";

/** Option ids by question id: all named questions must be answered by one of them. */
export type When = Readonly<Record<string, string | readonly string[]>>;

export interface TinyPack {
  /** Options by question id; `several` marks a question that takes several of them. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly several?: readonly string[];
  /** Direction by ordered question. */
  readonly directions?: Readonly<Record<string, Style>>;
  /** `[when, weight]`, named r0, r1, …; a weight is `N` live, `K` kept or `L` stateless points. */
  readonly rules: readonly (readonly [
    When,
    { readonly N?: number; readonly K?: number; readonly L?: number },
  ])[];
  /** `[when, forbidden style]`, named v0, v1, … */
  readonly vetoes?: readonly (readonly [When, Style])[];
  /** `[question, when, answer]` */
  readonly implied?: readonly (readonly [string, When, string])[];
  readonly settings?: Partial<Settings>;
}

/** A compiled pack from a table; boundaries are 0 and 0.5, the minimum of evidence 1. */
export function tinyPack(table: TinyPack): CompiledPack {
  const pack: Pack = {
    name: "tiny",
    version: "1.0.0",
    about: "",
    settings: {
      needBoundaryPercent: 0,
      boundBoundaryPercent: 50,
      minimumEvidence: 1,
      firmRadius: 0.25,
      fragileRadius: 0.1,
      ...table.settings,
    },
    topics: [{ id: "topic", title: "", about: "" }],
    questions: Object.entries(table.questions).map(([id, options]) => questionOf(table, id, options)),
    rules: table.rules.map(([when, weight], index) => ruleOf(`r${index}`, when, weight)),
    vetoes: (table.vetoes ?? []).map(([when, forbids], index) => vetoOf(`v${index}`, when, forbids)),
    placements: [],
    tradeoffs: [],
    patterns: [],
    guidance: [],
    criteria: [],
    references: [],
  };
  const outcome = compilePack(pack);
  if (outcome.kind === "failed") throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Answers with one option each, or several. */
export function answersOf(given: Readonly<Record<string, string | readonly string[]>>): Answers {
  return new Map(
    Object.entries(given).map(([id, options]): [string, Answer] => [
      id,
      { kind: "chosen", options: typeof options === "string" ? [options] : options, note: null },
    ]),
  );
}

function questionOf(table: TinyPack, id: string, options: readonly string[]): Question {
  const several = table.several?.includes(id) === true;
  const direction = table.directions?.[id] ?? null;
  const ids = several ? [...options, "none"] : options;
  return {
    id,
    topic: "topic",
    ask: "",
    why: "",
    help: "",
    ordered: direction !== null,
    several,
    essential: false,
    direction,
    options: ids.map((option) => ({ id: option, label: "", help: "", none: several && option === "none" })),
    implied: (table.implied ?? [])
      .filter(([question]) => question === id)
      .map(([, when, answer]): Implication => ({ when: conditionOf(when), answer, because: "" })),
  };
}

function ruleOf(
  id: string,
  when: When,
  { N = 0, K = 0, L = 0 }: { N?: number; K?: number; L?: number },
): Rule {
  const weight: Weight = { live: N, kept: K, stateless: L };
  const favours = L > 0 ? "stateless" : "stateful";
  return {
    id,
    when: conditionOf(when),
    favours,
    weight,
    concern: "operation",
    because: "",
    sources: [],
    contested: null,
  };
}

function vetoOf(id: string, when: When, forbids: Style): Veto {
  return {
    id,
    when: conditionOf(when),
    forbids,
    concern: "operation",
    because: "",
    sources: [],
    contested: null,
  };
}

function conditionOf(when: When): Condition {
  return {
    kind: "all",
    of: Object.entries(when).map(([question, options]) => ({
      kind: "answer",
      question,
      options: typeof options === "string" ? [options] : options,
    })),
  };
}
