import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../../src/engine/embed/unified-diff.js";

/** The result of Git applying a diff to a text. */
function applied(before: string, diff: string): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "a.md"), before);
  execFileSync("git", ["apply", "-p0", "--unidiff-zero", "-"], { cwd, input: diff, stdio: "pipe" });
  return readFileSync(join(cwd, "a.md"), "utf8");
}

describe("a unified diff", () => {
  it("of equal texts is empty", () => {
    expect(unifiedDiff("a.md", "a\nb", "a\nb")).toBe("");
  });

  it.each<[string, string, string, string]>([
    ["a changed line", "a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"],
    ["an added line", "a\n", "a\nb\n", "@@ -1,1 +1,2 @@\n a\n+b\n"],
    ["the first lines", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n"],
    ["a last line feed", "a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"],
    [
      "two places far from each other",
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
      "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n",
    ],
    [
      "two places whose surroundings touch",
      "x\n1\n2\n3\n4\n5\n6\nx\n",
      "y\n1\n2\n3\n4\n5\n6\ny\n",
      "@@ -1,8 +1,8 @@\n-x\n+y\n 1\n 2\n 3\n 4\n 5\n 6\n-x\n+y\n",
    ],
    ["a line before what both have", "a\nb\nc\n", "x\na\nb\ny\n", "@@ -1,3 +1,4 @@\n+x\n a\n b\n-c\n+y\n"],
    ["a line out and another in", "a\nb\nc\n", "b\nc\nd\n", "@@ -1,3 +1,3 @@\n-a\n b\n c\n+d\n"],
    [
      "as few lines as can be",
      "c\na\nb\nd\n",
      "x\na\nc\nb\ny\n",
      "@@ -1,4 +1,5 @@\n-c\n+x\n a\n+c\n b\n-d\n+y\n",
    ],
  ])("of %s", (_, before, after, hunks) => {
    const diff = unifiedDiff("a.md", before, after);
    expect(diff).toBe(`--- a.md\n+++ a.md\n${hunks}`);
    expect(applied(before, diff)).toBe(after);
  });

  it("turns any text into any other", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 24 })
      .chain((lines) => fc.constantFrom(lines.join("\n"), `${lines.join("\n")}\n`));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== "");
        expect(applied(before, unifiedDiff("a.md", before, after))).toBe(after);
      }),
      { numRuns: 60, seed: 20260630 },
    );
  });
});
