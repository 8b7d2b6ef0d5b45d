// How the cost of an analysis and of a pack's statistics grows: the default pack's questions 1, 2 and 4 times (copies side
// by side, all speaking of the same concerns), and its rules 1, 10 and 100 times (each with other points, now and then under
// one more condition).
//   node bench/growth.mjs [--json]
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engineFromSources } from "./engine-from-sources.mjs";
import { cpu, inWords, profiles, random } from "./subjects.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const engine = await engineFromSources();
const pack = await engine.loadPack(fileURLToPath(new URL("../rules", import.meta.url)));
const rows = [
  ...[1, 2, 4].map((times) => grown(`questions × ${times}`, questionsTimes(pack.source, times))),
  ...[1, 10, 100].map((times) => grown(`rules × ${times}`, rulesTimes(pack.source, times))),
];
if (values.json) console.log(JSON.stringify({ node: process.version, measured: rows }));
else report();

/** The same questions and rules under other ids; placements and advice without conditions only. */
function questionsTimes(source, times) {
  const copies = (copy) =>
    Array.from({ length: times }, (_, index) => copy(index === 0 ? "" : `-${index}`)).flat();
  return {
    ...bare(source),
    questions: copies((suffix) =>
      source.questions.map((question) => ({
        ...question,
        id: question.id + suffix,
        implied: question.implied.map((each) => ({ ...each, when: renamed(each.when, suffix) })),
      })),
    ),
    rules: copies((suffix) =>
      source.rules.map((rule) => ({ ...rule, id: rule.id + suffix, when: renamed(rule.when, suffix) })),
    ),
  };
}

function renamed(condition, suffix) {
  switch (condition.kind) {
    case "answer":
      return { ...condition, question: condition.question + suffix };
    case "not":
      return { ...condition, of: renamed(condition.of, suffix) };
    default:
      return { ...condition, of: condition.of.map((each) => renamed(each, suffix)) };
  }
}

function rulesTimes(source, times) {
  const next = random(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const copyOf = (rule, index) => {
    if (index === 0) return rule;
    const points = rule.points === 0 ? 0 : Math.sign(rule.points) * (1 + Math.floor(next() * 3));
    const copy = { ...rule, id: `${rule.id}-${index}`, points };
    if (next() < 0.9) return copy;
    // What bears on the place alone may be read by rules about the place alone.
    const question = pick(source.questions.filter(({ bearsOnPlace }) => !bearsOnPlace));
    const more = { kind: "answer", question: question.id, options: [pick(question.options).id] };
    return { ...copy, when: { kind: "all", of: [rule.when, more] } };
  };
  const rules = source.rules.flatMap((rule) =>
    Array.from({ length: times }, (_, index) => copyOf(rule, index)),
  );
  return { ...bare(source), rules };
}

function bare(source) {
  const unconditional = ({ when }) => when === null;
  return {
    ...source,
    placements: source.placements.filter(unconditional),
    backings: [],
    clashes: [],
    tradeoffs: [],
    guidance: [],
  };
}

function grown(name, source) {
  const outcome = engine.compilePack(source);
  if (outcome.kind !== "ok") throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
  const compiled = outcome.value;
  const analysis = (share, count) =>
    timed(
      count,
      () =>
        profiles(engine, compiled, share, count)
          .map((profile) => engine.tryAnalyse(compiled, profile))
          .filter(({ kind }) => kind === "out-of-reach").length,
    );
  return {
    name,
    questions: compiled.questions.length,
    rules: compiled.rules.length,
    half: analysis(0.5, 4),
    empty: analysis(0, 1),
    statistics: timed(1, () => (engine.packStatistics(compiled).outOfReach === null ? 0 : 1)),
  };
}

/** Mean CPU time of one of `count` pieces of work that are done once, and how many of them are out of reach. */
function timed(count, work) {
  const start = cpu();
  const outOfReach = work();
  return { milliseconds: (cpu() - start) / count, outOfReach: outOfReach / count };
}

function report() {
  console.log(`Node ${process.version}, CPU time; (share out of reach)`);
  const told = ({ milliseconds, outOfReach }) =>
    `${inWords(milliseconds)}${outOfReach === 0 ? "" : ` (${outOfReach})`}`.padStart(20);
  console.log(
    `${"".padEnd(16)}${["half answered", "nothing answered", "statistics"].map((each) => each.padStart(20)).join("")}`,
  );
  for (const { name, half, empty, statistics } of rows)
    console.log(`${name.padEnd(16)}${told(half)}${told(empty)}${told(statistics)}`);
}
