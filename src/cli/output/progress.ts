import type { Host, Output } from "../host.js";

/** How far a run has got. */
export interface Count {
  /** Out of the total. */
  readonly done: number;
  /** Counted for the speed. */
  readonly records: number;
  readonly invalid: number;
}

/** What a run has to work through. */
export interface Extent {
  /** A total of one, such as a stream, has no bar: only its records are counted. */
  readonly total: number;
  readonly unit: string;
}

/** The least time between two drawings. */
const everyMs = 100;
/** Runs that are over sooner draw nothing. */
const afterMs = 400;
const barWidth = 24;

/** A line on standard error that shows the progress of a run and disappears at its end. */
export interface Progress {
  /** Draws the line if it is due. */
  readonly show: (count: Count) => void;
  /** Removes the line, so that something else can be written; it comes back when it is next due. */
  readonly clear: () => void;
}

const noProgress: Progress = { show: () => undefined, clear: () => undefined };

/** @param now a clock in milliseconds that never goes back */
export function progressOn(
  stream: Output,
  extent: Extent,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return noProgress;
  const start = now();
  let due = start + afterMs;
  let drawn = false;
  return {
    show: (count) => {
      const at = now();
      if (at < due) return;
      due = at + everyMs;
      drawn = true;
      const columns = Math.max(20, stream.columns || 80);
      stream.write(`\r${lineOf(count, extent, (at - start) / 1000).slice(0, columns - 1)}\u001b[K`);
    },
    clear: () => {
      if (drawn) stream.write("\r\u001b[K");
      drawn = false;
    },
  };
}

function lineOf({ done, records, invalid }: Count, { total, unit }: Extent, seconds: number): string {
  const rate = `${grouped(records / seconds)} a second`;
  const bad = invalid === 0 ? "" : `, ${grouped(invalid)} invalid`;
  if (total === 1) return `${grouped(records)} records, ${rate}${bad}`;
  const filled = Math.floor((barWidth * done) / total);
  const bar = `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
  return `${bar} ${grouped(done)} of ${grouped(total)} ${unit}, ${rate}${bad}`;
}

function grouped(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Does work on every item, one after the other, with progress on standard error. */
export async function withProgress<Item>(
  { stderr }: Pick<Host, "stderr">,
  items: readonly Item[],
  unit: string,
  work: (item: Item) => Promise<void> | void,
): Promise<void> {
  const progress = items.length < 2 ? noProgress : progressOn(stderr, { total: items.length, unit });
  for (const [index, item] of items.entries()) {
    await work(item);
    progress.show({ done: index + 1, records: index + 1, invalid: 0 });
  }
  progress.clear();
}
