import type {
  Citation,
  Criterion,
  Guidance,
  Implication,
  Option,
  Pattern,
  Placement,
  Question,
  Reference,
  Rule,
  Topic,
  Tradeoff,
  Veto,
} from "../model/pack.js";
import type { Dependency } from "./condition-words.js";
import type { EntryKind } from "./find-entry.js";

/** A source of an entry, with its title or claim. */
export interface Source extends Citation {
  /** The title of a reference, the claim of a criterion. */
  readonly title: string;
  readonly url: string | null;
  /** The counter-evidence of a contested criterion. */
  readonly contested: string | null;
}

/** Another entry that reads or cites the one explained. */
export interface Mention {
  readonly kind: EntryKind | "implication";
  readonly id: string;
  /** Its effect in a few words: "3 live for stateful", "session in each request". */
  readonly effect: string;
  /** Its condition in words; null if it has none. */
  readonly condition: string | null;
  /** Its own text: the reason, or what it says. */
  readonly text: string;
  /** The section of the reference that it cites. */
  readonly section: string | null;
  /** Counter-evidence that it states itself. */
  readonly contested: string | null;
}

/** When an entry applies: in words, and as the questions this depends on. */
export interface When {
  readonly condition: string | null;
  readonly hangsOn: readonly Dependency[];
}

export interface ExplainedImplication extends Omit<Implication, "when"> {
  readonly condition: string;
}

/** An entry with its condition in words and its sources resolved. */
export type Explained<Entry> = Omit<Entry, "when" | "sources"> &
  When & { readonly sources: readonly Source[] };

interface Kinds {
  readonly topic: Topic & { readonly questions: readonly Pick<Question, "id" | "ask">[] };
  readonly question: Omit<Question, "options" | "implied"> & {
    readonly options: readonly Omit<Option, "none">[];
    readonly implied: readonly ExplainedImplication[];
    readonly readBy: readonly Mention[];
  };
  readonly option: Omit<Option, "none"> & {
    readonly question: string;
    readonly ask: string;
    readonly implied: readonly ExplainedImplication[];
    readonly readBy: readonly Mention[];
  };
  readonly rule: Explained<Rule>;
  readonly veto: Explained<Veto>;
  readonly placement: Omit<Explained<Placement>, "pattern"> & {
    readonly pattern: Pick<Pattern, "id" | "title"> | null;
    /** Placements of the same concern that are tried first. */
    readonly after: readonly string[];
  };
  readonly tradeoff: Omit<Explained<Tradeoff>, "kind"> & { readonly side: Tradeoff["kind"] };
  readonly pattern: Omit<Pattern, "sources"> & {
    readonly sources: readonly Source[];
    readonly usedBy: readonly Mention[];
  };
  readonly guidance: Explained<Guidance>;
  readonly criterion: Criterion & { readonly citedBy: readonly Mention[] };
  readonly reference: Reference & { readonly citedBy: readonly Mention[] };
}

export type ExplanationOf<Kind extends keyof Kinds> = { readonly kind: Kind } & Kinds[Kind];

export type Explanation = { readonly [Kind in keyof Kinds]: ExplanationOf<Kind> }[keyof Kinds];
