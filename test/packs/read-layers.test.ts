import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import { readPackLayers } from "../../src/packs/read-layers.js";

const secret = "npm_SECRET";

/** A project with an installed pack that extends `base`, and files that are no packs. */
function project(base: string): string {
  const root = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const files = {
    ".npmrc": `//registry.example/:_authToken=${secret}\n`,
    "settings.yaml": `pack: ${secret}\n`,
    "values.yaml": `token: ${secret}\n`,
    "deploy/values.yml": `token: }${secret}\n`,
    "deploy/more.yml": "token: x\n",
    "notes/read.me": `${secret}\n`,
    "base/pack.yaml": "pack: { format: 2, name: base, version: 1.0.0 }\n",
    "base/rules.yaml": "need: }\n",
    "node_modules/evil/package.json": "{}",
    "node_modules/evil/rules/pack.yaml": `pack: { format: 2, name: evil, version: 1.0.0, extends: ${base} }\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

async function said(base: string, names: readonly string[] = ["evil"]): Promise<string> {
  const layers = await readPackLayers(names, project(base));
  return layers.kind === "ok" ? "fine" : renderProblems(layers.problems);
}

describe("a pack that extends what is no pack", () => {
  it.each([
    ["../../../.npmrc", ".npmrc"],
    ["../../../settings.yaml", "settings.yaml"],
    ["../../../values.yaml", "values.yaml"],
    ["../../../deploy", "deploy"],
    ["../../../notes", "notes"],
    ["../../../notes/read.me", "notes/read.me"],
    ["../../..", ""],
  ])("is told so, and nothing that is in %s", async (base, path) => {
    const text = await said(base);
    expect(text.split("\n")).toEqual([
      `evil/pack.yaml:1:57: error: \`${base}\` is not a rule pack that can be read`,
      `  1 | pack: { format: 2, name: evil, version: 1.0.0, extends: ${base} }`,
      `    | ${" ".repeat(56)}${"^".repeat(base.length)}`,
      `  expected files of rules, one of them with the header \`pack\`; to see what is wrong with it: \`api-advisor rules lint --rules ${path || "."}\``,
    ]);
  });

  it.each(["/etc/passwd", "/proc/self/environ", "'C:\\Users\\x'", "'\\\\host\\share'"])(
    "cannot name it by an absolute path: %s",
    async (base) => {
      expect(await said(base)).toContain(
        "error: `extends` cannot be the absolute path `" +
          `${base.replaceAll("'", "")}\`\n  1 | pack: { format: 2, name: evil`,
      );
    },
  );
});

describe("what is in a file", () => {
  it("is shown if the file is named by the person", async () => {
    expect(await said("default", ["./deploy"])).toContain(`token: }${secret}`);
  });

  it("is shown if the file that a pack extends is a pack", async () => {
    expect(await said("../../../base")).toContain("1 | need: }");
  });
});

it("leaves an empty `extends` to the check of the shape, and extends nothing", async () => {
  expect(await said("''")).toBe("fine");
  expect(await said("default", [""])).toContain("pack `` not found");
});
