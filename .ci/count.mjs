// Names the tests that failed in the runs named, adds up all of them and prints the closing line; fails when a test failed
// or none ran.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

const runs = process.argv.slice(2).map((file) => {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text === "" ? { numPassedTests: 0, numFailedTests: 1 } : JSON.parse(text);
});
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
const failing = runs.flatMap((run) => run.testResults ?? []).filter(({ status }) => status === "failed");
// A file that does not load counts as a failed test: it holds some, and none of them ran.
const broken = failing.filter(({ assertionResults }) => assertionResults.length === 0);
for (const { name, message } of broken) console.log(`failed: ${relative(".", name)}\n${message}`);
for (const { name, assertionResults } of failing)
  for (const { status, fullName, failureMessages } of assertionResults)
    if (status === "failed")
      console.log(`failed: ${relative(".", name)}: ${fullName}\n${failureMessages.join("\n")}`);
const passed = sum("numPassedTests");
const failed = sum("numFailedTests") + broken.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
