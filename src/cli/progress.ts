import type { Output } from "./output.js";

/** How far a run has come. */
export interface Count {
  /** Of the total that is known beforehand. */
  readonly done: number;
  /** What is counted for speed. */
  readonly records: number;
  readonly invalid: number;
}

/** What a run goes through. */
export interface Extent {
  readonly total: number;
  readonly unit: string;
}

/** Draws at most so often, and nothing at all on runs that are over sooner. */
const everyMs = 100;
const afterMs = 400;
const barWidth = 24;

/** A line on standard error that says how far a run has come, and goes away when it is over. */
export interface Progress {
  /** Draws the line where it is due. */
  readonly show: (count: Count) => void;
  /** Takes the line away, so that something else can be written; it comes back when it is next due. */
  readonly clear: () => void;
}

const silent: Progress = { show: () => undefined, clear: () => undefined };

/**
 * @param extent a total of one, such as a stream, has no bar: its records are counted alone
 * @param now a clock in milliseconds that never goes back
 */
export function progressOn(
  stream: Output,
  extent: Extent,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return silent;
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
  const bad = invalid === 0 ? "" : `, ${grouped(invalid)} not valid`;
  if (total === 1) return `${grouped(records)} records, ${rate}${bad}`;
  const filled = Math.floor((barWidth * done) / total);
  const bar = `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
  return `${bar} ${grouped(done)} of ${grouped(total)} ${unit}, ${rate}${bad}`;
}

function grouped(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ",");
}
