import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Asks the tests of a mutant's own folder first, then those of the other folders. Property tests and tests of
 * reports are asked about mutants of their own folder alone: they come by nearly all of the engine, and take long.
 */
export class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = this.ctx.config.related ?? [];
    const folder = mutated.length === 1 ? folderOf(mutated[0] ?? "") : undefined;
    return files
      .map((file) => ({ file, rank: rankOf(file.moduleId, folder) }))
      .filter(({ rank }) => rank < 3 || folder === undefined)
      .toSorted((a, b) => a.rank - b.rank || a.file.moduleId.localeCompare(b.file.moduleId))
      .map(({ file }) => file);
  }
}

function rankOf(testFile: string, folder: string | undefined): number {
  const near = folderOf(testFile) === folder;
  const slow = testFile.includes(".property.") || folderOf(testFile) === "report";
  return (near ? 0 : 2) + (slow ? 1 : 0);
}

function folderOf(path: string): string | undefined {
  return /\/(?:src|test)\/engine\/([^/]+)\//.exec(path)?.[1];
}
