import type { Output } from "../host.js";

/**
 * Writes a text and waits until the stream takes more, so that a slow reader holds the work up and nothing piles up in
 * memory.
 * @param encoding `latin1` takes less time for what is ASCII alone, and gives the same bytes
 * @returns false once nobody reads any more
 */
export async function writeAll(
  stream: Output,
  text: string,
  encoding: "utf8" | "latin1" = "utf8",
): Promise<boolean> {
  if (stream.destroyed) return false;
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
