/**
 * Numbers from 0 to 1 (exclusive) that look random and are the same on every run: a linear congruence modulus 2^32 with
 * the constants of "Numerical Recipes".
 */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
