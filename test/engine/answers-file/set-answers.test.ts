import { describe, expect, it } from "vitest";
import { readSettings, setAnswers } from "../../../src/engine/answers-file/set-answers.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { surfaceOf } from "../check/checked.js";
import { smallPack } from "../small-pack.js";

const { questions } = smallPack().source;
const chosen = (...options: string[]): Answer => ({ kind: "chosen", options, note: null });

describe("settings", () => {
  it.each<[settings: string[], answers: Record<string, Answer>]>([
    [[], {}],
    [["style=stream"], { style: chosen("stream") }],
    [[" style = stream "], { style: chosen("stream") }],
    [["style=stream", "load=few"], { style: chosen("stream"), load: chosen("few") }],
    [["style=stream", "style=apart"], { style: chosen("apart") }],
    [["style=unsure"], { style: { kind: "unsure", note: null } }],
    [["kinds=games"], { kinds: chosen("games") }],
    [["kinds=shops, games"], { kinds: chosen("games", "shops") }],
    [["kinds=unsure"], { kinds: { kind: "unsure", note: null } }],
  ])("%j", (settings, answers) => {
    expect(Object.fromEntries(unwrap(readSettings(settings, questions)))).toEqual(answers);
  });

  it.each<[what: string, setting: string, problem: object, column: number, width: number]>([
    [
      "no option",
      "style",
      { code: "bad-setting", text: "style", expected: "question=option, such as latency=real-time" },
      1,
      5,
    ],
    ["a question of one letter", "s=few", { code: "unknown-id", kind: "question", id: "s" }, 1, 1],
    ["no question", "=few", { code: "bad-setting", text: "=few" }, 1, 4],
    ["nothing at all", "", { code: "bad-setting", text: "" }, 1, 1],
    [
      "a question that there is not",
      "lod=few",
      { code: "unknown-id", kind: "question", id: "lod", known: ["style", "load", "kinds", "order"] },
      1,
      3,
    ],
    ["an option that there is not", "load=fex", { code: "unknown-option", option: "fex" }, 6, 3],
    ["several where one is taken", "load=few,many", { code: "unknown-option", option: "few,many" }, 6, 8],
    ["an option twice", "kinds=games,games", { code: "repeated-option", option: "games" }, 7, 11],
    ["nothing after the sign", "load=", { code: "unknown-option", option: "" }, 6, 1],
  ])("refuse %s", (_, setting, problem, column, width) => {
    const at = { file: "--set", line: 1, column, width, lineText: setting };
    expect(readSettings([setting], questions)).toMatchObject({
      kind: "failed",
      problems: [{ severity: "error", file: "--set", at, ...problem }],
    });
  });

  it("name a retired option with a warning", () => {
    expect(readSettings(["load=lots"], questions)).toEqual({
      kind: "ok",
      value: new Map([["load", { ...chosen("many"), written: ["lots"] }]]),
      warnings: [
        {
          severity: "warning",
          file: "--set",
          at: { file: "--set", line: 1, column: 6, width: 4, lineText: "load=lots" },
          ...{ code: "retired-option", question: "load", option: "lots", replacedBy: "many" },
        },
      ],
    });
  });

  it("are refused with all that is wrong with them", () => {
    const outcome = readSettings(["style", "load=few", "nothing=here"], questions);
    expect(outcome.kind === "failed" && outcome.problems.map(({ code }) => code)).toEqual([
      "bad-setting",
      "unknown-id",
    ]);
  });
});

describe("set answers", () => {
  const surface = surfaceOf("{ style: stream, load: few }", null);
  const services = [
    { service: "shop", source: "a.yaml", surfaces: [surface, { ...surface, name: "other" }] },
  ];

  it("override those of every surface", () => {
    const [service] = setAnswers(services, new Map([["load", chosen("many")]]));
    expect(service?.surfaces.map(({ name, answers }) => [name, Object.fromEntries(answers)])).toEqual([
      ["shop", { style: chosen("stream"), load: chosen("many") }],
      ["other", { style: chosen("stream"), load: chosen("many") }],
    ]);
    expect(service).toMatchObject({ service: "shop", source: "a.yaml" });
  });

  it("change nothing if none are set", () => {
    expect(setAnswers(services, new Map())).toEqual(services);
  });
});
