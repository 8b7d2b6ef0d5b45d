import { servicesIn } from "../../engine/answers-file/read-answers.js";
import { setAnswers } from "../../engine/answers-file/set-answers.js";
import {
  errorIn,
  failed,
  type Outcome,
  ok,
  type Problem,
  withFirstProblems,
} from "../../engine/diagnostics/problem.js";
import type { Answers, Service } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";
import type { Mapping } from "../../engine/parse/parsed-document.js";
import { sizeLimit } from "../../files/read-file.js";

/** Most surfaces of one call: an agent could not read the results of more. */
const surfaceLimit = 50;

/** What a service is called that has no name yet. */
const unnamed = "service";

/**
 * The services that a call is about: those of `text`, an answers file, or of them the one named `service`, with `answers`
 * in the place of those of every surface; or one of `answers` alone, named `service`. Nothing is read from disk.
 */
export function readGiven(
  { text, service, answers }: Mapping,
  questions: readonly Question[],
): Outcome<readonly Service[]> {
  if (text === undefined) {
    const only = readKeys("answers", { service: service ?? unnamed, answers }, questions);
    return only.kind === "failed" ? only : ok([only.value], only.warnings);
  }
  if (typeof text !== "string") return failed([noText("text", "the text of an answers file")]);
  const services = few(named(service, readText("text", text, questions)));
  const over = readAnswerSet("answers", answers, questions);
  if (services.kind === "failed" || over.kind === "failed")
    return failed([services, over].flatMap((each) => (each.kind === "failed" ? each.problems : [])));
  return ok(setAnswers(services.value, over.value), [...services.warnings, ...over.warnings]);
}

const noText = (where: string, expected: string): Problem =>
  errorIn(where, { code: "wrong-type", where, expected, found: "no text" });

/** Those of that name; all, if none is named. */
function named(name: unknown, services: Outcome<readonly Service[]>): Outcome<readonly Service[]> {
  if (name === undefined || services.kind === "failed") return services;
  if (typeof name !== "string") return failed([noText("service", "the name of a service in `text`")]);
  const found = services.value.filter(({ service }) => service === name);
  if (found.length > 0) return ok(found, services.warnings);
  const known = [...new Set(services.value.map(({ service }) => service))];
  return failed([errorIn("service", { code: "unknown-id", kind: "service", id: name, known })]);
}

/** The same, unless there are too many for a call. */
function few(services: Outcome<readonly Service[]>): Outcome<readonly Service[]> {
  if (services.kind === "failed") return services;
  return services.value.flatMap(({ surfaces }) => surfaces).length > surfaceLimit
    ? failed([errorIn("text", { code: "too-many", what: "surfaces", limit: surfaceLimit })])
    : services;
}

/** Answers by question as a call has them; `name` is what they are called in problems. */
export function readAnswerSet(
  name: string,
  answers: unknown,
  questions: readonly Question[],
): Outcome<Answers> {
  const read = readKeys(name, { service: unnamed, answers }, questions);
  return read.kind === "failed" ? read : ok(read.value.surfaces[0]?.answers ?? new Map(), read.warnings);
}

/** An answers file of these keys. Places in problems are lines of its indented JSON. */
function readKeys(name: string, keys: Mapping, questions: readonly Question[]): Outcome<Service> {
  const read = readText(name, JSON.stringify({ version: 1, ...keys }, null, 2), questions);
  if (read.kind === "failed") return read;
  const [service] = read.value;
  if (service === undefined) throw new Error("a JSON text is always one document");
  return ok(service, read.warnings);
}

/** An answers file; as large as a file may be. */
function readText(name: string, text: string, questions: readonly Question[]): Outcome<readonly Service[]> {
  const bytes = Buffer.byteLength(text);
  if (bytes > sizeLimit) return failed([errorIn(name, { code: "file-too-large", bytes, limit: sizeLimit })]);
  return withFirstProblems(servicesIn({ file: name, text }, questions), name);
}
