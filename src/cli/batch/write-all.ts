import type { Output } from "../output.js";

/**
 * Writes and waits until the stream takes more, so that a slow reader holds the work up and nothing piles up in memory.
 * @param encoding of ASCII, `latin1` gives the same bytes in less time
 * @returns false once nobody reads any more; true at once where there is nothing to wait for
 */
export function writeAll(
  stream: Output,
  text: string,
  encoding: "utf8" | "latin1" = "utf8",
): Promise<boolean> | true {
  if (stream.destroyed) return Promise.resolve(false);
  if (stream.write(text, encoding)) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve(!stream.destroyed);
    };
    for (const event of events) stream.once(event, settle);
  });
}

const events = ["drain", "close", "error"] as const;
