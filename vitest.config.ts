import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Tests in a browser and in a terminal, of input that attacks (`hostile/`), of the action and other CI files, of what other
 * programs read of reports, of completion in a shell, of files of other users and full disks, of the commands in docs/, of
 * all cases and all mutants, of Prettier, and the properties that take longest: they run with those of the package.
 */
export const slow = [
  "test/action-base.test.ts",
  "test/action-moves.test.ts",
  "test/browser/**/*.test.ts",
  "test/ci-files.test.ts",
  "test/cli/ask/inquirer-page.test.ts",
  "test/cli/batch/memory.test.ts",
  "test/cli/completion/bash-completion.test.ts",
  "test/cli/embed-prettier.test.ts",
  "test/cli/interview-terminal.test.ts",
  "test/cli/mcp/cases.test.ts",
  "test/cli/output/pager.test.ts",
  "test/cli/writing.test.ts",
  "test/documents.test.ts",
  "test/engine/embed/edits.test.ts",
  "test/engine/pack-tools/mutate/default-pack.test.ts",
  "test/engine/pack-tools/pairs/find-pair.property.test.ts",
  "test/engine/report/brief/default-pack.test.ts",
  "test/engine/report/check/machine-readers.test.ts",
  "test/engine/report/checklist-systems.test.ts",
  "test/engine/report/markdown/prettier.test.ts",
  "test/hostile/**/*.test.ts",
  "test/rules/placements.test.ts",
  "test/skill.test.ts",
];

/** The slowest files, slowest first: if one of them started last, the other workers would wait for it. */
const longest = ["readme", "engine/report/markdown", "independent/agreement", "engine/report/html"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**", ...slow],
    // Tests share no mutable state, so modules need not be reloaded for every file.
    isolate: false,
    // A tenth faster than processes.
    pool: "threads",
    sequence: { sequencer: LongestFirst },
    setupFiles: ["test/seed.ts"],
    // No test asks a server, and Node would read the certificates whenever one of hundreds of processes starts.
    env: { NODE_EXTRA_CA_CERTS: "" },
    maxWorkers: "100%",
    testTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/engine/**", "src/files/**", "src/packs/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 95 },
    },
  },
});
