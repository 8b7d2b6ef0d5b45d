import type { Host } from "./host.js";
import { progressOn } from "./progress.js";

/** Does work on every item, one after the other, and says on standard error how far it has come. */
export async function withProgress<Item>(
  host: Pick<Host, "stderr">,
  items: readonly Item[],
  unit: string,
  work: (item: Item) => Promise<void> | void,
): Promise<void> {
  // Standard error is opened when it is first named, which takes time.
  const progress = items.length < 2 ? null : progressOn(host.stderr, { total: items.length, unit });
  let done = 0;
  for (const item of items) {
    await work(item);
    done += 1;
    progress?.show({ done, records: done, invalid: 0 });
  }
  progress?.clear();
}
