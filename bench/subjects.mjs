// What the benchmarks measure on, the same on every run, and how they measure it.

/** Numbers from 0 to 1 (exclusive) by a linear congruence, modulus 2^32. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Profiles with about this share of the questions answered, by one option each. */
export function profiles({ profileOf }, pack, share, count) {
  const next = random(1);
  return Array.from({ length: count }, () => {
    const answers = new Map();
    for (const each of pack.questions) {
      // Version 1.0.0 wraps the question.
      const { id, options } = each.question ?? each;
      if (next() >= share) continue;
      const option = options[Math.floor(next() * options.length)];
      answers.set(id, { kind: "chosen", options: [option.id], note: null });
    }
    return profileOf(pack, answers);
  });
}

/** CPU time of the process so far, in milliseconds. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** A duration in milliseconds with its unit. */
export function inWords(milliseconds) {
  if (milliseconds < 0.1) return `${(milliseconds * 1000).toFixed(2)} µs`;
  return milliseconds < 1000 ? `${milliseconds.toFixed(2)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
