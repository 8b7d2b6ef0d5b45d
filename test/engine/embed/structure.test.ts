import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, it } from "vitest";
import { blocksOf } from "../../../src/engine/embed/structure.js";

/** Lines that open, go on with and close what a Markdown document is made of. */
const line = fc.constantFrom(
  ...["", "", "", "a", "a", "b *c*", "12 a", "`c` d", "_a", "a --> b", "  a", "   x y", "    a", "\tx"],
  ...[
    "> a",
    ">",
    "> > b",
    "> ```",
    "- a",
    "-",
    "  - b",
    "    - c",
    "* a",
    "+ x > y",
    "- [x] a <!-- id: b -->",
  ],
  ...["1. a", "2. b", "   c", "# a", "# *a* b", "===", "---", "***", "* * *"],
  ...[
    "```",
    "```js",
    "   ```",
    "~~~",
    "  ```",
    "<div>",
    "</div>",
    "<foo>",
    "<!-- x",
    "-->",
    "<?x",
    "?>",
    "<!X",
  ],
  ...["<pre>", "</pre> a", "<script>", "a </script>", "<!-- api-advisor:begin -->", "  <!-- y -->"],
);

const shapeOf = ({ type, position, ...rest }: Nodes): unknown => [
  type,
  position?.start.line,
  position?.end.line,
  ...("children" in rest && type !== "paragraph" && type !== "heading" ? rest.children.map(shapeOf) : []),
];

it("finds the blocks that the parser finds in the whole text", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const whole = fromMarkdown(lines.join("\n")).children;
      expect(blocksOf(lines).map(shapeOf)).toEqual(whole.map(shapeOf));
    }),
    { numRuns: 2000 },
  );
});

it("finds them in lines that end in other ways, after a byte order mark", () => {
  const lines = ["\ufeff# a\r\n", "b\rc\r\n", "- d\n"];
  expect(blocksOf(lines).map(shapeOf)).toEqual([
    ["heading", 1, 1],
    ["paragraph", 2, 2],
    ["list", 3, 3, ["listItem", 3, 3, ["paragraph", 3, 3]]],
  ]);
});
