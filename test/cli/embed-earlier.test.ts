import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";

/* A block as it was for a surface of `examples/checkout.yaml` when there was an item for everything, in all its words. */

const earlier = readFileSync(new URL("earlier-checklist.md", import.meta.url), "utf8");
const begin = "<!-- api-advisor:begin -->\n";
const empty =
  earlier.slice(0, earlier.indexOf(begin) + begin.length) +
  earlier.slice(earlier.indexOf("<!-- api-advisor:end"));

async function brought(document: string, ...more: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const path = join(cwd, "doc.md");
  writeFileSync(path, document);
  const run = await runMain(
    ["embed", path, "--answers", "examples/checkout.yaml", "--surface", "support-chat", ...more],
    { cwd: process.cwd() },
  );
  expect(run.code).toBe(0);
  return { text: readFileSync(path, "utf8"), said: run.stderr };
}

const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/<!-- id: (\S+)/g)].map(([, id = ""]) => id);

describe("a checklist of an earlier version", () => {
  it("that nobody touched becomes what is written anew", async () => {
    expect((await brought(earlier)).text).toBe((await brought(empty)).text);
  });

  it.each<[string, readonly string[]]>([
    ["", []],
    [", in all words", ["--details"]],
  ])("keeps every tick and note%s", async (_, more) => {
    let note = 0;
    const marked = earlier.replace(/^- \[ \] .*\n(?: {6}.*\n)*/gm, (item) => {
      note += 1;
      return `${item.replace("[ ]", "[x]")}  - Note ${note}.\n`;
    });
    const before = idsIn(earlier);
    expect(note).toBe(before.length);
    const { text, said } = await brought(marked, ...more);
    const [asked = "", gone = ""] = text.split("## No longer asked");
    const now = idsIn((await brought(empty, ...more)).text);
    for (const [at, id] of before.entries()) {
      const part = now.includes(id) ? asked : gone;
      const item = part.slice(part.lastIndexOf("\n- [", part.indexOf(`<!-- id: ${id} `)));
      expect(item).toMatch(/^\n- \[x\] /);
      expect(item.indexOf(`\n  - Note ${at + 1}.\n`)).toBeGreaterThan(0);
      expect(item.indexOf(`\n  - Note ${at + 1}.\n`)).toBeLessThan(`${item}\n- [`.indexOf("\n- [", 1));
    }
    // Nothing of the earlier words is taken for theirs.
    expect(
      asked
        .replace(/\n {2}- Note \d+\./g, "")
        .replaceAll("[x]", "[ ]")
        .trim(),
    ).toBe((await brought(empty, ...more)).text.split("<!-- written:")[0]?.trim());
    const lost = before.filter((id) => !now.includes(id));
    expect(said).toBe(
      `${said.split(" updated.")[0]} updated. No longer asked, and kept at the end of the block: ${lost.join(", ")}.\n`,
    );
    expect(lost.filter((id) => /\/(?:mitigate|handle)\//.test(id)).length === 0).toBe(more.length > 0);
  });
});
