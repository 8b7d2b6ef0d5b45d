// Writers killed at any moment: at random ones, and as soon as something changes in their folder.
import { once } from "node:events";
import { readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { random } from "../subjects.mjs";
import { interviewKilled } from "./interview.mjs";
import { claim, figure, inParallel, run, start } from "./run.mjs";
import { contents, prepared, writers } from "./writers.mjs";

const signals = ["SIGKILL", "SIGTERM", "SIGKILL", "SIGINT"];

export async function kills(folder, scale) {
  const each = Math.round(60 * scale);
  const found = [];
  for (const writer of writers) found.push(...(await killed(folder, writer, each)));
  found.push(...(await interviewKilled(folder, each)));
  return found;
}

async function killed(parent, writer, count) {
  const slug = writer.name.replaceAll(/\W+/g, "-");
  const before = writer.files;
  const model = prepared(parent, `${slug}-model`, before);
  const whole = await run(writer.args, model);
  const after = contents(model);
  const next = random(count);
  const tasks = Array.from({ length: count }, (_, index) => async () => {
    const inside = prepared(parent, `${slug}-${index}`, before);
    const signal = signals[index % signals.length];
    const delay = index % 3 === 0 ? next() * 1000 * whole.seconds : null;
    const ended = await killAt(writer.args, inside, signal, delay, next() * 8);
    const state = contents(inside);
    const again = await run(writer.args, inside);
    return {
      signal,
      ended,
      ...judged(writer, before, after, state),
      ...rerun(writer, after, inside, again, state),
    };
  });
  return summary(writer.name, await inParallel(2, tasks));
}

/** Kills a run after a delay, or, without one, so long after its folder changes. */
async function killAt(args, folder, signal, delay, afterChange) {
  const child = start(args, folder);
  const closed = once(child, "close");
  const kill = () => child.kill(signal);
  const watcher = watch(folder);
  if (delay === null) watcher.once("change", () => setTimeout(kill, afterChange));
  else setTimeout(kill, delay);
  const [code] = await closed;
  watcher.close();
  return code === null || code > 2;
}

/** A file is whole if it is as it was, or as the whole run leaves it. */
function judged({ targets }, before, after, state) {
  const half = targets.filter((name) => state[name] !== before[name] && state[name] !== after[name]);
  const written = targets.filter((name) => state[name] === after[name]).length;
  const rest = Object.keys(state).filter((name) => after[name] === undefined);
  return { half, mixed: written > 0 && written < targets.length, written: written > 0, rest: rest.length };
}

/** The next run of the same command; `init` refuses a file that the killed run has written. */
function rerun({ name, targets }, after, folder, { code }, state) {
  const now = contents(folder);
  const refused = name === "init" && state[targets[0]] !== undefined && code === 2;
  const right = targets.every((target) => now[target] === after[target]);
  const rest = readdirSync(folder)
    .filter((each) => after[each] === undefined)
    .map((each) => join(folder, each));
  return { next: right && (code === 0 || refused), restAfter: rest.length };
}

export function summary(name, all) {
  const of = (test) => all.filter(test).length;
  const gentle = all.filter(({ signal }) => signal !== "SIGKILL");
  const hard = all.filter(({ signal }) => signal === "SIGKILL");
  const sum = (runs, key) => runs.reduce((total, each) => total + each[key], 0);
  return [
    figure(
      `${name}: ${all.length} runs, ${of(({ ended }) => ended)} killed in time, ${of(({ written }) => written)} with the file already written` +
        (of(({ mixed }) => mixed) > 0 ? `, ${of(({ mixed }) => mixed)} between two outputs` : ""),
    ),
    claim(
      of(({ half }) => half.length > 0) === 0,
      `${name}: ${of(({ half }) => half.length > 0)} files half or lost`,
    ),
    claim(
      sum(gentle, "rest") === 0,
      `${name}: ${sum(gentle, "rest")} temporary files after SIGINT or SIGTERM`,
    ),
    figure(
      `${name}: ${sum(hard, "rest")} after ${hard.length} SIGKILL, ${sum(hard, "restAfter")} after the next run`,
    ),
    claim(of(({ next }) => !next) === 0, `${name}: ${of(({ next }) => next)} of the next runs right`),
  ];
}
