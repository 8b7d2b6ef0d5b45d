import { tryOutlook } from "../../engine/analyse/analyse.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Outcome, Problem } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import { type Interview, startInterview } from "../../engine/interview/interview.js";
import type { Answers } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { nextCommands } from "../../engine/report/answer/next-commands.js";
import type { GoingOn } from "../command-line/options.js";
import { exitCodes, type Host } from "../host.js";
import { serviceNameFor } from "../input/usual-names.js";
import { styleFor } from "../output/drawing.js";
import type { OutputOptions } from "../output/write-outputs.js";
import { writeReport } from "../output/write-report.js";
import { commandsOf, reportOn } from "../report-on.js";
import {
  type AnswersFile,
  type AnswersSource,
  answersOf,
  nextSource,
  pickSurface,
  serviceOf,
  surfaceNames,
} from "./answers-source.js";
import { introduction, savedLines } from "./before-and-after.js";
import type { Interruption } from "./interruption.js";
import { askNames, askSurface, usualSurface } from "./name-pages.js";
import type { Prompter } from "./prompter.js";
import { type InterviewContext, type InterviewEnd, runInterview } from "./run-interview.js";
import { type AnswersSaver, type Latest, offerToSave } from "./save-answers.js";
import type { Terminal } from "./terminal.js";
import { RunningVerdict, standingOf, summaryOf, verdictLines } from "./verdict-so-far.js";

export interface InterviewOptions extends OutputOptions, GoingOn {
  readonly rules: readonly string[];
  /** `question=option` settings: answers that are not asked for. */
  readonly set: readonly string[];
  /** The file in which every answer is saved at once. */
  readonly save?: string | undefined;
  /** The answers file to continue from. */
  readonly from?: string | undefined;
  readonly quick?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  /** False: the report leaves out how far the verdict can be trusted. */
  readonly analysis?: boolean | undefined;
}

/** One interview: the person's terminal, the pack, and where the answers go. */
export interface InterviewSession {
  readonly options: InterviewOptions;
  readonly host: Host;
  readonly pack: LoadedPack;
  readonly prompter: Prompter;
  readonly interruption: Interruption;
  /** Answers given on the command line; they are not asked for. */
  readonly settled: Answers;
  readonly saver: AnswersSaver;
  /** The last page that was shown; null before the first. */
  readonly last: { page: LastPage | null };
}

/** Where an interview is, and the surface that it is about. */
interface LastPage {
  readonly source: AnswersSource;
  readonly interview: Interview;
}

/**
 * Runs one interview from start to finish: introduction, names, questions about one surface after another, result, offer to
 * save.
 * @returns the exit code
 */
export async function holdInterview(session: InterviewSession, from: AnswersFile | null): Promise<number> {
  const { options, host, prompter } = session;
  const first = await sourceOf(session, from);
  prompter.print(
    introduction(
      startOf(session, answersOf(first)),
      {
        save: options.save ?? null,
        from: from?.file ?? null,
        instead: from === null ? session.saver.usualInstead(options) : [],
        ways: prompter.ways,
      },
      terminalOf(options, host),
    ),
  );
  const source = await named(session, first);
  return conclude(session, await askAll(session, source, startOf(session, answersOf(source))));
}

/** Goes on with an interview that was stopped, where it was, up to the same end. */
export async function resumeInterview(
  session: InterviewSession,
  { source, answers }: Latest,
): Promise<number> {
  const { page } = session.last;
  const start = page?.source === source ? { ...page.interview, answers } : startOf(session, answers);
  return conclude(session, await askAll(session, source, start));
}

async function conclude(session: InterviewSession, { source, answers }: Latest): Promise<number> {
  const { prompter, interruption } = session;
  const presented = await present(session, source, answers);
  await interruption.check();
  await offerUnsaved(session, false);
  prompter.print(["", ...savedIn(session, source, answers), ...verdictsOf(session, source, answers)]);
  return presented.kind === "failed" ? exitCodes.invalid : exitCodes.done;
}

function startOf({ pack, settled, options }: InterviewSession, answers: Answers): Interview {
  return startInterview(pack.compiled, new Map([...answers, ...settled]), options.quick === true);
}

/**
 * Asks about a surface, then about others as long as the person adds some.
 * @returns the answers about the last surface, whose source has those about the surfaces before
 */
async function askAll(session: InterviewSession, source: AnswersSource, start: Interview): Promise<Latest> {
  const { answers, another } = await askAbout(session, source, start);
  if (another === null) return { source, answers };
  const next = nextSource(source, answers, another, session.pack.compiled.source);
  const begin = startOf(session, answersOf(next));
  await save(session, next, begin.answers);
  recordName(session.prompter, "Surface", another);
  return askAll(session, next, begin);
}

function askAbout(session: InterviewSession, source: AnswersSource, start: Interview): Promise<InterviewEnd> {
  const { options, host, pack, prompter } = session;
  const style = styleFor(host.stderr, host, options);
  const running = new RunningVerdict(pack.compiled, source);
  const taken = surfaceNames(source);
  const context: InterviewContext = {
    pack: pack.compiled,
    prompter,
    tryOutlook,
    reached: (interview) => {
      session.last.page = { source, interview };
    },
    save: (given) => save(session, source, given),
    summary: (given) => summaryOf(pack.compiled, source, given, style),
    standing: (given) => standingOf(pack.compiled, source, given, style),
    soFar: ({ phase, answers }) => (phase === "essential" ? null : running.at(answers)),
    nameSurface: taken === null ? null : () => askSurface(prompter, taken),
    terminal: () => terminalOf(options, host),
  };
  return runInterview(context, start);
}

/** A new service with the names that the person gives to it and its surface; `--quick` does not ask for them. */
async function named({ options, prompter }: InterviewSession, source: AnswersSource): Promise<AnswersSource> {
  if (source.kind === "file" || options.quick === true) return source;
  const names = await askNames(prompter, source);
  recordName(prompter, "Service", names.service);
  recordName(prompter, "Surface", names.surface);
  return { ...source, ...names };
}

function recordName(prompter: Prompter, title: string, name: string): void {
  prompter.record("", { mark: "answered", title, value: printable(name), because: "" });
  prompter.keepRecords();
}

function savedIn(
  { options, host, pack, saver }: InterviewSession,
  source: AnswersSource,
  answers: Answers,
): readonly string[] {
  const { file } = saver;
  if (file === null) return [];
  const service = { ...serviceOf(source, answers), source: file };
  const report = { ...reportOn(pack, [service], { analysis: false }), ...commandsOf(options) };
  const next = options.save === undefined ? nextCommands(report) : [];
  return savedLines(file, next, options, terminalOf(options, host));
}

/** The verdicts once more, as the last thing on the screen. */
function verdictsOf(
  { options, host, pack }: InterviewSession,
  source: AnswersSource,
  answers: Answers,
): readonly string[] {
  return verdictLines(pack.compiled, source, answers, styleFor(host.stderr, host, options));
}

/** The terminal's current state: its window can be resized. */
export function terminalOf(options: InterviewOptions, host: Host): Terminal {
  const { stderr } = host;
  const { unicode, palette } = styleFor(stderr, host, options);
  return {
    // A pseudo-terminal without a size reports 0.
    columns: stderr.columns || 80,
    rows: stderr.rows || 24,
    unicode,
    palette,
  };
}

async function sourceOf(
  { options, host, prompter }: InterviewSession,
  from: AnswersFile | null,
): Promise<AnswersSource> {
  if (from !== null)
    return {
      kind: "file",
      file: from.file,
      text: from.text,
      read: from.text,
      at: await pickSurface(prompter, from),
      done: [],
    };
  const { save } = options;
  const service = serviceNameFor(save ?? "", host.cwd);
  return { kind: "new", service, surface: usualSurface, file: save ?? null, done: [] };
}

/** Saves after an answer. If that fails, the file is left alone from then on, and another is offered at the end. */
async function save(
  { options, saver, prompter }: InterviewSession,
  source: AnswersSource,
  answers: Answers,
): Promise<void> {
  const lost = saver.unsaved !== null;
  saver.note(source, answers);
  if (options.save === undefined || lost) return;
  const written = await saver.write(options.save, source, answers);
  if (written.kind === "failed") printProblems(prompter, written.problems);
}

function printProblems(prompter: Prompter, problems: readonly Problem[]): void {
  prompter.print(renderProblems(problems).split("\n"));
}

/** Writes the result, and nothing else, to standard output or to the files that were asked for. */
async function present(
  { options, host, pack, prompter }: InterviewSession,
  source: AnswersSource,
  answers: Answers,
): Promise<Outcome<null>> {
  const services = [serviceOf(source, answers)];
  const analysis = options.analysis !== false;
  const report = { ...reportOn(pack, services, { analysis }), ...commandsOf(options) };
  if (host.stdout.isTTY) prompter.print([""]);
  const written = await writeReport(report, { ...options, analysis }, host, { pack, services });
  if (written.kind === "failed") printProblems(prompter, written.problems);
  return written;
}

/**
 * Offers to save answers that are in no file yet, again if the file cannot be written.
 * @returns the answers to go on from, as the person wants after Ctrl-C; null if this was the end
 */
export async function offerUnsaved(
  { saver, prompter, options }: InterviewSession,
  stopped: boolean,
): Promise<Latest | null> {
  for (let left = saver.unsaved; left !== null; left = saver.unsaved) {
    const { source, answers } = left;
    const suggested = saver.freeName(serviceOf(source, answers).service);
    const wish = await offerToSave(prompter, {
      current: options.from ?? null,
      command: options.command,
      stopped,
      suggested,
      taken: (name) => saver.exists(name),
    });
    if (wish.kind === "drop") return null;
    if (wish.kind === "go-on") return left;
    const written = await saver.write(wish.file, source, answers);
    if (written.kind === "failed") printProblems(prompter, written.problems);
  }
  return null;
}
