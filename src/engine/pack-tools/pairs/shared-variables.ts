import type { Concern } from "../../model/verdict.js";

/** What ties variables together: the rules of a concern, or answers that go together. */
interface Tied {
  readonly scope: readonly number[];
}

/** A division of a space, so that each concern can be worked out on its own once the shared variables are fixed. */
export interface Division<Constraint> {
  /** The variables that only this concern reads. */
  readonly ownOf: (concern: Concern) => readonly number[];
  /** The constraints over those and over shared variables. */
  readonly constraintsOf: (concern: Concern) => readonly Constraint[];
  /** The constraints over shared variables only, or over variables that no concern reads. */
  readonly common: readonly Constraint[];
}

type Owner = Concern | "shared";

/**
 * Divides variables and constraints: a variable is a concern's own if rules of no other name it, and no constraint ties
 * it to another's own.
 */
export function divide<Constraint extends Tied>(
  rules: ReadonlyMap<Concern, readonly Tied[]>,
  constraints: readonly Constraint[],
): Division<Constraint> {
  const owners = ownersOf(rules);
  shareTied(owners, constraints);
  const homes = new Map<Constraint, Concern | null>();
  for (const each of constraints) homes.set(each, ownersIn(owners, each)[0] ?? null);
  adoptUnread(owners, homes);
  return {
    ownOf: (concern) => [...owners].filter(([, owner]) => owner === concern).map(([position]) => position),
    constraintsOf: (concern) => constraints.filter((each) => homes.get(each) === concern),
    common: constraints.filter((each) => homes.get(each) === null),
  };
}

function ownersOf(rules: ReadonlyMap<Concern, readonly Tied[]>): Map<number, Owner> {
  const owners = new Map<number, Owner>();
  for (const [concern, groups] of rules)
    for (const { scope } of groups)
      for (const position of scope) {
        const owner = owners.get(position) ?? concern;
        owners.set(position, owner === concern ? concern : "shared");
      }
  return owners;
}

/** The concerns of which a constraint names own variables. */
function ownersIn(owners: ReadonlyMap<number, Owner>, { scope }: Tied): readonly Concern[] {
  const found = new Set(scope.map((position) => owners.get(position) ?? "shared"));
  return [...found].filter((owner) => owner !== "shared");
}

/** A constraint over own variables of several concerns makes them shared. */
function shareTied(owners: Map<number, Owner>, constraints: readonly Tied[]): void {
  const tied = constraints.find((each) => ownersIn(owners, each).length > 1);
  if (tied === undefined) return;
  for (const position of tied.scope) owners.set(position, "shared");
  shareTied(owners, constraints);
}

/** A variable that no rule names is the own one of a concern if all its constraints are. */
function adoptUnread(owners: Map<number, Owner>, homes: ReadonlyMap<Tied, Concern | null>): void {
  const unread = new Map<number, Set<Concern | null>>();
  for (const [{ scope }, home] of homes)
    for (const position of scope)
      if (!owners.has(position)) unread.set(position, (unread.get(position) ?? new Set()).add(home));
  for (const [position, found] of unread) {
    const [home = null] = found;
    owners.set(position, found.size === 1 && home !== null ? home : "shared");
  }
}
