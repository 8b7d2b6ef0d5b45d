import { describe, expect, it } from "vitest";
import { wrapText } from "../../../src/engine/report/wrap-text.js";

const x = (columns: number): string => "x".repeat(columns);

describe("a text in ten columns", () => {
  it.each([
    ["stays on one line that it fills", "a bb ccccc", ["a bb ccccc"]],
    ["breaks at the last space that fits", "a bb ccccc d", ["a bb ccccc", "d"]],
    ["breaks again and again", "aaaa bbbb cccc dddd eeeeee", ["aaaa bbbb", "cccc dddd", "eeeeee"]],
    ["breaks a long word on a line of its own", x(24), [x(10), x(10), x(4)]],
    ["leaves no empty line behind a word of whole lines", `${x(20)} a`, [x(10), x(10), "a"]],
    ["begins a long word beside others, where that saves a line", `aaaa ${x(13)}`, ["aaaa xxxxx", x(8)]],
    ["does so on a later line, too", `aaaa bbbb cccc ${x(13)} d`, ["aaaa bbbb", "cccc xxxxx", `${x(8)} d`]],
    ["begins a long word on the next line, where that takes no more", `ab ${x(20)}`, ["ab", x(10), x(10)]],
    [
      "begins it on this line, where the next would take one more",
      `ab ${x(21)}`,
      [`ab ${x(7)}`, x(10), x(4)],
    ],
    ["goes on beside the end of a long word", `${x(12)} aaaaaaa b`, [x(10), "xx aaaaaaa", "b"]],
  ])("%s", (_, text, expected) => {
    expect(wrapText(text, 10)).toEqual(expected);
  });
});

it.each([1, 0, -4])("a text in %i columns has a character a line", (columns) => {
  expect(wrapText("ab c", columns)).toEqual(["a", "b", "c"]);
  expect(wrapText("漢", columns)).toEqual(["漢"]);
});

describe("what other text becomes", () => {
  it.each([
    ["with spaces before it", " ab cd", ["ab", "cd"]],
    ["with spaces behind it", "ab cd ", ["ab", "cd"]],
    ["with several spaces in it", "ab  cd", ["ab", "cd"]],
    ["with a space at its beginning that glues", "\u00a0ab cd", ["ab", "cd"]],
    ["of wide characters", "漢字", ["漢", "字"]],
    [
      "in one of many colours",
      "\u001b[38;5;1mabc de\u001b[39m",
      ["\u001b[38;5;1mabc\u001b[39m", "\u001b[38;5;1mde\u001b[39m"],
    ],
  ])("%s", (_, text, expected) => {
    expect(wrapText(text, 3)).toEqual(expected);
  });
});

it("no colour is begun for nothing", () => {
  expect(wrapText("ab\u001b[31m cd\u001b[39m", 2)).toEqual(["ab", "\u001b[31mcd\u001b[39m"]);
});
