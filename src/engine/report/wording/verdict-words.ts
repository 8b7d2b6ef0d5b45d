import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { PlaceClass } from "../../model/verdict.js";
import { capital, listed } from "./phrases.js";
import { concernTitles, placeWords } from "./titles.js";

/** What is kept and where, worded to follow the verdict: "the server keeps only the one-time code, in a shared store". */
export function headlineOf(from: Recommendation): string {
  switch (from.verdict) {
    case "stateless":
      return "the server keeps nothing between requests";
    case "stateful":
      return isWhollyBound(from)
        ? `the server keeps ${keptWords(from)}, bound to the connection or instance`
        : `the server keeps ${keptWords(from)}; the conversation is bound to its connection or instance`;
    case "hybrid": {
      const only = from.keeps.length === 1 ? "only " : "";
      return `the server keeps ${only}${keptWords(from)}, ${keptWhere(from)}`;
    }
    case "undecided":
      return "too little is known about what has to be kept";
    default:
      return from.verdict satisfies never;
  }
}

/** The same where the places are listed beside it: "the server keeps only the one-time code; any instance can serve". */
export function shortHeadline(from: Recommendation): string {
  if (from.verdict !== "hybrid") return headlineOf(from);
  const only = from.keeps.length === 1 ? "only " : "";
  return `the server keeps ${only}${keptWords(from)}; any instance can serve`;
}

/** The headline as a sentence, followed by what the verdict says. */
export function meaning(from: Recommendation): string {
  return `${capital(headlineOf(from))}. ${verdictMeaning(from)}`;
}

/** What the verdict says, in one sentence. */
export function verdictMeaning({ verdict }: Pick<Recommendation, "verdict">): string {
  switch (verdict) {
    case "stateless":
      return "Any instance can serve any request, and losing one loses no client's state.";
    case "stateful":
      return "Losing a connection or instance loses or strands a client's state.";
    case "hybrid":
      return "Any instance can find what is kept; none of it is bound to a connection or instance.";
    case "undecided":
      return "Nothing is known yet about the conversation, and no requirement settles the rest; the open questions say what would help most.";
    default:
      return verdict satisfies never;
  }
}

/** The concerns that are kept, in short, the bound ones last: "session, workflow", "workflow; bound: interaction". */
export function keptShort({ concerns, verdict }: Pick<Recommendation, "concerns" | "verdict">): string {
  if (verdict === "undecided") return "–";
  const namesOf = (kind: PlaceClass): string =>
    concerns
      .flatMap((each) => (each.class === kind ? [concernTitles[each.concern].toLowerCase()] : []))
      .join(", ");
  const elsewhere = namesOf("elsewhere");
  const bound = namesOf("bound");
  return [elsewhere, bound && `bound: ${bound}`].filter((part) => part !== "").join("; ") || "nothing";
}

function keptWords({ keeps }: Recommendation): string {
  const [only = "the conversation", ...others] = keeps;
  return listed([only, ...others]);
}

/** The places of what is kept, once each. */
function keptWhere({ concerns }: Recommendation): string {
  const places = concerns.flatMap(({ kept, placement }) =>
    kept && placement !== null ? [placement.place] : [],
  );
  return listed([...new Set(places)].map((place) => placeWords[place]));
}

const isWhollyBound = ({ concerns }: Recommendation): boolean =>
  concerns.every((concern: ReportedConcern) => !concern.kept || concern.class === "bound");
