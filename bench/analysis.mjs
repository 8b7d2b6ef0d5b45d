// The cost of scoring and analysing one profile, and how it grows with the number of questions. Each figure is the
// median over runs of the mean over a fixed set of profiles; the last column is its ratio to scoring.
//   node bench/analysis.mjs [--runs 15] [--json]
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engineFromSources } from "./engine-from-sources.mjs";
import { random, syntheticPack } from "./synthetic-pack.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "15" }, json: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
const { analyse, compilePack, evaluate, loadPack, packStatistics, profileOf, score } =
  await engineFromSources();

const pack = await loadPack(fileURLToPath(new URL("../rules", import.meta.url)));
const half = profiles(pack, 0.5, 24);
const rows = [
  measure("verdict alone", half, (profile) => evaluate(pack, profile.possible), 200),
  measure("scores in full", half, (profile) => score(pack, profile.possible), 200),
  ...[1, 0.75, 0.5, 0.25].map((share) =>
    measure(
      `analysis, ${share * 100} % answered`,
      profiles(pack, share, 24),
      (profile) => analyse(pack, profile),
      1,
    ),
  ),
  measure("analysis, nothing answered", profiles(pack, 0, 1), (profile) => analyse(pack, profile), 1),
  ...[10, 20, 40, 80].map((questions) => {
    const synthetic = compilePack(syntheticPack(questions)).value;
    const answered = profiles(synthetic, 0.5, 12);
    return measure(
      `analysis, half of ${questions} questions`,
      answered,
      (profile) => analyse(synthetic, profile),
      1,
    );
  }),
  measure("statistics of the whole pack", [pack], packStatistics, 1, Math.min(runs, 3)),
];
report(rows);

/** Profiles with about this share of the questions answered, the same on every run. */
function profiles(compiled, share, count) {
  const next = random(1);
  return Array.from({ length: count }, () => {
    const answers = new Map();
    for (const { question } of compiled.questions) {
      if (next() >= share) continue;
      const option = question.options[Math.floor(next() * question.options.length)];
      answers.set(question.id, { kind: "chosen", options: [option.id], note: null });
    }
    return profileOf(compiled, answers);
  });
}

function measure(name, subjects, work, repeats, times = runs) {
  const once = () => {
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) for (const subject of subjects) work(subject);
    return (performance.now() - start) / (repeats * subjects.length);
  };
  // Warm-up: until the compiler has settled on these functions.
  for (let run = 0; run < Math.min(times, 5); run += 1) once();
  return { name, milliseconds: median(Array.from({ length: times }, once)) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function report(measured) {
  if (values.json) {
    console.log(JSON.stringify({ node: process.version, runs, measured }));
    return;
  }
  const base = measured[0].milliseconds;
  console.log(`Node ${process.version}, medians of ${runs} runs`);
  for (const { name, milliseconds } of measured) {
    const time =
      milliseconds < 0.1 ? `${(milliseconds * 1000).toFixed(2)} µs` : `${milliseconds.toFixed(2)} ms`;
    console.log(`${name.padEnd(32)}${time.padStart(12)}${(milliseconds / base).toFixed(0).padStart(10)} ×`);
  }
}
