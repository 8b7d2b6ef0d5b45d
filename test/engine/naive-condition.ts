import type { Condition } from "../../src/engine/model/condition.js";

/** One full assignment of options to questions. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

/** Whether a condition holds on a full assignment, read straight off its tree. */
export function naive(condition: Condition, chosen: Chosen): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((part) => naive(part, chosen));
    case "any":
      return condition.of.some((part) => naive(part, chosen));
    case "not":
      return !naive(condition.of, chosen);
    case "answer":
      return (chosen.get(condition.question) ?? []).some((option) => condition.options.includes(option));
    default:
      return condition satisfies never;
  }
}
