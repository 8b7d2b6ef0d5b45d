/** The two alternatives of the decision. */
export const styles = ["stateless", "stateful"] as const;
export type Style = (typeof styles)[number];

/** The verdicts that are a decision. */
export const decidedVerdicts = ["stateless", "stateful", "hybrid"] as const;
export type DecidedVerdict = (typeof decidedVerdicts)[number];

/** The conclusions of a pack; `undecided` means that there is too little evidence, not that the two are equal. */
export const verdicts = [...decidedVerdicts, "undecided"] as const;
export type Verdict = (typeof verdicts)[number];

/** The kinds of state; `operation` concerns all of them and has no state itself. */
export const concerns = ["interaction", "session", "workflow", "sync", "operation"] as const;
export type Concern = (typeof concerns)[number];

export const stateConcerns = ["interaction", "session", "workflow", "sync"] as const;
export type StateConcern = (typeof stateConcerns)[number];

/** Where the state of a concern lives; `nowhere` means that the concern has none. */
export const places = ["client", "request", "connection", "shared-store", "resource", "nowhere"] as const;
export type Place = (typeof places)[number];

/** A place for any concern (`connection`), or the place of one concern (`session/request`). */
export type StatePlace = Place | `${StateConcern}/${Place}`;
export const statePlaces: readonly StatePlace[] = [
  ...places,
  ...stateConcerns.flatMap((concern) => places.map((place): StatePlace => `${concern}/${place}`)),
];

/** From least to most trustworthy; see the decision model. */
export const grades = ["fragile", "fair", "firm"] as const;
export type Grade = (typeof grades)[number];
