import { oneLine } from "../../diagnostics/plain-text.js";
import { grouped } from "../../model/grouped.js";
import type { Pattern } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern, Place } from "../../model/verdict.js";
import { type PlacedConcern, placesOf } from "../answer/places.js";
import { capital, listed } from "../wording/phrases.js";
import { concernTitles, placeWords } from "../wording/titles.js";
import { wrapText } from "../wrap-text.js";

/** Where a picture can show something; in reading order, from the client inwards. */
export const spots = ["client", "request", "connection", "shared-store", "resource", "data"] as const;
export type Spot = (typeof spots)[number];

/** One kind of state in a spot: a concern's own home, what comes with it, or its second home. */
export interface Chip {
  readonly concern: Concern;
  readonly role: "home" | "companion" | "second-home";
  readonly pattern: Pattern | null;
}

/** Where the state of one surface lives, as data for a picture. A pattern that has no place is in none of the spots. */
export interface Picture {
  readonly chips: Readonly<Record<Spot, readonly Chip[]>>;
  /** Whether a conversation is bound to a connection or instance, so that not every instance can serve its client. */
  readonly isBound: boolean;
  /** The same in sentences, for those who cannot see it. */
  readonly description: string;
}

/** Null while the verdict is undecided, as nothing has a place yet. */
export function pictureOf(from: Recommendation): Picture | null {
  if (from.verdict === "undecided") return null;
  const all = placesOf(from).placed.flatMap(chipsOf);
  const isBound = from.concerns.some((each) => each.class === "bound");
  const inSpot = (spot: Spot): readonly Chip[] =>
    all.filter((each) => each.place === spot).map(({ chip }) => chip);
  return {
    chips: {
      client: inSpot("client"),
      request: inSpot("request"),
      connection: inSpot("connection"),
      "shared-store": inSpot("shared-store"),
      resource: inSpot("resource"),
      data: inSpot("data"),
    },
    isBound,
    description: described(all, isBound),
  };
}

interface PlacedChip {
  readonly place: Place;
  readonly chip: Chip;
}

function chipsOf({ concern, place, pattern, companion, secondHome }: PlacedConcern): readonly PlacedChip[] {
  return [
    { place, chip: { concern, role: "home", pattern } },
    ...(companion === null
      ? []
      : [{ place: companion.place, chip: { concern, role: "companion" as const, pattern: companion } }]),
    ...(secondHome === null
      ? []
      : [{ place: secondHome.place, chip: { concern, role: "second-home" as const, pattern: secondHome } }]),
  ];
}

/** A sentence for each spot that has something, and one on who can serve. */
function described(all: readonly PlacedChip[], isBound: boolean): string {
  const places = spots.flatMap((spot) => {
    const here = all.filter(({ place }) => place === spot).map(({ chip }) => chip);
    return here.length === 0 ? [] : [`${capital(placeWords[spot])}: ${listed(statesOf(here))}.`];
  });
  const kept = places.length === 0 ? ["There is no state to keep."] : places;
  const serves = isBound
    ? "Only one instance can serve each client."
    : "Any instance can serve each request.";
  return [...kept, serves].join(" ");
}

/** "session state (Server-side session)", "a second home of the interaction state (Resumable session)". */
function statesOf(chips: readonly Chip[]): readonly string[] {
  const states = grouped(chips, ({ concern, role }) => {
    const state = `${concernTitles[concern].toLowerCase()} state`;
    return role === "second-home" ? `a second home of the ${state}` : state;
  });
  return Array.from(states, ([name, all]) => {
    const titles = all.flatMap(({ pattern }) => (pattern === null ? [] : [oneLine(pattern.title)]));
    return titles.length === 0 ? name : `${name} (${listed(titles)})`;
  });
}

/** The name of a chip in a picture: a concern, or that it is the second home of one. */
export const chipTitle = ({ concern, role }: Chip): string =>
  role === "second-home" ? `${concernTitles[concern]}, second home` : concernTitles[concern];

/** The pattern's title in a picture: cut if no box should be as high. */
export function shortTitle({ title }: Pattern): string {
  const line = oneLine(title);
  const [first, ...more] = wrapText(line, mostColumns);
  return more.length === 0 ? line : `${line.slice(0, first?.end)} …`;
}

/** About four lines of a box. */
const mostColumns = 80;

export const pictureTitle = "Where the state lives";

/** What the boxes are called that have the same name in every picture. */
export const spotTitles: Readonly<Record<Exclude<Spot, "request" | "connection">, string>> = {
  client: "Client",
  "shared-store": "Shared store",
  resource: "Resources of their own",
  data: "Business data",
};

/** What the instances are called. */
export const instancesTitle = ({ isBound }: Pick<Picture, "isBound">): string =>
  isBound ? "One instance only" : "Any instance";

/** What is between them and the client. */
export const laneTitle = ({ isBound }: Pick<Picture, "isBound">): string =>
  isBound ? "open connection or sticky routing" : "each request";

/** The stores that are drawn: business data always, the others if something is kept there. */
export const storesOf = ({ chips }: Picture): readonly ("shared-store" | "resource" | "data")[] =>
  (["shared-store", "resource", "data"] as const).filter((spot) => spot === "data" || chips[spot].length > 0);
