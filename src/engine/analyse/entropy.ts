/** Shannon entropy of what is in proportion to `counts`, in bits; 0 where all counts are. */
export function entropyOf(counts: readonly number[]): number {
  const total = sumOf(counts);
  let entropy = 0;
  for (const count of counts) {
    if (count === 0) continue;
    const share = count / total;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
