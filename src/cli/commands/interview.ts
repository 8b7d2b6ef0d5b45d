import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readSettings } from "../../engine/answers-file/set-answers.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, type Problem } from "../../engine/diagnostics/problem.js";
import { rulesOptions, shellFile } from "../../engine/diagnostics/shell-word.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import { formatIds } from "../../engine/report/formats.js";
import { isFolder } from "../../files/folders.js";
import { readPacks } from "../../packs/load-pack.js";
import { AccessiblePrompter } from "../ask/accessible-prompter.js";
import { readAnswersFile } from "../ask/answers-source.js";
import {
  holdInterview,
  type InterviewOptions,
  type InterviewSession,
  offerUnsaved,
  resumeInterview,
  terminalOf,
} from "../ask/hold-interview.js";
import { InquirerPrompter } from "../ask/inquirer-prompter.js";
import { Interruption, type OnInterrupt, processInterrupts } from "../ask/interruption.js";
import { InputEnded, isCancelled, type Prompter } from "../ask/prompter.js";
import { AnswersSaver, type Latest } from "../ask/save-answers.js";
import { defineCommand } from "../command-line/define-command.js";
import {
  askingOptions,
  format,
  type GoingOn,
  recommendOptions,
  withGoingOn,
} from "../command-line/options.js";
import { exitCodes, type Host } from "../host.js";
import { whyNotNew } from "../input/usual-names.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { refuse, refuseUsage } from "../refuse.js";
import { startedAs } from "../tool.js";
import { warn } from "../warn.js";

export const interview = defineCommand({
  name: "interview",
  about: "ask questions at the terminal, then recommend",
  guide: "docs/reviews.md",
  examples: [
    ["save every answer at once", "api-advisor interview --save shop.api-advisor.yaml"],
    ["go on later", "api-advisor interview --from shop.api-advisor.yaml --save shop.api-advisor.yaml"],
    ["the shortest way to a verdict", "api-advisor interview --quick"],
  ],
  arguments: [],
  options: { ...askingOptions, format: format(formatIds), ...recommendOptions },
  run: (_, options, host, context) => runInterview(withGoingOn(options, context, host), host),
});

/**
 * Asks at a terminal and prints the recommendation. Prompts are drawn on standard error: standard output gets only the
 * report, and may be a file.
 */
export async function runInterview(
  options: InterviewOptions,
  host: Host,
  onInterrupt: OnInterrupt = processInterrupts,
): Promise<number> {
  if (!host.stdin.isTTY || !host.stderr.isTTY) return refuseWithoutTerminal(host);
  const { save, from, set, rules, output } = options;
  const pack = await readPacks(rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const { questions } = pack.value.compiled.source;
  const source = from === undefined ? null : await readAnswersFile(from, host.cwd, questions);
  if (source?.kind === "failed") return refuse(source.problems, host);
  const settled = readSettings(set, questions);
  if (settled.kind === "failed") return refuse(settled.problems, host);
  warn([...(source?.warnings ?? []), ...settled.warnings], host);
  if (save !== undefined && !mayReplace(save, from, host)) return refuseExisting(save, options, host);
  const unusable = save === undefined ? [] : newFileProblems(save, from, host);
  if (unusable.length > 0) return refuse(unusable, host);
  const files = [from, save].filter((file) => file !== undefined);
  const conflicts = await outputConflicts(output, { files, rules, format: options.format }, host);
  if (conflicts.length > 0) return refuse(conflicts, host);
  const interruption = new Interruption(onInterrupt);
  const prompter = prompterFor(options, pack.value.compiled, host, interruption);
  const saver = new AnswersSaver(host.cwd, pack.value.compiled.source, rules);
  const session = {
    ...{ options, host, pack: pack.value, prompter, interruption, settled: settled.value, saver },
    last: { page: null },
  };
  try {
    return await untilCancelled(session, () => holdInterview(session, source === null ? null : source.value));
  } finally {
    interruption.close();
    prompter.close();
  }
}

/** The prompter for a terminal: drawn in place, or line by line if requested or if the terminal can do no more. */
function prompterFor(
  options: InterviewOptions,
  pack: CompiledPack,
  host: Host,
  interruption: Interruption,
): Prompter {
  const terminal = () => terminalOf(options, host);
  const streams = { input: host.stdin, output: host.stderr, terminal, interruption };
  if (options.accessible || host.env["TERM"] === "dumb") return new AccessiblePrompter(streams);
  const titleWidth = Math.max(...pack.source.questions.map(({ id }) => id.length));
  return new InquirerPrompter({ ...streams, titleWidth });
}

/** Runs an interview until it ends: after a Ctrl-C it may go on. */
async function untilCancelled(session: InterviewSession, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!isCancelled(error)) throw error;
    const left = error instanceof InputEnded ? null : await offerOnStop(session);
    if (left !== null) {
      session.interruption.resume();
      return untilCancelled(session, () => resumeInterview(session, left));
    }
    session.host.stderr.write(`\n${session.saver.farewell(session.options)}\n`);
    return exitCodes.cancelled;
  }
}

/** After Ctrl-C: what is in no file would be lost. Another Ctrl-C is an answer, too. */
async function offerOnStop(session: InterviewSession): Promise<Latest | null> {
  session.interruption.settle();
  try {
    return await offerUnsaved(session, true);
  } catch (error) {
    if (!isCancelled(error)) throw error;
    return null;
  }
}

/** What is seen now, rather than after the first answer, to be wrong with the name of a new file. */
function newFileProblems(save: string, from: string | undefined, { cwd }: Host): readonly Problem[] {
  if (existsSync(resolve(cwd, save))) return [];
  // What goes on from a file in JSON stays JSON.
  const unfit = from === undefined ? whyNotNew(save) : null;
  const reason = unfit ?? (isFolder(dirname(resolve(cwd, save))) ? null : "there is no such folder");
  return reason === null ? [] : [errorIn(save, { code: "unwritable-file", reason })];
}

/** An existing file is replaced only if the interview goes on from it. */
function mayReplace(save: string, from: string | undefined, host: Host): boolean {
  const target = resolve(host.cwd, save);
  return !existsSync(target) || (from !== undefined && resolve(host.cwd, from) === target);
}

function refuseExisting(save: string, { command, namedRules }: GoingOn, host: Host): number {
  const file = printable(save);
  const word = shellFile(file);
  return refuseUsage(
    `${file} already exists. To continue from it: ${command} interview --from ${word} --save ${word}${rulesOptions(namedRules)}`,
    host,
  );
}

function refuseWithoutTerminal(host: Host): number {
  const missing = host.stdin.isTTY ? "standard error" : "standard input";
  return refuseUsage(
    `the interview needs a terminal, and ${missing} is not one. Write the answers to a file instead: ${startedAs(host)} advise FILE`,
    host,
  );
}
