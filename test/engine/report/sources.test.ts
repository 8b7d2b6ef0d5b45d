import { describe, expect, test } from "vitest";
import type { Citation } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { citationKey, citationLabel, citationTitle, sourcesOf } from "../../../src/engine/report/sources.js";
import { disadvantage, sample } from "./sample-recommendation.js";

const cited = (id: string, section: string | null = null): Citation => ({ kind: "reference", id, section });

describe("a citation", () => {
  test.each([
    ["rfc-6455", "1.1", "rfc-6455 §1.1", "RFC 6455 §1.1"],
    ["rfc-9110", null, "rfc-9110", "RFC 9110"],
    ["rfc-9110", "9 and 10", "rfc-9110 §9 and 10", "RFC 9110 §9 and 10"],
    ["aip-151", "2", "aip-151 §2", "aip-151 §2"],
    ["my-rfc-1", null, "my-rfc-1", "my-rfc-1"],
    ["rfc-1-notes", null, "rfc-1-notes", "rfc-1-notes"],
  ])("of %s, section %s", (id, section, key, label) => {
    expect(citationKey(cited(id, section))).toBe(key);
    // A label stays on one line.
    expect(citationLabel(cited(id, section))).toBe(label.replaceAll(" ", "\u00a0"));
  });
});

describe("the title of a citation", () => {
  const titles = new Map([
    ["rfc-6455", "RFC 6455: The WebSocket Protocol"],
    ["pods", "Kubernetes documentation: Termination: of Pods"],
    ["sagas", "Sagas, SIGMOD 1987"],
  ]);
  test.each([
    ["rfc-6455", "1.1", "RFC 6455 §1.1", "RFC 6455 §1.1"],
    ["pods", "2", "Kubernetes documentation: Termination: of Pods §2", "Kubernetes documentation §2"],
    ["sagas", null, "Sagas, SIGMOD 1987", "Sagas, SIGMOD 1987"],
    ["unknown", "3", "unknown §3", "unknown §3"],
  ])("of %s, section %s", (id, section, long, short) => {
    const words = (text: string) => text.replaceAll("\u00a0", " ");
    expect(words(citationTitle(cited(id, section), titles))).toBe(long);
    expect(words(citationTitle(cited(id, section), titles, { short: true }))).toBe(short);
  });
});

describe("the sources of a report", () => {
  const bare: Recommendation = {
    ...sample,
    ...{ rules: [], settled: [], tradeoffs: [], guidance: [] },
    concerns: sample.concerns.map((each) => ({ ...each, placement: null })),
    titles: new Map(),
    urls: new Map(),
  };
  const ids = (...surfaces: readonly Recommendation[]) => sourcesOf(surfaces).map(({ id }) => id);

  test("are those of all that it tells", () => {
    const [rule] = sample.rules;
    const [interaction] = sample.concerns;
    const [advice] = sample.guidance;
    if (rule === undefined || interaction === undefined || advice === undefined)
      throw new Error("the sample has one of everything");
    const [pattern] = sample.concerns.flatMap(({ placement }) => placement?.pattern ?? []);
    if (pattern === undefined) throw new Error("the sample has a pattern");
    const from: Recommendation = {
      ...bare,
      rules: [{ ...rule, rule: { ...rule.rule, sources: [cited("of-a-rule")] } }],
      settled: [{ ...rule, rule: { ...rule.rule, sources: [cited("of-a-given")] } }],
      concerns: [
        {
          ...interaction,
          placement: {
            ...{ id: "p", place: "request", because: "", sources: [cited("of-a-place")] },
            pattern: { ...pattern, sources: [cited("of-a-pattern")] },
            beside: { ...pattern, sources: [cited("of-a-companion")] },
            backedBy: {
              ...{ id: "b", because: "", sources: [cited("of-a-second-home")] },
              pattern: { ...pattern, sources: [cited("of-its-pattern")] },
            },
          },
        },
      ],
      tradeoffs: [{ ...disadvantage("t"), sources: [cited("of-a-tradeoff")] }],
      guidance: [{ ...advice, sources: [cited("of-advice")] }],
    };
    expect(ids(from)).toEqual([
      "of-a-companion",
      "of-a-given",
      "of-a-pattern",
      "of-a-place",
      "of-a-rule",
      "of-a-second-home",
      "of-a-tradeoff",
      "of-advice",
      "of-its-pattern",
    ]);
    expect(ids(bare)).toEqual([]);
  });

  test("are reported once, by id, with what is known of them", () => {
    const citing = (...each: readonly string[]): Recommendation => ({
      ...bare,
      tradeoffs: each.map((id) => ({ ...disadvantage(id), sources: [cited(id, "1"), cited(id)] })),
    });
    const known = { ...citing("b", "a"), titles: new Map([["a", "A"]]), urls: new Map([["a", "http://a"]]) };
    expect(sourcesOf([known, citing("c", "b")])).toEqual([
      { id: "a", title: "A", url: "http://a" },
      { id: "b", title: "", url: null },
      { id: "c", title: "", url: null },
    ]);
  });
});
