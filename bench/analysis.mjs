// The CPU time of scoring and analysing one profile of the default pack, by how much of it is answered. Each figure is the
// median over runs of the mean over a fixed set of profiles. With the folder of another version, built, as --base: its figures
// in the same process, both taking turns, and the ratio to them.
//   node bench/analysis.mjs [--runs 15] [--base FOLDER] [--json]
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { engineFromSources } from "./engine-from-sources.mjs";
import { cpu, inWords, median, profiles } from "./subjects.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "15" },
    base: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const versions = [await version(fileURLToPath(new URL("..", import.meta.url)), engineFromSources)];
if (values.base !== undefined) {
  const folder = resolve(values.base);
  const sources = await import(pathToFileURL(`${folder}/bench/engine-from-sources.mjs`).href);
  versions.push(await version(folder, sources.engineFromSources));
}
const rows = [
  measure("score", 0.5, 24, 200, ({ engine, pack }, { possible }) => engine.score(pack, possible)),
  ...[1, 0.75, 0.5, 0.25, 0].map((share) =>
    measure(`analysis, ${share * 100} % answered`, share, share === 0 ? 1 : 24, 1, analyse),
  ),
];
if (values.json) console.log(JSON.stringify({ node: process.version, runs, measured: rows }));
else report();

async function version(folder, load) {
  const engine = await load();
  return { engine, pack: await engine.loadPack(`${folder}/rules`) };
}

function analyse({ engine, pack }, profile) {
  return engine.tryAnalyse === undefined ? engine.analyse(pack, profile) : engine.tryAnalyse(pack, profile);
}

/** The versions take turns, so that the machine's other work falls on both. */
function measure(name, share, count, repeats, work) {
  const subjects = versions.map((each) => profiles(each.engine, each.pack, share, count));
  const times = versions.map(() => []);
  // The first runs warm up, until the compiler has settled on these functions.
  for (let run = -5; run < runs; run += 1) {
    for (const [index, each] of versions.entries()) {
      const start = cpu();
      for (let repeat = 0; repeat < repeats; repeat += 1)
        for (const subject of subjects[index]) work(each, subject);
      if (run >= 0) times[index].push((cpu() - start) / (repeats * count));
    }
  }
  const [milliseconds, base = null] = times.map(median);
  return { name, milliseconds, base };
}

function report() {
  console.log(`Node ${process.version}, CPU time, medians of ${runs} runs`);
  for (const { name, milliseconds, base } of rows) {
    const against =
      base === null ? "" : `${inWords(base).padStart(12)}${(milliseconds / base).toFixed(2).padStart(8)} ×`;
    console.log(`${name.padEnd(28)}${inWords(milliseconds).padStart(12)}${against}`);
  }
}
