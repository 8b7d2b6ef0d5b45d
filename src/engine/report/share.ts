const significant = 12;

/**
 * `part / of` to twelve significant digits, rounded half up from the exact ratio; above 0 for every part above 0.
 * Counts run past 2⁵³, where dividing them as numbers would round twice. 0 when `of` is 0.
 */
export function shareOf(part: bigint, of: bigint): number {
  if (part === 0n || of === 0n) return 0;
  let places = significant;
  while (part * 10n ** BigInt(places) < of * 10n ** BigInt(significant - 1)) places++;
  const scaled = (2n * part * 10n ** BigInt(places) + of) / (2n * of);
  return Number(`${scaled}e-${places}`);
}
