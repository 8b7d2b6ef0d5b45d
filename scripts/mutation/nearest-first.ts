import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Slow tests that run nearly all of the engine: used only for mutants of their own folder. */
const WIDE = /\.property\.|\/report\/|\/(lint|mutate)\/|\/(answers-schema-of|unified-diff)\.test/;

/** Runs the tests of a mutant's own folder first, then those of the other folders. */
export class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const folders = new Set((this.ctx.config.related ?? []).map(folderOf));
    const [folder] = folders.size === 1 ? folders : [];
    return files
      .map((file) => ({ file, rank: rankOf(file.moduleId, folder) }))
      .filter(({ rank }) => rank < 3 || folder === undefined)
      .toSorted((a, b) => a.rank - b.rank || a.file.moduleId.localeCompare(b.file.moduleId))
      .map(({ file }) => file);
  }
}

function rankOf(testFile: string, folder: string | undefined): number {
  return (folderOf(testFile) === folder ? 0 : 2) + (WIDE.test(testFile) ? 1 : 0);
}

/** The folder of the engine that a file, or the code it tests, belongs to. */
function folderOf(path: string): string | undefined {
  return /\/(?:src|test)\/engine\/([^/]+)\//.exec(path)?.[1];
}
