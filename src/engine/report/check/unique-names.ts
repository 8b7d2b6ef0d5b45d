/** The names with ` (2)`, ` (3)` … on those that repeat an earlier one. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  /** By name, the number to try next: from 2 each time, many of one name would take the square of their number. */
  const next = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let number = next.get(name) ?? 2;
    for (; taken.has(unique); number += 1) unique = `${name} (${number})`;
    next.set(name, number);
    taken.add(unique);
    return unique;
  });
}
