#!/usr/bin/env node
require("node:module").enableCompileCache?.();
const { main, processHost } = require("../dist/cli.cjs");

const host = processHost((error) => {
  process.stderr.on("error", () => undefined);
  process.stderr.write(`error: standard output cannot be written: ${error.code}\n`);
  process.exitCode = 2;
});
main(process.argv.slice(2), host).then((code) => {
  process.exitCode ||= code;
});
