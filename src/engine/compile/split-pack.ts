import type {
  CompiledCondition,
  CompiledPlacement,
  CompiledRule,
  Conditional,
  Listed,
} from "../model/compiled-pack.js";
import type { LoadedPack } from "../model/loaded-pack.js";
import type { Pack, Placement, Rule, Weight } from "../model/pack.js";
import type { Concern, StateConcern } from "../model/verdict.js";
import { assertPrecompiled, type PrecompiledPack, restoreCompiled } from "./precompiled-pack.js";

/** Sections of which most runs show a few entries, in the order of their lines. */
const sections = [
  "rules",
  "placements",
  "tradeoffs",
  "guidance",
  "patterns",
  "criteria",
  "references",
] as const;

type Section = (typeof sections)[number];

/** Sections whose entries are looked up by id. */
type Named = "patterns" | "criteria" | "references";

/** A precompiled pack without those, and what is needed of them before they are read. */
interface Core extends Omit<PrecompiledPack, "pack"> {
  readonly pack: Omit<Pack, Section>;
  readonly weights: readonly Weight[];
  readonly concerns: { readonly rules: readonly Concern[]; readonly placements: readonly StateConcern[] };
  readonly ids: Readonly<Record<Named, readonly string[]>>;
  /** Where the line of each entry ends, counted from the end of the first line. */
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
  const core: Core = {
    ...others,
    pack: scored,
    weights: rules.map(({ weight }) => weight),
    concerns: {
      rules: rules.map(({ concern }) => concern),
      placements: placements.map(({ concern }) => concern),
    },
    ids: { patterns: idsOf(patterns), criteria: idsOf(criteria), references: idsOf(references) },
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
 * @throws RangeError, or SyntaxError, where the text visibly is not what `splitPack` made
 */
export function openSplitPack(text: string): LoadedPack {
  const firstLine = text.indexOf("\n");
  const data = JSON.parse(firstLine === -1 ? text : text.slice(0, firstLine)) as Core;
  assertPrecompiled(data);
  const { weights, concerns, ids } = data;
  const lines = new Lines(text, firstLine, data.ends);
  // In the order of `sections`.
  const rules = data.rules.map(
    (condition, index) =>
      new LaterRule(lines, condition, weights[index] ?? noWeight, concerns.rules[index] ?? "interaction"),
  );
  const placements = data.placements.map(
    (condition, index) => new LaterPlacement(lines, condition, concerns.placements[index] ?? "interaction"),
  );
  const conditional = <Entry>(condition: CompiledCondition | null): Conditional<Entry> =>
    new LaterConditional<Entry>(lines, condition);
  const tradeoffs = data.tradeoffs.map(conditional<Pack["tradeoffs"][number]>);
  const guidance = data.guidance.map(conditional<Pack["guidance"][number]>);
  const listed = <Entry>(names: readonly string[]): ReadonlyMap<string, Listed<Entry>> => {
    const entries = new Map<string, Listed<Entry>>();
    for (let index = 0; index < names.length; index += 1) entries.set(names[index] ?? "", new Later(lines));
    return entries;
  };
  const patterns = listed<Pack["patterns"][number]>(ids.patterns);
  const criteria = listed<Pack["criteria"][number]>(ids.criteria);
  const references = listed<Pack["references"][number]>(ids.references);
  const joined = { rules, placements, tradeoffs, guidance, patterns, criteria, references };
  return restoreCompiled({ ...data, pack: withEntries(data.pack, joined) }, joined);
}

const noWeight: Weight = { live: 0, kept: 0, stateless: 0 };

/** The pack, whose sections are read as a whole when they are asked for. */
function withEntries(pack: Core["pack"], joined: Parameters<typeof restoreCompiled>[1]): Pack {
  const rules = once(() => joined.rules.map(({ rule }) => rule));
  const placements = once(() => entriesOf(joined.placements));
  const tradeoffs = once(() => entriesOf(joined.tradeoffs));
  const guidance = once(() => entriesOf(joined.guidance));
  const patterns = once(() => entriesOf(joined.patterns));
  const criteria = once(() => entriesOf(joined.criteria));
  const references = once(() => entriesOf(joined.references));
  return {
    ...pack,
    get rules() {
      return rules();
    },
    get placements() {
      return placements();
    },
    get tradeoffs() {
      return tradeoffs();
    },
    get guidance() {
      return guidance();
    },
    get patterns() {
      return patterns();
    },
    get criteria() {
      return criteria();
    },
    get references() {
      return references();
    },
  };
}

function entriesOf<Entry>(
  listed: readonly Listed<Entry>[] | ReadonlyMap<string, Listed<Entry>>,
): readonly Entry[] {
  return [...listed.values()].map(({ entry }) => entry);
}

/** Makes a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The lines of entries, each handed out once. */
class Lines {
  readonly #text: string;
  readonly #firstLine: number;
  readonly #ends: readonly number[];
  #taken = 0;

  constructor(text: string, firstLine: number, ends: readonly number[]) {
    this.#text = text;
    this.#firstLine = firstLine;
    this.#ends = ends;
  }

  /** The number of the next line. */
  next(): number {
    this.#taken += 1;
    return this.#taken - 1;
  }

  read(line: number): string {
    const start = this.#firstLine + 1;
    return this.#text.slice(start + (this.#ends[line - 1] ?? 0), start + (this.#ends[line] ?? 0));
  }
}

/** An entry whose line is parsed when it is first asked for. There are hundreds, so they are kept lean. */
class Later<Entry> implements Listed<Entry> {
  private content: Entry | undefined;
  private readonly lines: Lines;
  private readonly line: number;

  constructor(lines: Lines) {
    this.content = undefined;
    this.lines = lines;
    this.line = lines.next();
  }

  get entry(): Entry {
    this.content ??= JSON.parse(this.lines.read(this.line)) as Entry;
    return this.content;
  }
}

class LaterConditional<Entry> extends Later<Entry> implements Conditional<Entry> {
  readonly condition: CompiledCondition | null;

  constructor(lines: Lines, condition: CompiledCondition | null) {
    super(lines);
    this.condition = condition;
  }
}

class LaterPlacement extends LaterConditional<Placement> implements CompiledPlacement {
  readonly concern: StateConcern;

  constructor(lines: Lines, condition: CompiledCondition | null, concern: StateConcern) {
    super(lines, condition);
    this.concern = concern;
  }
}

class LaterRule extends Later<Rule> implements CompiledRule {
  readonly condition: CompiledCondition;
  readonly weight: Weight;
  readonly concern: Concern;

  constructor(lines: Lines, condition: CompiledCondition, weight: Weight, concern: Concern) {
    super(lines);
    this.condition = condition;
    this.weight = weight;
    this.concern = concern;
  }

  get rule(): Rule {
    return this.entry;
  }
}
