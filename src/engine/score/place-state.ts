import type { CompiledPack } from "../model/compiled-pack.js";
import { grouped } from "../model/grouped.js";
import { oncePer } from "../model/once-per.js";
import type { Backing, Placement } from "../model/pack.js";
import type { Possible, Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import { type Concern, classOfPlace, type PlaceClass } from "../model/verdict.js";
import { holds } from "./holds.js";

/** Where the state of each concern lives, and what stands behind a bound conversation. */
export interface Placed {
  readonly placements: Readonly<Record<Concern, Placement>>;
  /** Null unless the conversation is bound and a backing holds. */
  readonly backing: Backing | null;
}

/**
 * For each concern the first placement of its class that holds, given the answers with open questions read as their
 * harmless option (`withHarmless`); null while the verdict is undecided.
 */
export function placeState(pack: CompiledPack, possible: Possible, score: Score): Placed | null {
  if (score.verdict === "undecided") return null;
  const place = (concern: Concern): Placement => {
    const list = listsOf(pack).get(listKey(concern, score.concerns[concern].class));
    const first = list?.find(({ condition }) => condition === null || holds(condition, possible));
    if (first === undefined) throw new RangeError(`the pack places no ${concern} of this class`);
    return first.entry;
  };
  const [interaction, session, workflow, sync] = [
    place("interaction"),
    place("session"),
    place("workflow"),
    place("sync"),
  ];
  const isBound = score.concerns.interaction.class === "bound";
  const backing = isBound
    ? pack.backings.find(({ condition }) => condition === null || holds(condition, possible))
    : undefined;
  return { placements: { interaction, session, workflow, sync }, backing: backing?.entry ?? null };
}

/** The pack's ordered lists of placements, one for each concern and class. */
const listsOf = oncePer(({ placements }: CompiledPack) =>
  grouped(placements, ({ entry }) => listKey(entry.concern, classOfPlace[entry.place])),
);

function listKey(concern: Concern, placeClass: PlaceClass): string {
  return `${concern} ${placeClass}`;
}

/** The answers with each open question that has a harmless option read as that; what is implied stays as it is. */
export function withHarmless(pack: CompiledPack, { possible, answerStates }: Profile): Possible {
  const read = [...possible];
  for (const { index, harmless, variables } of pack.questions) {
    const state = answerStates[index];
    if (harmless === null || state === "given" || state === "implied") continue;
    for (const variable of variables)
      read[variable.index] = 2 ** Math.max(variable.states.indexOf(harmless), 0);
  }
  return read;
}
