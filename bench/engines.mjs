// Scoring complete profiles by the default pack's rules: this engine, json-rules-engine and zen-engine, side by side on the
// same rules and profiles, alternating in one run. All three must come to the same evidence and verdict, or the comparison
// ends: they find the rules that fire, and from these the engine's own function decides.
//   node bench/engines.mjs [--runs 9] [--json]
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { engineFromSources } from "./engine-from-sources.mjs";
import { random } from "./subjects.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "9" }, json: { type: "boolean", default: false } },
});
const { loadPack, score, scoreOf } = await engineFromSources();
const pack = await loadPack(fileURLToPath(new URL("../rules", import.meta.url)));
const profiles = completeProfiles(200);
const contenders = {
  "api-advisor": ownScores(),
  "json-rules-engine": jsonRulesScores(),
  "zen-engine": zenScores(),
};

for (const profile of profiles.slice(0, 25)) {
  const found = await Promise.all(Object.values(contenders).map((scores) => scores(profile)));
  const [own, ...others] = found.map(({ verdict, concerns }) => JSON.stringify([verdict, concerns]));
  if (others.some((other) => other !== own))
    throw new Error(`the engines disagree: ${own} ${others.join(" ")}`);
}
report(await measured());

/** Complete profiles as `{ possible, facts }`: a mask a variable, and the number of its state as the fact `v<index>`. */
function completeProfiles(count) {
  const draw = random(11);
  return Array.from({ length: count }, () => {
    const states = pack.variables.map((variable) => Math.floor(draw() * variable.states.length));
    return {
      possible: states.map((state) => 1 << state),
      facts: Object.fromEntries(states.map((state, index) => [`v${index}`, state])),
    };
  });
}

function ownScores() {
  return ({ possible }) => score(pack, possible);
}

/** The states that a mask allows. */
function statesOf({ variable, mask }) {
  return variable.states.flatMap((_, state) => ((mask & (1 << state)) !== 0 ? [state] : []));
}

function factOf({ variable }) {
  return `v${variable.index}`;
}

function jsonRulesScores() {
  const engine = new Engine();
  for (const rule of pack.rules) {
    const terms = rule.condition.map((term) => ({
      all: term.map((literal) => ({ fact: factOf(literal), operator: "in", value: statesOf(literal) })),
    }));
    engine.addRule({ conditions: { any: terms }, event: { type: rule.entry.id, params: { rule } } });
  }
  return async ({ facts }) => scoreOf((await engine.run(facts)).events.map(({ params }) => params.rule));
}

/**
 * A decision table that collects the row of every term that holds; a rule counts once, however many of its terms do.
 */
function zenScores() {
  const used = [...new Set(pack.rules.flatMap(({ condition }) => condition.flat().map(factOf)))];
  const inputs = used.map((fact) => ({ id: `i${fact}`, name: fact, field: fact }));
  const rows = pack.rules.flatMap(({ entry, condition }, index) =>
    condition.map((term, number) => ({
      _id: `${entry.id}-${number}`,
      ...Object.fromEntries(inputs.map(({ id }) => [id, ""])),
      ...Object.fromEntries(term.map((literal) => [`i${factOf(literal)}`, statesOf(literal).join(", ")])),
      o: String(index),
    })),
  );
  const content = {
    hitPolicy: "collect",
    inputs,
    outputs: [{ id: "o", name: "rule", field: "rule" }],
    rules: rows,
  };
  const node = (id, type, more) => ({ id, type, name: id, position: { x: 0, y: 0 }, ...more });
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: "edge", sourceId, targetId });
  const graph = {
    nodes: [
      node("in", "inputNode"),
      node("table", "decisionTableNode", { content }),
      node("out", "outputNode"),
    ],
    edges: [edge("in", "table"), edge("table", "out")],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return async ({ facts }) => {
    const { result } = await decision.evaluate(facts);
    const fired = [...new Set(result.map(({ rule }) => rule))];
    return scoreOf(fired.map((index) => pack.rules[index]));
  };
}

/** Median over alternating runs of the mean time of one profile, in microseconds. */
async function measured() {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let run = -1; run < Number(values.runs); run += 1) {
    for (const [name, scores] of Object.entries(contenders)) {
      const repeats = name === "api-advisor" ? 50 : 1;
      const started = process.hrtime.bigint();
      for (let repeat = 0; repeat < repeats; repeat += 1)
        for (const profile of profiles) await scores(profile);
      const each = Number(process.hrtime.bigint() - started) / 1000 / (profiles.length * repeats);
      // The first round warms up.
      if (run >= 0) times[name].push(each);
    }
  }
  return Object.entries(times).map(([name, all]) => {
    const sorted = all.sort((a, b) => a - b);
    return { name, us: sorted[Math.floor(sorted.length / 2)] };
  });
}

function report(rows) {
  if (values.json) return console.log(JSON.stringify(rows, null, 2));
  const [own] = rows;
  console.log(
    `${pack.rules.length} rules, ${profiles.length} complete profiles, medians of ${values.runs} alternating runs`,
  );
  for (const { name, us } of rows) {
    console.log(
      `${name.padEnd(20)} ${us.toFixed(2).padStart(10)} µs a profile   ${(us / own.us).toFixed(1).padStart(8)} ×`,
    );
  }
}
