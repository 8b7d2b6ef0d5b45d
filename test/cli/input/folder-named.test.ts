import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "../run-main.js";

/** A folder with empty files. */
function folder(...names: readonly string[]): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), "");
  }
  return cwd;
}

describe("a folder in place of an answers file is answered by what to name", () => {
  it.each<[string, readonly string[], string, string]>([
    [
      "no answers file",
      ["services/readme.md"],
      "services",
      "a file, or a pattern of files: `'services/**/*.api-advisor.yaml'`",
    ],
    [
      "one",
      ["services/deep/a.api-advisor.yaml", "services/b.yaml"],
      "services/",
      "a file, such as `services/deep/a.api-advisor.yaml`, or a pattern of files: `'services/**/*.api-advisor.yaml'`",
    ],
    [
      "two of a name",
      ["services/b.api-advisor.yaml", "services/a.api-advisor.yaml"],
      "services",
      "a file, such as `services/a.api-advisor.yaml`, or a pattern that takes all 2: `'services/**/*.api-advisor.yaml'`",
    ],
    [
      "one without a name of its own",
      ["services/a/api-advisor.yaml", "services/b.api-advisor.yml"],
      "services",
      "a file, such as `services/a/api-advisor.yaml`, or a pattern that takes all 2: `'services/**/{*.,}api-advisor.{yaml,yml}'`",
    ],
    [
      "a name that is a pattern",
      ["my (new) one/api.md"],
      "my (new) one",
      "a file, or a pattern of files: `'my \\(new\\) one/**/*.api-advisor.yaml'`",
    ],
  ])("%s", async (_, names, name, expected) => {
    const { code, stderr } = await runMain(["check", name], { cwd: folder(...names) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `${name}: error: cannot be read: it is a directory\n  expected ${expected}\n`,
    });
  });

  it.each(["advise", "compare", "check -f jsonl"])("by `%s`, too", async (args) => {
    const cwd = folder("services/a.api-advisor.yaml");
    const { code, stdout, stderr } = await runMain([...args.split(" "), "services"], { cwd });
    expect(code).toBe(2);
    expect(stdout + stderr).toContain("services/a.api-advisor.yaml");
  });

  it.each(["page", "whatif --set latency=real-time", "decide --style hybrid", "embed api.md --answers"])(
    "without a pattern by `%s`, which takes one file",
    async (args) => {
      const cwd = folder("services/a.api-advisor.yaml", "services/b.api-advisor.yaml", "api.md");
      writeFileSync(join(cwd, "api.md"), "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n");
      const { code, stderr } = await runMain([...args.split(" "), "services"], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr:
          "services: error: cannot be read: it is a directory\n  expected a file, such as `services/a.api-advisor.yaml`\n",
      });
    },
  );

  it("whose pattern then takes the files", async () => {
    const cwd = folder("my (new) one/a.api-advisor.yaml");
    const { stderr } = await runMain(["check", String.raw`my \(new\) one/**/*.api-advisor.yaml`], { cwd });
    expect(stderr).toContain("my (new) one/a.api-advisor.yaml: error: is empty");
  });
});
