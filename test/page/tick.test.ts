import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/engine/model/answers.js";
import { answerOf, compatible, tickedWords } from "../../src/page/tick.js";

const option = (id: string, none = false) => ({ id, label: id, help: "", examples: [], none });
const question = { options: [option("none", true), option("media"), option("commerce")] };

describe("what stays ticked", () => {
  it.each([
    ["another option beside one", ["media", "commerce"], "commerce", ["media", "commerce"]],
    ["none of them after some", ["none", "media"], "none", ["none"]],
    ["one of them after none", ["none", "media"], "media", ["media"]],
    ["not sure after some", ["media", "unsure"], "unsure", ["unsure"]],
    ["an option after not sure", ["media", "unsure"], "media", ["media"]],
    ["what is left after one was taken back", ["media"], "commerce", ["media"]],
  ])("%s", (_, words, fresh, left) => {
    expect(compatible(question, words, fresh)).toEqual(left);
  });
});

describe("an answer", () => {
  const noted: Answer = { kind: "chosen", options: ["media"], note: "a catalogue of films" };

  it("is none if nothing is ticked, or the empty word", () => {
    expect(answerOf([], noted)).toBeNull();
    expect(answerOf([""], noted)).toBeNull();
  });

  it("keeps the note of the same answer, and of no other", () => {
    expect(answerOf(["media"], noted)).toBe(noted);
    expect(answerOf(["media", "commerce"], noted)).toEqual({
      kind: "chosen",
      options: ["media", "commerce"],
      note: null,
    });
  });

  it("ticks the words that it came from", () => {
    for (const words of [["media"], ["media", "commerce"], ["unsure"]]) {
      const answer = answerOf(words, undefined);
      expect(tickedWords(answer ?? undefined)).toEqual(words);
    }
    expect(tickedWords(undefined)).toEqual([""]);
  });
});
