import { describe, expect, it } from "vitest";
import { html, nothing, section, sourceAnchor } from "../../../../src/engine/report/html/writer.js";

describe("a part of a surface", () => {
  it("is nothing without content", () => {
    expect(section("one", "One", nothing, nothing).text).toBe("");
  });

  it("leaves out content that is nothing", () => {
    expect(section("one", "One", nothing, html`<p>a</p>`, nothing, html`<p>b</p>`).text).toBe(
      '<section>\n<h3 id="one">One</h3>\n<p>a</p> <p>b</p>\n</section>\n',
    );
  });
});

it("the entry of a source can be led to, whatever is in its id", () => {
  expect(sourceAnchor("rfc-1")).toBe("source-rfc-1");
  expect(sourceAnchor("a b\ud800")).toBe("source-a%20b%EF%BF%BD");
});
