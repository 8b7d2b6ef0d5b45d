import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { processHost } from "../../src/cli/host.js";
import { program } from "../../src/cli/program.js";

const root = join(import.meta.dirname, "../..");

/** A folder with the files that the examples name. */
function folder(): string {
  const cwd = join(mkdtempSync(join(tmpdir(), "help-examples-")), "change");
  for (const name of ["bin", "../main", "services", "acme-rules/cases", ".zfunc", ".config/fish/completions"])
    mkdirSync(join(cwd, name), { recursive: true });
  symlinkSync(join(root, "bin/api-advisor.js"), join(cwd, "bin/api-advisor"));
  const copy = (file: string, to: string) => cpSync(join(root, "examples", file), join(cwd, to));
  copy("checkout.yaml", "shop.api-advisor.yaml");
  copy("checkout.yaml", "../main/shop.api-advisor.yaml");
  copy("checkout.yaml", "before.yaml");
  copy("amazon-s3-rest.yaml", "after.yaml");
  copy("amazon-s3-rest.yaml", "services/store.api-advisor.yaml");
  const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);
  write("design.md", "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n");
  write(
    "acme-rules/pack.yaml",
    "pack: { format: 2, name: acme, version: 1.0.0, extends: default }\noverride:\n  place:\n    many-clients-at-once: { points: -2 }\n",
  );
  write(
    "acme-rules/cases/one.yaml",
    "cases:\n  one:\n    about: Each request is whole.\n    answers: { interaction-style: independent-requests }\n    expect: { verdict: stateless }\n",
  );
  return cwd;
}

/** What `--help` prints. */
function helpOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

const withBelow = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(withBelow)];
const described = withBelow(program(processHost(), () => undefined)).map((command) => {
  const path = command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name();
  const [, examples = "", guide = ""] = /\nExamples:\n(.*)\nMore: (.*)\n/s.exec(helpOf(command)) ?? [];
  const lines = examples.split("\n").filter((line) => /^ {2}(?!# )\S/.test(line));
  return { path: command.parent === null ? "" : path, lines: lines.map((line) => line.trim()), guide };
});

/** Examples that end otherwise than with 0, and what they say: a gate that fails, and an interview without a terminal. */
const others: readonly (readonly [RegExp, number, RegExp])[] = [
  [/ check .*--require-decision/, 1, /no decision/],
  [/ embed .*--check$/, 1, /^\+/m],
  [/^api-advisor( interview .*)?$/, 2, /needs a terminal|<stdin>: error: is empty/],
];

describe.each(described)("the help of `$path`", ({ path, lines, guide }) => {
  it("ends with two or three examples of it and a page that is there", () => {
    expect(lines.length === 2 || lines.length === 3).toBe(true);
    for (const line of lines) expect(line).toContain(`api-advisor ${path}`.trim());
    expect(existsSync(guide)).toBe(true);
    expect(guide).toMatch(/\.md$/);
  });

  it.each(lines)("has an example that does something: %s", (line) => {
    const cwd = folder();
    const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
      cwd,
      env: { PATH: `${join(cwd, "bin")}:${process.env["PATH"]}`, HOME: cwd },
      encoding: "utf8",
      input: "",
    });
    const [, expected = 0, said = /^/] = others.find(([pattern]) => pattern.test(line)) ?? [];
    expect({
      status,
      said: said.test(stdout + stderr),
      out: status === expected ? "" : stdout + stderr,
    }).toEqual({
      status: expected,
      said: true,
      out: "",
    });
  });
});
