import type { Position } from "../../model/answers.js";
import type { GuidanceTopic } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern, Grade, Place } from "../../model/verdict.js";

/** Where state lives, to follow a noun: "the workflow's state, in a shared store". */
export const placeWords: Readonly<Record<Place, string>> = {
  client: "on the client",
  request: "in each request",
  connection: "with the connection",
  "shared-store": "in a shared store",
  resource: "in a resource of its own",
  nowhere: "nowhere",
};

export const concernTitles: Readonly<Record<Concern, string>> = {
  interaction: "Interaction",
  session: "Session",
  workflow: "Workflow",
  sync: "Sync",
  operation: "Operation",
};

export const concernScopes: Readonly<Record<Concern, string>> = {
  interaction: "connection and conversation",
  session: "who is asking",
  workflow: "tasks and transactions over several requests",
  sync: "data that clients change offline",
  operation: "scale, failure, resources",
};

export const guidanceTitles: Readonly<Record<GuidanceTopic, string>> = {
  "error-model": "Errors",
  retries: "Retries",
  consistency: "Consistency",
  monitoring: "Monitoring",
};

/** Colour roles; the word itself always stands beside. */
export const gradeRoles = { firm: "good", fair: "caution", fragile: "bad" } as const satisfies Record<
  Grade,
  string
>;

interface Named {
  readonly service: string;
  readonly surface: string;
}
interface Placed extends Named {
  readonly source: string;
  readonly at: Position;
}

/** A surface by its full name: its own with its service's before it; one name where both are the same. */
export const surfaceTitle = ({ service, surface }: Named): string =>
  service === surface ? service : `${service} · ${surface}`;

/** Surfaces of one list by names as short as they are clear: surfaces alone within one service. */
export function shortTitles(surfaces: readonly Placed[]): readonly string[] {
  const services = new Set(surfaces.map(({ service }) => service));
  return toldApart(
    surfaces,
    surfaces.map((each) => (services.size > 1 ? surfaceTitle(each) : each.surface)),
  );
}

/**
 * Titles of one list with the file after each as soon as two are equal; with the line, too, where that is not enough; as
 * they are where nothing tells them apart.
 */
export function toldApart(
  surfaces: readonly Pick<Placed, "source" | "at">[],
  titles: readonly string[],
): readonly string[] {
  const differ = (all: readonly string[]): boolean => new Set(all).size === all.length;
  if (differ(titles)) return titles;
  const filed = titles.map((title, at) => `${title} (${surfaces[at]?.source ?? ""})`);
  if (differ(filed)) return filed;
  const lined = titles.map((title, at) => {
    const { source, at: place } = surfaces[at] ?? { source: "", at: { line: 0 } };
    return `${title} (${source}:${place.line})`;
  });
  return differ(lined) ? lined : titles;
}

/** The labels of the options chosen for a question, as one phrase; empty when it has no answer. */
export function labelsOf({ answers }: Pick<Recommendation, "answers">, question: string): string {
  const answer = answers.find((each) => each.question === question);
  return answer?.options.map(({ label }) => label).join("; ") ?? "";
}
