import { printAnswers, printSurfaces } from "../engine/answers-file/print-answers.js";
import { type Answers, longestName } from "../engine/model/answers.js";
import type { Pack } from "../engine/model/pack.js";
import type { PageData, SurfaceNow } from "./protocol.js";

/** An answers file in YAML. */
export interface PrintedFile {
  readonly text: string;
  /** A sentence on what the page has and the file has not; null if that is nothing. */
  readonly leftOut: string | null;
}

/** A surface, and the document that it came from. */
export interface Printable extends SurfaceNow {
  readonly document: number;
}

/** The answers on a page, as they are now, as a file. */
export function printPage(
  { surfaces: given }: Pick<PageData, "surfaces">,
  now: readonly SurfaceNow[],
  pack: Pick<Pack, "topics" | "questions">,
): PrintedFile {
  const printable = given.map(({ document, service, name, answers }, at) => {
    const own = now[at] ?? { service, name, answers };
    // A surface without a name of its own has that of its service.
    const isUnnamed = name === service && own.name === name;
    return { ...own, name: isUnnamed ? own.service : own.name, document };
  });
  const decided = given.some(({ decision }) => decision !== null);
  return printFile(printable, decided, pack);
}

/**
 * Answers as a file in YAML, a document for each service, notes included. Decisions are not: they were made on the
 * answers as they were.
 * @param decided whether the page came with a decision
 */
export function printFile(
  surfaces: readonly Printable[],
  decided: boolean,
  pack: Pick<Pack, "topics" | "questions">,
): PrintedFile {
  const documents = new Map<string, readonly [service: string, surfaces: Map<string, Answers>]>();
  for (const { document, service, name, answers } of surfaces) {
    const key = JSON.stringify([document, service]);
    const [, own] = documents.get(key) ?? [service, new Map<string, Answers>()];
    own.set(unlike(nameFrom(name) ?? "surface", own), new Map(answers));
    documents.set(key, [nameFrom(service) ?? "service", own]);
  }
  const texts = [...documents.values()].map(([service, own]) => printed(service, own, pack));
  return {
    text: `${decided ? "# Without the recorded decisions: `api-advisor decide` records them again.\n" : ""}${texts.join("---\n")}`,
    leftOut: decided
      ? "Recorded decisions are not in the file, as they were made on the answers as they were: api-advisor decide records them again."
      : null,
  };
}

/** A surface that has the name of its service, and is the only one, needs none. */
function printed(
  service: string,
  surfaces: ReadonlyMap<string, Answers>,
  pack: Pick<Pack, "topics" | "questions">,
): string {
  const alone = surfaces.size === 1 ? surfaces.get(service) : undefined;
  if (alone !== undefined) return printAnswers(service, alone, pack);
  const named = [...surfaces].map(([name, answers]) => ({ name, answers }));
  return printSurfaces({ service, surfaces: named }, pack);
}

/** The name, or the name and a number: those of a service are keys. */
function unlike(name: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number += 1) {
    const other = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(other)) return other;
  }
}

/** A text as a name that answers files can have; null if nothing is left of it. */
export function nameFrom(text: string): string | null {
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\ufffd").trim();
  const name = [...wellFormed].slice(0, longestName).join("").trim();
  return name === "" ? null : name;
}
