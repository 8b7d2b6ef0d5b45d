import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Implication, Question, Settings } from "../../src/engine/model/pack.js";
import type { Style } from "../../src/engine/model/verdict.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, groundless, type When } from "./bare-pack.js";

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
  return compiled(
    barePack({
      name: "tiny",
      settings: table.settings ?? {},
      questions: Object.entries(table.questions).map(([id, options]) => questionOf(table, id, options)),
      rules: table.rules.map(([when, { N = 0, K = 0, L = 0 }], index) =>
        bareRule(`r${index}`, allOf(when), { live: N, kept: K, stateless: L }),
      ),
      vetoes: (table.vetoes ?? []).map(([when, forbids], index) => ({
        id: `v${index}`,
        when: allOf(when),
        forbids,
        ...groundless,
      })),
    }),
  );
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
  const none = several ? [{ id: "none", label: "none", help: "", none: true }] : [];
  return bareQuestion(id, [], {
    ordered: direction !== null,
    several,
    direction,
    options: [...bareQuestion(id, options).options, ...none],
    implied: (table.implied ?? [])
      .filter(([question]) => question === id)
      .map(([, when, answer]): Implication => ({ when: allOf(when), answer, because: "" })),
  });
}
