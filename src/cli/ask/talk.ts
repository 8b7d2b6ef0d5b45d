import { basename, extname } from "node:path";
import { tryOutlook } from "../../engine/analyse/analyse.js";
import type { Outcome, Problem } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import { startInterview } from "../../engine/interview/interview.js";
import type { Answers } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { formats } from "../../engine/report/formats.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { reportOn } from "../report-on.js";
import { tool } from "../tool.js";
import { type OutputOptions, writeOutputs } from "../write-outputs.js";
import type { AnswersKeeper } from "./answers-keeper.js";
import { type AnswersFile, answersOf, type Origin, serviceOf } from "./answers-origin.js";
import { chooseSurface } from "./choose-surface.js";
import { introduction } from "./introduction.js";
import type { Look } from "./look.js";
import { offerToSave } from "./offer-to-save.js";
import type { Prompter } from "./prompter.js";
import { summaryOf, verdictLine } from "./result.js";
import { runInterview } from "./run-interview.js";

export interface TalkOptions extends OutputOptions {
  /** Keeps the answers in this file, after every one of them. */
  readonly save?: string | undefined;
  /** Goes on from this answers file. */
  readonly from?: string | undefined;
  readonly quick?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  /** False leaves out of the report how far the verdict can be trusted. */
  readonly analysis?: boolean | undefined;
}

/** What one interview is held with. */
export interface Talk {
  readonly options: TalkOptions;
  readonly host: Host;
  readonly pack: LoadedPack;
  readonly prompter: Prompter;
  /** Answers that are settled beforehand; they are not asked. */
  readonly settled: Answers;
  readonly keeper: AnswersKeeper;
}

/**
 * Holds one interview from its first word to its last: the questions, the result, the offer to save.
 * @returns the exit code
 */
export async function holdTalk(talk: Talk, from: AnswersFile | null): Promise<number> {
  const { options, host, pack, prompter } = talk;
  const origin = await originOf(talk, from);
  const start = startInterview(
    pack.compiled,
    new Map([...answersOf(origin), ...talk.settled]),
    options.quick === true,
  );
  const look = (): Look => lookOf(options, host);
  prompter.tell(
    introduction(
      start,
      { save: options.save ?? null, from: from?.file ?? null, ways: prompter.ways },
      look(),
    ),
  );
  const style = styleFor(host.stderr, host, options);
  const answers = await runInterview(
    {
      pack: pack.compiled,
      prompter,
      steer: tryOutlook,
      save: (given) => keep(talk, origin, given),
      summary: (given) => summaryOf(pack.compiled, origin, given, style),
      verdict: (given) => verdictLine(pack.compiled, origin, given, style),
      look,
    },
    start,
  );
  const presented = await present(talk, origin, answers);
  await offer(talk, origin, answers);
  return presented.kind === "failed" ? exitCodes.invalid : exitCodes.done;
}

/** What prompts can be drawn with. */
export function lookOf(options: TalkOptions, host: Host): Look {
  const { stderr } = host;
  const { unicode, palette } = styleFor(stderr, host, options);
  return {
    // A pseudo-terminal that nobody gave a size says 0.
    columns: stderr.columns || 80,
    rows: stderr.rows || 24,
    unicode,
    palette,
  };
}

async function originOf({ options, host, prompter }: Talk, from: AnswersFile | null): Promise<Origin> {
  if (from !== null)
    return { kind: "file", file: from.file, text: from.text, at: await chooseSurface(prompter, from) };
  const { save } = options;
  const name = save === undefined ? basename(host.cwd) : basename(save, extname(save));
  return { kind: "new", service: name.trim() === "" ? "service" : name, file: save ?? null };
}

/** After an answer. Once the file cannot be written it is left alone; the end offers another. */
async function keep(
  { options: { save }, keeper, prompter }: Talk,
  origin: Origin,
  answers: Answers,
): Promise<void> {
  const lost = keeper.isChanged && keeper.file === null;
  keeper.changed();
  if (save === undefined || lost) return;
  const written = await keeper.write(save, origin, answers);
  if (written.kind === "failed") tellProblems(prompter, written.problems);
}

function tellProblems(prompter: Prompter, problems: readonly Problem[]): void {
  prompter.tell(renderProblems(problems).split("\n"));
}

/** The result, and nothing else, on standard output, or in the files that were asked for. */
async function present(
  { options, host, pack, prompter }: Talk,
  origin: Origin,
  answers: Answers,
): Promise<Outcome<null>> {
  const report = reportOn(pack, [serviceOf(origin, answers)], { analysis: options.analysis !== false });
  if (host.stdout.isTTY) prompter.tell([""]);
  const written = await writeOutputs(options, async (format, style) => formats[format](report, style), host);
  if (written.kind === "failed") tellProblems(prompter, written.problems);
  return written;
}

/** Offers to save what is in no file yet; a file that cannot be written leads to the offer again. */
async function offer(talk: Talk, origin: Origin, answers: Answers): Promise<void> {
  const { keeper, prompter, options } = talk;
  while (keeper.isChanged && keeper.file === null) {
    const suggested = keeper.freeName(serviceOf(origin, answers).service);
    const file = await offerToSave(prompter, {
      current: options.from ?? null,
      suggested,
      taken: (name) => keeper.isThere(name),
    });
    if (file === null) return;
    const written = await keeper.write(file, origin, answers);
    if (written.kind === "failed") tellProblems(prompter, written.problems);
  }
  if (keeper.file !== null)
    prompter.tell([`The answers are in ${keeper.file}: ${tool.name} advise ${keeper.file}`]);
}
