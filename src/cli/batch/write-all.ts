import type { Output } from "../host.js";

/**
 * Writes and waits until the stream takes more, so that a slow reader holds the work up and nothing piles up in memory.
 * @returns false once nobody reads any more
 */
export async function writeAll(stream: Output, data: string | Uint8Array): Promise<boolean> {
  if (stream.destroyed) return false;
  if (stream.write(data)) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve(!stream.destroyed);
    };
    for (const event of events) stream.once(event, settle);
  });
}

const events = ["drain", "close", "error"] as const;
