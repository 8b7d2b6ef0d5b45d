import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { openSplitPack, splitPack } from "../../../src/engine/compile/split-pack.js";
import type { LoadedPack } from "../../../src/engine/model/loaded-pack.js";

/** A pack that was written as JSON and read again. */
export const throughJson = (pack: LoadedPack): LoadedPack =>
  restorePack(JSON.parse(JSON.stringify(precompilePack(pack))));

/** A pack that was split and opened again. */
export const opened = (pack: LoadedPack): LoadedPack => openedText(splitPack(precompilePack(pack)));

/** The pack that a text of several lines is. */
export const openedText = (text: string): LoadedPack => openSplitPack(text, text.indexOf("\n"));

/** All of a pack that was split, as plain values. */
export function readToItsEnd({ digest, compiled }: LoadedPack): LoadedPack {
  const plain = <Entry, Condition>({ entry, condition }: { entry: Entry; condition: Condition }) => ({
    entry,
    condition,
  });
  const listed = <Entry>(entries: ReadonlyMap<string, { readonly entry: Entry }>) =>
    new Map([...entries].map(([id, { entry }]) => [id, { entry }]));
  const { pack, rules, placements, tradeoffs, guidance, patterns, criteria, references, ...rest } = compiled;
  return {
    digest,
    compiled: {
      ...rest,
      pack: { ...pack },
      rules: rules.map(({ rule, weight, concern, condition }) => ({ rule, weight, concern, condition })),
      patterns: listed(patterns),
      criteria: listed(criteria),
      references: listed(references),
      placements: placements.map((placed) => ({ ...plain(placed), concern: placed.concern })),
      tradeoffs: tradeoffs.map(plain),
      guidance: guidance.map(plain),
    },
  };
}
