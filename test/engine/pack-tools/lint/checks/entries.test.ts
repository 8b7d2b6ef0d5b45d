import { describe, expect, it } from "vitest";
import { addTo, details, found, swap, type TextChange, together } from "../linted-small-pack.js";

const pattern =
  "idle: { title: I, place: resource, concerns: [interaction], what: W., fits: F., watch: W., sources: [claim] }";

describe("an entry that nothing uses", () => {
  it.each<[string, string, TextChange]>([
    ["a criterion", "uncited-criterion", addTo("criteria", "idle: { section: here, claim: It is idle. }")],
    ["a reference", "uncited-reference", addTo("references", "idle: { title: Idle }")],
    ["a pattern", "unused-pattern", addTo("patterns", pattern)],
    ["a topic", "empty-topic", addTo("topics", "idle: { title: Idle, about: Nothing. }")],
  ])("is named: %s", (_, code, change) => {
    expect(found(change)).toEqual([{ code, severity: "warning", marked: "idle", witness: null }]);
  });

  it("is none if a second home uses the pattern", () => {
    const home = "kept: { when: { load: many }, pattern: idle, because: It is., sources: [claim] }";
    expect(found(together(addTo("patterns", pattern), addTo("backed-by", home)))).toEqual([]);
  });

  it("is none if the pack is drawn from the reference", () => {
    const drawn = swap("pack:", "pack:\n  drawn-from: idle");
    expect(found(together(addTo("references", "idle: { title: Idle }"), drawn))).toEqual([]);
  });
});

describe("counter-evidence", () => {
  it("is missing from rules alone that cite a contested criterion without saying so", () => {
    const change = swap("claim: It is so. }", "claim: It is so., contested: It is not. }");
    // Two rules cite the paper instead, and `shops-move` says that some do not.
    const ids = [
      "streams",
      "alone",
      "steps-fit",
      "steps-remembered",
      "ordered-games",
      "ordered-stream",
      "nobody-stays",
      "held-open",
      "games-are-live",
      "login-on-stream",
    ];
    expect(details("counter-evidence-missing", change)).toEqual(
      ids.map((id) => ({ id, criteria: ["claim"] })),
    );
    expect(found(change)[0]).toEqual({
      code: "counter-evidence-missing",
      severity: "error",
      marked: "[claim]",
      witness: { style: "stream" },
    });
  });
});

describe("texts", () => {
  const long = (length: number) => "It is. ".padEnd(length, "X");
  it.each([
    ["a reason of a rule", "because: A stream is held.", "because", 240],
    ["what a rule keeps", "keeps: the stream", "keeps", 60],
    ["a reason of a clash", "because: Requests apart have no order.", "because", 240],
    ["a label of an option", "label: In steps", "label", 60],
    ["a reason of an implication", "because: Nothing is sent.", "because", 240],
    ["a mitigation", "mitigation: Keep it twice; costs memory.", "mitigation", 480],
  ])("are too long beyond their limit: %s", (_, text, key, limit) => {
    const of = (length: number) => swap(text, `${key}: ${long(length)}`);
    expect(found(of(limit))).toEqual([]);
    expect(found(of(limit + 1))).toEqual([
      { code: "text-too-long", severity: "warning", marked: long(limit + 1), witness: null },
    ]);
    expect(details("text-too-long", of(limit + 1))).toMatchObject([{ key, limit }]);
  });

  it.each([
    ["a reason of a rule", "because: A stream is held.", "because"],
    ["a reason of a clash", "because: Requests apart have no order.", "because"],
    ["a tradeoff", "text: It is lost.", "text"],
    ["a mitigation", "mitigation: Keep it twice; costs memory.", "mitigation"],
  ])("begin with a sentence for one line: %s", (_, text, key) => {
    const of = (first: string) => `${first}. ${"It is explained. ".repeat(5)}`.trim();
    const [fits, tooLong, tooWide] = ["x".repeat(73), "x".repeat(74), "状".repeat(37)].map(of);
    expect(found(swap(text, `${key}: ${fits}`))).toEqual([]);
    expect(found(swap(text, `${key}: ${tooLong}`))).toEqual([
      { code: "lead-too-long", severity: "warning", marked: tooLong, witness: null },
    ]);
    expect(details("lead-too-long", swap(text, `${key}: ${tooWide}`))).toMatchObject([{ key, limit: 74 }]);
  });

  it("of questions end with a question mark", () => {
    expect(found(swap("ask: How many are there?", "ask: Say how many there are."))).toEqual([
      { code: "not-a-question", severity: "warning", marked: "Say how many there are.", witness: null },
    ]);
  });
});
