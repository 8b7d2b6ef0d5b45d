import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // Its tests share nothing that changes, so they need not load it anew for every file.
        test: { name: "engine", include: ["test/engine/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "program",
          include: ["test/**/*.test.ts"],
          exclude: ["test/engine/**", "test/package/**"],
        },
      },
    ],
    setupFiles: ["test/seed.ts"],
    maxWorkers: "100%",
    testTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/engine/**", "src/read/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 95 },
    },
  },
});
