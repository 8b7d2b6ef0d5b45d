import { defineConfig } from "vitest/config";

/** Tests of the packed package: they pack, install from the registry and run as a user would. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: ["test/package/packed.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
