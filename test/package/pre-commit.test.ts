import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { runScript, succeed } from "./run-script.js";

const root = join(import.meta.dirname, "../..");
const { tarball } = inject("packed");

/** The two forms in docs/ci.md, with the tarball where they say that it is kept. */
const documented = [
  ...readFileSync(join(root, "docs/ci.md"), "utf8").matchAll(/^```yaml\n(repos:\n.*?)^```$/gms),
].map(([, text = ""]) => text.replace(`https://HOST/api-advisor-${manifest.version}.tgz`, tarball));

/** A repository with an answers file and a config of pre-commit, all of it staged. */
function repository(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), "pre-commit-"));
  cpSync(join(root, "examples/checkout.yaml"), join(folder, "shop.api-advisor.yaml"));
  writeFileSync(join(folder, ".pre-commit-config.yaml"), config);
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  succeed("git init --quiet && git add .", folder);
  return folder;
}

const installed = spawnSync("pre-commit", ["--version"]).status === 0;

describe.skipIf(!installed)("pre-commit (skipped where it is not installed)", () => {
  const env = { PRE_COMMIT_HOME: mkdtempSync(join(tmpdir(), "pre-commit-home-")) };
  const run = (folder: string) => runScript("pre-commit run --all-files --verbose 2>&1", folder, env);

  it.each([
    ["from a tarball", documented[0], ""],
    ["from the project", documented[1], "npm init --yes > npm.log && npm install --save-dev TARBALL"],
  ])("runs the documented hook %s, which passes and fails as `check` does", (_, config = "", prepare) => {
    const folder = repository(config.replace("[--require-decision]", "[]"));
    succeed(prepare.replace("TARBALL", tarball), folder);
    const green = run(folder);
    expect([green.status, green.stdout]).toEqual([0, expect.stringMatching(/Passed.*3 surfaces: 3 pass/s)]);
    writeFileSync(join(folder, ".api-advisorrc.yaml"), "require-decision: true\n");
    const red = run(folder);
    expect([red.status, red.stdout]).toEqual([
      1,
      expect.stringMatching(/Failed.*3 surfaces: 0 pass, 3 fail/s),
    ]);
  });

  it("looks at files with the usual names alone", () => {
    const folder = repository(documented[0] ?? "");
    succeed("git mv shop.api-advisor.yaml shop.api-advisor.yaml.md", folder);
    expect(run(folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("(no files to check)Skipped"),
    });
  });
});
