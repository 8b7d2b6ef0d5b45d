import { expect, it } from "vitest";
import { sourceAnchor } from "../../../../src/engine/report/html/writer.js";

it("the entry of a source can be led to, whatever is in its id", () => {
  expect(sourceAnchor("rfc-1")).toBe("source-rfc-1");
  expect(sourceAnchor("a b\ud800")).toBe("source-a%20b%EF%BF%BD");
});
