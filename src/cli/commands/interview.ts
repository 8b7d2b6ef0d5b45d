import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import {
  type Answers,
  analyse,
  formats,
  type LoadedPack,
  type Problem,
  readPacks,
  recommendService,
  renderProblems,
  startInterview,
  writeTextFile,
} from "../../node.js";
import {
  type AnswersFile,
  answersOf,
  type Origin,
  readAnswersFile,
  serviceOf,
  textOf,
} from "../ask/answers-origin.js";
import { chooseSurface } from "../ask/choose-surface.js";
import { introduction } from "../ask/introduction.js";
import type { OnInterrupt } from "../ask/line-reader.js";
import type { Look } from "../ask/look.js";
import { offerToSave } from "../ask/offer-to-save.js";
import { isCancelled, type Prompter } from "../ask/prompter.js";
import { prompterFor } from "../ask/prompter-for.js";
import { summaryOf, verdictLine } from "../ask/result.js";
import { runInterview } from "../ask/run-interview.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { tool } from "../tool.js";

export interface InterviewOptions {
  readonly rules: readonly string[];
  /** Keeps the answers in this file, after every one of them. */
  readonly save?: string | undefined;
  /** Goes on from this answers file. */
  readonly from?: string | undefined;
  readonly quick?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly verbose?: boolean | undefined;
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
  const from =
    options.from === undefined
      ? null
      : await readAnswersFile(options.from, host.cwd, pack.value.compiled.pack);
  if (from?.kind === "failed") return refuse(from.problems, host);
  if (options.save !== undefined && !mayReplace(options.save, options.from, host))
    return alreadyThere(options.save, host);
  const talk = new Talk(options, host, pack.value, onInterrupt);
  try {
    return await talk.hold(from?.value ?? null);
  } catch (error) {
    if (!isCancelled(error)) throw error;
    host.stderr.write(`\n${talk.farewell()}\n`);
    return exitCodes.cancelled;
  } finally {
    talk.close();
  }
}

/** One interview from its first word to its last, and what is known about it meanwhile. */
class Talk {
  readonly #options: InterviewOptions;
  readonly #host: Host;
  readonly #pack: LoadedPack;
  readonly #prompter: Prompter;
  #changed = false;
  /** What the last attempt to save came to; null before the first. */
  #saved: { readonly file: string; readonly ok: boolean; readonly answers: number } | null = null;

  constructor(options: InterviewOptions, host: Host, pack: LoadedPack, onInterrupt: OnInterrupt) {
    this.#options = options;
    this.#host = host;
    this.#pack = pack;
    this.#prompter = prompterFor(
      host,
      pack.compiled,
      () => this.#look(),
      options.accessible === true,
      onInterrupt,
    );
  }

  async hold(from: AnswersFile | null): Promise<number> {
    const pack = this.#pack.compiled;
    const origin = await this.#origin(from);
    const start = startInterview(pack, answersOf(origin), this.#options.quick === true);
    const facts = {
      save: this.#options.save ?? null,
      from: from?.file ?? null,
      accessible: this.#options.accessible === true,
    };
    this.#prompter.tell(introduction(start, facts, this.#look()));
    const style = styleFor(this.#host.stderr, this.#host, this.#options);
    const answers = await runInterview(
      {
        pack,
        prompter: this.#prompter,
        steer: analyse,
        save: (given) => this.#keep(origin, given),
        summary: (given) => summaryOf(pack, origin, given, style),
        verdict: (given) => verdictLine(pack, origin, given, style),
        look: () => this.#look(),
      },
      start,
    );
    this.#present(origin, answers);
    await this.#offer(origin, answers);
    return exitCodes.done;
  }

  farewell(): string {
    if (this.#saved?.ok) {
      const { file, answers } = this.#saved;
      return `Stopped. ${answers === 1 ? "One answer is" : `${answers} answers are`} kept in ${file}; go on with:\n  ${tool.name} interview --from ${file} --save ${file}`;
    }
    return this.#changed
      ? "Stopped; nothing was saved. With --save FILE every answer is kept at once."
      : "Stopped.";
  }

  close(): void {
    this.#prompter.close();
  }

  async #origin(from: AnswersFile | null): Promise<Origin> {
    if (from !== null)
      return {
        kind: "file",
        file: from.file,
        text: from.text,
        at: await chooseSurface(this.#prompter, from),
      };
    const { save } = this.#options;
    const name = save === undefined ? basename(this.#host.cwd) : basename(save, extname(save));
    return { kind: "new", service: name === "" ? "service" : name };
  }

  async #keep(origin: Origin, answers: Answers): Promise<void> {
    this.#changed = true;
    const { save } = this.#options;
    if (save !== undefined && this.#saved?.ok !== false) await this.#write(save, origin, answers);
  }

  async #write(file: string, origin: Origin, answers: Answers): Promise<void> {
    const written = await writeTextFile(
      resolve(this.#host.cwd, file),
      textOf(origin, answers, this.#pack.compiled.pack),
    );
    this.#saved = { file, ok: written.kind === "ok", answers: answers.size };
    if (written.kind === "failed") this.#prompter.tell(renderProblems(written.problems).split("\n"));
  }

  /** The result, and nothing else, on standard output. */
  #present(origin: Origin, answers: Answers): void {
    const { compiled, digest } = this.#pack;
    const { name, version } = compiled.pack;
    const services = [recommendService(compiled, serviceOf(origin, answers), { analysis: true })];
    const style = styleFor(this.#host.stdout, this.#host, this.#options);
    if (this.#host.stdout.isTTY) this.#prompter.tell([""]);
    const unicode = style.unicode && this.#options.ascii !== true;
    this.#host.stdout.write(
      formats.text({ tool, pack: { name, version, digest }, services }, { ...style, unicode }),
    );
  }

  async #offer(origin: Origin, answers: Answers): Promise<void> {
    const { save, from } = this.#options;
    const there = (file: string): boolean => existsSync(resolve(this.#host.cwd, file));
    if (save === undefined || this.#saved?.ok === false) {
      if (!this.#changed) return;
      const suggested = freeName(serviceOf(origin, answers).service, there);
      const file = await offerToSave(this.#prompter, { current: from ?? null, suggested, taken: there });
      if (file === null) return;
      await this.#write(file, origin, answers);
    }
    if (this.#saved?.ok)
      this.#prompter.tell([
        `The answers are in ${this.#saved.file}: ${tool.name} advise ${this.#saved.file}`,
      ]);
  }

  #look(): Look {
    const { stderr } = this.#host;
    const { unicode, palette } = styleFor(stderr, this.#host, this.#options);
    return {
      columns: stderr.columns ?? 80,
      rows: stderr.rows ?? 24,
      unicode: unicode && this.#options.ascii !== true,
      palette,
    };
  }
}

/** A name for a new answers file, after the service, that no file has yet. */
function freeName(service: string, there: (file: string) => boolean): string {
  const stem = service.replaceAll(/[^\w.-]+/g, "-");
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${stem}.yaml` : `${stem}-${number}.yaml`;
    if (!there(file)) return file;
  }
}

/** A file that is there is replaced only when the interview goes on from it. */
function mayReplace(save: string, from: string | undefined, host: Host): boolean {
  const target = resolve(host.cwd, save);
  return !existsSync(target) || (from !== undefined && resolve(host.cwd, from) === target);
}

function alreadyThere(file: string, host: Host): number {
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

function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}
