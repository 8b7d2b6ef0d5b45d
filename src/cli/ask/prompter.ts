import type { Grade, Verdict } from "../../engine/model/verdict.js";

/** One of the answers that a page offers. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** When to choose it; shown while it is highlighted, or beside it. */
  readonly help: string;
  /** Heading that it shares with its neighbours; empty for none. */
  readonly group: string;
}

/** Something else to do on a page: "Not sure yet", "Drop this answer", "To the review". */
export interface Move extends Omit<Choice, "group"> {
  /** The letter to type for it when choices are numbered. */
  readonly letter: string;
}

/** A paragraph above the choices; on a short screen, the last ones are dropped first. */
export interface Note {
  /** Such as "Why"; empty for a plain paragraph. */
  readonly label: string;
  readonly text: string;
}

/** The verdict that the answers so far lead to. */
export interface SoFar extends VerdictAndGrade {
  /** Those of before the last answer, if they were others. */
  readonly before: VerdictAndGrade | null;
  /** What the server keeps, worded to follow the verdict. */
  readonly headline: string;
}

export interface VerdictAndGrade {
  readonly verdict: Verdict;
  /** Null if the analysis is out of reach, or there is no verdict. */
  readonly grade: Grade | null;
}

export interface Page {
  /** The person's position, such as "Topic 2 of 6: Scale · question 5, about 7 more"; empty for pages outside the questions. */
  readonly place: string;
  /** Null until the essential questions are answered. */
  readonly soFar: SoFar | null;
  readonly ask: string;
  readonly notes: readonly Note[];
  readonly choices: readonly Choice[];
  readonly moves: readonly Move[];
  /** Ids of the current choices, or of the one move; the highlight starts there. */
  readonly current: readonly string[];
  readonly canGoBack: boolean;
  /** What continuing without a choice does: skips the question, keeps its answer, or confirms an agent's; null if that is not possible. */
  readonly forward: "skip" | "keep" | "confirm" | null;
  /** Moves come before the choices. */
  readonly movesFirst: boolean;
  /** A word for the first move, to which a key jumps from anywhere in a long list; null if there is no need. */
  readonly tab: string | null;
}

/** Defaults of pages that ask something other than a question of the pack. */
export const plainPage = {
  place: "",
  soFar: null,
  notes: [],
  moves: [],
  current: [],
  canGoBack: false,
  forward: null,
  movesFirst: false,
  tab: null,
} as const satisfies Partial<Page>;

export interface SeveralPage extends Page {
  /** The choice that excludes all others; null when there is none. */
  readonly none: string | null;
}

export interface LinePage {
  readonly ask: string;
  readonly notes: readonly Note[];
  /** Taken when nothing is typed; empty if something has to be. */
  readonly initial: string;
  /** Whether the person can go back without a line. */
  readonly canGoBack: boolean;
  /** Returns what is wrong with a line, or null. */
  readonly check: (line: string) => string | null;
}

export type Picked =
  | { readonly kind: "choice"; readonly id: string }
  | { readonly kind: "move"; readonly id: string }
  | { readonly kind: "back" }
  | { readonly kind: "forward" };

export type PickedSeveral =
  | { readonly kind: "choices"; readonly ids: readonly string[] }
  | Exclude<Picked, { readonly kind: "choice" }>;

/** What stays on the screen once a question is answered. */
export interface TranscriptEntry {
  readonly mark: "answered" | "implied" | "open" | "warning";
  readonly title: string;
  readonly value: string;
  /** A reason, below; empty for none. */
  readonly because: string;
}

/**
 * How an interview talks to a person. Every method that asks rejects with a `Cancelled` (or with Inquirer's error of
 * the name `ExitPromptError`) on Ctrl-C and at the end of the input.
 */
export interface Prompter {
  /** One or two sentences on how to answer. */
  readonly ways: string;
  choose(page: Page): Promise<Picked>;
  chooseSeveral(page: SeveralPage): Promise<PickedSeveral>;
  /** Null if the person changed their mind. */
  line(page: LinePage): Promise<string | null>;
  /** Prints lines that stay on the screen. */
  print(lines: readonly string[]): void;
  /** Records an answer under its topic. */
  record(topic: string, entry: TranscriptEntry): void;
  /** Adds the effects of the last answer to its record. */
  amend(entries: readonly TranscriptEntry[]): void;
  /** Removes the last record from the screen, or says that it is taken back if the screen cannot be redrawn. */
  takeBack(): void;
  /** Keeps what was recorded so far: it can no longer be taken back. */
  keepRecords(): void;
  close(): void;
}

/** The person stopped the interview. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** The input has ended, so nothing more can be asked. */
export class InputEnded extends Cancelled {}

/** Whether an error means that the person stopped. Inquirer's is recognised by name: its class may come from another copy. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === "Cancelled" || error.name === "ExitPromptError");
}
