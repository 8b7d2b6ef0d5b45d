import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";

const answers = `version: 1
service: shop
surfaces:
  chat: { answers: { interaction-style: real-time-two-way, client-liveness: presence } }
  catalogue: { answers: { interaction-style: independent-requests, cacheability: mostly-shared-reads } }
`;
const one = "# Notes\n\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n\nThe end";
const two =
  "<!-- api-advisor:begin chat -->\n<!-- api-advisor:end -->\n<!-- api-advisor:begin rest -->\n<!-- api-advisor:end -->\n";

function folder(document: string): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "a.yaml"), answers);
  writeFileSync(join(cwd, "doc.md"), document);
  return cwd;
}

const embed = (cwd: string, ...more: readonly string[]) =>
  runMain(["embed", "doc.md", "--answers", "a.yaml", ...more], { cwd });
const read = (cwd: string): string => readFileSync(join(cwd, "doc.md"), "utf8");

describe("embed", () => {
  it("writes a checklist between the markers, once and for all", async () => {
    const cwd = folder(one);
    const run = await embed(cwd);
    expect(run).toMatchObject({ code: 0, stdout: "", stderr: "doc.md updated.\n" });
    const text = read(cwd);
    expect(text.startsWith("# Notes\n\n<!-- api-advisor:begin -->\n\n")).toBe(true);
    expect(text.endsWith("\n\n<!-- api-advisor:end -->\n\nThe end")).toBe(true);
    expect(text).toMatch(/- \[ \] .*<!-- id: chat\//);
    expect(text).toMatch(/- \[ \] .*<!-- id: catalogue\//);
    const before = statSync(join(cwd, "doc.md"), { bigint: true });
    expect((await embed(cwd)).stderr).toBe("doc.md is up to date.\n");
    expect(read(cwd)).toBe(text);
    expect(statSync(join(cwd, "doc.md"), { bigint: true }).mtimeNs).toBe(before.mtimeNs);
  });

  it("warns of answers that do not fit each other", async () => {
    const cwd = folder(one);
    writeFileSync(
      join(cwd, "a.yaml"),
      answers.replace("cacheability: mostly-shared-reads", "identity: public, revocation: immediate"),
    );
    const run = await embed(cwd, "--surface", "catalogue");
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(
      /^warning: shop · catalogue: answers that do not fit .*\ndoc\.md updated\.\n$/,
    );
  });

  it("keeps ticks and notes when answers change, and says which items are no longer asked", async () => {
    const cwd = folder(one);
    await embed(cwd, "--surface", "catalogue");
    const ids = (box: string): readonly string[] =>
      [...read(cwd).matchAll(/^- \[(.)\] .*<!-- id: (\S+) \w+ -->\\?$/gm)].flatMap(([, mark, id = ""]) =>
        mark === box ? [id] : [],
      );
    const all = ids(" ");
    const ticked = read(cwd)
      .replaceAll("- [ ] ", "- [x] ")
      .replace(/^(- \[x\] .*)$/gm, "$1 Ann: yes.");
    writeFileSync(join(cwd, "doc.md"), ticked);
    writeFileSync(join(cwd, "a.yaml"), answers.replace("mostly-shared-reads", "mixed"));
    const run = await embed(cwd, "--surface", "catalogue");
    expect(ids("x")).toEqual(expect.arrayContaining([...all]));
    expect(read(cwd).match(/Ann: yes\./g)).toHaveLength(all.length);
    const [asked = "", gone = ""] = read(cwd).split("## No longer asked");
    const lost = all.filter((id) => gone.includes(` ${id} `));
    expect(lost.filter((id) => asked.includes(` ${id} `))).toEqual([]);
    expect(lost.length).toBeGreaterThan(0);
    expect(run.stderr).toBe(
      `doc.md updated. No longer asked, and kept at the end of the block: ${lost.join(", ")}.\n`,
    );
    expect((await embed(cwd, "--surface", "catalogue", "--check")).code).toBe(0);
  });

  it("writes a summary on demand, of one surface, into the block of its name", async () => {
    const cwd = folder(two);
    expect((await embed(cwd, "--surface", "chat", "--as", "markdown")).code).toBe(0);
    const [chat = "", rest = ""] = read(cwd).split("<!-- api-advisor:begin rest -->");
    expect(chat).toContain("stateful");
    expect(chat).not.toContain("catalogue");
    expect(rest).toBe("\n<!-- api-advisor:end -->\n");
    expect((await embed(cwd, "--surface", "catalogue", "--block", "rest")).code).toBe(0);
    expect(read(cwd).startsWith(chat)).toBe(true);
  });

  it("refuses a checklist of two services of one name, whose ticks it could not tell apart", async () => {
    const cwd = folder(one);
    for (const name of ["a", "b"]) writeFileSync(join(cwd, `${name}.api-advisor.yaml`), answers);
    const into = (...more: readonly string[]) => runMain(["embed", "doc.md", ...more], { cwd });
    const { code, stderr } = await into();
    expect({ code, text: read(cwd) }).toEqual({ code: 2, text: one });
    expect(stderr).toContain("b.api-advisor.yaml: error: there is more than one service `shop`");
    expect((await into("--as", "markdown")).code).toBe(0);
    writeFileSync(join(cwd, "b.api-advisor.yaml"), answers.replace(/chat|catalogue/g, "$&-2"));
    expect((await into()).code).toBe(0);
  });

  it("keeps a picture up to date, in a block of its own", async () => {
    const cwd = folder(two);
    const draw = (...more: readonly string[]) =>
      embed(cwd, "--surface", "catalogue", "--block", "rest", "--as", "mermaid", ...more);
    const fences = (): readonly string[] => read(cwd).match(/^```.*$/gm) ?? [];
    await draw();
    expect(fences()).toEqual(["```mermaid", "```"]);
    expect(read(cwd)).toContain('--> instances["Any instance"]\n');
    expect(await draw("--check")).toEqual({ code: 0, stdout: "", stderr: "" });
    writeFileSync(join(cwd, "a.yaml"), answers.replace("independent-requests", "real-time-two-way"));
    const stale = await draw("--check");
    expect(stale.code).toBe(1);
    expect(stale.stdout).toMatch(/^- {2}client.* instances\["Any instance"\]$/m);
    expect(stale.stdout).toMatch(/^\+ {2}client.* instances\["One instance only<br>/m);
    expect((await draw()).stderr).toBe("doc.md updated.\n");
    expect(fences()).toEqual(["```mermaid", "```"]);
    expect(read(cwd)).not.toContain("Any instance");
  });

  it("says with --check what is stale, as a difference, and writes nothing", async () => {
    const cwd = folder(one);
    const stale = await embed(cwd, "--check");
    expect(stale).toMatchObject({ code: 1, stderr: "" });
    expect(stale.stdout).toMatch(/^--- doc\.md\n\+\+\+ doc\.md\n@@ -1,6 \+1,\d+ @@\n # Notes\n/);
    expect(read(cwd)).toBe(one);
    await embed(cwd);
    expect(await embed(cwd, "--check")).toEqual({ code: 0, stdout: "", stderr: "" });
    writeFileSync(join(cwd, "doc.md"), read(cwd).replaceAll("- [ ] ", "- [x] "));
    expect((await embed(cwd, "--check")).code).toBe(0);
  });

  it.each<[string, string, readonly string[], RegExp]>([
    ["a document without markers", "# Doc\n", [], /^doc\.md: error: has no markers/],
    ["a marker alone", "a\n<!-- api-advisor:begin -->\n", [], /^doc\.md:2:1: error: this begin marker/],
    ["several blocks, and no word which", two, [], /^doc\.md: error: `--block`.*\n.*one of chat, rest/],
    ["a block that there is not", two, ["--block", "chart"], /did you mean `chat`/],
    ["a surface that there is not", one, ["--surface", "chatt"], /^a\.yaml: error: .*did you mean `chat`/],
    ["a format that does not go into Markdown", one, ["--as", "json"], /checklist, markdown, mermaid/],
  ])("refuses %s, and leaves the document unchanged", async (_, document, more, message) => {
    const cwd = folder(document);
    const run = await embed(cwd, ...more);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(message);
    expect(read(cwd)).toBe(document);
  });

  it("looks at the document first, before answers are so much as read", async () => {
    const cwd = folder("# Doc\n");
    const run = await runMain(["embed", "doc.md", "--answers", "gone.yaml", "--rules", "gone"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^doc\.md: error: has no markers/);
    expect(run.stderr).not.toContain("gone");
  });

  it("needs a document that there is, and answers", async () => {
    const cwd = folder(one);
    expect((await runMain(["embed", "gone.md", "--answers", "a.yaml"], { cwd })).code).toBe(2);
    expect((await runMain(["embed", "doc.md", "--answers", "gone.yaml"], { cwd })).code).toBe(2);
    expect((await runMain(["embed", "doc.md"], { cwd })).code).toBe(2);
  });
});
