import { oneLine } from "../diagnostics/plain-text.js";
import { errorIn, type Problem, type ProblemDetail } from "../diagnostics/problem.js";
import type { Condition } from "../model/condition.js";
import type { Citation, Question } from "../model/pack.js";
import type { Mapping, Path } from "../parse/parsed-document.js";
import { entriesIn, type RawEntry, type RawPack } from "./raw-pack.js";
import { readCondition } from "./read-condition.js";
import type { SectionId } from "./rules-schema.js";

/** Entries by id, and their ids as one list that all problems share. */
interface Known {
  readonly ids: readonly string[];
  readonly byId: ReadonlyMap<string, RawEntry>;
}

/** One entry, with what reads its fields and reports problems in them. */
export type Entry = ReturnType<EntryReader["entry"]>;

/** Reads the fields of raw entries and collects problems with their positions. White space in texts is folded to single spaces. */
export class EntryReader {
  readonly #raw: RawPack;
  readonly #problems: Problem[];
  #questions: ReadonlyMap<string, Question> = new Map();
  readonly #known = new Map<string, Known>();

  constructor(raw: RawPack, problems: Problem[]) {
    this.#raw = raw;
    this.#problems = problems;
  }

  /** Conditions can be read once the questions are known. */
  useQuestions(questions: readonly Question[]): void {
    this.#questions = new Map(questions.map((question) => [question.id, question]));
  }

  /** The reference that the pack is drawn from: of all headers that name one, the uppermost counts. */
  drawnFrom(): string | null {
    const known = this.#entriesOf("references");
    for (const { id, at } of this.#raw.drawnFrom)
      if (!known.byId.has(id))
        this.#problems.push(
          errorIn(at.file, { code: "unknown-id", kind: "reference", id, known: known.ids }, at),
        );
    return this.#raw.drawnFrom.at(-1)?.id ?? null;
  }

  section<Noun>(section: SectionId, read: (entry: Entry) => Noun): readonly Noun[] {
    return entriesIn(this.#raw, section).map((raw) => read(this.entry(raw)));
  }

  /** The entries of sections, gathered once: thousands of entries may name them. */
  #entriesOf(...sections: readonly SectionId[]): Known {
    const key = sections.join(" ");
    const gathered = this.#known.get(key);
    if (gathered !== undefined) return gathered;
    const byId = new Map(
      sections.flatMap((each) => entriesIn(this.#raw, each).map((entry) => [entry.id, entry] as const)),
    );
    const known: Known = { ids: [...byId.keys()], byId };
    this.#known.set(key, known);
    return known;
  }

  entry(raw: RawEntry) {
    const { id, fields, drawnFrom } = raw;
    const report = (detail: ProblemDetail, path: Path, part: "key" | "value" = "value"): void => {
      const at = raw.locate(path, part);
      this.#problems.push(errorIn(at.file, detail, at));
    };
    const optional = (key: string): string | null =>
      typeof fields[key] === "string" ? oneLine(fields[key]) : null;
    const condition = (value: unknown, path: Path): Condition =>
      readCondition(value, path, this.#questions, report);
    return {
      id,
      fields,
      drawnFrom,
      report,
      optional,
      condition,
      text: (key: string): string => optional(key) ?? "",
      flag: (key: string): boolean => fields[key] === true,
      list: (key: string): readonly string[] | null => strings(fields[key]),
      optionalCondition: (): Condition | null =>
        "when" in fields ? condition(fields["when"], ["when"]) : null,
      listOf: (section: SectionId, entryId: string, key: string): readonly string[] | null =>
        strings(this.#entriesOf(section).byId.get(entryId)?.fields[key]),
      fieldOf: (section: SectionId, entryId: string, key: string): string | null => {
        const value = this.#entriesOf(section).byId.get(entryId)?.fields[key];
        return typeof value === "string" ? value : null;
      },
      has: (section: SectionId, entryId: string): boolean => this.#entriesOf(section).byId.has(entryId),
      /** The id under `key`, which must be one of `section`. */
      reference: (section: SectionId, key: string, kind: string): string => {
        const value = String(fields[key]);
        const known = this.#entriesOf(section);
        if (!known.byId.has(value)) report({ code: "unknown-id", kind, id: value, known: known.ids }, [key]);
        return value;
      },
      citations: (): readonly Citation[] => {
        const criteria = this.#entriesOf("criteria");
        const known = this.#entriesOf("criteria", "references");
        const given = Array.isArray(fields["sources"]) ? fields["sources"].map(String) : [];
        return given.map((source, index): Citation => {
          const [cited = "", section = null] = source.split(/ §(.+)/, 2);
          const kind = criteria.byId.has(cited) ? "criterion" : "reference";
          if (!known.byId.has(cited))
            report({ code: "unknown-id", kind: "source", id: cited, known: known.ids }, ["sources", index]);
          return { kind, id: cited, section };
        });
      },
    };
  }
}

function strings(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}

/** The examples of an option or a pattern; empty if it has none. */
export function examplesIn(fields: Mapping): readonly string[] {
  return (strings(fields["examples"]) ?? []).map(oneLine);
}
