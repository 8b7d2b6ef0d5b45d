import { describe, expect, it } from "vitest";
import type { PackChange } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import { packChanges } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import { withChange } from "../../../../src/engine/pack-tools/diff/with-change.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";

/** A pack with another condition and another weight of rules, another veto, and every threshold set. */
const after = () =>
  changedPack(
    ["steps-remembered: { when: { style: steps }", "steps-remembered: { when: { style: [steps, apart] }"],
    ["favours: stateless, weight: 1", "favours: stateless, weight: 4"],
    ["stream-needs-state: { when: { style: stream }", "stream-needs-state: { when: { style: steps }"],
    ["minimum-evidence: 2", "minimum-evidence: 3\n  need-boundary: 0.5\n  bound-boundary: 0.9"],
  );

describe("a pack with one change of another version", () => {
  it.each<[string, PackChange["kind"], string]>([
    ["steps-remembered", "rule", "condition"],
    ["crowds", "rule", "weight"],
    ["stream-needs-state", "veto", "condition"],
    ["need-boundary", "threshold", "threshold"],
    ["bound-boundary", "threshold", "threshold"],
    ["minimum-evidence", "threshold", "threshold"],
  ])("has %s, and nothing else, as the other has it", (id, kind, what) => {
    const [old, now] = [smallPack(), after()];
    const change = packChanges(old.source, now.source).find((each) => each.id === id);
    if (change === undefined) throw new Error(`${id} did not change`);
    const mutant = withChange(old, now, change);
    expect([mutant.kind, mutant.entry, mutant.change]).toEqual([what, id, change.words]);
    const { pack } = mutant;
    const has = (entry: { readonly id: string }): boolean => entry.id === id;
    expect(new Map(pack.rules.map((each) => [each.entry.id, each]))).toEqual(
      new Map(
        old.rules.map((each) => [
          each.entry.id,
          now.rules.find(({ entry: rule }) => has(rule) && rule.id === each.entry.id) ?? each,
        ]),
      ),
    );
    expect(pack.rules).toHaveLength(old.rules.length);
    expect(pack.vetoes).toEqual(kind === "veto" ? now.vetoes : old.vetoes);
    const threshold = (key: string) => (key === id ? now : old);
    expect(pack.source).toEqual({
      ...old.source,
      settings: {
        ...old.source.settings,
        needBoundaryPercent: threshold("need-boundary").source.settings.needBoundaryPercent,
        boundBoundaryPercent: threshold("bound-boundary").source.settings.boundBoundaryPercent,
        minimumEvidence: threshold("minimum-evidence").source.settings.minimumEvidence,
      },
    });
    expect(pack.forms).toEqual({
      needStateful: threshold("need-boundary").forms.needStateful,
      needStateless: threshold("need-boundary").forms.needStateless,
      boundLive: threshold("bound-boundary").forms.boundLive,
      boundKept: threshold("bound-boundary").forms.boundKept,
      minimumEvidence: threshold("minimum-evidence").forms.minimumEvidence,
    });
  });

  it("changes a veto's weight where its condition stays", () => {
    const old = smallPack();
    const now = changedPack(["forbids: stateless,", "forbids: stateful,"]);
    const [change] = packChanges(old.source, now.source);
    if (change === undefined) throw new Error("nothing changed");
    const { kind, pack } = withChange(old, now, change);
    expect([change.kind, kind, pack.vetoes, pack.rules]).toEqual(["veto", "weight", now.vetoes, old.rules]);
  });

  it("leaves the other vetoes", () => {
    const two = changedPack([
      "\nvetoes:\n",
      "\nvetoes:\n  apart-needs-none: { when: { style: apart }, forbids: stateful, concern: interaction, because: It is apart., sources: [claim] }\n",
    ]);
    const [change] = packChanges(two.source, smallPack().source);
    if (change === undefined) throw new Error("nothing changed");
    expect(withChange(two, smallPack(), change).pack.vetoes.map(({ entry: veto }) => veto.id)).toEqual([
      "stream-needs-state",
    ]);
    const ids = withChange(smallPack(), two, { ...change, change: "added" }).pack.vetoes;
    expect(ids.map(({ entry: veto }) => veto.id).sort()).toEqual(["apart-needs-none", "stream-needs-state"]);
  });
});

it("has one veto of several as the other has it", () => {
  const vetoes = (forbids: string, style: string) =>
    [
      "\nplacements:",
      `\n  more: { when: { style: ${style} }, forbids: ${forbids}, concern: interaction, because: More., sources: [claim] }\nplacements:`,
    ] as const;
  const old = changedPack(vetoes("stateful", "apart"));
  const now = changedPack(vetoes("stateful", "steps"), [
    "stream-needs-state: { when: { style: stream }",
    "stream-needs-state: { when: { style: steps }",
  ]);
  const change = packChanges(old.source, now.source).find(({ id }) => id === "more");
  if (change === undefined) throw new Error("the veto did not change");
  expect(withChange(old, now, change).pack.vetoes).toEqual([old.vetoes[0], now.vetoes[1]]);
});
