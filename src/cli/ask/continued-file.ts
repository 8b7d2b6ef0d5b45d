import { readServices } from "../../engine/answers-file/read-answers.js";
import { errorIn, failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Answers } from "../../engine/model/answers.js";
import type { Pack } from "../../engine/model/pack.js";
import type { TextFile } from "../../files/read-file.js";
import { rewriteTextFile } from "../../files/rewrite-file.js";
import { type ContinuedSource, withAnswers } from "./answers-source.js";

/** The text of a file, and the answers of the surface in it. */
interface Saved {
  readonly text: string;
  readonly answers: Answers;
}

/** The file that an interview continues from, which is saved after every answer and which others may change as well. */
export class ContinuedFile {
  /** What the answers are about; every surface has a source of its own. */
  readonly source: ContinuedSource;
  readonly #pack: Pack;
  /** What the answers are written into: the file as it was, or as somebody else has last changed it. */
  #base: Saved;
  /** The file as this interview knows it. */
  #last: Saved;

  /** @param known the text of the file as this interview has last read or written it */
  constructor(source: ContinuedSource, pack: Pack, known: string) {
    this.source = source;
    this.#pack = pack;
    const { answers } = source.at.surface;
    this.#base = { text: source.text, answers };
    this.#last = { text: known, answers };
  }

  /** The text of the file as this interview has last read or written it. */
  get text(): string {
    return this.#last.text;
  }

  async save(path: string, file: string, answers: Answers): Promise<Outcome<null>> {
    const written = await rewriteTextFile(path, file, (current) => this.#edit(current, answers));
    if (written.kind === "failed") return written;
    this.#base = written.value.base;
    this.#last = written.value.last;
    return ok(null);
  }

  #edit(current: TextFile, answers: Answers) {
    const isOurs = current.text === this.#last.text;
    if (!isOurs) {
      const still = this.#checkSurface(current);
      if (still.kind === "failed") return still;
    }
    const from = isOurs ? this.#base : { text: current.text, answers: this.#last.answers };
    const text = withAnswers(from.text, this.source.at, from.answers, answers, this.#pack);
    const last = { text, answers };
    return ok({ text, value: { base: isOurs ? this.#base : last, last } });
  }

  /** Whether a file that somebody else has changed can still take answers to the same surface. */
  #checkSurface(current: TextFile): Outcome<null> {
    const services = readServices(current, this.#pack.questions);
    if (services.kind === "failed") return services;
    const { document, hasSurfaces, surface } = this.source.at;
    const same = services.value.find((each) => each.document === document);
    const names = same?.service.surfaces.map(({ name }) => name) ?? [];
    if (same?.hasSurfaces === hasSurfaces && (!hasSurfaces || names.includes(surface.name))) return ok(null);
    return failed([errorIn(current.file, { code: "changed-meanwhile" })]);
  }
}
