import type { Pattern } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern, Place } from "../../model/verdict.js";
import { type PlacedConcern, placesOf } from "../answer/places.js";
import { listed } from "../wording/phrases.js";
import { concernTitles, placeWords } from "../wording/titles.js";

/** Where a picture can show something; in reading order, from the client inwards. */
export const spots = ["client", "request", "connection", "shared-store", "resource", "data"] as const;
export type Spot = (typeof spots)[number];

/** One kind of state in a spot: a concern's own home, what comes with it, or its second home. */
export interface Chip {
  readonly concern: Concern;
  readonly role: "home" | "companion" | "second-home";
  readonly pattern: Pattern | null;
}

/** Where the state of one surface lives, as data for a picture. */
export interface Picture {
  readonly chips: Readonly<Record<Spot, readonly Chip[]>>;
  /** Whether a conversation is bound to a connection or instance, so that not every instance can serve its client. */
  readonly isBound: boolean;
  /** The same in a sentence, for those who cannot see it. */
  readonly description: string;
}

/** Null while the verdict is undecided, as nothing has a place yet. */
export function pictureOf(from: Recommendation): Picture | null {
  if (from.verdict === "undecided") return null;
  const { placed } = placesOf(from);
  const all = placed.flatMap(chipsOf);
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
    isBound: from.concerns.some((each) => each.class === "bound"),
    description: described(all),
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

function described(all: readonly PlacedChip[]): string {
  const parts = spots.flatMap((spot) => {
    const here = all.filter(({ place }) => place === spot).map(({ chip }) => chipWords(chip));
    return here.length === 0 ? [] : [`${placeWords[spot]}, ${listed(here)}`];
  });
  if (parts.length === 0) return "No state of any client is kept anywhere.";
  return `Where the state lives: ${parts.join("; ")}.`;
}

/** "session: Server-side session", "backing interaction: Resumable session". */
function chipWords({ concern, role, pattern }: Chip): string {
  const name = concernTitles[concern].toLowerCase();
  const title = pattern === null ? "" : ` by ${pattern.title}`;
  return role === "second-home" ? `a second home of ${name}${title}` : `${name}${title}`;
}

/** The name of a chip in a picture: a concern, or that it is the second home of one. */
export const chipTitle = ({ concern, role }: Chip): string =>
  role === "second-home" ? `${concernTitles[concern]}, second home` : concernTitles[concern];

/** What the spots are called in a picture. */
export const spotTitles: Readonly<Record<Spot, string>> = {
  client: "Client",
  request: "In each request",
  connection: "With the connection or instance",
  "shared-store": "Shared store",
  resource: "Resources of their own",
  data: "Business data",
};

/** What the instances are called: one of them, if a conversation is bound to it. */
export const instancesTitle = ({ isBound }: Pick<Picture, "isBound">): string =>
  isBound ? "Instance that holds the connection" : "Any instance";

/** The stores that are drawn: business data always, the others if something is kept there. */
export const storesOf = ({ chips }: Picture): readonly Spot[] =>
  (["shared-store", "resource", "data"] as const).filter((spot) => spot === "data" || chips[spot].length > 0);
