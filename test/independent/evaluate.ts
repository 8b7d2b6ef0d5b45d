import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Condition, holds, type Known, type Questions, readBy, withImplied } from "./world.js";

export const concerns = ["interaction", "session", "workflow", "sync"] as const;
export type Concern = (typeof concerns)[number];
export type Verdict = "undecided" | "stateless" | "hybrid" | "stateful";
export type Class = "not-kept" | "elsewhere" | "bound";

interface Rule {
  readonly when?: Condition;
  readonly concern?: Concern;
  readonly points?: number;
}

interface Placement extends Rule {
  readonly place: string;
  readonly pattern?: string;
  readonly beside?: string;
}

type Section<Entry> = Readonly<Record<string, Entry>>;

export interface Pack {
  readonly questions: Questions;
  readonly rules: Readonly<Record<string, Section<Rule>>>;
  readonly clashes: Section<Rule>;
  readonly placements: Section<Placement>;
  readonly backedBy: Section<Rule & { readonly pattern: string }>;
  readonly patterns: Section<{ readonly place: string }>;
  readonly robust: number;
  readonly tight: number;
}

const kinds = ["need", "must", "must-not", "place", "must-bind", "may-not-bind", "follows"];

/** A pack from the YAML files of a folder, or from one file, which are merged by section. */
export function packFrom(path: string): Pack {
  const files = path.endsWith(".yaml") ? [path] : readdirSync(path).map((name) => join(path, name));
  const merged: Record<string, Record<string, never>> = {};
  for (const file of files.filter((name) => name.endsWith(".yaml")))
    for (const [section, entries] of Object.entries(parse(readFileSync(file, "utf8"))))
      merged[section] = { ...merged[section], ...(entries as object) };
  const section = (name: string) => merged[name] ?? {};
  return {
    questions: section("questions"),
    rules: Object.fromEntries(kinds.map((kind) => [kind, section(kind)])),
    clashes: section("clashes"),
    placements: section("placements"),
    backedBy: section("backed-by"),
    patterns: section("patterns"),
    robust: section("pack")["robust-radius"] ?? 0.25,
    tight: section("pack")["tight-radius"] ?? 0.1,
  };
}

export interface Points {
  readonly for: number;
  readonly against: number;
}

export interface Scored {
  readonly verdict: Verdict;
  readonly kept: Readonly<Record<Concern, boolean>>;
  readonly classes: Readonly<Record<Concern, Class>>;
  readonly need: Readonly<Record<Concern, Points>>;
  readonly place: Points;
  /** Ids of the rules of a kind that fire for a concern. */
  readonly fired: (kind: string, concern: Concern) => readonly string[];
}

/** Rules that fire, what is kept and bound, and the verdict, from what is known. */
export function scored(pack: Pack, known: Known): Scored {
  const fires = Object.fromEntries(
    kinds.map((kind) => [kind, firing(pack, pack.rules[kind] as Section<Rule>, known)]),
  );
  const fired = (kind: string, concern: Concern) =>
    (fires[kind] ?? []).filter((id) => (pack.rules[kind]?.[id]?.concern ?? "interaction") === concern);
  const points = (kind: string, concern: Concern): Points => {
    const all = fired(kind, concern).map((id) => pack.rules[kind]?.[id]?.points ?? 0);
    return {
      for: sum(all.map((each) => Math.max(each, 0))),
      against: sum(all.map((each) => Math.max(-each, 0))),
    };
  };
  const any = (kind: string, concern: Concern) => fired(kind, concern).length > 0;
  const need = of((concern) => points("need", concern));
  const kept = of(
    (concern) =>
      any("must", concern) || (!any("must-not", concern) && need[concern].for > need[concern].against),
  );
  const place = points("place", "interaction");
  const bound =
    kept.interaction &&
    !any("may-not-bind", "interaction") &&
    (any("must-bind", "interaction") || place.for > place.against);
  const classes = of((concern): Class => {
    if (bound && (concern === "interaction" || any("follows", concern))) return "bound";
    return kept[concern] ? "elsewhere" : "not-kept";
  });
  const spoken = ["need", "must", "must-not"].some((kind) => any(kind, "interaction"));
  const undecided = !spoken && !concerns.some((concern) => any("must", concern));
  const kinded = bound ? "stateful" : Object.values(kept).some(Boolean) ? "hybrid" : "stateless";
  return { verdict: undecided ? "undecided" : kinded, kept, classes, need, place, fired };
}

function firing(pack: Pack, section: Section<Rule>, known: Known): readonly string[] {
  return Object.keys(section).filter((id) => holds(pack.questions, section[id]?.when, known));
}

export function clashesOf(pack: Pack, known: Known): readonly string[] {
  return firing(pack, pack.clashes, known);
}

export interface Home {
  readonly place: string | null;
  readonly pattern: string | null;
  readonly beside: string | null;
}

/** Where the state of each concern lives, and the second home of a bound conversation. */
export function homes(pack: Pack, known: Known, { verdict, classes }: Scored) {
  const nowhere = { place: null, pattern: null, beside: null };
  if (verdict === "undecided") return { homes: of((): Home => nowhere), backedBy: null };
  const read = withHarmless(pack, known);
  const found = of((concern): Home => {
    const first = Object.values(pack.placements).find(
      ({ concern: its, place, when }) =>
        its === concern && classOf(place) === classes[concern] && holds(pack.questions, when, read),
    );
    return first === undefined
      ? nowhere
      : { place: first.place, pattern: first.pattern ?? null, beside: first.beside ?? null };
  });
  const [backing = null] = classes.interaction === "bound" ? firing(pack, pack.backedBy, read) : [];
  return { homes: found, backedBy: backing === null ? null : (pack.backedBy[backing]?.pattern ?? null) };
}

/** Open questions read as their harmless options. */
function withHarmless({ questions }: Pack, known: Known): Known {
  const all = Object.entries(questions).flatMap(([id, { harmless }]) =>
    harmless === undefined || known.has(id) ? [] : [[id, [harmless]] as const],
  );
  return new Map([...known, ...all]);
}

function classOf(place: string): Class {
  if (place === "connection") return "bound";
  return place === "shared-store" || place === "resource" ? "elsewhere" : "not-kept";
}

export function of<Value>(value: (concern: Concern) => Value): Readonly<Record<Concern, Value>> {
  return Object.fromEntries(concerns.map((concern) => [concern, value(concern)])) as Record<Concern, Value>;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

export function verdictOf(pack: Pack, given: Known): Verdict {
  return scored(pack, withImplied(pack.questions, given)).verdict;
}

/** The options of a question that some rule names, in the order of the question. */
export function namedByRules({ questions, rules }: Pack, question: string): readonly string[] {
  const conditions = Object.values(rules).flatMap((section) =>
    Object.values(section).map(({ when }) => when),
  );
  const named = new Set(conditions.flatMap((when) => readBy(questions, when).get(question) ?? []));
  return Object.keys(questions[question]?.options ?? {}).filter((option) => named.has(option));
}
