import { describe, expect, it } from "vitest";
import { readAnswers, surfaceLimit } from "../../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { smallPack } from "../small-pack.js";

const { questions } = smallPack().source;
const head = "version: 1\nservice: x\n";

function read(text: string): ReturnType<typeof readAnswers> {
  const [document] = unwrap(parseText({ file: "a.yaml", text }));
  if (document === undefined) throw new Error("no document");
  return readAnswers(document, questions);
}

/** The problems of a text: line and column, code, and subject. */
function problemsOf(text: string): readonly unknown[] {
  const outcome = read(text);
  return outcome.kind === "failed"
    ? outcome.problems.map(({ at, ...detail }) => [at?.line, at?.column, detail.code])
    : [];
}

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
  ])("takes %s for a day only where it is one, and says once where it is none", (until, problems) => {
    expect(problemsOf(`${head}decision: { style: hybrid, until: "${until}" }\n`)).toEqual(problems);
  });
});
