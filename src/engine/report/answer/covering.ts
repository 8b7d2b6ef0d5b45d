/**
 * The first `most` of `items` that say something about as many keys as they can: one for each key before a second for any,
 * and then in order. What is picked stays in its order.
 */
export function covering<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
  most: number,
): readonly Item[] {
  const covered = new Set<Key>();
  const picked = new Set<Item>();
  for (const item of items) {
    if (picked.size === most) break;
    const fresh = keysOf(item).filter((key) => !covered.has(key));
    if (fresh.length === 0) continue;
    picked.add(item);
    for (const key of fresh) covered.add(key);
  }
  for (const item of items) if (picked.size < most) picked.add(item);
  return items.filter((item) => picked.has(item));
}
