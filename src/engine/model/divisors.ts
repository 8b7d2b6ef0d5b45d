export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Least common multiple of the numbers given; 1 for none. */
export function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((multiple, n) => (multiple * n) / greatestCommonDivisor(multiple, n), 1);
}
