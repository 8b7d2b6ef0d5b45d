import { describe, expect, it } from "vitest";
import { nearest } from "../../../src/engine/diagnostics/phrases.js";

describe("the nearest word", () => {
  it.each([
    ["one letter off", "lod", ["load", "style"], "load"],
    ["of two at the same distance, the first", "cat", ["bat", "hat"], "bat"],
    ["the nearer, wherever it stands", "stateles", ["stateful", "stateless"], "stateless"],
    ["whatever the case", "LOAD", ["load"], "load"],
    ["whatever joins the words", "Peak_Clients", ["peak-clients"], "peak-clients"],
    ["in names with capitals", "statlesshttp", ["StatelessHTTP"], "StatelessHTTP"],
    ["a third of the letters off", "abcdxy", ["abcdef"], "abcdef"],
    ["a third of the longer word's letters off", "abcdef", ["abcdefghi"], "abcdefghi"],
    ["more than a third off: none", "abcxyz", ["abcdef"], null],
    ["two letters swapped", "chekc", ["check"], "check"],
    ["two letters swapped at the beginning", "hceck", ["check"], "check"],
    ["two letters that are not neighbours swapped: two letters off", "khecc", ["check"], null],
    ["one letter may be off in the shortest words", "no", ["nnn", "nx"], "nx"],
    ["but not all of them", "x", ["y"], null],
    ["one that begins so", "dev", ["developer-tools", "games"], "developer-tools"],
    [
      "one that begins so, behind capitals and dashes",
      "Large-P",
      ["games", "large-payloads"],
      "large-payloads",
    ],
    ["none where several begin so", "dev", ["developer-tools", "device-fleet"], null],
    ["none for a beginning of two letters", "de", ["developer-tools"], null],
    ["none for an end", "tools", ["developer-tools"], null],
    ["none where nothing is known", "word", [], null],
    ["none for nothing", "", ["x", "developer-tools"], null],
  ])("%s", (_, word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it("is found by the first 80 characters, as longer ones take long to compare", () => {
    const long = "x".repeat(80);
    expect(nearest(`${long}${"y".repeat(80)}`, ["z", long])).toBe(long);
  });
});
