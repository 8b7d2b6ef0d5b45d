import type { PassThrough } from "node:stream";

/** Everything written and not yet read. From Node 26 on, one `read()` returns only one chunk. */
export function readAll(stream: PassThrough): string {
  let text = "";
  for (let piece = stream.read(); piece !== null; piece = stream.read()) text += String(piece);
  return text;
}
