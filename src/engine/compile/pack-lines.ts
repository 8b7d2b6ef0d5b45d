import type { LoadedPack } from "../model/loaded-pack.js";
import type { Guidance, Pack, Placement, Rule, Tradeoff } from "../model/pack.js";
import { type PrecompiledPack, restorePack } from "./precompiled-pack.js";

/** What is shown of an entry, once it applies: read when it is first asked for. */
type RuleTexts = Pick<Rule, "when" | "because" | "sources" | "contested">;
type PlacementTexts = Pick<Placement, "when" | "because" | "sources">;
type TradeoffTexts = Pick<Tradeoff, "when" | "text" | "mitigation" | "sources">;
type GuidanceTexts = Pick<Guidance, "when" | "text" | "because" | "sources">;

/** A precompiled pack without those texts, and without the sections that are looked things up in. */
interface Core extends Omit<PrecompiledPack, "pack"> {
  readonly pack: Omit<
    Pack,
    "rules" | "placements" | "tradeoffs" | "patterns" | "guidance" | "criteria" | "references"
  > & {
    readonly rules: readonly Omit<Rule, keyof RuleTexts>[];
    readonly placements: readonly Omit<Placement, keyof PlacementTexts>[];
    readonly tradeoffs: readonly Omit<Tradeoff, keyof TradeoffTexts>[];
    readonly guidance: readonly Omit<Guidance, keyof GuidanceTexts>[];
  };
}

/**
 * A precompiled pack as JSON Lines: what scoring needs, then each section or text that only some runs show, a line each.
 * Most of a pack is text, and most of that is not shown: parsing all of it is a good part of a short run.
 */
export function packLines({ pack, ...others }: PrecompiledPack): readonly string[] {
  const { rules, placements, tradeoffs, patterns, guidance, criteria, references, ...rest } = pack;
  const core: Core = {
    ...others,
    pack: {
      ...rest,
      rules: rules.map(({ when, because, sources, contested, ...atHand }) => atHand),
      placements: placements.map(({ when, because, sources, ...atHand }) => atHand),
      tradeoffs: tradeoffs.map(({ when, text, mitigation, sources, ...atHand }) => atHand),
      guidance: guidance.map(({ when, text, because, sources, ...atHand }) => atHand),
    },
  };
  const texts: readonly (RuleTexts | PlacementTexts | TradeoffTexts | GuidanceTexts)[] = [
    ...rules.map(({ when, because, sources, contested }) => ({ when, because, sources, contested })),
    ...placements.map(({ when, because, sources }) => ({ when, because, sources })),
    ...tradeoffs.map(({ when, text, mitigation, sources }) => ({ when, text, mitigation, sources })),
    ...guidance.map(({ when, text, because, sources }) => ({ when, text, because, sources })),
  ];
  return [core, patterns, criteria, references, ...texts].map((line) => JSON.stringify(line));
}

/**
 * The pack that these lines were made of.
 * @param lineAt gives the line at an index, now or whenever its content is first asked for
 * @throws RangeError, or SyntaxError, where they visibly are not what `packLines` made
 */
export function openPackLines(lineAt: (index: number) => string): LoadedPack {
  let last = -1;
  /** The value of the next line. */
  const next = <Value>(): (() => Value) => {
    last += 1;
    const index = last;
    let read: { readonly value: Value } | null = null;
    return () => {
      read ??= { value: JSON.parse(lineAt(index)) as Value };
      return read.value;
    };
  };
  const data = next<Core>()();
  const [patterns, criteria, references] = [
    next<Pack["patterns"]>(),
    next<Pack["criteria"]>(),
    next<Pack["references"]>(),
  ];
  const { rules, placements, tradeoffs, guidance, ...rest } = data.pack;
  const pack: Pack = {
    ...rest,
    rules: rules.map((rule) => ruleOf(rule, next())),
    placements: placements.map((placement) => placementOf(placement, next())),
    tradeoffs: tradeoffs.map((tradeoff) => tradeoffOf(tradeoff, next())),
    get patterns() {
      return patterns();
    },
    guidance: guidance.map((entry) => guidanceOf(entry, next())),
    get criteria() {
      return criteria();
    },
    get references() {
      return references();
    },
  };
  return restorePack({ ...data, pack });
}

// The properties are named one by one: that takes a tenth of the time of defining them in a loop.

function ruleOf({ id, favours, weight, concern }: Omit<Rule, keyof RuleTexts>, texts: () => RuleTexts): Rule {
  return {
    id,
    get when() {
      return texts().when;
    },
    favours,
    weight,
    concern,
    get because() {
      return texts().because;
    },
    get sources() {
      return texts().sources;
    },
    get contested() {
      return texts().contested;
    },
  };
}

function placementOf(
  { id, concern, verdict, evidence, place, pattern }: Omit<Placement, keyof PlacementTexts>,
  texts: () => PlacementTexts,
): Placement {
  return {
    id,
    concern,
    verdict,
    evidence,
    get when() {
      return texts().when;
    },
    place,
    pattern,
    get because() {
      return texts().because;
    },
    get sources() {
      return texts().sources;
    },
  };
}

function tradeoffOf(
  { id, style, kind, places }: Omit<Tradeoff, keyof TradeoffTexts>,
  texts: () => TradeoffTexts,
): Tradeoff {
  return {
    id,
    style,
    kind,
    places,
    get when() {
      return texts().when;
    },
    get text() {
      return texts().text;
    },
    get mitigation() {
      return texts().mitigation;
    },
    get sources() {
      return texts().sources;
    },
  };
}

function guidanceOf(
  { id, topic, verdict, places }: Omit<Guidance, keyof GuidanceTexts>,
  texts: () => GuidanceTexts,
): Guidance {
  return {
    id,
    topic,
    verdict,
    places,
    get when() {
      return texts().when;
    },
    get text() {
      return texts().text;
    },
    get because() {
      return texts().because;
    },
    get sources() {
      return texts().sources;
    },
  };
}
