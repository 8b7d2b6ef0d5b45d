import { describe, expect, it } from "vitest";
import { surfaceTitle, withShortTitles, withTitles } from "../../../src/engine/report/wording/titles.js";

const on = (service: string, surface: string, source = "a.yaml", line = 1) => ({
  service,
  surface,
  source,
  at: { file: source, line, column: 1 },
});

it.each([
  ["shop", "cart", "shop · cart"],
  ["shop", "shop", "shop"],
])("the surface of %s that is called %s has the title %s", (service, surface, title) => {
  expect(surfaceTitle({ service, surface })).toBe(title);
});

describe("titles of one list", () => {
  it.each([
    ["nothing", [], []],
    ["one service", [on("shop", "cart"), on("shop", "shop")], ["cart", "shop"]],
    [
      "several services",
      [on("shop", "cart"), on("bank", "cart"), on("bank", "bank")],
      ["shop · cart", "bank · cart", "bank"],
    ],
    [
      "one service in two files",
      [on("shop", "cart"), on("shop", "pay"), on("shop", "cart", "b.yaml")],
      ["cart (a.yaml)", "pay (a.yaml)", "cart (b.yaml)"],
    ],
    [
      "one service twice in a file",
      [on("shop", "cart"), on("shop", "cart", "a.yaml", 20)],
      ["cart (a.yaml:1)", "cart (a.yaml:20)"],
    ],
  ])("of %s", (_, surfaces, titles) => {
    expect(withShortTitles(surfaces).map(([title]) => title)).toEqual(titles);
  });

  const titled = (surfaces: readonly ReturnType<typeof on>[]): readonly string[] =>
    withTitles(surfaces, ({ surface }) => surface).map(([title]) => title);

  it("stay as they are if they differ, or if nothing tells them apart", () => {
    expect(titled([on("a", "x"), on("a", "y")])).toEqual(["x", "y"]);
    expect(titled([on("a", "x"), on("a", "x")])).toEqual(["x", "x"]);
  });

  it("have the file after them if they do not", () => {
    expect(titled([on("a", "x"), on("a", "x", "b.yaml")])).toEqual(["x (a.yaml)", "x (b.yaml)"]);
  });
});
