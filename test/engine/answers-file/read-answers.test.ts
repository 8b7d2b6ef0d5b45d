import { describe, expect, it } from "vitest";
import { basisDigest, basisOf } from "../../../src/engine/advise/basis.js";
import { readAnswers, surfaceLimit } from "../../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { packOf, smallPack, smallPackText } from "../small-pack.js";

const { questions } = smallPack().source;
const head = "version: 1\nservice: x\n";

function read(text: string, asked = questions): ReturnType<typeof readAnswers> {
  const [document] = unwrap(parseText({ file: "a.yaml", text }));
  if (document === undefined) throw new Error("no document");
  return readAnswers(document, asked);
}

/** The problems of a text: line and column, code, and subject. */
function problemsOf(text: string): readonly unknown[] {
  const outcome = read(text);
  return outcome.kind === "failed"
    ? outcome.problems.map(({ at, ...detail }) => [at?.line, at?.column, detail.code])
    : [];
}

/** The answers of a text with one surface, and its warnings: line and column, option, and what it is read as. */
function withWarnings(text: string) {
  const outcome = read(text);
  if (outcome.kind === "failed") throw new Error("failed");
  return {
    answers: Object.fromEntries(outcome.value.surfaces[0]?.answers ?? []),
    warnings: outcome.warnings.map(({ severity, at, ...detail }) => {
      expect([severity, detail.code]).toEqual(["warning", "retired-option"]);
      return [at?.line, at?.column, "option" in detail && detail.option];
    }),
  };
}

describe("an answer that names a retired option", () => {
  it.each<[what: string, answer: string, read: Answer, warnings: readonly (readonly [number, string])[]]>([
    [
      "as its replacement",
      "load: lots",
      { kind: "chosen", options: ["many"], note: null, written: ["lots"] },
      [[18, "lots"]],
    ],
    [
      "with its note",
      "load: { answer: [lots], note: At night. }",
      { kind: "chosen", options: ["many"], note: "At night.", written: ["lots"] },
      [[29, "lots"]],
    ],
    ["as open", "load: varying", { kind: "unsure", note: null, written: ["varying"] }, [[18, "varying"]]],
    [
      "among several, in its place",
      "kinds: [shops, toys]",
      { kind: "chosen", options: ["games", "shops"], note: null, written: ["shops", "toys"] },
      [[27, "toys"]],
    ],
    [
      "beside its replacement, once",
      "kinds: [toys, games]",
      { kind: "chosen", options: ["games"], note: null, written: ["toys", "games"] },
      [[20, "toys"]],
    ],
    [
      "among several, without it",
      "kinds: [other, shops]",
      { kind: "chosen", options: ["shops"], note: null, written: ["other", "shops"] },
      [[20, "other"]],
    ],
    [
      "as open if nothing is left",
      "kinds: [other]",
      { kind: "unsure", note: null, written: ["other"] },
      [[20, "other"]],
    ],
  ])("is read %s: %s", (_, answer, expected, warnings) => {
    const [id] = answer.split(":");
    expect(withWarnings(`${head}answers: { ${answer} }\n`)).toEqual({
      answers: { [String(id)]: expected },
      warnings: warnings.map(([column, option]) => [3, column, option]),
    });
  });

  it("is read as none of the others only if there are no others", () => {
    const text = smallPackText.replace("other: { replaced-by: unsure }", "other: { replaced-by: neither }");
    const changed = unwrap(packOf(text)).source.questions;
    const answersTo = (kinds: string) =>
      unwrap(read(`${head}answers: { kinds: ${kinds} }\n`, changed)).surfaces[0]?.answers.get("kinds");
    expect(answersTo("[other, games]")).toMatchObject({ options: ["games"], written: ["other", "games"] });
    expect(answersTo("other")).toMatchObject({ options: ["neither"], written: ["other"] });
  });

  it("is refused twice, or beside none of the others", () => {
    expect(problemsOf(`${head}answers: { kinds: [toys, toys] }\n`)).toContainEqual([
      3,
      26,
      "repeated-option",
    ]);
    expect(problemsOf(`${head}answers: { kinds: [neither, other] }\n`)).toContainEqual([
      3,
      19,
      "none-with-others",
    ]);
  });

  it("has the digest that it had before, whatever it is read as", () => {
    const digest = (text: string): string => {
      const [surface] = unwrap(read(`${head}answers: ${text}\n`)).surfaces;
      return basisDigest(basisOf(surface?.answers ?? new Map()));
    };
    // By hand: the words of the file, without notes.
    expect(digest("{ load: lots, kinds: [toys, shops] }")).toBe(
      basisDigest(
        new Map([
          ["load", ["lots"]],
          ["kinds", ["shops", "toys"]],
        ]),
      ),
    );
    expect(digest("{ load: { answer: varying, note: x } }")).toBe(
      basisDigest(new Map([["load", ["varying"]]])),
    );
    expect(digest("{ load: unsure }")).toBe(basisDigest(new Map()));
  });
});

describe("reading answers", () => {
  it("lays the answers of a surface over those of the file, and says where each surface is", () => {
    const { surfaces } = unwrap(
      read(
        `${head}answers: { style: apart, load: few }\nsurfaces:\n  a:\n    answers: { load: many }\n  b: {}\n`,
      ),
    );
    expect(
      surfaces.map(({ name, answers, at }) => [
        name,
        at.line,
        at.column,
        [...answers].map(([id, answer]) => [id, answer.kind === "chosen" && answer.options]),
      ]),
    ).toEqual([
      [
        "a",
        5,
        3,
        [
          ["style", ["apart"]],
          ["load", ["many"]],
        ],
      ],
      [
        "b",
        7,
        3,
        [
          ["style", ["apart"]],
          ["load", ["few"]],
        ],
      ],
    ]);
  });

  it("takes a thousand surfaces, and refuses more at the key that holds them", () => {
    const of = (count: number): string =>
      `${head}surfaces:\n${Array.from({ length: count }, (_, at) => `  s${at}: {}\n`).join("")}`;
    expect(unwrap(read(of(surfaceLimit))).surfaces).toHaveLength(1000);
    expect(problemsOf(of(surfaceLimit + 1))).toEqual([[3, 1, "too-many"]]);
  });

  it("says of a blank name once that it is empty", () => {
    expect(problemsOf('version: 1\nservice: " "\n')).toEqual([[2, 10, "wrong-type"]]);
    expect(problemsOf(`${head}surfaces: {}\n`)).toEqual([[3, 11, "wrong-type"]]);
  });

  it("refuses names of surfaces that are empty or differ from others by white space alone", () => {
    expect(problemsOf(`${head}surfaces:\n  a: {}\n  " a": {}\n  "": {}\n`)).toEqual([
      [5, 3, "out-of-range"],
      [6, 3, "out-of-range"],
    ]);
  });

  it("reports a day that is none beside a style that is none", () => {
    expect(problemsOf(`${head}decision: { style: statefull, until: 2027-02-30 }\n`)).toEqual([
      [3, 20, "not-allowed"],
      [3, 38, "bad-date"],
    ]);
  });

  it("expects `unsure` alone, and not beside other options", () => {
    const known = (kinds: string): readonly string[] => {
      const outcome = read(`${head}answers: { kinds: ${kinds} }\n`);
      return outcome.kind === "failed"
        ? outcome.problems.flatMap((problem) => ("known" in problem ? problem.known : []))
        : [];
    };
    expect(known("nothing-known")).toContain("unsure");
    expect(known("[unsure, games]")).toEqual(["games", "shops", "neither"]);
  });

  it("says the same of several places once for each", () => {
    expect(problemsOf(`${head}surfaces:\n  a: { answers: 5 }\n  b: { answers: 5 }\n`)).toEqual([
      [4, 17, "wrong-type"],
      [5, 17, "wrong-type"],
    ]);
    expect(
      problemsOf(`${head}surfaces:\n  a: { answers: { lod: few } }\n  b: { answers: { lod: few } }\n`),
    ).toEqual([
      [4, 19, "unknown-id"],
      [5, 19, "unknown-id"],
    ]);
  });

  it.each([
    ["2026-02-28", []],
    ["2026-02-30", [[3, 35, "bad-date"]]],
    ["2026-02-301", [[3, 35, "out-of-range"]]],
    ["12026-02-30", [[3, 35, "out-of-range"]]],
  ] as const)("takes %s for a day only where it is one, and says once where it is none", (day, problems) => {
    expect(problemsOf(`${head}decision: { style: hybrid, until: "${day}" }\n`)).toEqual(problems);
    const further = problems.map(([line, column, code]) => [
      line,
      column + "review-by".length - "until".length,
      code,
    ]);
    expect(problemsOf(`${head}decision: { style: hybrid, review-by: "${day}" }\n`)).toEqual(further);
  });
});

it("reads the day of a review, in quotes or without", () => {
  const reviewOf = (more: string) =>
    unwrap(read(`${head}decision: { style: hybrid${more} }\n`)).surfaces[0]?.decision?.reviewBy;
  expect([reviewOf(""), reviewOf(", review-by: 2027-06-30"), reviewOf(', review-by: "2027-06-30"')]).toEqual([
    null,
    "2027-06-30",
    "2027-06-30",
  ]);
});

it("knows under which model a decision was taken: the first, unless it says the second", () => {
  const modelOf = (model: string) =>
    unwrap(read(`${head}decision: { style: hybrid${model} }\n`)).surfaces[0]?.decision?.model;
  expect([modelOf(""), modelOf(", model: 1"), modelOf(", model: 2")]).toEqual([1, 1, 2]);
  expect(problemsOf(`${head}decision: { style: hybrid, model: 3 }\n`)).toEqual([[3, 35, "not-allowed"]]);
});
