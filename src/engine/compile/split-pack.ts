import type { CompiledPack, CompiledPlacement, CompiledRule, Listed } from "../model/compiled-pack.js";
import type { LoadedPack } from "../model/loaded-pack.js";
import type { Pack } from "../model/pack.js";
import {
  LaterConditional,
  LaterMap,
  LaterPlacement,
  LaterRule,
  Lines,
  type Sliceable,
} from "./later-entries.js";
import { assertFormat, type PrecompiledPack, restoreCompiled } from "./precompiled-pack.js";

/** Sections of which most runs show a few entries, in the order of their lines: those first of which they show the most. */
const sections = [
  "guidance",
  "tradeoffs",
  "criteria",
  "references",
  "rules",
  "patterns",
  "placements",
] as const;

type Section = (typeof sections)[number];

/** A precompiled pack without those, and what is needed of them before they are read. */
interface Core extends Omit<PrecompiledPack, "pack" | "rules" | "placements"> {
  readonly pack: Omit<Pack, Section>;
  readonly rules: readonly Omit<CompiledRule, "rule">[];
  readonly placements: readonly Omit<CompiledPlacement, "entry">[];
  /** Ids. */
  readonly patterns: readonly string[];
  readonly criteria: readonly string[];
  readonly references: readonly string[];
  /** Where the line of each entry ends, counted from the end of the first line, line feeds included. */
  readonly ends: readonly number[];
}

/**
 * A precompiled pack as lines of JSON in ASCII: what scoring needs, then an entry each of the sections of which only some
 * are shown. Most of a pack is text, most of that is not shown, and parsing all of it is a good part of a short run.
 */
export function splitPack({ pack, ...others }: PrecompiledPack): string {
  const { rules, placements, tradeoffs, guidance, patterns, criteria, references, ...scored } = pack;
  const lines = sections.flatMap((section) => pack[section].map((entry) => inAscii(JSON.stringify(entry))));
  let end = 0;
  const core = {
    ...others,
    pack: scored,
    rules: rules.map(({ weight, concern }, index) => ({
      condition: others.rules[index],
      weight,
      concern,
    })),
    placements: placements.map(({ concern }, index) => ({ condition: others.placements[index], concern })),
    patterns: idsOf(patterns),
    criteria: idsOf(criteria),
    references: idsOf(references),
    ends: lines.map(({ length }) => {
      end += length + 1;
      return end;
    }),
  };
  return [inAscii(JSON.stringify(core)), ...lines].join("\n");
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

/**
 * The same JSON in ASCII alone: Node reads such a file, and parses such a text, in half the time.
 * @public the build writes the whole pack with it, too
 */
export function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The pack that was split; an entry is parsed when it is first asked for.
 * @param firstEnd where the first line ends: the position of its line feed
 * @throws RangeError, or SyntaxError, where the text visibly is not what `splitPack` made
 */
export function openSplitPack(text: Sliceable, firstEnd: number): LoadedPack {
  const data: unknown = JSON.parse(text.slice(0, firstEnd));
  assertFormat(data);
  const core = data as Core;
  const joined = joinedWithLines(core, new Lines(text, firstEnd + 1, core.ends));
  return restoreCompiled({ ...core, pack: withEntries(core.pack, joined) }, joined);
}

function joinedWithLines(data: Core, lines: Lines): Pick<CompiledPack, Section> {
  const firstLines = new Map<Section, number>();
  let line = 0;
  for (const section of sections) {
    firstLines.set(section, line);
    line += data[section].length;
  }
  if (line !== data.ends.length) throw new RangeError("the precompiled pack does not fit its own entries");
  const from = (section: Section): number => firstLines.get(section) ?? 0;
  const [firstRule, firstPlacement] = [from("rules"), from("placements")];
  const conditional = <Name extends "tradeoffs" | "guidance">(name: Name) => {
    const first = from(name);
    return data[name].map(
      (condition, index) => new LaterConditional<Pack[Name][number]>(lines, first + index, condition),
    );
  };
  const listed = <Name extends "patterns" | "criteria" | "references">(name: Name) =>
    new LaterMap<Pack[Name][number]>(lines, from(name), data[name]);
  return {
    rules: data.rules.map((rule, index) => new LaterRule(lines, firstRule + index, rule)),
    placements: data.placements.map(
      (placement, index) => new LaterPlacement(lines, firstPlacement + index, placement),
    ),
    tradeoffs: conditional("tradeoffs"),
    guidance: conditional("guidance"),
    patterns: listed("patterns"),
    criteria: listed("criteria"),
    references: listed("references"),
  };
}

/** The pack, whose sections are read as a whole when they are asked for. */
function withEntries(core: Core["pack"], joined: Pick<CompiledPack, Section>): Pack {
  const entries: { readonly [Name in Section]: () => Pack[Name] } = {
    rules: () => joined.rules.map(({ rule }) => rule),
    placements: () => entriesOf(joined.placements),
    tradeoffs: () => entriesOf(joined.tradeoffs),
    guidance: () => entriesOf(joined.guidance),
    patterns: () => entriesOf(joined.patterns),
    criteria: () => entriesOf(joined.criteria),
    references: () => entriesOf(joined.references),
  };
  const pack = { ...core };
  for (const section of sections) defineOnFirstUse(pack, section, entries[section]);
  return pack as Pack;
}

function entriesOf<Entry>(
  listed: readonly Listed<Entry>[] | ReadonlyMap<string, Listed<Entry>>,
): readonly Entry[] {
  return [...listed.values()].map(({ entry }) => entry);
}

/** Gives an object a property whose value is made when it is first asked for. */
function defineOnFirstUse(owner: object, key: string, make: () => unknown): void {
  Object.defineProperty(owner, key, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = make();
      Object.defineProperty(owner, key, { enumerable: true, value });
      return value;
    },
  });
}
