import { appendFileSync, statSync } from "node:fs";

/** V8 keeps a text from this many characters on apart from other objects, and never copies it. */
export const leastLarge = 128 * 1024 - 15;

/** Fills a file in ASCII up with spaces, so that V8 never copies its text when it is loaded. */
export function padToLarge(path) {
  const { size } = statSync(path);
  if (size < leastLarge) appendFileSync(path, " ".repeat(leastLarge - size));
}
