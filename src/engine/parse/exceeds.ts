/**
 * Whether a value holds more than `limit` values, itself and those that are reached twice counted each time. It stops
 * there, so that a value that aliases make huge, or endless, costs no more than that.
 */
export function exceeds(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value];
  for (let count = 1; waiting.length > 0; count += 1) {
    if (count > limit) return true;
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const child of Object.values(next)) waiting.push(child);
  }
  return false;
}
