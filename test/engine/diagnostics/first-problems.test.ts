import { describe, expect, it } from "vitest";
import {
  byPlace,
  failed,
  ok,
  type Problem,
  problemIn,
  unlessErrors,
  withFirstProblems,
} from "../../../src/engine/diagnostics/problem.js";

function problem(file: string, line: number, column: number): Problem {
  const at = line === 0 ? null : { file, line, column, width: 1, lineText: "" };
  return { severity: "error", file, at, code: "not-utf8" };
}

const place = ({ file, at }: Problem): string => `${file}:${at?.line ?? 0}:${at?.column ?? 0}`;

describe("problems", () => {
  it("are ordered by file, those of it as a whole first, then by line and column", () => {
    const ordered = [
      problem("a", 0, 0),
      problem("a", 1, 2),
      problem("a", 1, 10),
      problem("a", 2, 1),
      problem("b", 0, 0),
      problem("b", 1, 1),
    ];
    for (let turn = 0; turn < ordered.length; turn += 1) {
      const turned = [...ordered.slice(turn), ...ordered.slice(0, turn)];
      expect(turned.toSorted(byPlace).map(place)).toEqual(ordered.map(place));
      expect(turned.toReversed().toSorted(byPlace).map(place)).toEqual(ordered.map(place));
    }
  });

  it("are all kept up to a thousand", () => {
    const outcome = failed(Array.from({ length: 1000 }, (_, n) => problem("a", 1000 - n, 1)));
    expect(withFirstProblems(outcome, "a")).toBe(outcome);
  });

  it("are kept if they come first, and the others counted", () => {
    const outcome = withFirstProblems(
      failed(Array.from({ length: 1002 }, (_, n) => problem("a", 1002 - n, 1))),
      "a",
    );
    const problems = outcome.kind === "failed" ? outcome.problems : [];
    expect(problems).toHaveLength(1001);
    expect(problems.slice(0, 1000).map(({ at }) => at?.line)).toEqual(
      Array.from({ length: 1000 }, (_, n) => n + 1),
    );
    expect(problems.at(-1)).toEqual({
      severity: "error",
      file: "a",
      at: null,
      code: "more-problems",
      count: 2,
    });
  });

  it("of what succeeded are none, and its warnings are kept and counted in the same way", () => {
    const warning: Problem = { ...problem("a", 1, 1), severity: "warning" };
    const few = ok(1, new Array(1000).fill(warning));
    expect(withFirstProblems(few, "a")).toBe(few);
    const many = withFirstProblems(ok(1, new Array(1003).fill(warning)), "a");
    const more = { severity: "warning", file: "a", at: null, code: "more-problems", count: 3 };
    expect(many).toEqual({ kind: "ok", value: 1, warnings: [...new Array(1000).fill(warning), more] });
  });

  it("prevent a value if one of them is an error, and go with it as warnings if not", () => {
    const detail = { code: "retired-option", question: "q", option: "x", replacedBy: null } as const;
    const warning = problemIn("a", detail);
    expect(warning).toEqual({ severity: "warning", file: "a", at: null, ...detail });
    expect(problemIn("a", { code: "not-utf8" }).severity).toBe("error");
    expect(unlessErrors(1, [])).toEqual({ kind: "ok", value: 1, warnings: [] });
    expect(unlessErrors(1, [warning])).toEqual({ kind: "ok", value: 1, warnings: [warning] });
    const both = [warning, problem("a", 1, 1)];
    expect(unlessErrors(1, both)).toEqual({ kind: "failed", problems: both });
  });
});
