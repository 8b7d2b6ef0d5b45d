import { describe, expect, it } from "vitest";
import { colourCodes, recoloured, type Spans } from "../../../src/engine/report/colour-codes.js";

/** A text in which `<31>` stands for an escape sequence. */
const coloured = (text: string): string => text.replace(/<([\d;]+)>/g, "\u001b[$1m");
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const shown = (text: string): string => text.replace(/\u001b\[([\d;]+)m/g, "<$1>");

describe("a text is taken apart", () => {
  it("into what is seen and the codes, each where it stands in that", () => {
    expect(colourCodes("plain")).toEqual({ plain: "plain", codes: [] });
    expect(colourCodes(coloured("a<1>bc<31>d<39><22>"))).toEqual({
      plain: "abcd",
      codes: [
        { at: 1, code: 1 },
        { at: 3, code: 31 },
        { at: 4, code: 39 },
        { at: 4, code: 22 },
      ],
    });
  });

  it("only where all codes are weights, slants, lines, inversion, or one of the sixteen colours", () => {
    const known = [1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 39, 49];
    const colours = [...Array(8).keys()].flatMap((n) => [30 + n, 40 + n, 90 + n]);
    const taken = [...Array(120).keys()].filter((code) => colourCodes(coloured(`<${code}>`)) !== null);
    expect(taken).toEqual([...known, ...colours].sort((a, b) => a - b));
    for (const other of ["<38;5;1>", "<1>a<5>b", "<1>a\u001b[2J", "\u001b"])
      expect(colourCodes(coloured(other))).toBeNull();
  });
});

describe("lines get their colours back", () => {
  const lines: Spans = [0, 2, 3, 5];

  it.each([
    ["none, where there are none", "ab cd", ["ab", "cd"]],
    ["ended at the end of a line and begun anew on the next", "a<1>b c<22>d", ["a<1>b<22>", "<1>c<22>d"]],
    [
      "several of them, ended in the reverse order",
      "<1>a<31>b c<39>d<22>",
      ["<1>a<31>b<39><22>", "<1><31>c<39>d<22>"],
    ],
    ["on the next line, where they begin at the end of one", "ab<31> cd<39>", ["ab", "<31>cd<39>"]],
    ["on no further line, where they end at the end of one", "<31>ab<39> cd", ["<31>ab<39>", "cd"]],
    ["on no further line, where they end at the beginning of one", "<31>ab <39>cd", ["<31>ab<39>", "cd"]],
    ["on every line, where nothing ends them", "<31><1>ab cd", ["<31><1>ab<22><39>", "<31><1>cd<22><39>"]],
    [
      "in the order in which they end, at the end of a line",
      "<1><31>ab<22><39> cd",
      ["<1><31>ab<22><39>", "cd"],
    ],
    ["on every line, where they run on", "<4>ab cd<24>", ["<4>ab<24>", "<4>cd<24>"]],
    ["one ended, while another runs on", "<2>a<44>b<49> cd<22>", ["<2>a<44>b<49><22>", "<2>cd<22>"]],
  ])("%s", (_, text, expected) => {
    const taken = colourCodes(coloured(text));
    expect(taken === null ? null : recoloured(taken, lines).map(shown)).toEqual(expected);
  });

  it.each([
    [1, 22],
    [2, 22],
    [3, 23],
    [4, 24],
    [7, 27],
    [9, 29],
    [30, 39],
    [37, 39],
    [40, 49],
    [47, 49],
    [90, 39],
    [97, 39],
  ])("with %i ended by %i", (begin, end) => {
    const taken = colourCodes(coloured(`<${begin}>ab c<${end}>d`));
    expect(taken === null ? null : recoloured(taken, lines).map(shown)).toEqual([
      `<${begin}>ab<${end}>`,
      `<${begin}>c<${end}>d`,
    ]);
  });
});
