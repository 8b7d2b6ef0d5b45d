import { describe, expect, test } from "vitest";
import type { Citation } from "../../../src/engine/model/pack.js";
import { citationKey, citationLabel, citationTitle, sourcesOf } from "../../../src/engine/report/sources.js";
import { sample } from "./sample-recommendation.js";

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

test("the sources of a report are those of all its surfaces, once each, by id", () => {
  const citing = (titles: Readonly<Record<string, string>>, urls: Readonly<Record<string, string>> = {}) => ({
    ...sample,
    titles: new Map(Object.entries(titles)),
    urls: new Map(Object.entries(urls)),
  });
  expect(sourcesOf([])).toEqual([]);
  expect(sourcesOf([citing({ b: "B", a: "A" }, { a: "http://a" }), citing({ c: "C", b: "B" })])).toEqual([
    { id: "a", title: "A", url: "http://a" },
    { id: "b", title: "B", url: null },
    { id: "c", title: "C", url: null },
  ]);
});
