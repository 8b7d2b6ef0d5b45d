/** The state that a mask of one bit leaves; -1 for any other mask. */
export function stateIn(mask = 0): number {
  const state = 31 - Math.clz32(mask);
  return mask === 2 ** state ? state : -1;
}
