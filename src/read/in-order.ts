/**
 * Does work on every item, on so many at a time, and yields the results in the order of the items. Not more than those
 * wait to be taken: a slow reader holds the work up.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    underWay.push(work(item));
    const first = underWay.length < atATime ? undefined : underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const left of underWay) yield await left;
}
