import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, folderOf, git, originOf, stepOf } from "./action-steps.js";
import { runMain } from "./cli/run-main.js";
import { smallPackText } from "./engine/small-pack.js";

/** A clone with a pull request checked out, as a workflow may have it. */
function pullRequest(base: Files, changes: Files, cloneOptions: readonly string[]) {
  const { at, origin } = originOf(base, changes);
  git(at, "clone", "--quiet", "--branch", "change", ...cloneOptions, `file://${origin}`, "workspace");
  return { at, workspace: join(at, "workspace") };
}

/** Runs the step that takes the config from the branch that a pull request goes to. */
const baseFolder = (at: string, workspace: string, ADVISOR_BASE = "refs/heads/main") =>
  folderOf(stepOf("base"), at, workspace, { ADVISOR_BASE });

const strict = "no-deviations: true\nrules: [./rules]\nfiles: ['*.api-advisor.yaml']\n";
const base: Files = {
  ".api-advisorrc.yaml": strict,
  "rules/pack.yaml": smallPackText,
  // By the small pack, `stream` is stateful.
  "shop.api-advisor.yaml":
    "version: 1\nservice: shop\nanswers: { style: stream }\ndecision: { style: stateful }\n",
};
const deviation =
  base["shop.api-advisor.yaml"]?.replace("stateful", "hybrid, because: so, until: 2026-07-01") ?? "";

describe("the config that the action judges a pull request by", () => {
  it.each([
    ["a clone of one commit", ["--depth=1"]],
    ["a clone of two commits", ["--depth=2"]],
    ["a whole clone", []],
    ["a sparse clone", ["--sparse"]],
  ])("is that of the base branch, with the packs beside it, in %s", async (_, cloneOptions) => {
    const changes: Files = {
      ".api-advisorrc.yaml": "no-deviations: false\n",
      "rules/pack.yaml": "not: a pack\n",
      "shop.api-advisor.yaml": deviation,
    };
    const { at, workspace } = pullRequest(base, changes, cloneOptions);
    const { status, folder } = baseFolder(at, workspace);
    expect(status).toBe(0);
    const args = ["check", "--config", `${folder}/`, "-f", "json"];
    const run = await runMain(args, { cwd: workspace, today: "2026-06-30" });
    expect(run.code).toBe(1);
    const [surface] = JSON.parse(run.stdout).surfaces;
    expect(surface).toMatchObject({
      source: "shop.api-advisor.yaml",
      decision: { style: "hybrid" },
      findings: [{ kind: "deviation-not-allowed" }],
    });
  });

  it("is none if the pull request adds one", async () => {
    const { ".api-advisorrc.yaml": _, ...rest } = base;
    const without = { ...rest, ".api-advisorrc.yaml": "" };
    const { at, workspace } = pullRequest(without, { ".api-advisorrc.yaml": strict }, []);
    const { folder } = baseFolder(at, workspace);
    const run = await runMain(["check", "--config", `${folder}/`, "--print-config"], { cwd: workspace });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/no-deviations: false +# preset/);
  });

  it("leaves the workspace and its history as they were", () => {
    const { at, workspace } = pullRequest(base, {}, []);
    const state = () =>
      spawnSync("git log --oneline --all | wc -l; git status --porcelain", {
        cwd: workspace,
        shell: true,
        encoding: "utf8",
      }).stdout;
    const before = state();
    expect(baseFolder(at, workspace).status).toBe(0);
    expect(state()).toBe(before);
    expect(existsSync(join(workspace, ".git/shallow"))).toBe(false);
  });

  it.each([
    ["the branch is not there", "refs/heads/gone"],
    ["the name is an option", "--upload-pack=touch evil"],
  ])("fails, with what to do, if %s", (_, name) => {
    const { at, workspace } = pullRequest(base, {}, []);
    const { status, stdout, folder } = baseFolder(at, workspace, name);
    expect({ status, folder }).toEqual({ status: 2, folder: null });
    expect(stdout).toMatch(
      /^::error::api-advisor takes the config of a pull request from .*`config: none`\n$/,
    );
    expect(existsSync(join(workspace, "evil"))).toBe(false);
  });
});
