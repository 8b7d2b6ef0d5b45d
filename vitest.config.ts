import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
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
