import { holdsAlways } from "../../witness/answers-of-term.js";
import { type Check, conditionsOf, findingAt } from "../linted-pack.js";

/** Conditions that no answers meet, and those of shown entries that all answers meet. */
export const selfContradiction: Check = (linted) =>
  conditionsOf(linted.compiled).flatMap(({ id, path, compiled }) => {
    const place = { id, path };
    if (compiled.length === 0) return [findingAt(linted, place, "error", { code: "never-holds", id })];
    return holdsAlways(linted.compiled, compiled)
      ? [findingAt(linted, place, "warning", { code: "needless-condition", id }, new Map())]
      : [];
  });
