import { describe, expect, it } from "vitest";
import { shortTitles, surfaceTitle, toldApart } from "../../../src/engine/report/wording/titles.js";

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
    expect(shortTitles(surfaces)).toEqual(titles);
  });

  it("stay as they are where they differ", () => {
    expect(toldApart([on("a", "b"), on("a", "c")], ["x", "y"])).toEqual(["x", "y"]);
    expect(toldApart([on("a", "b"), on("a", "b")], ["x", "x"])).toEqual(["x", "x"]);
  });

  it("have the file after them where they do not", () => {
    expect(toldApart([on("a", "b"), on("a", "b", "b.yaml")], ["x", "x"])).toEqual([
      "x (a.yaml)",
      "x (b.yaml)",
    ]);
  });
});
