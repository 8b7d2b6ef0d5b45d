import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { PageOutput } from "../../../src/cli/ask/page-output.js";
import { readAll } from "../read-all.js";

/** What removes the page that was drawn last, once the window has this many columns. */
function removal(columns: number | undefined, ...drawn: readonly string[]): string {
  const screen = Object.assign(new PassThrough(), { columns });
  const output = new PageOutput(screen);
  for (const text of drawn) output.write(text);
  expect(readAll(screen)).toBe(drawn.join(""));
  output.remove();
  return readAll(screen);
}

const up = (rows: number): string => (rows === 0 ? "" : `\u001b[${rows}A`);

it.each<[what: string, columns: number | undefined, drawn: readonly string[], rows: number, lines: number]>([
  ["lines that still fit", 44, ["Where?\n\n  Here\nkeys"], 3, 4],
  ["lines that are broken anew, one of them twice", 10, [`${"x".repeat(21)}\n${"y".repeat(11)}\nkeys`], 5, 3],
  ["a line as wide as the window", 10, [`${"x".repeat(10)}\nkeys`], 1, 2],
  ["a last line that may be cut off", 10, [`Where?\n${"k".repeat(25)}`], 1, 2],
  ["colours, which take no room", 10, [`\u001b[1m${"x".repeat(10)}\u001b[22m\nkeys\u001b[?25l`], 1, 2],
  [
    "only the page that was drawn last",
    10,
    ["a\nb\nc", "\u001b[2K\u001b[1A\u001b[2K\u001b[GWhere?\nkeys"],
    1,
    2,
  ],
  ["a page after which only the cursor moved", 10, ["Where?\nkeys", "\u001b[5G"], 1, 2],
  ["a page in a window whose width is not known", undefined, [`${"x".repeat(81)}\nkeys`], 2, 2],
  ["nothing, before a page is drawn", 10, [], 0, 1],
])("removes %s", (_, columns, drawn, rows, lines) => {
  expect(removal(columns, ...drawn)).toBe(`${up(rows)}\r\u001b[J${"\n".repeat(lines - 1)}`);
});
