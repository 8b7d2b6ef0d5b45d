/** The two alternatives of the decision. */
export const styles = ["stateless", "stateful"] as const;
export type Style = (typeof styles)[number];

/** The verdicts that are a decision. */
export const decidedVerdicts = ["stateless", "stateful", "hybrid"] as const;
export type DecidedVerdict = (typeof decidedVerdicts)[number];

/** The conclusions of a pack; `undecided` means that too little is known about what has to be kept. */
export const verdicts = [...decidedVerdicts, "undecided"] as const;
export type Verdict = (typeof verdicts)[number];

/** The four kinds of state: the conversation, the login, the task under way, copies changed offline. */
export const concerns = ["interaction", "session", "workflow", "sync"] as const;
export type Concern = (typeof concerns)[number];

/** The concerns that go where the conversation goes, if a rule says so. */
export const followers = ["session", "workflow"] as const satisfies readonly Concern[];

/**
 * Where the state of a concern lives: `nowhere` if there is none; `data` is plain business data that any client may
 * meet; `resource` belongs to one client's dealings; `connection` reads "connection or instance".
 */
export const places = [
  "nowhere",
  "client",
  "request",
  "data",
  "shared-store",
  "resource",
  "connection",
] as const;
export type Place = (typeof places)[number];

/** What a place means for the verdict: no server keeps it, any instance finds it, one connection or instance has it. */
export const placeClasses = ["not-kept", "elsewhere", "bound"] as const;
export type PlaceClass = (typeof placeClasses)[number];

export const classOfPlace = {
  nowhere: "not-kept",
  client: "not-kept",
  request: "not-kept",
  data: "not-kept",
  "shared-store": "elsewhere",
  resource: "elsewhere",
  connection: "bound",
} as const satisfies Readonly<Record<Place, PlaceClass>>;

/** The classes that a concern can come out as: eleven lists of placements in all, as copies are never bound. */
export const classesOf: Readonly<Record<Concern, readonly PlaceClass[]>> = {
  interaction: placeClasses,
  session: placeClasses,
  workflow: placeClasses,
  sync: ["not-kept", "elsewhere"],
};

/** A place for any concern (`connection`), or the place of one concern (`session/request`). */
export type StatePlace = Place | `${Concern}/${Place}`;
export const statePlaces: readonly StatePlace[] = [
  ...places,
  ...concerns.flatMap((concern) => places.map((place): StatePlace => `${concern}/${place}`)),
];

/** From least to most trustworthy; see the decision model. */
export const grades = ["fragile", "fair", "firm"] as const;
export type Grade = (typeof grades)[number];
