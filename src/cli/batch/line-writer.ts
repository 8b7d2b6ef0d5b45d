import type { Output } from "../host.js";
import { writeAll } from "./write-all.js";

/** Bytes to write at once: fewer writes take less time, more bytes more memory. */
const blockBytes = 256 * 1024;

/** Gathers lines of ASCII into blocks. Both tell whether anybody still reads. */
export interface LineWriter {
  readonly write: (lines: string) => Promise<boolean> | true;
  readonly flush: () => Promise<boolean>;
}

/** Lines are copied into a block one by one: joining them as one string first takes three times as long. */
export function lineWriter(stream: Output): LineWriter {
  let block = Buffer.allocUnsafeSlow(blockBytes);
  let filled = 0;
  const flush = async (): Promise<boolean> => {
    const full = block.subarray(0, filled);
    // The stream may still hold the block when it takes the next.
    block = Buffer.allocUnsafeSlow(blockBytes);
    filled = 0;
    return full.length === 0 || writeAll(stream, full);
  };
  const add = (lines: string): void => {
    filled += block.write(lines, filled, "latin1");
  };
  return {
    flush,
    write: (lines) => {
      if (filled + lines.length <= blockBytes) {
        add(lines);
        return true;
      }
      return flush().then((read) => {
        if (!read || lines.length > blockBytes) return read && writeAll(stream, Buffer.from(lines, "latin1"));
        add(lines);
        return true;
      });
    },
  };
}
