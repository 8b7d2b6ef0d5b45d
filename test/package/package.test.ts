import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { runScript, succeed } from "./run-script.js";

const root = join(import.meta.dirname, "../..");
const chat = {
  version: 1,
  service: "chat",
  answers: { "interaction-style": "real-time-two-way", "client-liveness": "presence" },
};

/** An empty project in a folder whose name has spaces and letters beyond ASCII. */
const project = join(mkdtempSync(join(tmpdir(), "packed-")), "ein Prüf ordner ✓");
const { tarball, files } = inject("packed");

beforeAll(() => {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }\n');
  writeFileSync(join(project, "chat.json"), JSON.stringify(chat));
  succeed(`npm install "${tarball}"`, project);
});

describe("the packed package", () => {
  it("holds what it needs to run, and no sources, tests or maps", () => {
    for (const file of [
      "bin/api-advisor.js",
      "dist/node.js",
      "dist/index.js",
      "rules/pack.yaml",
      "docs/check.md",
      "schemas/answers.json",
      "skills/api-advisor/SKILL.md",
      ".claude-plugin/marketplace.json",
      "README.md",
      "LICENSE",
    ]) {
      expect(files).toContain(file);
    }
    const allowed =
      /^(\.claude-plugin|bin|dist|docs|examples|rules|schemas|skills)\/|^(README\.md|LICENSE|package\.json)$/;
    expect(
      files.filter(
        (file) => !allowed.test(file) || /\.(map|test\.\w+)$/.test(file) || /(?<!\.d)\.ts$/.test(file),
      ),
    ).toEqual([]);
  });

  it.each([
    ["advise chat.json", "program.cjs"],
    ["--version", "plain-advise.cjs"],
  ])("runs `%s` without loading dist/%s", (line, unneeded) => {
    const copy = mkdtempSync(join(tmpdir(), "copy-"));
    cpSync(join(project, "node_modules/api-advisor"), copy, { recursive: true });
    rmSync(join(copy, "dist", unneeded));
    expect(succeed(`node "${copy}/bin/api-advisor.js" ${line}`, project)).toBe(
      succeed(`npx api-advisor ${line}`, project),
    );
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

  it("writes answers files that name its schema, which has the questions of its pack", () => {
    // Without the dashes, npx takes options before the first argument for its own.
    expect(succeed("npx --no -- api-advisor --help", project)).toContain("api-advisor advise");
    succeed("npx --no -- api-advisor init api-advisor.yaml", project);
    const [, name = ""] =
      /^# yaml-language-server: \$schema=(.*)$/m.exec(
        readFileSync(join(project, "api-advisor.yaml"), "utf8"),
      ) ?? [];
    expect(name).toBe("./node_modules/api-advisor/schemas/answers.json");
    expect(readFileSync(join(project, name), "utf8")).toBe(
      succeed("npx --no -- api-advisor schema answers", project),
    );
  });

  it("runs if the home folder cannot be written", () => {
    const home = mkdtempSync(join(tmpdir(), "home-"));
    chmodSync(home, 0o555);
    const { status, stdout } = runScript("node_modules/.bin/api-advisor advise chat.json", project, {
      HOME: home,
    });
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

interface Step {
  readonly name: string;
  readonly run: string;
}

describe("a fresh clone", () => {
  const clone = join(mkdtempSync(join(tmpdir(), "clone-")), "api-advisor");
  beforeAll(() => {
    succeed(`git clone --quiet "${root}" "${clone}"`, root);
  });

  it("is an action that builds itself, says what moves in another repository, and annotates its findings", () => {
    const steps: readonly Step[] = parse(readFileSync(join(clone, "action.yml"), "utf8")).runs.steps;
    const [build, say, check] = ["Build ", "Say ", "Check "].map(
      (start) => steps.find(({ name }) => name.startsWith(start))?.run ?? "",
    );
    const before = mkdtempSync(join(tmpdir(), "before-"));
    const workspace = mkdtempSync(join(tmpdir(), "workspace-"));
    copyFileSync(join(root, "examples/checkout.yaml"), join(workspace, "shop.api-advisor.yaml"));
    const env = {
      GITHUB_ACTION_PATH: clone,
      GITHUB_WORKSPACE: workspace,
      ADVISOR_BEFORE: before,
      ADVISOR_REQUIRE_DECISION: "true",
      ...Object.fromEntries(
        [
          "FILES",
          "CONFIG",
          "BASE",
          "MIN_GRADE",
          "REQUIRE_CONFIRMED",
          "NO_CLASHES",
          "RULES",
          "SARIF_FILE",
        ].map((name) => [`ADVISOR_${name}`, ""]),
      ),
    };
    succeed(build ?? "", workspace, env);
    expect(succeed(say ?? "", workspace, env)).toMatch(/^\| shop · catalogue .* new; kept: nothing/m);
    const { status, stdout } = runScript(check ?? "", workspace, env);
    expect({ status, errors: stdout.match(/^::error file=shop\.api-advisor\.yaml,line=/gm)?.length }).toEqual(
      {
        status: 1,
        errors: 3,
      },
    );
  });

  it("does everything by the README's first command, and builds the same files in another folder", () => {
    const readme = readFileSync(join(clone, "README.md"), "utf8");
    const first = /^```sh\n(.*?)\n```$/ms.exec(readme)?.[1] ?? "";
    expect(first).toMatch(/^npm ci && npx api-advisor advise /);
    expect(succeed(first, clone)).toContain("HYBRID");
    for (const folder of ["dist", "schemas"]) succeed(`diff -rq ${folder} "${clone}/${folder}"`, root);
  });
});
