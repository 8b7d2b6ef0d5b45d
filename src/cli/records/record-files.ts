import { join, resolve } from "node:path";
import { type Outcome, ok } from "../../engine/diagnostics/problem.js";
import { readExactTextFile } from "../../files/read-file.js";
import { namesIn } from "../../files/read-folder.js";
import { type RecordStamp, stampIn } from "./record-stamp.js";

/** A decision record of this tool. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
  readonly stamp: RecordStamp;
}

/** What is in a folder of decision records: all names, and the numbered records of this tool, by their numbers. */
export interface RecordFolder {
  readonly names: readonly string[];
  readonly records: readonly RecordFile[];
}

/** Reads it; files of others, and what cannot be read, only count by their names. */
export async function readRecords(folder: string, cwd: string): Promise<Outcome<RecordFolder>> {
  const found = await namesIn(resolve(cwd, folder), folder);
  if (found.kind === "failed") return found;
  const records: (RecordFile & { readonly number: number })[] = [];
  for (const name of found.value) {
    const number = numberIn(name);
    if (number === null) continue;
    const path = join(folder, name);
    const file = await readExactTextFile(resolve(cwd, path), path);
    const stamp = file.kind === "ok" ? stampIn(file.value.text) : null;
    if (file.kind === "ok" && stamp !== null) records.push({ number, name, text: file.value.text, stamp });
  }
  records.sort((a, b) => a.number - b.number);
  return ok({ names: found.value, records });
}

/**
 * The number that a record's name begins with. MADR and adr-tools have `0001-…`, some have `adr-001-…`; the date that
 * log4brains begins a name with is no number.
 */
const numbered = /^(?:adr[-_]?)?(\d{1,6})[-_. ].*\.(?:md|markdown|adoc|txt)$/i;

const numberIn = (name: string): number | null => {
  const digits = numbered.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Names for new records, with the numbers that follow those in a folder. */
export class NumberedNames {
  #last: number;
  readonly #digits: number;

  constructor(names: readonly string[]) {
    const found = names.flatMap((name) => numbered.exec(name)?.[1] ?? []);
    this.#last = found.reduce((most, digits) => Math.max(most, Number(digits)), 0);
    this.#digits = found.reduce((most, { length }) => Math.max(most, length), 4);
  }

  next(slug: string): string {
    this.#last += 1;
    return `${String(this.#last).padStart(this.#digits, "0")}-${slug}.md`;
  }
}
