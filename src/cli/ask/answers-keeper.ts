import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Outcome } from "../../engine/diagnostics/problem.js";
import type { Answers } from "../../engine/model/answers.js";
import type { Pack } from "../../engine/model/pack.js";
import { writeTextFile } from "../../files/write-files.js";
import { tool } from "../tool.js";
import { type Origin, textOf } from "./answers-origin.js";

/** Writes the answers of one interview down, and knows what has become of them. */
export class AnswersKeeper {
  readonly #cwd: string;
  readonly #pack: Pack;
  #answered = false;
  #saved: { readonly file: string; readonly answers: number } | null = null;

  constructor(cwd: string, pack: Pack) {
    this.#cwd = cwd;
    this.#pack = pack;
  }

  /** Notes that the answers are no longer those that the interview began with. */
  changed(): void {
    this.#answered = true;
  }

  get isChanged(): boolean {
    return this.#answered;
  }

  /** The file that holds the answers as they last were; null when none does. */
  get file(): string | null {
    return this.#saved?.file ?? null;
  }

  async write(file: string, origin: Origin, answers: Answers): Promise<Outcome<null>> {
    const text = textOf(origin, answers, this.#pack);
    const written = await writeTextFile(resolve(this.#cwd, file), text, file);
    this.#saved = written.kind === "ok" ? { file, answers: answers.size } : null;
    return written;
  }

  isThere(file: string): boolean {
    return existsSync(resolve(this.#cwd, file));
  }

  /** A name for a new answers file, after the service, that no file has yet. */
  freeName(service: string): string {
    const stem = fileStem(service) || tool.name;
    for (let number = 1; ; number += 1) {
      const file = number === 1 ? `${stem}.yaml` : `${stem}-${number}.yaml`;
      if (!this.isThere(file)) return file;
    }
  }

  /** What a person who stops should know about their answers. */
  farewell(): string {
    if (this.#saved === null) {
      return this.#answered
        ? "Stopped; nothing was saved. With --save FILE every answer is kept at once."
        : "Stopped.";
    }
    const file = printable(this.#saved.file);
    const { answers } = this.#saved;
    const kept = answers === 1 ? "One answer is" : `${answers} answers are`;
    return `Stopped. ${kept} kept in ${file}; to go on:\n  ${tool.name} interview --from ${file} --save ${file}`;
  }
}

/** Of a service's name, what is plain in a file's name, in any script; no longer than file systems take. */
function fileStem(service: string): string {
  const plain = service.replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, "-").replace(/^[-.]+/, "");
  return Array.from(plain).slice(0, 60).join("");
}
