#!/usr/bin/env node
require("node:module").enableCompileCache?.();
const { main, processHost } = require("../dist/cli.cjs");

process.stdout.on("error", (error) => {
  // A reader that went away (`| head`) is no failure of ours.
  if (error.code === "EPIPE") return;
  process.stderr.on("error", () => undefined);
  process.stderr.write(`error: standard output cannot be written: ${error.code}\n`);
  process.exitCode = 2;
});
main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode ||= code;
});
