#!/usr/bin/env node
require("node:module").enableCompileCache?.();
const { main, processHost } = require("../dist/cli.cjs");

// A reader that went away (`| head`) is no failure of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code;
});
