import { defineConfig } from "vitest/config";
import { slow } from "./vitest.config.js";

/** Tests of what ships: they pack it, install it from the registry and run it as a user would; and slow ones of its parts. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts", ...slow],
    setupFiles: ["test/seed.ts"],
    globalSetup: ["test/package/packed.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
