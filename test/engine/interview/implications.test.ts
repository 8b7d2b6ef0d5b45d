import { describe, expect, it } from "vitest";
import { implicationOf } from "../../../src/engine/interview/implications.js";
import { answers, smallPack } from "./interview-pack.js";

const small = { option: "small", because: "Nothing depends on it." };

describe("implicationOf", () => {
  it.each<[what: string, given: Record<string, string>, question: string, implied: object | null]>([
    ["what the other answers imply", { depth: "none" }, "size", small],
    ["the same whatever its own answer is", { depth: "none", size: "large" }, "size", small],
    ["nothing while what it hangs on is open", {}, "size", null],
    ["nothing where that is answered otherwise", { depth: "deep" }, "size", null],
    ["nothing for a question without implications", { depth: "none" }, "load", null],
    ["nothing for a question that the pack does not have", { depth: "none" }, "colour", null],
  ])("%s", (_, given, question, implied) => {
    expect(implicationOf(smallPack, answers(given), question)).toEqual(implied);
  });
});
