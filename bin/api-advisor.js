#!/usr/bin/env node
const { cacheFolder } = require("./compile-cache.js");
const { enableCompileCache } = require("node:module");

const folder = enableCompileCache && cacheFolder(process.env);
if (folder) enableCompileCache(folder);
const { main, processHost } = require("../dist/cli.cjs");

const host = processHost();
main(process.argv.slice(2), host).then(host.end);
