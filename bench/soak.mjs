// Load and faults: what the tool does with very much to read, when it is killed, when many write at once, and when the
// disk is full. It takes a quarter of an hour and so is no test; docs/reliability.md has what it measured. Each part
// prints its figures; the exit code is 1 if something was lost, half, or left behind that should not be.
//   node bench/soak.mjs [lines] [files] [kills] [crowd] [disk] [--scale 1]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crowd } from "./soak/crowd.mjs";
import { disk } from "./soak/disk.mjs";
import { files } from "./soak/files.mjs";
import { kills } from "./soak/kills.mjs";
import { lines } from "./soak/lines.mjs";

const parts = { lines, files, kills, crowd, disk };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: "string", default: "1" } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

let failed = 0;
for (const name of wanted) {
  const folder = mkdtempSync(join(tmpdir(), "api-advisor-soak-"));
  try {
    console.log(`\n${name}`);
    for (const { text, fault } of await parts[name](folder, Number(values.scale))) {
      console.log(`  ${fault ? "FAULT " : ""}${text}`);
      failed += fault ? 1 : 0;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(failed === 0 ? "\nNothing lost, nothing half." : `\n${failed} faults.`);
process.exitCode = failed === 0 ? 0 : 1;
