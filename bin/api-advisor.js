#!/usr/bin/env node
import { processHost } from "../dist/cli/host.js";
import { main } from "../dist/cli/main.js";

// A reader that went away (`| head`) is no failure of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), processHost());
