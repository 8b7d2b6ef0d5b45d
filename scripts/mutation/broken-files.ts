import type { RunnerTestFile, Vitest } from "vitest/node";

/**
 * Lets a test file that can't be loaded count as one with a failed test. Stryker looks only at tests, so it would count
 * a mutant that breaks the body of a `describe` as a survivor.
 */
export function countBrokenFiles({ state }: Vitest): void {
  const filesOf = state.getFiles.bind(state);
  state.getFiles = (keys) => filesOf(keys).map(withFailedTest);
}

function withFailedTest(file: RunnerTestFile): RunnerTestFile {
  const broken = file.tasks.length === 0 && file.result?.state === "fail";
  if (!broken) return file;
  const { id, filepath, result } = file;
  return {
    ...file,
    tasks: [{ id, filepath, file, result, type: "test", name: "is loaded", mode: "run" } as never],
  };
}
