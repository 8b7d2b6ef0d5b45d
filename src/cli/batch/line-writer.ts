import type { Output } from "../output.js";
import { writeAll } from "./write-all.js";

/** Characters to write at once. Much longer texts take longer a character: they are no longer made in V8's young space. */
const enough = 16 * 1024;

/** Gathers lines of ASCII and writes some at a time. Both tell whether anybody still reads. */
export interface LineWriter {
  readonly write: (lines: string) => Promise<boolean> | true;
  readonly flush: () => Promise<boolean> | true;
}

export function lineWriter(stream: Output): LineWriter {
  let text = "";
  const flush = (): Promise<boolean> | true => {
    const gathered = text;
    text = "";
    return gathered === "" ? true : writeAll(stream, gathered, "latin1");
  };
  return {
    flush,
    write: (lines) => {
      text += lines;
      return text.length < enough ? true : flush();
    },
  };
}
