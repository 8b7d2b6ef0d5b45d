import { expect, it } from "vitest";
import { failed, type Problem, withFirstProblems } from "../../../src/engine/diagnostics/problem.js";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";

function problemsOf(file: string, count: number): readonly Problem[] {
  const all = Array.from({ length: count }, (_, index): Problem => {
    const at = { file, line: index + 1, column: 1, width: 1, lineText: "x" };
    return { severity: "error", file, at, code: "not-utf8" };
  });
  const outcome = withFirstProblems(failed(all), file);
  return outcome.kind === "failed" ? outcome.problems : [];
}

it.each([
  [[100], null],
  [[101], "and 1 more problem"],
  [[1000], "and 900 more problems"],
  [[1001], "and 901 more problems"],
  [[3000], "and 2900 more problems"],
  [[3000, 2000], "and 4900 more problems"],
  [[40, 2000], "and 1940 more problems"],
])("of files with %j problems a hundred are shown, and the others counted once", (counts, last) => {
  const problems = counts.flatMap((count, index) => problemsOf(`${index}.yaml`, count));
  const blocks = renderProblems(problems).split("\n\n");
  const shown = blocks.filter((block) => /^\d\.yaml:\d+:1: error: is not UTF-8 text\n/.test(block));
  expect(shown).toHaveLength(100);
  expect(blocks[0]).toMatch(/^0\.yaml:1:1: /);
  expect(blocks.slice(100)).toEqual(last === null ? [] : [last]);
});
