import type { NamedWitness } from "../witness/witness-file.js";
import type { Mutation, Survivor } from "./mutate.js";

/** Answers that tell each surviving mutant from the pack, named after the changed entry and numbered. */
export function mutationWitnesses({ surviving }: Mutation): readonly NamedWitness[] {
  const taken = new Map<string, number>();
  return surviving.map((survivor) => {
    const { entry, change } = survivor.mutant;
    const count = (taken.get(entry) ?? 0) + 1;
    taken.set(entry, count);
    return {
      name: `${entry}-${count}`,
      shows: `${entry}, ${change}: ${effectOf(survivor)}.`,
      answers: survivor.difference.answers,
    };
  });
}

/** What the difference is: "the verdict turns from hybrid to stateful". */
export function effectOf({ mutant, difference: { by, before, after } }: Survivor): string {
  switch (by) {
    case "verdict":
      return `the verdict changes from ${before} to ${after}`;
    case "placement":
      return "state is placed elsewhere";
    case "firing":
      return `${mutant.entry} fires only before or only after the change`;
    default:
      return by satisfies never;
  }
}
