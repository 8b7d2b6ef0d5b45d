import { describe, expect, it } from "vitest";
import type { SeveralPage } from "../../../src/cli/ask/prompter.js";
import { type Lettered, readPick, readPicks } from "../../../src/cli/ask/read-picks.js";

const option = (id: string) => ({ id, label: `Label ${id}`, help: "", group: "" });
const page: SeveralPage = {
  place: "",
  ask: "",
  notes: [],
  choices: ["a", "b", "c", "none"].map(option),
  moves: [{ id: "unsure", letter: "u", label: "Not sure yet", help: "" }],
  current: [],
  canGoBack: true,
  forward: "skip",
  movesFirst: false,
  tab: null,
  soFar: null,
  none: "none",
};
const moves: readonly Lettered[] = [
  { kind: "move", id: "unsure", letter: "u" },
  { kind: "back", id: "", letter: "b" },
  { kind: "forward", id: "", letter: "s" },
];
const answered: SeveralPage = { ...page, current: ["b", "c"] };
const unsure: SeveralPage = { ...page, current: ["unsure"] };
const movesFirst: SeveralPage = { ...answered, movesFirst: true };

describe("readPick", () => {
  it.each([
    ["1", page, { kind: "choice", id: "a" }],
    ["04", page, { kind: "choice", id: "none" }],
    ["u", page, { kind: "move", id: "unsure" }],
    ["B", page, { kind: "back" }],
    ["s", page, { kind: "forward" }],
    ["", answered, { kind: "choice", id: "b" }],
    ["", unsure, { kind: "move", id: "unsure" }],
    ["", movesFirst, { kind: "move", id: "unsure" }],
  ] as const)("reads %j", (line, on, expected) => {
    expect(readPick(line, on, moves)).toEqual(expected);
  });

  it.each(["", "0", "5", "-1", "1.5", "x", "1 2", "a"])("does not take %j", (line) => {
    expect(typeof readPick(line, page, moves)).toBe("string");
  });
});

describe("readPicks", () => {
  it.each([
    ["2", page, ["b"]],
    ["3,1", page, ["a", "c"]],
    [" 1 , 2;3 ", page, ["a", "b", "c"]],
    ["1 1", page, ["a"]],
    ["4", page, ["none"]],
    ["", answered, ["b", "c"]],
  ] as const)("reads %j in the order of the page", (line, on, ids) => {
    expect(readPicks(line, on, moves)).toEqual({ kind: "choices", ids });
  });

  it.each(["", "1,4", "1,5", "u 1", ",", "0"])("does not take %j", (line) => {
    expect(typeof readPicks(line, page, moves)).toBe("string");
  });

  it("reads a letter", () => {
    expect(readPicks("b", page, moves)).toEqual({ kind: "back" });
  });
});
