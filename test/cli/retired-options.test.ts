import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../engine/small-pack.js";
import { runMain } from "./run-main.js";

/** Of the small pack, `lots` is read as `many`; `varying` as an open question. */
const answers = "version: 1\nservice: shop\nanswers: { style: stream, load: lots }\n";
const markers = "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n";

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  writeFileSync(join(cwd, "pack.yaml"), smallPackText);
  writeFileSync(join(cwd, "a.yaml"), answers);
  writeFileSync(join(cwd, "lines.jsonl"), '{"version":1,"service":"shop","answers":{"load":"lots"}}\n');
  writeFileSync(join(cwd, "doc.md"), markers);
  return cwd;
}

const run = (args: readonly string[], cwd = folder()) => runMain([...args, "-r", "pack.yaml"], { cwd });

describe("an option that is retired", () => {
  it.each<[string, readonly string[]]>([
    ["advise", ["advise", "a.yaml", "--no-analysis"]],
    ["advise by lines", ["advise", "lines.jsonl", "-f", "jsonl", "--no-analysis"]],
    ["check", ["check", "a.yaml", "--no-analysis"]],
    ["check by lines", ["check", "a.yaml", "-f", "jsonl", "--no-analysis"]],
    ["compare", ["compare", "a.yaml"]],
    ["whatif", ["whatif", "a.yaml", "--set", "style=apart"]],
    ["decide", ["decide", "a.yaml", "--style", "stateful"]],
    ["embed", ["embed", "doc.md", "--answers", "a.yaml"]],
  ])("is read as the one that replaces it by %s, with one warning and exit code 0", async (_, args) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(0);
    expect(stderr.match(/warning: .*`lots`/g)).toHaveLength(1);
    expect(stderr).toContain("`many`");
    expect(stderr).not.toContain("error");
  });

  it.each([
    ["rules test", ["rules", "test", "-r", "pack.yaml"], 1],
    // Both versions read the cases beside them.
    ["rules diff", ["rules", "diff", "pack.yaml", "pack.yaml"], 2],
  ])("is warned of in a case by %s", async (_, args, warnings) => {
    const cwd = folder();
    mkdirSync(join(cwd, "cases"));
    const text = "cases:\n  busy: { about: Many., answers: { load: lots }, expect: { fires: [crowds] } }\n";
    writeFileSync(join(cwd, "cases", "a.yaml"), text);
    const { code, stderr } = await runMain(args, { cwd });
    expect(code).toBe(0);
    expect(stderr.match(/warning: .*`lots`/g)).toHaveLength(warnings);
  });

  it.each<[string, readonly string[]]>([
    ["advise", ["advise", "a.yaml", "--no-analysis"]],
    ["whatif", ["whatif", "a.yaml"]],
  ])("may be set for %s, with a warning", async (_, args) => {
    const { code, stderr } = await run([...args, "--set", "load=varying"]);
    expect(code).toBe(0);
    expect(stderr).toContain("`varying`");
  });

  it("leaves a decision as it is: the answers are what the file says", async () => {
    const cwd = folder();
    await run(["decide", "a.yaml", "--style", "stateful"], cwd);
    expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toContain("load: lots\n");
    const before = smallPackText.replace("lots: { replaced-by: many }", "odd: { replaced-by: few }");
    writeFileSync(
      join(cwd, "before.yaml"),
      before.replace("many: { label: Many", "lots: { label: Lots, help: So. }\n      many: { label: Many"),
    );
    const decided = await runMain(["check", "a.yaml", "-r", "before.yaml", "--no-analysis"], { cwd });
    expect(decided).toMatchObject({ code: 0, stderr: "" });
    expect((await run(["check", "a.yaml", "--no-analysis"], cwd)).code).toBe(0);
  });

  it("may be replaced as the warning says, and a decision still holds", async () => {
    const cwd = folder();
    await run(["decide", "a.yaml", "--style", "stateful"], cwd);
    const decided = readFileSync(join(cwd, "a.yaml"), "utf8");
    const checkWith = async (load: string) => {
      writeFileSync(join(cwd, "a.yaml"), decided.replace("load: lots }", `load: ${load} }`));
      return run(["check", "a.yaml", "--no-analysis"], cwd);
    };
    expect(await checkWith("many")).toMatchObject({ code: 0, stderr: "" });
    const other = await checkWith("few");
    expect(other.code).toBe(1);
    expect(other.stdout.replaceAll(/\s+/g, " ")).toContain("load was many, is now few");
  });
});
