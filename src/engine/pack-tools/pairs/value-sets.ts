/**
 * Sets of whole numbers, each kept once and named by its position, so that equal sets can be told by their names. Set 0
 * is empty.
 */
export class ValueSets {
  readonly #sets: Int32Array[] = [];
  readonly #byHash = new Map<number, number[]>();

  constructor() {
    this.named([]);
  }

  /** The name of a set; its values may come in any order, each once. */
  named(values: Iterable<number>): number {
    const set = Int32Array.from(values).sort();
    const hash = hashOf(set);
    const alike = this.#byHash.get(hash) ?? [];
    const known = alike.find((name) => isEqual(this.valuesOf(name), set));
    if (known !== undefined) return known;
    const name = this.#sets.push(set) - 1;
    this.#byHash.set(hash, [...alike, name]);
    return name;
  }

  /** Ascending. */
  valuesOf(name: number): Int32Array {
    const set = this.#sets[name];
    if (set === undefined) throw new RangeError(`no set ${name}`);
    return set;
  }
}

export const emptySet = 0;

function hashOf(set: Int32Array): number {
  let hash = set.length;
  for (const value of set) hash = Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
  return hash;
}

function isEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
