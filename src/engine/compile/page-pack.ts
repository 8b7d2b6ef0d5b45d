import type { LoadedPack } from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";
import type { Citation, Pack } from "../model/pack.js";
import { type PrecompiledPack, precompilePack, restoreLoaded } from "./precompiled-pack.js";

/*
 * A precompiled pack for a page, which has to be small: lists as columns, so that no key is repeated and like stands
 * beside like; conditions only as compiled; and, if asked, without the texts that only a report in full shows.
 */

/** A list of objects with the same keys: each key with the values of all. */
type Columns = Readonly<Record<string, Column>>;
/** Values; or lists of objects, one after another, and how many each value has; or null for conditions. */
type Column = readonly unknown[] | { readonly counts: readonly number[]; readonly of: Columns } | null;

/** @param texts `first`: without those that only the report in full shows */
export function pagePack(pack: LoadedPack, texts: "all" | "first"): object {
  const whole = precompilePack(pack);
  const kept = texts === "all" ? whole : withFirstTexts(whole);
  return { ...kept, pack: sections(kept.pack, (rows) => columnsOf(rows as readonly Row[])) };
}

/**
 * The inverse, but for what was left out; in place of the conditions as they were written are some that always hold.
 * @param data the output of `pagePack` of this very version
 */
export function restorePagePack(data: unknown): LoadedPack {
  const whole = data as PrecompiledPack;
  return restoreLoaded({ ...whole, pack: sections(whole.pack, (columns) => rowsOf(columns as Columns)) });
}

/** The topics and questions of a page's pack, without restoring the rest. */
export function pageQuestions(data: unknown): Pick<Pack, "topics" | "questions"> {
  const { topics, questions } = (data as { readonly pack: Readonly<Record<string, Columns>> }).pack;
  return { topics: rowsOf(topics ?? {}), questions: rowsOf(questions ?? {}) } as unknown as Pick<
    Pack,
    "topics" | "questions"
  >;
}

/**
 * Without advice on errors and operation; with no reason, description or source but those of rules, and of criteria no more
 * than what they claim.
 */
function withFirstTexts(whole: PrecompiledPack): PrecompiledPack {
  const { pack, conditions } = whole;
  const none = { because: "", sources: [] };
  const cited = new Set(pack.rules.flatMap(({ sources }) => sources.map(({ id }: Citation) => id)));
  const isCited = ({ id }: { readonly id: string }): boolean => cited.has(id);
  return {
    ...whole,
    conditions: { ...conditions, guidance: [] },
    pack: {
      ...pack,
      placements: pack.placements.map((each) => ({ ...each, ...none, id: "" })),
      backings: pack.backings.map((each) => ({ ...each, ...none, id: "" })),
      tradeoffs: pack.tradeoffs.map((each) => ({ ...each, sources: [] })),
      patterns: pack.patterns.map((each) => ({ ...each, what: "", fits: "", watch: "", sources: [] })),
      guidance: [],
      criteria: pack.criteria.filter(isCited).map((each) => ({ ...each, section: "", contested: null })),
      references: pack.references.filter((each) => isCited(each) || each.id === pack.drawnFrom),
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null);

function columnsOf(rows: readonly Row[]): Columns {
  const keys = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => [key, key === "when" ? null : columnOf(rows.map((row) => row[key]))]),
  );
}

function columnOf(values: readonly unknown[]): Column {
  if (!values.every(isRows) || values.flat().length === 0) return values;
  return { counts: values.map(({ length }) => length), of: columnsOf(values.flat()) };
}

const always: Condition = { kind: "all", of: [] };

function rowsOf(columns: Columns): readonly Row[] {
  const values = Object.entries(columns).map(([key, column]) => [key, column && valuesOf(column)] as const);
  const count = Math.max(0, ...values.map(([, column]) => column?.length ?? 0));
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(values.map(([key, column]) => [key, column === null ? always : column[at]])),
  );
}

function valuesOf(column: Exclude<Column, null>): readonly unknown[] {
  if (!("counts" in column)) return column;
  const rows = rowsOf(column.of).values();
  return column.counts.map((count) => Array.from({ length: count }, () => rows.next().value));
}

/** Every section changed, and what is no section as it is. */
function sections(pack: Pack, change: (value: unknown) => unknown): Pack {
  const isSection = (key: string, value: unknown): boolean =>
    typeof value === "object" && value !== null && key !== "settings";
  return Object.fromEntries(
    Object.entries(pack).map(([key, value]) => [key, isSection(key, value) ? change(value) : value]),
  ) as unknown as Pack;
}
