import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const chat = {
  version: 1,
  service: "chat",
  answers: { "interaction-style": "real-time-two-way", "client-liveness": "presence" },
};

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `set -euo pipefail; ${script}`], {
    cwd,
    env: { ...process.env, npm_config_loglevel: "error", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function succeed(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = run(script, cwd, env);
  expect({ script, status, stderr: status === 0 ? "" : `${stdout}\n${stderr}` }).toEqual({
    script,
    status: 0,
    stderr: "",
  });
  return stdout;
}

/** An empty project in a folder whose name has spaces and letters beyond ASCII. */
const project = join(mkdtempSync(join(tmpdir(), "packed-")), "ein Prüf ordner ✓");
let files: readonly string[] = [];

beforeAll(() => {
  mkdirSync(project);
  const packed = succeed(`npm pack --json --pack-destination "${project}" 2>/dev/null`, root);
  const [tarball] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as readonly {
    filename: string;
    files: readonly { path: string }[];
  }[];
  files = (tarball?.files ?? []).map(({ path }) => path);
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }\n');
  writeFileSync(join(project, "chat.json"), JSON.stringify(chat));
  succeed(`npm install "./${tarball?.filename}"`, project);
});

describe("the packed package", () => {
  it("holds what it needs to run, and no sources, tests or maps", () => {
    for (const file of [
      "bin/api-advisor.js",
      "dist/node.js",
      "dist/index.js",
      "rules/pack.yaml",
      "README.md",
      "LICENSE",
    ]) {
      expect(files).toContain(file);
    }
    const allowed = /^(bin|dist|rules|examples)\/|^(README\.md|LICENSE|package\.json)$/;
    expect(
      files.filter(
        (file) => !allowed.test(file) || /\.(map|test\.\w+)$/.test(file) || /(?<!\.d)\.ts$/.test(file),
      ),
    ).toEqual([]);
  });

  it("recommends on an answers file by name and from a pipe, with the same result", () => {
    const named = succeed("npx api-advisor advise chat.json --format json", project);
    const piped = succeed(
      "cat chat.json | npx api-advisor --format json --stdin-filename chat.json",
      project,
    );
    expect(piped).toBe(named);
    expect(JSON.parse(named).services[0].surfaces[0].verdict).toBe("stateful");
  });

  it("runs if the home folder cannot be written", () => {
    const home = mkdtempSync(join(tmpdir(), "home-"));
    chmodSync(home, 0o555);
    const { status, stdout } = run("node_modules/.bin/api-advisor advise chat.json", project, { HOME: home });
    expect({ status, stateful: stdout.includes("STATEFUL") }).toEqual({ status: 0, stateful: true });
  });

  it("is a library, in Node and without it", () => {
    writeFileSync(
      join(project, "library.js"),
      [
        'import { advise, loadPack } from "api-advisor";',
        'import * as engine from "api-advisor/engine";',
        `const report = advise(await loadPack(), ${JSON.stringify(chat)});`,
        "console.log(report.surfaces[0].verdict, typeof engine.advise);",
      ].join("\n"),
    );
    expect(succeed("node library.js", project)).toBe("stateful function\n");
  });

  it("is typed", () => {
    writeFileSync(
      join(project, "typed.ts"),
      [
        'import { advise, loadPack, type ServiceReport, type Verdict } from "api-advisor";',
        `const report: ServiceReport = advise(await loadPack(), ${JSON.stringify(chat)});`,
        "export const verdict: Verdict | undefined = report.surfaces[0]?.verdict;",
        "// @ts-expect-error a verdict is no number",
        "export const wrong: number = report.surfaces[0]?.verdict;",
      ].join("\n"),
    );
    const compiler = join(root, "node_modules/.bin/tsc");
    succeed(`"${compiler}" --noEmit --strict --module nodenext --target es2023 --types "" typed.ts`, project);
  });
});

describe("a fresh clone", () => {
  it("does everything by the README's first command, and builds the same files in another folder", () => {
    const clone = join(mkdtempSync(join(tmpdir(), "clone-")), "api-advisor");
    succeed(`git clone --quiet "${root}" "${clone}"`, root);
    const readme = readFileSync(join(clone, "README.md"), "utf8");
    const first = /^```sh\n(.*?)\n```$/ms.exec(readme)?.[1] ?? "";
    expect(first).toMatch(/^npm ci && npx api-advisor advise /);
    expect(succeed(first, clone)).toContain("HYBRID");
    succeed(`diff -rq dist "${clone}/dist"`, root);
  });
});
