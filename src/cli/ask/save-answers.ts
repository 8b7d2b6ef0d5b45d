import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import { rulesOptions, shellFile } from "../../engine/diagnostics/shell-word.js";
import type { Answers } from "../../engine/model/answers.js";
import type { Pack } from "../../engine/model/pack.js";
import { findSchema } from "../../files/find-schema.js";
import { rewriteTextFile } from "../../files/rewrite-file.js";
import { createTextFile } from "../../files/write-files.js";
import { isDefaultPack } from "../../packs/find-pack.js";
import type { GoingOn } from "../command-line/options.js";
import { usualName, whyNotNew } from "../input/usual-names.js";
import { type AnswersSource, serviceOf, textOf } from "./answers-source.js";
import { ContinuedFile } from "./continued-file.js";
import { type Page, type Prompter, plainPage } from "./prompter.js";

const changed =
  "another program has changed it meanwhile. Nothing more is written to it; at the end, the answers can be saved elsewhere";

/** The answers of an interview as they are now. */
export interface Latest {
  readonly source: AnswersSource;
  readonly answers: Answers;
}

/** Saves the answers of one interview, and knows whether and where they are saved. */
export class AnswersSaver {
  readonly #cwd: string;
  readonly #pack: Pack;
  readonly #rules: readonly string[];
  #latest: Latest | null = null;
  #continued: ContinuedFile | null = null;
  /** What this interview has written to new files, by their paths. */
  readonly #created = new Map<string, string>();
  #saved: { readonly file: string; readonly answers: number } | null = null;

  /** @param rules the names of the packs that `pack` was made of */
  constructor(cwd: string, pack: Pack, rules: readonly string[]) {
    this.#cwd = cwd;
    this.#pack = pack;
    this.#rules = rules;
  }

  /** Notes that the answers have changed, and how they are now. */
  note(source: AnswersSource, answers: Answers): void {
    this.#latest = { source, answers };
  }

  /** The answers that are in no file; null if they have not changed since the interview began, or are saved. */
  get unsaved(): Latest | null {
    return this.#saved === null ? this.#latest : null;
  }

  /** The file that has the latest answers; null if none has. */
  get file(): string | null {
    return this.#saved?.file ?? null;
  }

  async write(file: string, source: AnswersSource, answers: Answers): Promise<Outcome<null>> {
    const written = await this.#writeTo(resolve(this.#cwd, file), file, source, answers);
    this.#saved = written.kind === "ok" ? { file, answers: countAnswers(source, answers) } : null;
    return written;
  }

  /** Only the file that the interview continues from, and those that it has written, may be there already. */
  async #writeTo(
    path: string,
    file: string,
    source: AnswersSource,
    answers: Answers,
  ): Promise<Outcome<null>> {
    if (source.kind === "file" && resolve(this.#cwd, source.file) === path) {
      if (this.#continued?.source !== source)
        this.#continued = new ContinuedFile(source, this.#pack, this.#continued?.text ?? source.read);
      return this.#continued.save(path, file, answers);
    }
    const text = textOf(source, answers, this.#pack, findSchema(path, isDefaultPack(this.#rules)));
    const reason = source.kind === "new" ? whyNotNew(file) : null;
    if (reason !== null) return failed([errorIn(file, { code: "unwritable-file", reason })]);
    const before = this.#created.get(path);
    const written =
      before === undefined
        ? await createTextFile(path, file, text)
        : await rewriteTextFile<null>(path, file, (current) =>
            current.text === before
              ? ok({ text, value: null })
              : failed([errorIn(file, { code: "unwritable-file", reason: changed })]),
          );
    if (written.kind === "ok") this.#created.set(path, text);
    return written;
  }

  exists(file: string): boolean {
    return existsSync(resolve(this.#cwd, file));
  }

  /** How to go on with the answers file of this folder, in lines; none if it has none of the usual name. */
  usualInstead({ command, namedRules }: GoingOn): readonly string[] {
    const file = usualName(null);
    return this.exists(file)
      ? [
          `${file} already exists. To continue from it:`,
          `  ${command} interview --from ${file} --save ${file}${rulesOptions(namedRules)}`,
        ]
      : [];
  }

  /** A usual name for a new answers file that is not taken; where there is one already, after the service. */
  freeName(service: string): string {
    const stem = fileStem(service) || "service";
    for (let number = 0; ; number += 1) {
      const file = usualName(number === 0 ? null : number === 1 ? stem : `${stem}-${number}`);
      if (!this.exists(file)) return file;
    }
  }

  /** What a person who stops should know about their answers. */
  farewell({ command, namedRules }: GoingOn): string {
    if (this.#saved === null) {
      return this.#latest !== null
        ? "Stopped; nothing was saved. With --save FILE, every answer is saved at once."
        : "Stopped.";
    }
    const file = printable(this.#saved.file);
    const word = shellFile(file);
    const { answers } = this.#saved;
    const kept = answers === 1 ? "One answer is" : `${answers} answers are`;
    return `Stopped. ${kept} kept in ${file}; to continue:\n  ${command} interview --from ${word} --save ${word}${rulesOptions(namedRules)}`;
  }
}

/** The answers of all surfaces of this run. */
function countAnswers(source: AnswersSource, answers: Answers): number {
  return serviceOf(source, answers).surfaces.reduce((sum, surface) => sum + surface.answers.size, 0);
}

/** A service's name made safe as a file name, no longer than file systems allow. */
function fileStem(service: string): string {
  const plain = service.replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, "-").replace(/^[-.]+/, "");
  return Array.from(plain).slice(0, 60).join("");
}

/**
 * Where to save: `current` is the file the interview continues from, `suggested` a free name; `taken` checks others.
 */
export interface SaveOffer {
  readonly current: string | null;
  /** What commands begin with. */
  readonly command: string;
  /** Whether it comes after Ctrl-C. */
  readonly stopped: boolean;
  readonly suggested: string;
  readonly taken: (file: string) => boolean;
}

/** What a person wants done with the answers: saved to a file, dropped, or more of them after all. */
export type Wish =
  | { readonly kind: "save"; readonly file: string }
  | { readonly kind: "drop" }
  | { readonly kind: "go-on" };

export async function offerToSave(prompter: Prompter, offer: SaveOffer): Promise<Wish> {
  const first = offer.current ?? offer.suggested;
  const picked = await prompter.choose(offerPage(offer, first));
  if (picked.kind !== "choice" || picked.id === "no") return { kind: "drop" };
  if (picked.id === "yes") return { kind: "save", file: first };
  if (picked.id === "go-on") return { kind: "go-on" };
  const file = await prompter.line({
    ask: "File to save to:",
    notes: [],
    initial: offer.suggested,
    canGoBack: true,
    check: (name) =>
      name !== offer.current && offer.taken(name) ? `${name} already exists; choose another name.` : null,
  });
  return file === null ? offerToSave(prompter, offer) : { kind: "save", file };
}

function offerPage({ current, command, stopped }: SaveOffer, first: string): Page {
  return {
    ...plainPage,
    ask: "Save the answers?",
    notes: stopped ? [{ label: "", text: "Ctrl-C again ends without saving." }] : [],
    choices: [
      {
        id: "yes",
        label: current === null ? `Save them to ${first}` : `Save the changes to ${first}`,
        help: `To review beside the code, to use with \`${command} advise ${shellFile(first)}\`, or to continue later.`,
        group: "",
      },
      { id: "other", label: "Save them to another file", help: "Asks for the name.", group: "" },
      { id: "no", label: "Do not save", help: "The answers will be lost.", group: "" },
      ...(stopped
        ? [{ id: "go-on", label: "Go on with the interview", help: "All answers are kept.", group: "" }]
        : []),
    ],
  };
}
