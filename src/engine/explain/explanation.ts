import type { GuidanceTopic, Weight } from "../model/pack.js";
import type { Concern, Place, StateConcern, StatePlace, Style, Verdict } from "../model/verdict.js";
import type { Hinge } from "./condition-words.js";
import type { EntryKind } from "./find-entry.js";

/** A source that an entry rests on, with what it says. */
export interface Source {
  readonly kind: "criterion" | "reference";
  readonly id: string;
  readonly section: string | null;
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
  /** What it does in a few words: "3 live for stateful", "session in each request". */
  readonly effect: string;
  /** Its condition in words; null where it has none. */
  readonly condition: string | null;
  /** Its own sentence: why, or what it says. */
  readonly text: string;
  /** The section that it cites, of a reference. */
  readonly section: string | null;
  /** Counter-evidence that it states itself. */
  readonly contested: string | null;
}

/** When an entry holds: in words, and by the questions that this hangs on. */
export interface When {
  readonly condition: string | null;
  readonly hangsOn: readonly Hinge[];
}

export interface ExplainedOption {
  readonly id: string;
  readonly label: string;
  readonly help: string;
}

export interface ExplainedImplication {
  readonly answer: string;
  readonly condition: string;
  readonly because: string;
}

interface Reasoned {
  readonly because: string;
  readonly sources: readonly Source[];
}

export type Explanation = { readonly id: string } & (
  | {
      readonly kind: "topic";
      readonly title: string;
      readonly about: string;
      readonly questions: readonly { readonly id: string; readonly ask: string }[];
    }
  | {
      readonly kind: "question";
      readonly topic: string;
      readonly ask: string;
      readonly why: string;
      readonly help: string;
      readonly ordered: boolean;
      readonly several: boolean;
      readonly essential: boolean;
      readonly direction: Style | null;
      readonly options: readonly ExplainedOption[];
      readonly implied: readonly ExplainedImplication[];
      readonly readBy: readonly Mention[];
    }
  | {
      readonly kind: "option";
      readonly question: string;
      readonly ask: string;
      readonly label: string;
      readonly help: string;
      readonly implied: readonly ExplainedImplication[];
      readonly readBy: readonly Mention[];
    }
  | ({
      readonly kind: "rule";
      readonly favours: Style;
      readonly weight: Weight;
      readonly concern: Concern;
      readonly contested: string | null;
    } & When &
      Reasoned)
  | ({
      readonly kind: "veto";
      readonly forbids: Style;
      readonly concern: Concern;
      readonly contested: string | null;
    } & When &
      Reasoned)
  | ({
      readonly kind: "placement";
      readonly concern: StateConcern;
      readonly place: Place;
      readonly verdict: readonly Verdict[] | null;
      readonly evidence: "none" | "live" | "kept" | null;
      readonly pattern: { readonly id: string; readonly title: string } | null;
      /** Placements of the same concern that are tried first. */
      readonly after: readonly string[];
    } & When &
      Reasoned)
  | ({
      readonly kind: "tradeoff";
      readonly style: Style;
      readonly side: "advantage" | "disadvantage";
      readonly places: readonly StatePlace[] | null;
      readonly text: string;
      readonly mitigation: string | null;
      readonly sources: readonly Source[];
    } & When)
  | {
      readonly kind: "pattern";
      readonly title: string;
      readonly place: Place;
      readonly concerns: readonly StateConcern[];
      readonly what: string;
      readonly fits: string;
      readonly watch: string;
      readonly sources: readonly Source[];
      readonly usedBy: readonly Mention[];
    }
  | ({
      readonly kind: "guidance";
      readonly topic: GuidanceTopic;
      readonly verdict: readonly Verdict[] | null;
      readonly places: readonly StatePlace[] | null;
      readonly text: string;
    } & When &
      Reasoned)
  | {
      readonly kind: "criterion";
      readonly section: string;
      readonly claim: string;
      readonly contested: string | null;
      readonly citedBy: readonly Mention[];
    }
  | {
      readonly kind: "reference";
      readonly title: string;
      readonly url: string | null;
      readonly citedBy: readonly Mention[];
    }
);

export type ExplanationOf<Kind extends Explanation["kind"]> = Extract<Explanation, { readonly kind: Kind }>;
