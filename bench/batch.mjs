// Surfaces scored per second, in memory and by the whole filter (`advise --format jsonl`), and how much memory the
// filter takes at its peak. The input is generated, the same on every run: a service with one surface on each line,
// about four in five questions answered. As machines differ, each figure is shown next to that of plain JSON: reading
// the same lines and writing the same results with JSON.parse and JSON.stringify. Rates are per second of processor
// time, so that other load on the machine matters little; for the filter the elapsed time is shown as well.
//   node bench/batch.mjs [--records 20000] [--runs 5] [--least SURFACES] [--json]
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formats, loadPack, parseText, plainStyle, readAnswers, recommendService } from "../dist/node.js";
import { random } from "./subjects.mjs";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "20000" },
    runs: { type: "string", default: "5" },
    least: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const records = Number(values.records);
const runs = Number(values.runs);
const pack = await loadPack();
const lines = generated(records);
const folder = mkdtempSync(join(tmpdir(), "api-advisor-batch-"));
try {
  const file = join(folder, "answers.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  await report(file);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Answers documents in JSON, one a service. */
function generated(count) {
  const next = random(1);
  return Array.from({ length: count }, (_, index) => {
    const answers = {};
    for (const { id, options } of pack.source.questions) {
      if (next() >= 0.2) answers[id] = options[Math.floor(next() * options.length)].id;
    }
    return JSON.stringify({ version: 1, service: `service-${index}`, answers });
  });
}

/** Surfaces a second of a function over items: the best of the runs, which is the one least disturbed. */
function rate(items, work) {
  const once = () => {
    const start = process.cpuUsage();
    for (const item of items) work(item);
    const { user, system } = process.cpuUsage(start);
    return (items.length * 1e6) / (user + system);
  };
  once();
  return Math.max(...Array.from({ length: runs }, once));
}

/** Runs the filter over the file; its results are read and thrown away. */
function filter(file) {
  const script = fileURLToPath(new URL("../bin/api-advisor.js", import.meta.url));
  const usage = fileURLToPath(new URL("./print-usage.cjs", import.meta.url));
  const args = ["--require", usage, script, "advise", "--format", "jsonl", "--no-analysis"];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: [openSync(file, "r"), "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let results = 0;
    let bytes = 0;
    let errors = "";
    child.stdout.on("data", (chunk) => {
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) results += 1;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const spent = /^peak memory: (\d+) KiB, processor time: (\d+) ms$/m.exec(errors);
      if (code !== 0 || results !== records || spent === null)
        reject(new Error(`the filter ended with ${code} after ${results} results: ${errors}`));
      else {
        const seconds = (performance.now() - start) / 1000;
        resolve({ seconds, cpuSeconds: Number(spent[2]) / 1000, bytes, peakMiB: Number(spent[1]) / 1024 });
      }
    });
  });
}

async function report(file) {
  const sample = lines.slice(0, 2000);
  const services = sample.map((text) => readService(text));
  const scoring = rate(services, (service) => recommendService(pack, service, { analysis: false }));
  const documents = services.map((service) =>
    documentOf(recommendService(pack, service, { analysis: false })),
  );
  const plain = 1 / (1 / rate(sample, JSON.parse) + 1 / rate(documents, (each) => JSON.stringify(each)));
  const passes = [];
  for (let run = 0; run < Math.min(runs, 3); run += 1) passes.push(await filter(file));
  const best = passes.reduce((a, b) => (a.cpuSeconds < b.cpuSeconds ? a : b));
  const figures = {
    node: process.version,
    records,
    plainJsonPerSecond: Math.round(plain),
    scoringPerSecond: Math.round(scoring),
    filterPerSecond: Math.round(records / best.cpuSeconds),
    filterSeconds: best.seconds,
    outputMiB: Math.round(best.bytes / 2 ** 20),
    peakMiB: Math.round(Math.max(...passes.map(({ peakMiB }) => peakMiB))),
  };
  print(figures);
  if (values.least !== undefined && figures.scoringPerSecond < Number(values.least)) {
    console.error(`Fewer than ${values.least} surfaces a second are scored.`);
    process.exitCode = 1;
  }
}

function readService(text) {
  return readAnswers(parseText({ file: "answers", text }).value[0], pack.source.questions).value;
}

/** The result as the JSON report has it, as a value. */
function documentOf(service) {
  const { name, version } = pack.source;
  const head = {
    tool: { name: "", version: "" },
    pack: { name, version, digest: "", drawnFrom: null, notAsked: null },
  };
  return JSON.parse(formats.json({ ...head, services: [service] }, plainStyle));
}

function print(figures) {
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  const row = (name, perSecond) =>
    console.log(
      `${name.padEnd(34)}${Math.round(perSecond).toLocaleString("en").padStart(10)} a second${(perSecond / figures.plainJsonPerSecond).toFixed(2).padStart(8)} ×`,
    );
  console.log(
    `Node ${figures.node}, ${records.toLocaleString("en")} surfaces, full analysis off; rates by processor time`,
  );
  row("plain JSON in and out", figures.plainJsonPerSecond);
  row("scoring, in memory", figures.scoringPerSecond);
  row("the filter, lines in, results out", figures.filterPerSecond);
  console.log(
    `the filter took ${figures.filterSeconds.toFixed(1)} s, its start and waiting for others included`,
  );
  console.log(`peak memory of the filter ${figures.peakMiB} MiB, for ${figures.outputMiB} MiB of results`);
}
