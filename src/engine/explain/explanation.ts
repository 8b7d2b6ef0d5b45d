import type {
  Backing,
  Citation,
  Clash,
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
} from "../model/pack.js";
import type { PlaceClass } from "../model/verdict.js";
import type { Dependency } from "./condition-words.js";
import type { EntryKind } from "./find-entry.js";

/** A source of an entry, with its title or claim. */
export interface Source extends Citation {
  /** The title of a reference, the claim of a criterion. */
  readonly title: string;
  readonly url: string | null;
  /** The counter-evidence of a contested criterion. */
  readonly contested: string | null;
  /** Set for a criterion: where it is claimed. */
  readonly claimed: Claimed | null;
}

/** Where a criterion is claimed: a section of the source that its pack is drawn from, if the pack says which. */
interface Claimed {
  readonly from: Reference | null;
  readonly section: string;
}

/** Another entry that reads or cites the one explained. */
export interface Mention {
  readonly kind: EntryKind | "implication";
  readonly id: string;
  /** Its effect in a few words: "session: 2 points for keeping it", "session in each request". */
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

/** A pattern as placements and second homes name it. */
export type NamedPattern = Pick<Pattern, "id" | "title" | "place">;

interface Kinds {
  readonly topic: Topic & { readonly questions: readonly Pick<Question, "id" | "ask">[] };
  readonly question: Omit<Question, "options" | "implied"> & {
    readonly options: readonly Omit<Option, "none">[];
    readonly implied: readonly ExplainedImplication[];
    readonly readBy: readonly Mention[];
  };
  readonly "retired-option": {
    readonly id: string;
    readonly question: string;
    readonly ask: string;
    /** The option that it is read as; null: as an open question. */
    readonly replacedBy: Pick<Option, "id" | "label"> | null;
  };
  readonly option: Omit<Option, "none"> & {
    readonly question: string;
    readonly ask: string;
    /** Read by placements and advice while the question is open. */
    readonly harmless: boolean;
    readonly implied: readonly ExplainedImplication[];
    readonly readBy: readonly Mention[];
  };
  readonly rule: Omit<Explained<Rule>, "kind"> & { readonly ruleKind: Rule["kind"] };
  readonly placement: Omit<Explained<Placement>, "pattern" | "beside"> & {
    /** The class that its place belongs to: it is tried only if the concern comes out as that. */
    readonly class: PlaceClass;
    readonly pattern: NamedPattern | null;
    /** The pattern that designs have with it. */
    readonly beside: NamedPattern | null;
    /** Placements of the same concern and class that are tried first. */
    readonly after: readonly string[];
  };
  readonly "backed-by": Omit<Explained<Backing>, "pattern"> & {
    readonly pattern: NamedPattern | null;
    /** Second homes that are tried first. */
    readonly after: readonly string[];
  };
  readonly clash: Omit<Clash, "when"> & When;
  readonly tradeoff: Omit<Explained<Tradeoff>, "kind"> & { readonly side: Tradeoff["kind"] };
  readonly pattern: Omit<Pattern, "sources"> & {
    readonly sources: readonly Source[];
    readonly usedBy: readonly Mention[];
  };
  readonly guidance: Explained<Guidance>;
  readonly criterion: Omit<Criterion, "from"> & {
    readonly from: Reference | null;
    readonly citedBy: readonly Mention[];
  };
  readonly reference: Reference & {
    /** The criteria that it claims. */
    readonly claims: readonly Pick<Criterion, "id" | "section" | "claim">[];
    readonly citedBy: readonly Mention[];
  };
}

export type ExplanationOf<Kind extends keyof Kinds> = { readonly kind: Kind } & Kinds[Kind];

export type Explanation = { readonly [Kind in keyof Kinds]: ExplanationOf<Kind> }[keyof Kinds];
