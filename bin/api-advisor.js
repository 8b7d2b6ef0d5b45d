#!/usr/bin/env node
const { cacheFolder } = require("./compile-cache.js");
const { enableCompileCache } = require("node:module");

const folder = enableCompileCache && cacheFolder(process.env);
if (folder) enableCompileCache(folder);
// V8 optimises later, where it has this flag: a fifth less processor time for three surfaces, and no more for long runs.
if (process.version.startsWith("v20.")) require("node:v8").setFlagsFromString("--interrupt-budget=500000");
const { main, processHost } = require("../dist/cli.cjs");

// An error of standard output may have set the exit code by then.
main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode ||= code;
});
