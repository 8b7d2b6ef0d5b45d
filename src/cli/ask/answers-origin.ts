import { resolve } from "node:path";
import { changesBetween, editAnswers } from "../../engine/answers-file/edit-answers.js";
import { printAnswers } from "../../engine/answers-file/print-answers.js";
import { type FileService, readServices } from "../../engine/answers-file/read-answers.js";
import { type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Answers, Service, Surface } from "../../engine/model/answers.js";
import type { Pack, Question } from "../../engine/model/pack.js";
import { parseText } from "../../engine/parse/parse-text.js";
import { readExactTextFile } from "../../files/read-file.js";

/** A surface of a file that an interview goes on from, and where in the file it stands. */
export interface FileSurface extends FileService {
  readonly surface: Surface;
}

/** Where the answers of an interview come from, and so how they are written down again. */
export type Origin =
  | {
      readonly kind: "new";
      readonly service: string /** Where it is saved meanwhile. */;
      readonly file: string | null;
    }
  | { readonly kind: "file"; readonly file: string; readonly text: string; readonly at: FileSurface };

/** The text of an answers file and all surfaces in it. */
export interface AnswersFile {
  readonly file: string;
  readonly text: string;
  readonly surfaces: readonly FileSurface[];
}

/** Reads the file that an interview goes on from, or every problem of it. */
export async function readAnswersFile(
  file: string,
  cwd: string,
  questions: readonly Question[],
): Promise<Outcome<AnswersFile>> {
  const source = await readExactTextFile(resolve(cwd, file), file);
  if (source.kind === "failed") return source;
  const documents = parseText(source.value);
  if (documents.kind === "failed") return documents;
  const services = readServices(documents.value, questions);
  if (services.kind === "failed") return services;
  const surfaces = services.value.flatMap((each) =>
    each.service.surfaces.map((surface): FileSurface => ({ ...each, surface })),
  );
  return ok({ file, text: source.value.text, surfaces });
}

export function answersOf(origin: Origin): Answers {
  return origin.kind === "new" ? new Map() : origin.at.surface.answers;
}

/** The service that the result is about: one surface, bearing `answers`. */
export function serviceOf(origin: Origin, answers: Answers): Service {
  if (origin.kind === "file") return { ...origin.at.service, surfaces: [{ ...origin.at.surface, answers }] };
  const { service, file } = origin;
  const source = file ?? "interview";
  const at = { file: source, line: 1, column: 1 };
  return { service, source, surfaces: [{ name: service, answers, decision: null, at }] };
}

/** The text to save: a new answers file, or the one gone on from with the changes made in their places. */
export function textOf(origin: Origin, answers: Answers, pack: Pack): string {
  if (origin.kind === "new") return printAnswers(origin.service, answers, pack);
  const { document, surface, hasSurfaces } = origin.at;
  const place = { document, surface: hasSurfaces ? surface.name : null };
  return editAnswers(origin.text, place, changesBetween(surface.answers, answers));
}
