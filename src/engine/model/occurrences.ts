/** Tells things of one name apart: counts how often each name has come. */
export class Occurrences {
  readonly #times = new Map<string, number>();

  /** How often the name has come, this time included. */
  next(name: string): number {
    const time = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, time);
    return time;
  }
}
