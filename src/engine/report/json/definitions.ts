import {
  type Citation,
  type Clash,
  type Guidance,
  type Pattern,
  pointsOf,
  type Rule,
  type Tradeoff,
} from "../../model/pack.js";
import type {
  ReportedBacking,
  ReportedPlacement,
  UncitedRecommendation,
} from "../../model/recommendation.js";
import { citationKey } from "../sources.js";

/** What the entries of the pack say that some surface names, by kind and id, in the order in which they are named. */
export function definitionsJson(surfaces: readonly UncitedRecommendation[]) {
  const placements = surfaces.flatMap(({ concerns }) => concerns.flatMap(({ placement }) => placement ?? []));
  const backings = placements.flatMap(({ backedBy }) => backedBy ?? []);
  const patterns = [
    ...placements.flatMap(({ pattern, beside }) => [pattern ?? [], beside ?? []].flat()),
    ...backings.map(({ pattern }) => pattern),
  ];
  const fired = surfaces.flatMap(({ rules, settled }) => [...rules, ...settled]);
  return {
    clashes: byId(
      surfaces.flatMap(({ clashes }) => clashes.map(({ clash }) => clash)),
      clashJson,
    ),
    rules: byId(
      fired.map(({ rule }) => rule),
      ruleJson,
    ),
    placements: byId(placements, placementJson),
    secondHomes: byId(backings, backingJson),
    patterns: byId(patterns, patternJson),
    tradeoffs: byId(
      surfaces.flatMap(({ tradeoffs }) => tradeoffs),
      tradeoffJson,
    ),
    guidance: byId(
      surfaces.flatMap(({ guidance }) => guidance),
      guidanceJson,
    ),
  };
}

function byId<Entry extends { readonly id: string }, Written>(
  entries: readonly Entry[],
  write: (entry: Entry) => Written,
): Readonly<Record<string, Written>> {
  const distinct = new Map(entries.map((entry) => [entry.id, entry]));
  return Object.fromEntries(Array.from(distinct, ([id, entry]) => [id, write(entry)]));
}

const clashJson = ({ because, reconsider }: Clash) => ({ because, reconsider });

const ruleJson = ({ kind, concern, points, keeps, because, contested, sources }: Rule) => ({
  kind,
  concern,
  points: pointsOf({ kind, points }),
  keeps,
  because,
  contested,
  sources: keysOf(sources),
});

const placementJson = ({ because, sources }: ReportedPlacement) => ({ because, sources: keysOf(sources) });

const backingJson = ({ because, sources }: ReportedBacking) => ({ because, sources: keysOf(sources) });

const patternJson = ({ title, place, examples }: Pattern) => ({ title, place, examples });

const tradeoffJson = ({ kind, style, text, mitigation, sources }: Tradeoff) => ({
  kind,
  style,
  text,
  mitigation,
  sources: keysOf(sources),
});

const guidanceJson = ({ topic, text, because, sources }: Guidance) => ({
  topic,
  text,
  because,
  sources: keysOf(sources),
});

const keysOf = (sources: readonly Citation[]): readonly string[] => sources.map(citationKey);
