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

/** Sections of which most runs show a few entries, in the order of their texts. */
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
  /** How long the texts are, one after the other. */
  readonly lengths: readonly number[];
}

/** A precompiled pack in two: what scoring needs, and what is shown of it. Both are JSON. */
export interface SplitPack {
  readonly core: string;
  /** A text for each entry that only some runs show. */
  readonly texts: readonly string[];
}

/** Most of a pack is text, most of that is not shown, and reading all of it is a good part of a short run. */
export function splitPack({ pack, ...others }: PrecompiledPack): SplitPack {
  const { rules, placements, tradeoffs, guidance, patterns, criteria, references, ...scored } = pack;
  const texts = sections.flatMap((section) => pack[section].map((entry) => inAscii(JSON.stringify(entry))));
  const core: Core = {
    ...others,
    pack: scored,
    weights: rules.map(({ weight }) => weight),
    concerns: {
      rules: rules.map(({ concern }) => concern),
      placements: placements.map(({ concern }) => concern),
    },
    ids: { patterns: idsOf(patterns), criteria: idsOf(criteria), references: idsOf(references) },
    lengths: texts.map(({ length }) => length),
  };
  return { core: inAscii(JSON.stringify(core)), texts };
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
 * The pack that was split.
 * @param textAt gives a part of all texts together, from `start` up to `end`, when its content is first asked for
 * @throws RangeError, or SyntaxError, where it visibly is not what `splitPack` made
 */
export function openSplitPack(core: string, textAt: (start: number, end: number) => string): LoadedPack {
  const data = JSON.parse(core) as Core;
  assertPrecompiled(data);
  const { weights, concerns, ids } = data;
  const texts = new Texts(data.lengths, textAt);
  // In the order of `sections`.
  const rules = data.rules.map(
    (condition, index) =>
      new LaterRule(texts, condition, weights[index] ?? noWeight, concerns.rules[index] ?? "interaction"),
  );
  const placements = data.placements.map(
    (condition, index) => new LaterPlacement(texts, condition, concerns.placements[index] ?? "interaction"),
  );
  const conditional = <Entry>(condition: CompiledCondition | null): Conditional<Entry> =>
    new LaterConditional<Entry>(texts, condition);
  const tradeoffs = data.tradeoffs.map(conditional<Pack["tradeoffs"][number]>);
  const guidance = data.guidance.map(conditional<Pack["guidance"][number]>);
  const listed = <Entry>(names: readonly string[]): ReadonlyMap<string, Listed<Entry>> =>
    new Map(names.map((id) => [id, new Later<Entry>(texts)]));
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

/** Texts that lie one after the other. */
class Texts {
  readonly #starts: number[] = [0];
  readonly #textAt: (start: number, end: number) => string;
  #taken = 0;

  constructor(lengths: readonly number[], textAt: (start: number, end: number) => string) {
    this.#textAt = textAt;
    let end = 0;
    for (let index = 0; index < lengths.length; index += 1) {
      end += lengths[index] ?? 0;
      this.#starts.push(end);
    }
  }

  /** The number of the next text that nothing has taken yet. */
  next(): number {
    this.#taken += 1;
    return this.#taken - 1;
  }

  read(text: number): string {
    return this.#textAt(this.#starts[text] ?? 0, this.#starts[text + 1] ?? 0);
  }
}

/** An entry whose text is parsed when it is first asked for. There are hundreds, so they are kept lean. */
class Later<Entry> implements Listed<Entry> {
  private content: Entry | undefined;
  private readonly texts: Texts;
  private readonly text: number;

  constructor(texts: Texts) {
    this.content = undefined;
    this.texts = texts;
    this.text = texts.next();
  }

  get entry(): Entry {
    this.content ??= JSON.parse(this.texts.read(this.text)) as Entry;
    return this.content;
  }
}

class LaterConditional<Entry> extends Later<Entry> implements Conditional<Entry> {
  readonly condition: CompiledCondition | null;

  constructor(texts: Texts, condition: CompiledCondition | null) {
    super(texts);
    this.condition = condition;
  }
}

class LaterPlacement extends LaterConditional<Placement> implements CompiledPlacement {
  readonly concern: StateConcern;

  constructor(texts: Texts, condition: CompiledCondition | null, concern: StateConcern) {
    super(texts, condition);
    this.concern = concern;
  }
}

class LaterRule extends Later<Rule> implements CompiledRule {
  readonly condition: CompiledCondition;
  readonly weight: Weight;
  readonly concern: Concern;

  constructor(texts: Texts, condition: CompiledCondition, weight: Weight, concern: Concern) {
    super(texts);
    this.condition = condition;
    this.weight = weight;
    this.concern = concern;
  }

  get rule(): Rule {
    return this.entry;
  }
}
