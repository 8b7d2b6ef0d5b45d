#!/usr/bin/env node
import { main, processHost } from "../dist/cli.js";

// A reader that went away (`| head`) is no failure of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), processHost());
