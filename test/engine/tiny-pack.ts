import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Implication, Pack, Question } from "../../src/engine/model/pack.js";
import type { Style } from "../../src/engine/model/verdict.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect, type When } from "./bare-pack.js";

export interface TinyPack {
  /** Options by question id. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  /** The questions that take several options. */
  readonly several?: readonly string[];
  /** Direction by ordered question. */
  readonly directions?: Readonly<Record<string, Style>>;
  /** Harmless option by question. */
  readonly harmless?: Readonly<Record<string, string>>;
  /** The questions that bear on the place alone. */
  readonly placeOnly?: readonly string[];
  /** `[when, effect]`, named r0, r1, … */
  readonly rules: readonly (readonly [When, Effect])[];
  /** `[question, when, answer]` */
  readonly implied?: readonly (readonly [string, When, string])[];
  /** Any other parts of the pack, such as placements that differ from the minimal ones. */
  readonly parts?: Partial<Pack>;
}

/** A compiled pack from a table. */
export function tinyPack(table: TinyPack): CompiledPack {
  return compiled(
    barePack({
      name: "tiny",
      questions: Object.entries(table.questions).map(([id, options]) => questionOf(table, id, options)),
      rules: table.rules.map(([when, effect], index) => bareRule(`r${index}`, allOf(when), effect)),
      ...table.parts,
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
  const none = several ? [{ id: "none", label: "none", help: "", examples: [], none: true }] : [];
  return bareQuestion(id, [], {
    ordered: direction !== null,
    several,
    direction,
    bearsOnPlace: table.placeOnly?.includes(id) === true,
    harmless: table.harmless?.[id] ?? null,
    options: [...bareQuestion(id, options).options, ...none],
    implied: (table.implied ?? [])
      .filter(([question]) => question === id)
      .map(([, when, answer]): Implication => ({ when: allOf(when), answer, because: "" })),
  });
}
