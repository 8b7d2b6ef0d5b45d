import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isUnedited, sealed } from "../../../src/cli/output/seal.js";
import { runMain } from "../run-main.js";

const answers = "version: 1\nservice: a\nanswers: { latency: relaxed }\n";
const other = "version: 1\nservice: a\nanswers: { interaction-style: real-time-two-way }\n";

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "in.yaml"), answers);
  return cwd;
}

const output = (cwd: string, name: string) =>
  runMain(["advise", "in.yaml", "--no-analysis", "-o", name], { cwd });
const read = (cwd: string): string => readFileSync(join(cwd, "out.md"), "utf8");

describe("a file that people go on writing in", () => {
  it.each(["adr", "checklist", "markdown"])("is replaced as %s as long as nobody has", async (format) => {
    const cwd = folder();
    expect((await output(cwd, `${format}=out.md`)).code).toBe(0);
    const first = read(cwd);
    writeFileSync(join(cwd, "in.yaml"), other);
    expect((await output(cwd, `${format}=out.md`)).code).toBe(0);
    expect(read(cwd)).not.toBe(first);
    writeFileSync(join(cwd, "out.md"), `${read(cwd)}\nAgreed on Tuesday.\n`);
    const edited = read(cwd);
    const run = await output(cwd, `${format}=out.md`);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /^out\.md: error: has been edited since it was written.*\n.*delete it first\n$/,
    );
    expect(read(cwd)).toBe(edited);
  });

  it("is not written over any other file either, but into an empty one", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "out.md"), "# Decision 7\n");
    expect((await output(cwd, "adr=out.md")).code).toBe(2);
    expect(read(cwd)).toBe("# Decision 7\n");
    writeFileSync(join(cwd, "out.md"), "");
    expect((await output(cwd, "adr=out.md")).code).toBe(0);
  });

  it("has the report as it is on standard output, and one line more", async () => {
    const cwd = folder();
    await output(cwd, "adr=out.md");
    const { stdout } = await runMain(["advise", "in.yaml", "--no-analysis", "-f", "adr"], { cwd });
    expect(read(cwd).replace(/\n<!-- written by api-advisor \([0-9a-f]{16}\); .* -->\n$/, "")).toBe(stdout);
  });
});

it.each(["json", "html", "text"])("a file that is only looked at is replaced: %s", async (format) => {
  const cwd = folder();
  writeFileSync(join(cwd, "out.md"), "old");
  expect((await output(cwd, `${format}=out.md`)).code).toBe(0);
  expect(read(cwd)).not.toContain("<!-- written by");
});

it.each<[string, (text: string) => string, boolean]>([
  ["as it was written", (text) => text, true],
  ["with other line ends", (text) => text.replaceAll("\n", "\r\n"), true],
  ["without the last line end", (text) => text.trimEnd(), true],
  ["with a word more", (text) => text.replace("one", "one and"), false],
  ["with a line after the last", (text) => `${text}more\n`, false],
  ["without its last line", (text) => text.replace(/<!--.*-->/, ""), false],
  ["with a box ticked", (text) => text.replace("[ ]", "[x]"), false],
  ["empty", () => "\n", true],
])("a text %s is known", (_, change, unedited) => {
  expect(isUnedited(change(sealed("# Head\n\n- [ ] one\n")))).toBe(unedited);
});
