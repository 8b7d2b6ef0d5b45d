import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, type Options } from "prettier";
import { expect, it } from "vitest";
import { runMain } from "./run-main.js";

it.each<[string, Options]>([
  ["as it is", {}],
  ["with its lines wrapped", { proseWrap: "always", tabWidth: 4 }],
])("embed leaves a document alone that Prettier wrote, %s", async (_, options) => {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const file = join(cwd, "doc.md");
  writeFileSync(
    join(cwd, "a.yaml"),
    "version: 1\nservice: shop\nanswers: { interaction-style: real-time-two-way, client-liveness: presence }\n",
  );
  writeFileSync(file, "# Notes\n\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n\nThe end");
  const embed = (...more: readonly string[]) =>
    runMain(["embed", "doc.md", "--answers", "a.yaml", ...more], { cwd });
  for (const as of ["checklist", "markdown", "mermaid"]) {
    await embed("--as", as);
    const written = readFileSync(file, "utf8");
    const formatted = await format(written, { parser: "markdown", ...options });
    if (Object.keys(options).length === 0) expect(formatted.trim()).toBe(written.trim());
    writeFileSync(file, formatted);
    expect(await embed("--as", as, "--check")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await embed("--as", as)).stderr).toBe("doc.md is up to date.\n");
    expect(readFileSync(file, "utf8")).toBe(formatted);
  }
});
