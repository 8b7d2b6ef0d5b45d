// Runs the tests on every Node version that the package supports, each fetched from the registry as a package that
// holds its binary. The tests see what is in dist/: build it first.
//   node scripts/test-nodes.mjs [20 22 24 26] [-- arguments for vitest]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const split = process.argv.indexOf("--");
const [words, passed] =
  split < 0 ? [process.argv.slice(2), []] : [process.argv.slice(2, split), process.argv.slice(split + 1)];
const versions = words.length > 0 ? words : ["20", "22", "24", "26"];
const system = process.platform === "win32" ? "win" : process.platform;

/** The binary of the latest Node of a major version. */
function fetchNode(version) {
  const folder = resolve(process.env.API_ADVISOR_NODES ?? "node_modules/.cache/nodes", version);
  const name = `node-${system}-${process.arch}`;
  const binary = join(folder, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const options = { cwd: folder, stdio: "inherit", shell: system === "win" };
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", `${name}@${version}`], options);
  if (status !== 0) throw new Error(`${name}@${version} could not be installed`);
  return binary;
}

const failed = [];
for (const version of versions) {
  const node = fetchNode(version);
  console.log(`\nNode ${version}: ${node}`);
  const { status } = spawnSync(node, ["node_modules/vitest/vitest.mjs", "run", ...passed], {
    stdio: "inherit",
  });
  if (status !== 0) failed.push(version);
}
console.log(
  failed.length === 0 ? `\nPassed on Node ${versions.join(", ")}.` : `\nFailed on Node ${failed.join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
