import { describe, expect, it } from "vitest";
import * as engine from "../src/index.js";
import * as library from "../src/node.js";
import { smallPackText } from "./engine/small-pack.js";

/** What users can rely on: a name is added here on purpose, and none goes without a new major version. */
const promised = [
  "ProblemError",
  "adviceOf",
  "adviceSchema",
  "advise",
  "answersSchemaOf",
  "applyReply",
  "briefOf",
  "briefSchema",
  "buildPack",
  "digestOf",
  "dropAnswer",
  "formatIds",
  "formats",
  "goBack",
  "goDeeper",
  "goToReview",
  "nextStep",
  "parseText",
  "pendingQuestions",
  "plainPalette",
  "plainStyle",
  "questionsToAsk",
  "readAnswers",
  "recommend",
  "recommendService",
  "renderProblem",
  "renderProblems",
  "reportSchema",
  "reportedPack",
  "restorePack",
  "reviewOf",
  "rulesSchema",
  "startInterview",
];

describe("the library", () => {
  it("exports what it promises and nothing else", () => {
    expect(Object.keys(engine).sort()).toEqual(promised);
    expect(Object.keys(library).sort()).toEqual([...promised, "loadPack", "readPacks"].sort());
  });

  it("goes from texts to a report without a file", () => {
    const value = <Value>(outcome: engine.Outcome<Value>): Value => {
      if (outcome.kind === "failed") throw new Error(engine.renderProblems(outcome.problems));
      return outcome.value;
    };
    const documents = value(engine.parseText({ file: "pack.yaml", text: smallPackText }));
    const pack = value(engine.buildPack([{ name: "small", documents }]));
    const service = engine.advise(pack, { version: 1, service: "tv", answers: { style: "stream" } });
    expect(service.surfaces[0]?.verdict).toBe("stateful");
    const report: engine.Report = {
      tool: { name: "tests", version: "1" },
      pack: engine.reportedPack(pack, engine.digestOf(pack.source)),
      services: [service],
    };
    for (const id of engine.formatIds)
      expect(engine.formats[id](report, engine.plainStyle)).toMatch(
        id === "mermaid" ? /One instance only/ : /stateful/i,
      );
  });

  it("throws all problems at once from the convenience functions", () => {
    const documents = engine.parseText({ file: "pack.yaml", text: smallPackText });
    if (documents.kind === "failed") throw new Error("the pack is fine");
    const pack = engine.buildPack([{ name: "small", documents: documents.value }]);
    if (pack.kind === "failed") throw new Error("the pack is fine");
    const input = { version: 1, service: "tv", answers: { style: "none", lode: "many" } } as const;
    expect(() => engine.advise(pack.value, input)).toThrow(engine.ProblemError);
    expect(() => engine.advise(pack.value, input)).toThrow(/`none`.*`lode`/s);
  });

  it("reports the questions as plain data, whatever the compiled pack refers to", () => {
    const documents = engine.parseText({ file: "pack.yaml", text: smallPackText });
    if (documents.kind === "failed") throw new Error("the pack is fine");
    const pack = engine.buildPack([{ name: "small", documents: documents.value }]);
    if (pack.kind === "failed") throw new Error("the pack is fine");
    const { surfaces } = engine.advise(pack.value, { version: 1, service: "tv", answers: {} });
    const questions = [...(surfaces[0]?.questions ?? [])].map(([, question]) => question);
    expect(JSON.parse(JSON.stringify(questions))).toEqual(questions);
    expect(questions).toEqual(pack.value.source.questions);
  });
});
