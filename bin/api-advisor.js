#!/usr/bin/env node
// Where Node itself would keep compiled code: to find that out it would first have to load a module of its own.
const { TMPDIR, TMP, TEMP } = process.env;
require("node:module").enableCompileCache?.(`${TMPDIR || TMP || TEMP || "/tmp"}/node-compile-cache`);
const { main, processHost } = require("../dist/cli.cjs");

// An error of standard output may have set the exit code by then.
main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode ||= code;
});
