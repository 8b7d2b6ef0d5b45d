import type { Position } from "../../model/answers.js";
import { examplesPhrase } from "../../model/examples.js";
import type { GuidanceTopic, Pattern, Question } from "../../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../../model/recommendation.js";
import type { Concern, Grade, Place, PlaceClass } from "../../model/verdict.js";
import { glue } from "../inline.js";

/** Where state lives, worded to follow a noun: "the workflow's state, in a shared store". */
export const placeWords: Readonly<Record<Place, string>> = {
  nowhere: "nowhere",
  client: "on the client",
  request: "in each request",
  data: "in business data",
  "shared-store": "in a shared store",
  resource: "in a resource of its own",
  connection: "with the connection or instance",
};

/** The places as a column has room for them. */
export const shortPlaces: Readonly<Record<Place, string>> = {
  nowhere: "no state",
  client: "client",
  request: "each request",
  data: "business data",
  "shared-store": "shared store",
  resource: "own resource",
  connection: "connection or instance",
};

/** Most examples beside the title of a pattern. */
const fewExamples = 3;

/** "e.g. Redis, Valkey"; empty without examples. */
const fewOf = ({ examples }: Pick<Pattern, "examples">, most = fewExamples): string =>
  examplesPhrase({ examples: examples.slice(0, most) }).replace(" ", glue);

/** ", e.g. Redis, Valkey", to follow what it exemplifies; empty without examples. */
function withExamples(pattern: Pick<Pattern, "examples">, most = fewExamples): string {
  const few = fewOf(pattern, most);
  return few === "" ? "" : `, ${few}`;
}

/** The title of a pattern with a few examples: "Server-side session, e.g. Redis, Valkey". */
export const patternTitle = (pattern: Pattern, most = fewExamples): string =>
  `${pattern.title}${withExamples(pattern, most)}`;

/** The same with its place, for a pattern that comes with another. */
export function placedPattern(pattern: Pattern): string {
  const where = pattern.place === "nowhere" ? "" : `, ${placeWords[pattern.place]}`;
  return `${pattern.title}${where}${withExamples(pattern)}`;
}

/** The title between quotation marks, its examples after them: "“Server-side session” (e.g. Redis, Valkey)". */
export function quotedPattern(pattern: Pattern): string {
  const few = fewOf(pattern);
  return `“${pattern.title}”${few === "" ? "" : ` (${few})`}`;
}

export const concernTitles: Readonly<Record<Concern, string>> = {
  interaction: "Interaction",
  session: "Session",
  workflow: "Workflow",
  sync: "Sync",
};

export const concernScopes: Readonly<Record<Concern, string>> = {
  interaction: "connection and conversation",
  session: "login",
  workflow: "tasks and transactions over several requests",
  sync: "data that clients change offline",
};

/** What a concern is about, as a noun to follow "the". */
export const concernNouns: Readonly<Record<Concern, string>> = {
  interaction: "conversation",
  session: "login",
  workflow: "task under way",
  sync: "state of each copy",
};

/** What a class of places means, worded to follow the name of a concern. */
export const classWords: Readonly<Record<PlaceClass, string>> = {
  "not-kept": "not kept",
  elsewhere: "kept elsewhere",
  bound: "bound to its connection or instance",
};

/** Colour roles: a class has the colour of the verdict that it leads to. */
export const classRoles = {
  "not-kept": "stateless",
  elsewhere: "hybrid",
  bound: "stateful",
} as const satisfies Record<PlaceClass, string>;

export const guidanceTitles: Readonly<Record<GuidanceTopic, string>> = {
  "error-model": "Errors",
  retries: "Retries",
  consistency: "Consistency",
  security: "Security",
  monitoring: "Monitoring",
};

/** Colour roles; the word itself is always beside them. */
export const gradeRoles = { firm: "good", fair: "caution", fragile: "bad" } as const satisfies Record<
  Grade,
  string
>;

interface Named {
  readonly service: string;
  readonly surface: string;
}

interface Located {
  readonly source: string;
  readonly at: Position;
}

/** A surface's full name: the service's, then its own; one name if both are the same. */
export const surfaceTitle = ({ service, surface }: Named): string =>
  service === surface ? service : `${service} · ${surface}`;

/** The surfaces of one list with names that are as short as they are clear: the surface's alone within one service. */
export function withShortTitles<Item extends Named & Located>(
  surfaces: readonly Item[],
): readonly (readonly [title: string, surface: Item])[] {
  const services = new Set(surfaces.map(({ service }) => service));
  return withTitles(surfaces, (each) => (services.size > 1 ? surfaceTitle(each) : each.surface));
}

/**
 * The items of one list with their titles: followed by the file as soon as two are equal, and by the line if that is
 * not enough; unchanged if nothing distinguishes them.
 */
export function withTitles<Item extends Located>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
): readonly (readonly [title: string, item: Item])[] {
  const forms: readonly ((item: Item) => string)[] = [
    titleOf,
    (item) => `${titleOf(item)} (${item.source})`,
    (item) => `${titleOf(item)} (${item.source}:${item.at.line})`,
  ];
  const distinct = forms.find((form) => new Set(items.map(form)).size === items.length) ?? titleOf;
  return items.map((item) => [distinct(item), item]);
}

/** The labels of an answer's options, as one phrase. */
export const optionLabels = ({ options }: Pick<ReportedAnswer, "options">): string =>
  options.map(({ label }) => label).join("; ");

/** The same of the answer to a question; empty if it has none. */
export function labelsOf({ answers }: Pick<Recommendation, "answers">, question: string): string {
  const answer = answers.find((each) => each.question === question);
  return answer === undefined ? "" : optionLabels(answer);
}

/** A question by its id in words, where the whole question would be too long: "interaction style". */
export const questionName = (id: string): string => id.replaceAll("-", " ");

/** The label of a question's option. */
export const optionLabel = ({ options }: Question, id: string | null): string =>
  options.find((option) => option.id === id)?.label ?? String(id);
