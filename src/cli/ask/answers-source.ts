import { resolve } from "node:path";
import { type ChosenSurface, chooseSurface } from "../../engine/answers-file/choose-surface.js";
import {
  addSurface,
  changesBetween,
  editAnswers,
  nameSurface,
} from "../../engine/answers-file/edit-answers.js";
import { printSurfaces } from "../../engine/answers-file/print-answers.js";
import { readServices } from "../../engine/answers-file/read-answers.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { type Outcome, ok } from "../../engine/diagnostics/problem.js";
import { unwrap } from "../../engine/diagnostics/render-problem.js";
import type { Answers, Service, Surface } from "../../engine/model/answers.js";
import type { Pack, Question } from "../../engine/model/pack.js";
import { unsavedSource } from "../../engine/report/answer/next-commands.js";
import { readExactTextFile } from "../../files/read-file.js";
import { type Prompter, plainPage } from "./prompter.js";

/** What an interview is about: one surface, and where its answers go. */
export type AnswersSource = {
  /** The surfaces of the same service that this run has been through before. */
  readonly done: readonly Surface[];
} & (
  | {
      readonly kind: "new";
      readonly service: string;
      readonly surface: string;
      /** Every answer is saved to this file at once; null: not saved. */
      readonly file: string | null;
    }
  | {
      readonly kind: "file";
      readonly file: string;
      /** The text of the file, with what this run has changed in the surfaces before. */
      readonly text: string;
      /** The text as it was read. */
      readonly read: string;
      readonly at: ChosenSurface;
    }
);

/** The file that an interview continues from. */
export type ContinuedSource = Extract<AnswersSource, { readonly kind: "file" }>;

/** The text of an answers file and all surfaces in it. */
export interface AnswersFile {
  readonly file: string;
  readonly text: string;
  readonly surfaces: readonly ChosenSurface[];
}

/** Reads the file that an interview continues from, or returns all its problems. */
export async function readAnswersFile(
  file: string,
  cwd: string,
  questions: readonly Question[],
): Promise<Outcome<AnswersFile>> {
  const source = await readExactTextFile(resolve(cwd, file), file);
  if (source.kind === "failed") return source;
  const services = readServices(source.value, questions);
  if (services.kind === "failed") return services;
  const surfaces = services.value.flatMap((each) =>
    each.service.surfaces.map((surface): ChosenSurface => ({ ...each, surface })),
  );
  return ok({ file, text: source.value.text, surfaces }, services.warnings);
}

/** The surface to continue with: the only one, or the one that the person picks. */
export async function pickSurface(
  prompter: Prompter,
  { file, surfaces }: AnswersFile,
): Promise<ChosenSurface> {
  const [first, ...others] = surfaces;
  if (first === undefined) throw new RangeError(`${file} has no surface`);
  if (others.length === 0) return first;
  const services = new Set(surfaces.map(({ service }) => service));
  const picked = await prompter.choose({
    ...plainPage,
    place: printable(file),
    ask: "Which surface do you want to continue with?",
    notes: [{ label: "Why", text: "each surface has its own answers; the others stay as they are." }],
    choices: surfaces.map(({ surface, service }, index) => ({
      id: String(index),
      label: printable(surface.name),
      help: surface.answers.size === 1 ? "One answer so far." : `${surface.answers.size} answers so far.`,
      group: services.size === 1 ? "" : printable(service.service),
    })),
  });
  return surfaces.find((_, index) => picked.kind === "choice" && picked.id === String(index)) ?? first;
}

export function answersOf(source: AnswersSource): Answers {
  return source.kind === "new" ? new Map() : source.at.surface.answers;
}

/** The service that the result is about: the surfaces that this run has been through, the one with `answers` last. */
export function serviceOf(source: AnswersSource, answers: Answers): Service {
  const { done } = source;
  if (source.kind === "file")
    return { ...source.at.service, surfaces: [...done, { ...source.at.surface, answers }] };
  const { service, surface: name } = source;
  const file = source.file ?? unsavedSource;
  const at = { file, line: 1, column: 1 };
  return { service, source: file, surfaces: [...done, { name, answers, decision: null, at }] };
}

/** The names of the surfaces that there are; null where no other can be added beside an only one without a name. */
export function surfaceNames(source: AnswersSource): readonly string[] | null {
  if (source.kind === "new") return [...source.done.map(({ name }) => name), source.surface];
  return withNames(source.text, source.at) === null
    ? null
    : source.at.service.surfaces.map(({ name }) => name);
}

/** The text of a file in which an only surface has got the name that it goes by; null if it cannot get one. */
const withNames = (text: string, { hasSurfaces, document, surface }: ChosenSurface): string | null =>
  hasSurfaces ? text : nameSurface(text, document, surface.name);

/** Another surface of the same service, still without answers. */
export function nextSource(source: AnswersSource, answers: Answers, name: string, pack: Pack): AnswersSource {
  const done = serviceOf(source, answers).surfaces;
  if (source.kind === "new") return { ...source, surface: name, done };
  const { file, at } = source;
  const edited = withAnswers(source.text, at, answersOf(source), answers, pack);
  const named = withNames(edited, at);
  if (named === null) throw new RangeError("the file takes no other surface");
  const text = addSurface(named, at.document, name);
  const services = readServices({ file, text }, pack.questions);
  const found = chooseSurface(unwrap(services), { service: at.service.service, surface: name }, file);
  return { ...source, text, at: unwrap(found), done };
}

/**
 * The text to save to a file of its own: a new answers file, or the one that the interview continues from, changed.
 * @param schema of a new file, as a path from its folder; null: none is named
 */
export function textOf(source: AnswersSource, answers: Answers, pack: Pack, schema: string | null): string {
  if (source.kind === "new") return printSurfaces(serviceOf(source, answers), pack, schema);
  return withAnswers(source.text, source.at, answersOf(source), answers, pack);
}

/** The text of an answers file with what has changed in the answers of one surface. */
export function withAnswers(
  text: string,
  { document, surface, hasSurfaces }: ChosenSurface,
  before: Answers,
  answers: Answers,
  pack: Pack,
): string {
  const place = { document, surface: hasSurfaces ? surface.name : null };
  return editAnswers(text, place, changesBetween(before, answers), pack);
}
