import { defineConfig } from "vitest/config";
import { countBrokenFiles } from "./scripts/mutation/broken-files.js";
import { NearestFirst } from "./scripts/mutation/nearest-first.js";
import { residentThreads } from "./scripts/mutation/resident-threads.js";

export default defineConfig({
  plugins: [
    {
      name: "resident-threads",
      // Stryker asks for threads when it starts Vitest; a plugin can override that.
      configureVitest: ({ project, vitest }) => {
        Object.assign(project.config, { pool: residentThreads.name, poolRunner: residentThreads });
        vitest.onClose(residentThreads.close);
      },
    },
    { name: "broken-files", configureVitest: ({ vitest }) => countBrokenFiles(vitest) },
    {
      name: "few-cases",
      enforce: "pre",
      // Property tests try 40 cases: a mutant that only a rare case shows counts as one that survives. A comment behind a
      // number says why that many are needed.
      transform: (code, id) =>
        id.endsWith(".test.ts") ? code.replaceAll(/numRuns: [\d_]+\b(?! \/\*)/g, "numRuns: 40") : undefined,
    },
  ],
  test: {
    include: ["test/engine/**/*.test.ts"],
    // It mutates a pack itself, and takes as long as hundreds of other tests.
    exclude: ["test/engine/pack-tools/mutate/default-pack.test.ts"],
    setupFiles: ["test/seed.ts", "scripts/mutation/few-cases.ts"],
    isolate: false,
    fileParallelism: false,
    testTimeout: 30_000,
    sequence: { sequencer: NearestFirst },
  },
});
