#!/usr/bin/env node
const { cacheFolder } = require("./compile-cache.js");
const { enableCompileCache } = require("node:module");

const folder = enableCompileCache && cacheFolder(process.env);
if (folder) enableCompileCache(folder);
const { main, processHost } = require("../dist/cli.cjs");

// An error of standard output may have set the exit code by then.
main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode ||= code;
});
