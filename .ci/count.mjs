// Adds up the results of the test runs named and prints the closing line; fails when a test failed or none ran.
import { existsSync, readFileSync } from "node:fs";

const runs = process.argv.slice(2).map((file) => {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text === "" ? { numPassedTests: 0, numFailedTests: 1 } : JSON.parse(text);
});
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
// A file that does not load counts as a failed test: it holds some, and none of them ran.
const broken = runs
  .flatMap((run) => run.testResults ?? [])
  .filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
const passed = sum("numPassedTests");
const failed = sum("numFailedTests") + broken;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
