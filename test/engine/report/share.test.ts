import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOf } from "../../../src/engine/report/numbers.js";

test.each([
  [0n, 3n, 0],
  [1n, 1n, 1],
  [1n, 2n, 0.5],
  [1n, 3n, 0.333333333333],
  [2n, 3n, 0.666666666667],
  [1n, 10n ** 20n, 1e-20],
  [2n, 3n * 10n ** 20n, 6.66666666667e-21],
  [10n ** 40n - 1n, 10n ** 40n, 1],
  [0n, 0n, 0],
  [5n, 0n, 0],
])("%i of %i is %d", (part, of, share) => {
  expect(shareOf(part, of)).toBe(share);
});

test("agrees with the division of numbers if numbers hold the counts", () => {
  fc.assert(
    fc.property(fc.nat(2 ** 30), fc.nat(2 ** 30), (a, b) => {
      const of = a + b + 1;
      const share = shareOf(BigInt(a), BigInt(of));
      expect(Math.abs(share - a / of)).toBeLessThanOrEqual((a / of) * 1e-11);
    }),
    { seed: 4, numRuns: 500 },
  );
});

test("shares of huge counts sum to 1 and none that is there vanishes", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 24n });
  fc.assert(
    fc.property(amount, amount, amount, amount, (...counts) => {
      const total = counts.reduce((sum, each) => sum + each, 0n);
      const shares = counts.map((each) => shareOf(each, total));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      expect(Math.min(...shares)).toBeGreaterThan(0);
    }),
    { seed: 5, numRuns: 300 },
  );
});
