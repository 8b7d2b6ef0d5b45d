// The interview with --save, killed at any moment. It needs a terminal, which `script` of util-linux gives it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";
import { random } from "../subjects.mjs";
import { summary } from "./kills.mjs";
import { figure, inParallel, program, run } from "./run.mjs";
import { prepared } from "./writers.mjs";

const signals = ["SIGKILL", "SIGTERM", "SIGKILL", "SIGINT"];

export async function interviewKilled(parent, count) {
  if (spawnSync("script", ["-qec", "true", "/dev/null"]).status !== 0)
    return [figure("interview --save: skipped, as there is no `script` of util-linux")];
  const next = random(7);
  const tasks = Array.from({ length: count }, (_, index) => async () => {
    const folder = prepared(parent, `interview-${index}`, {});
    const signal = signals[index % signals.length];
    const { saved, ended } = await killed(folder, signal, 400 + next() * 2500);
    const state = answersIn(folder);
    const rest = readdirSync(folder).filter((name) => name !== "saved.yaml" && name !== "pid").length;
    const again =
      state === null ? { code: saved === 0 ? 0 : 1 } : await run(["advise", "saved.yaml"], folder);
    return {
      signal,
      ended,
      half: state !== null && state < saved ? ["saved.yaml"] : [],
      mixed: false,
      written: (state ?? 0) > 0,
      rest,
      restAfter: rest,
      next: again.code === 0,
    };
  });
  return summary("interview --save", await inParallel(2, tasks));
}

/** Calls service and surface `1` and answers every question by its first option until it is killed; the answers that were seen saved before. */
async function killed(folder, signal, delay) {
  const line = `echo $$ > pid; exec "${process.execPath}" "${program}" interview --save saved.yaml --accessible`;
  const child = spawn("script", ["-qec", line, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, TERM: "xterm", LANG: "C.UTF-8" },
    stdio: ["pipe", "ignore", "ignore"],
  });
  const closed = once(child, "close");
  child.stdin.on("error", () => {});
  const end = performance.now() + delay;
  let saved = 0;
  while (performance.now() < end) {
    child.stdin.write("1\r");
    await wait(30);
    saved = Math.max(saved, answersIn(folder) ?? 0);
  }
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  const ended = child.exitCode === null;
  try {
    process.kill(pid, signal);
  } catch {}
  await Promise.race([closed, wait(3000)]);
  child.kill("SIGKILL");
  return { saved, ended };
}

/** How many answers the file has; null if there is none, -1 if it does not parse. */
function answersIn(folder) {
  const file = join(folder, "saved.yaml");
  if (!existsSync(file)) return null;
  try {
    const surfaces = Object.values(parse(readFileSync(file, "utf8")).surfaces ?? {});
    return surfaces.reduce((sum, { answers }) => sum + Object.keys(answers ?? {}).length, 0);
  } catch {
    return -1;
  }
}
