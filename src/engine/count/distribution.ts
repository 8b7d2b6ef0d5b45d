/** How many assignments lead to each tally: parallel arrays, every tally once. */
export interface Distribution {
  /** Position in its circuit. */
  readonly id: number;
  readonly need: readonly number[];
  readonly bound: readonly number[];
  readonly total: readonly number[];
  readonly vetoes: readonly number[];
  readonly counts: readonly number[];
}
