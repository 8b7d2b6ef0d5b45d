import { describe, expect, it } from "vitest";
import { type ListState, type Pressed, press, rowsOf, startState } from "../../../src/cli/ask/list-state.js";
import { type Page, plainPage, type SeveralPage } from "../../../src/cli/ask/prompter.js";

const choice = (id: string) => ({ id, label: `Label ${id}`, help: `Help on ${id}`, group: "" });
const page: Page = {
  ...plainPage,
  ask: "Which?",
  choices: ["a", "b", "c", "d", "e"].map(choice),
  moves: [{ id: "unsure", letter: "u", label: "Not sure yet", help: "" }],
  canGoBack: true,
  forward: "skip",
};
const several: SeveralPage = { ...page, none: "e" };
const review: Page = { ...page, movesFirst: true, tab: "result", forward: null };
const long: Page = { ...page, choices: "abcdefghijkl".split("").map(choice) };

/** Presses keys one after another; single characters are typed, with what is on the line so far. */
function pressAll(on: Page | SeveralPage, keys: readonly string[], current: readonly string[] = []): Pressed {
  const at = { ...on, current };
  const rows = rowsOf(at, "Back");
  let state: ListState = startState(at, rows);
  let line = "";
  for (const key of keys) {
    line = key.length > 1 ? line : (state.filter === null ? "" : line) + key;
    const pressed = press({ page: at, rows, pageSize: 4 }, state, { name: key, ctrl: false }, line);
    if ("picked" in pressed) return pressed;
    if (state.filter === null || pressed.state.filter === null) line = "";
    state = pressed.state;
  }
  return { state };
}

function highlighted(on: Page | SeveralPage, keys: readonly string[]): string | undefined {
  const pressed = pressAll(on, keys);
  return "state" in pressed ? pressed.state.row?.id || pressed.state.row?.kind : "picked";
}

describe("the highlight", () => {
  it.each<[keys: string, on: Page | SeveralPage, row: string]>([
    ["down", page, "b"],
    ["up", page, "back"],
    ["up down", page, "a"],
    ["j j k", page, "b"],
    ["k", page, "back"],
    ["end", page, "back"],
    ["end home", page, "a"],
    ["pagedown", page, "d"],
    ["pagedown pagedown pagedown", page, "back"],
    ["end pageup", page, "d"],
    ["pagedown pageup pageup", page, "a"],
    ["4", page, "d"],
    ["4 9", page, "d"],
    ["3", review, "c"],
    ["3", long, "a"],
    ["tab", page, "a"],
    ["down tab", review, "a"],
    ["end tab", review, "unsure"],
    ["tab tab", review, "unsure"],
    ["x", page, "a"],
  ])("after %s", (keys, on, row) => {
    expect(highlighted(on, keys.split(" "))).toBe(row);
  });

  it("begins at the current choice or move", () => {
    expect(pressAll(page, ["return"], ["c"])).toEqual({ picked: { kind: "choice", id: "c" } });
    expect(pressAll(several, ["return"], ["unsure"])).toEqual({ picked: { kind: "move", id: "unsure" } });
  });
});

describe("the filter", () => {
  it.each<[keys: string, row: string | undefined]>([
    ["/ d", "d"],
    ["/ D", "d"],
    ["/ c down", "c"],
    ["/ l a b e l down", "b"],
    ["/ l a b e l up", "e"],
    ["/ j", "a"],
    ["/ d escape", "d"],
    ["/ d escape up", "c"],
    ["/ backspace down", "b"],
    ["/ 4", "a"],
  ])("%s", (keys, row) => {
    expect(highlighted(page, keys.split(" "))).toBe(row);
  });

  it("has choices with every word, in their label or help, and no moves", () => {
    expect(pressAll(page, [..."/help o", "n", " ", "c", "return"])).toEqual({
      picked: { kind: "choice", id: "c" },
    });
    const missing = pressAll(page, [..."/not sure", "return"]);
    expect(missing).toMatchObject({ state: { filter: "not sure" } });
  });

  it("does not end a page with several choices, which it marks", () => {
    const pressed = pressAll(several, ["/", "c", "space", "return"]);
    expect(pressed).toMatchObject({ state: { filter: null, marked: new Set(["c"]), row: { id: "c" } } });
  });
});

describe("what ends a page", () => {
  it.each<[keys: string, on: Page | SeveralPage, picked: object]>([
    ["return", page, { kind: "choice", id: "a" }],
    ["2 enter", page, { kind: "choice", id: "b" }],
    ["left", page, { kind: "back" }],
    ["escape", page, { kind: "back" }],
    ["right", page, { kind: "forward" }],
    ["end return", page, { kind: "back" }],
    ["3 1 return", several, { kind: "choices", ids: ["a", "c"] }],
    ["space down space down down space return", several, { kind: "choices", ids: ["a", "b", "d"] }],
    ["end up space", several, { kind: "move", id: "unsure" }],
    ["tab return", review, { kind: "choice", id: "a" }],
  ])("%s", (keys, on, picked) => {
    expect(pressAll(on, keys.split(" "))).toEqual({ picked });
  });

  it.each([
    ["return", "Nothing is selected"],
    ["1 5 return", "“Label e” cannot be combined with others."],
  ])("but not %s with several choices", (keys, problem) => {
    expect(pressAll(several, keys.split(" "))).toMatchObject({
      state: { problem: expect.stringContaining(problem) },
    });
  });

  it("is not a key that the page does not have", () => {
    expect(
      highlighted({ ...page, canGoBack: false, forward: null }, ["left", "right", "escape", "space"]),
    ).toBe("a");
  });
});
