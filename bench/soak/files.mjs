// Ten thousand answers files in one check.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { claim, cost, run } from "./run.mjs";

const decided = (style, more = "") => `decision: { style: ${style}${more} }\n`;

/** Four kinds of surface, all of which are recommended to be stateless; do they pass? */
const kinds = [
  { status: "agrees", passes: true, decision: decided("stateless") },
  {
    status: "deviates",
    passes: true,
    decision: decided(
      "stateful",
      ', because: "The host keeps a session until it is replaced.", until: 2026-12-31',
    ),
  },
  { status: "differs", passes: false, decision: decided("hybrid") },
  { status: "no decision", passes: true, decision: "" },
];

export async function files(folder, scale) {
  const count = Math.round(10_000 * scale);
  for (let index = 0; index < count; index += 1) {
    const inside = join(folder, `team-${index % 100}`);
    if (index < 100) mkdirSync(inside);
    writeFileSync(join(inside, `s${index}.api-advisor.yaml`), answersFile(index));
  }
  const args = ["check", "**/*.api-advisor.yaml", "--today", "2026-01-15"];
  const report = await run([...args, "--format", "json"], folder);
  const surfaces = JSON.parse(report.stdout).surfaces;
  const failing = surfaces.filter(({ passes }) => !passes);
  const streamed = await run([...args, "--format", "jsonl"], folder);
  const streamedLines = streamed.stdout.trimEnd().split("\n");
  const names = new Set(surfaces.map(({ service }) => service));
  const broken = Array.from({ length: 10 }, (_, index) =>
    join(`team-${index}`, `s${index}.api-advisor.yaml`),
  );
  for (const name of broken)
    writeFileSync(join(folder, name), "version: 1\nservice: x\nanswers: { latency: realtime }\n");
  const refused = await run([...args, "--format", "json"], folder);
  const rest = JSON.parse(refused.stdout);
  const isNamed = (name) =>
    refused.stderr.includes(`${name}:3:`) && rest.invalid.some(({ file }) => file === name);
  return [
    claim(
      names.size === count && report.code === 1,
      `${names.size} of ${count} files in one report, ${cost(report)}`,
    ),
    claim(failing.length === count / 4, `${failing.length} of them fail, as they should`),
    claim(
      streamedLines.length === count && streamed.code === 1,
      `${streamedLines.length} of ${count} as JSON lines, ${cost(streamed)}`,
    ),
    claim(
      refused.code === 2 && broken.every(isNamed) && rest.surfaces.length === count - broken.length,
      `with a mistake in 10 of them: exit code ${refused.code}, each named, the others checked, ${cost(refused)}`,
    ),
  ];
}

function answersFile(index) {
  const { decision } = kinds[index % kinds.length];
  return `version: 1
service: s${index}
answers:
  interaction-style: independent-requests
  context-dependence: none
  identity: public
  setup-cost: negligible
  replay-protection: not-needed
${decision}`;
}
