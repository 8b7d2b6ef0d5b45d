// A long stream of JSON lines, one in a hundred of them bad.
import { createHash } from "node:crypto";
import { loadPack } from "../../dist/node.js";
import { random } from "../subjects.mjs";
import { claim, cost, run, writeAll } from "./run.mjs";

const bad = [
  "{",
  "null",
  "[1, 2]",
  '{"version": 1, "service": "s", "answers": {"latency": "realtime"}}',
  '{"version": 1, "service": "s", "answers": {"latncy": "real-time"}}',
  '{"service": "s", "answers": {}}',
  '{"version": 1, "service": 7, "answers": {}}',
  `{"version": 1, "service": "s", "answers": ${"[".repeat(2000)}`,
  '{"version": 1, "service": "s", "answers": {"workload": ["gaming", "none-of-these"]}}',
  "\u0000\u0001 not JSON at all",
];

export async function lines(folder, scale) {
  const count = Math.round(100_000 * scale);
  const pack = await loadPack();
  const found = [];
  for (const [args, subjects] of [
    [["--no-analysis"], 1000],
    [[], 1000],
  ])
    found.push(...(await streamed(folder, pack, count, subjects, args)));
  return found;
}

async function streamed(folder, pack, count, subjects, more) {
  const answers = different(pack, subjects);
  const isBad = (line) => line % 100 === 0;
  const text = function* () {
    for (let line = 1; line <= count; line += 1)
      yield isBad(line)
        ? `${bad[(line / 100) % bad.length]}\n`
        : `{"version":1,"service":"s${line}","answers":${answers[line % subjects]}}\n`;
  };
  const results = reader(isBad, subjects);
  const ran = await run(["advise", "--format", "jsonl", ...more], folder, {
    feed: (stdin) => writeAll(stdin, text()),
    onOutput: results.take,
  });
  const named = new Set([...ran.stderr.matchAll(/^<stdin>:(\d+):/gm)].map(([, line]) => Number(line)));
  const wanted = Array.from({ length: count }, (_, index) => index + 1).filter(isBad);
  const { good, refused, wrong } = results;
  const what = more.length > 0 ? "without analysis" : "with analysis";
  return [
    claim(
      good() === count - wanted.length && wrong().length === 0,
      `${count} lines ${what}: ${good()} good ones answered in order, ${cost(ran)} ${wrong().slice(0, 3).join("; ")}`,
    ),
    claim(
      refused() === wanted.length,
      `${refused()} of ${wanted.length} bad ones have their line in the output`,
    ),
    claim(
      wanted.every((line) => named.has(line)) && named.size === wanted.length && ran.code === 2,
      `${named.size} lines named on standard error, exit code ${ran.code}`,
    ),
    claim(ran.peak < 200, `memory stays under 200 MB: ${Math.round(ran.peak)}`),
  ];
}

/** Reads results as they come: every line in its place, and the same answers always with the same result. */
function reader(isBad, subjects) {
  const seen = new Map();
  const wrong = [];
  let line = 0;
  let good = 0;
  let refused = 0;
  let rest = "";
  const check = (text) => {
    line += 1;
    const result = JSON.parse(text);
    if (result.line !== line) wrong.push(`line ${line} came out as ${result.line}`);
    if (result.problems !== undefined && isBad(line)) refused += 1;
    else if (result.service === `s${line}` && !isBad(line)) good += 1;
    else wrong.push(`line ${line}: ${text.slice(0, 80)}`);
    if (isBad(line)) return;
    for (const surface of result.surfaces) surface.at = null;
    const digest = createHash("sha256")
      .update(JSON.stringify(result.surfaces).replaceAll(`s${line}`, "s"))
      .digest("hex");
    const before = seen.get(line % subjects);
    if (before === undefined) seen.set(line % subjects, digest);
    else if (before !== digest) wrong.push(`line ${line} differs from an earlier one with the same answers`);
  };
  const take = (chunk) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) check(part);
  };
  return { take, good: () => good, refused: () => refused, wrong: () => wrong };
}

/** Answers to about four in five questions, in JSON. */
function different(pack, count) {
  const next = random(1);
  return Array.from({ length: count }, () => {
    const answers = {};
    for (const { id, options, several } of pack.source.questions) {
      const { id: option } = options[Math.floor(next() * options.length)];
      if (next() >= 0.2) answers[id] = several ? [option] : option;
    }
    return JSON.stringify(answers);
  });
}
