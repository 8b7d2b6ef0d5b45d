import { tryOutlook } from "../../engine/analyse/analyse.js";
import type { Outcome, Problem } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import { shellFile } from "../../engine/diagnostics/shell-word.js";
import { type Interview, startInterview } from "../../engine/interview/interview.js";
import { pendingQuestions } from "../../engine/interview/next-step.js";
import type { Answers } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { styleFor } from "../drawing.js";
import { exitCodes, type Host } from "../host.js";
import type { OutputOptions } from "../output.js";
import { reportOn, tool } from "../tool.js";
import { serviceNameFor } from "../usual-names.js";
import { writeReport } from "../write-report.js";
import { type AnswersFile, type AnswersSource, answersOf, pickSurface, serviceOf } from "./answers-source.js";
import type { Interruption } from "./interruption.js";
import type { Prompter } from "./prompter.js";
import { runInterview } from "./run-interview.js";
import { type AnswersSaver, offerToSave } from "./save-answers.js";
import { paragraph, type Terminal, textWidth } from "./terminal.js";
import { standingOf, summaryOf, verdictLine } from "./verdict-so-far.js";

export interface InterviewOptions extends OutputOptions {
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
}

/**
 * Runs one interview from start to finish: introduction, questions, result, offer to save.
 * @returns the exit code
 */
export async function holdInterview(session: InterviewSession, from: AnswersFile | null): Promise<number> {
  const { options, host, pack, prompter, saver, interruption } = session;
  const source = await sourceOf(session, from);
  const start = startInterview(
    pack.compiled,
    new Map([...answersOf(source), ...session.settled]),
    options.quick === true,
  );
  const terminal = (): Terminal => terminalOf(options, host);
  prompter.print(
    introduction(
      start,
      { save: options.save ?? null, from: from?.file ?? null, ways: prompter.ways },
      terminal(),
    ),
  );
  const style = styleFor(host.stderr, host, options);
  const answers = await runInterview(
    {
      pack: pack.compiled,
      prompter,
      tryOutlook,
      save: (given) => save(session, source, given),
      summary: (given) => summaryOf(pack.compiled, source, given, style),
      standing: (given) => standingOf(pack.compiled, source, given, style),
      terminal,
    },
    start,
  );
  const presented = await present(session, source, answers);
  await interruption.check();
  await offerUnsaved(session, false);
  const { file } = saver;
  if (file !== null)
    prompter.print([`The answers are saved in ${file}: ${tool.name} advise ${shellFile(file)}`]);
  prompter.print(verdictLine(pack.compiled, source, answers, style));
  return presented.kind === "failed" ? exitCodes.invalid : exitCodes.done;
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
    return { kind: "file", file: from.file, text: from.text, at: await pickSurface(prompter, from) };
  const { save } = options;
  return { kind: "new", service: serviceNameFor(save ?? "", host.cwd), file: save ?? null };
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
  const report = reportOn(pack, [serviceOf(source, answers)], { analysis: options.analysis !== false });
  if (host.stdout.isTTY) prompter.print([""]);
  const written = await writeReport(report, options, host);
  if (written.kind === "failed") printProblems(prompter, written.problems);
  return written;
}

/** Offers to save answers that are in no file yet, again if the file cannot be written. */
export async function offerUnsaved(
  { saver, prompter, options }: InterviewSession,
  stopped: boolean,
): Promise<void> {
  for (let left = saver.unsaved; left !== null; left = saver.unsaved) {
    const { source, answers } = left;
    const suggested = saver.freeName(serviceOf(source, answers).service);
    const file = await offerToSave(prompter, {
      current: options.from ?? null,
      stopped,
      suggested,
      taken: (name) => saver.exists(name),
    });
    if (file === null) return;
    const written = await saver.write(file, source, answers);
    if (written.kind === "failed") printProblems(prompter, written.problems);
  }
}

/** What a person should know before the first question. */
function introduction(
  interview: Interview,
  facts: { readonly save: string | null; readonly from: string | null; readonly ways: string },
  terminal: Terminal,
): readonly string[] {
  const essential = pendingQuestions(interview, "essential").length;
  const given = interview.answers.size;
  const begin =
    facts.from === null
      ? "Stateful or stateless?"
      : `Continuing from ${facts.from}, with ${given === 1 ? "one answer" : `${given} answers`}.`;
  const course =
    essential === 0
      ? ""
      : ` ${essential === 1 ? "One essential question" : `${essential} essential questions`} at most, then the verdict so far.`;
  const kept =
    facts.save === null
      ? "Ctrl-C stops, and offers to save the answers."
      : `Ctrl-C stops; every answer is saved in ${facts.save} at once.`;
  const width = textWidth(terminal);
  return [
    ...paragraph(terminal.palette.bold(begin) + course, width),
    ...paragraph(terminal.palette.dim(`${facts.ways} ${kept}`), width),
  ];
}
