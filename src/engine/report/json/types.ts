import type { Concern, Grade, Place, Style, Verdict } from "../../model/verdict.js";

/** Points of evidence; `stateful` = `live` + `kept`. */
export interface JsonScores {
  readonly stateful: number;
  readonly stateless: number;
  readonly live: number;
  readonly kept: number;
}

/** An option's id; a list of ids for a question that takes several. */
export type JsonAnswer = string | readonly string[];

export interface JsonConcern {
  readonly id: Concern;
  readonly scores: JsonScores;
  readonly balance: number | null;
  readonly placement: Place | null;
  readonly pattern: string | null;
  readonly because: string | null;
  readonly sources: readonly string[];
}

export interface JsonContribution extends JsonScores {
  readonly question: string;
  readonly answer: JsonAnswer;
  readonly implied: boolean;
}

export interface JsonRule {
  readonly id: string;
  readonly favours: Style;
  /** All points of the rule, 1..5; for stateful the sum of `live` and `kept`. */
  readonly weight: number;
  readonly live: number;
  readonly kept: number;
  readonly concern: Concern;
  readonly questions: readonly string[];
  readonly because: string;
  readonly contested: string | null;
  readonly sources: readonly string[];
}

export interface JsonVeto {
  readonly id: string;
  readonly forbids: Style;
  readonly concern: Concern;
  readonly questions: readonly string[];
  readonly because: string;
  readonly contested: string | null;
  readonly sources: readonly string[];
}

export interface JsonTradeoff {
  readonly id: string;
  readonly kind: "advantage" | "disadvantage";
  readonly style: Style;
  readonly text: string;
  readonly mitigation: string | null;
  readonly sources: readonly string[];
}

export interface JsonGuidance {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly because: string;
  readonly sources: readonly string[];
}

/** `from` null: the option is added to a question that takes several; `to` null: it is dropped from one. */
export interface JsonChange {
  readonly question: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** `was` and `is` are options; null: not answered. */
export interface JsonLapse {
  readonly kind: "answers-changed" | "basis-mismatch";
  readonly changes:
    | readonly {
        readonly question: string;
        readonly was: readonly string[] | null;
        readonly is: readonly string[] | null;
      }[]
    | null;
}

export interface JsonSurface {
  readonly name: string;
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
  readonly verdict: Verdict;
  readonly grade: Grade | null;
  readonly balance: number | null;
  readonly boundness: number | null;
  readonly scores: JsonScores;
  readonly settings: {
    readonly needBoundary: number;
    readonly boundBoundary: number;
    readonly minimumEvidence: number;
    readonly firmRadius: number;
    readonly fragileRadius: number;
  };
  readonly stability: {
    readonly radius: number | null;
    readonly boundary: "need" | "bound" | "both" | null;
    readonly verdict: Verdict | null;
  } | null;
  readonly reach: Readonly<Record<Verdict, number>> | null;
  /** Open questions tied together too closely for exact figures; empty unless that is why there are none. */
  readonly outOfReach: readonly string[];
  readonly concerns: readonly JsonConcern[];
  readonly answers: readonly {
    readonly question: string;
    readonly answer: JsonAnswer;
    readonly implied: boolean;
    readonly because: string | null;
    readonly note: string | null;
  }[];
  readonly contributions: readonly JsonContribution[];
  readonly rules: readonly JsonRule[];
  readonly vetoes: readonly JsonVeto[];
  readonly tradeoffs: readonly JsonTradeoff[];
  readonly guidance: readonly JsonGuidance[];
  readonly tippingPoints:
    | readonly { readonly changes: readonly JsonChange[]; readonly verdict: Verdict }[]
    | null;
  readonly tippingPointsOmitted: number | null;
  readonly tippingPointsComplete: boolean | null;
  readonly unanswered: readonly {
    readonly question: string;
    readonly unsure: boolean;
    readonly valueOfInformation: number | null;
    readonly overturns: boolean | null;
  }[];
  readonly decision: {
    readonly style: Style | "hybrid";
    readonly because: string | null;
    readonly until: string | null;
    readonly by: string | null;
    readonly answers: string | null;
    readonly lapse: JsonLapse | null;
  } | null;
}

/** The JSON report, version 1; `report-schema.ts` describes it for other tools. Null: not defined, or not analysed. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: { readonly name: string; readonly version: string; readonly digest: string };
  readonly services: readonly {
    readonly service: string;
    readonly source: string;
    readonly surfaces: readonly JsonSurface[];
  }[];
}
