import { describe, expect, it } from "vitest";
import { exceeds } from "../../../src/engine/parse/inspect-nodes.js";

describe("a value holds more than so many", () => {
  const twice = { a: "x" };
  it.each([
    ["a text, which is one", "text", 1],
    ["nothing, which is one too", null, 1],
    ["an empty list", [], 1],
    ["a list and its items", [1, null, "text"], 4],
    ["a mapping and its values, without its keys", { a: 1, b: [true] }, 4],
    ["what is reached twice, twice", [twice, twice], 5],
  ])("%s", (_, value, count) => {
    expect(exceeds(value, count - 1)).toBe(true);
    expect(exceeds(value, count)).toBe(false);
  });

  it("when it holds itself", () => {
    const endless: unknown[] = [];
    endless.push(endless, 1);
    expect(exceeds(endless, 1000)).toBe(true);
  });
});
