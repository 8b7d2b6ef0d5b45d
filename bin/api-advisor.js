#!/usr/bin/env node
require("node:module").enableCompileCache?.();
const { main, processHost } = require("../dist/cli.cjs");

const host = processHost();
main(process.argv.slice(2), host).then(host.end);
