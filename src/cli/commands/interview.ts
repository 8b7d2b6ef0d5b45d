import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readSettings } from "../../engine/answers-file/set-answers.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { readPacks } from "../../packs/load-pack.js";
import { AnswersKeeper } from "../ask/answers-keeper.js";
import { type AnswersFile, readAnswersFile } from "../ask/answers-origin.js";
import type { OnInterrupt } from "../ask/line-reader.js";
import { isCancelled } from "../ask/prompter.js";
import { prompterFor } from "../ask/prompter-for.js";
import { holdTalk, lookOf, type Talk, type TalkOptions } from "../ask/talk.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { refuse } from "../refuse.js";
import { tool } from "../tool.js";
import { refusedOutputs } from "../write-outputs.js";

export interface InterviewOptions extends TalkOptions {
  readonly rules: readonly string[];
  /** `question=option` settings: answers that are not asked. */
  readonly set?: readonly string[] | undefined;
}

const interrupts: OnInterrupt = (listener) => {
  process.on("SIGINT", listener);
  return () => process.off("SIGINT", listener);
};

/**
 * Asks at a terminal and prints the recommendation. Prompts are drawn on standard error: standard output carries the
 * report alone, and may go to a file.
 */
export async function interview(
  options: InterviewOptions,
  host: Host,
  onInterrupt: OnInterrupt = interrupts,
): Promise<number> {
  if (!host.stdin.isTTY || !host.stderr.isTTY) return noTerminal(host);
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const { questions } = pack.value.compiled.source;
  const from = options.from === undefined ? null : await readAnswersFile(options.from, host.cwd, questions);
  if (from?.kind === "failed") return refuse(from.problems, host);
  const settled = readSettings(options.set ?? [], questions);
  if (settled.kind === "failed") return refuse(settled.problems, host);
  if (options.save !== undefined && !mayReplace(options.save, options.from, host)) {
    return alreadyThere(options.save, host);
  }
  const files = [options.from, options.save].filter((file) => file !== undefined);
  const clashes = await refusedOutputs(options, { files, rules: options.rules }, host);
  if (clashes.length > 0) return refuse(clashes, host);
  const look = () => lookOf(options, host);
  const prompter = prompterFor(host, pack.value.compiled, look, options.accessible === true, onInterrupt);
  const keeper = new AnswersKeeper(host.cwd, pack.value.compiled.source);
  return hold(
    { options, host, pack: pack.value, prompter, settled: settled.value, keeper },
    from?.value ?? null,
  );
}

async function hold(talk: Talk, from: AnswersFile | null): Promise<number> {
  try {
    return await holdTalk(talk, from);
  } catch (error) {
    if (!isCancelled(error)) throw error;
    talk.host.stderr.write(`\n${talk.keeper.farewell()}\n`);
    return exitCodes.cancelled;
  } finally {
    talk.prompter.close();
  }
}

/** A file that is there is replaced only when the interview goes on from it. */
function mayReplace(save: string, from: string | undefined, host: Host): boolean {
  const target = resolve(host.cwd, save);
  return !existsSync(target) || (from !== undefined && resolve(host.cwd, from) === target);
}

function alreadyThere(save: string, host: Host): number {
  const file = printable(save);
  host.stderr.write(
    `error: ${file} is there already. To go on from it: ${tool.name} interview --from ${file} --save ${file}\n`,
  );
  return exitCodes.invalid;
}

function noTerminal(host: Host): number {
  const missing = host.stdin.isTTY ? "standard error" : "standard input";
  host.stderr.write(
    `error: the interview needs a terminal, and ${missing} is none. Write the answers to a file instead: ${tool.name} advise FILE\n`,
  );
  return exitCodes.invalid;
}
