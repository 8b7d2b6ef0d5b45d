import type { PassThrough } from "node:stream";

/** All that was written and not yet read. From Node 26 on, one `read()` gives no more than one piece of it. */
export function readAll(stream: PassThrough): string {
  let text = "";
  for (let piece = stream.read(); piece !== null; piece = stream.read()) text += String(piece);
  return text;
}
