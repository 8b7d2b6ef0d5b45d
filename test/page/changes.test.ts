import { expect, it } from "vitest";
import type { Answer } from "../../src/engine/model/answers.js";
import { groupedChanges } from "../../src/page/changes.js";

const answers = new Map<string, Answer>([
  ["latency", { kind: "chosen", options: ["interactive"], note: null }],
  ["workload", { kind: "chosen", options: ["media", "commerce"], note: null }],
]);

it("groups the options of a question that lead to the same, what would be taken back apart", () => {
  const tipping = [
    { question: "latency", option: "relaxed", verdict: "hybrid" },
    { question: "workload", option: "media", verdict: "hybrid" },
    { question: "latency", option: "real-time", verdict: "stateful" },
    { question: "workload", option: "iot", verdict: "hybrid" },
    { question: "latency", option: "batch", verdict: "hybrid" },
  ] as const;
  const moving = [
    { question: "latency", option: "none", concern: "session", words: "The login is not kept" },
  ] as const;
  expect(groupedChanges({ tipping, moving }, answers)).toEqual([
    {
      question: "latency",
      options: ["relaxed", "batch"],
      isWithout: false,
      verdict: "hybrid",
      words: "hybrid",
    },
    { question: "workload", options: ["media"], isWithout: true, verdict: "hybrid", words: "hybrid" },
    { question: "latency", options: ["real-time"], isWithout: false, verdict: "stateful", words: "stateful" },
    { question: "workload", options: ["iot"], isWithout: false, verdict: "hybrid", words: "hybrid" },
    {
      question: "latency",
      options: ["none"],
      isWithout: false,
      verdict: null,
      words: "The login is not kept",
    },
  ]);
});
