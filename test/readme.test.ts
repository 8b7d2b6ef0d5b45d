import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Command } from "commander";
import { expect, it } from "vitest";
import { program } from "../src/cli/program.js";
import { blocksOf, testDocuments } from "./document-blocks.js";
import { shell, workplace } from "./document-commands.js";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

testDocuments(["README.md"]);

it("the README's library example prints a verdict and a grade", () => {
  const cwd = workplace();
  const example = blocksOf(readme).find(({ language }) => language === "js");
  writeFileSync(join(cwd, "example.js"), example?.text ?? "");
  expect(shell("node example.js", cwd)).toMatch(/^stateful (firm|fair|fragile)\n$/);
});

it("the answers file of docs/answers.md is valid", () => {
  const cwd = workplace();
  const text = readFileSync(join(root, "docs/answers.md"), "utf8");
  writeFileSync(
    join(cwd, "answers.yaml"),
    blocksOf(text).find(({ language }) => language === "yaml")?.text ?? "",
  );
  expect(shell("api-advisor advise answers.yaml", cwd)).toContain("HYBRID");
});

it("of the pack that docs/rules.md carries over, the old form is refused, and the new one decides and lints", () => {
  const cwd = workplace();
  const packs = blocksOf(readFileSync(join(root, "docs/rules.md"), "utf8")).filter(({ text }) =>
    text.startsWith("pack:"),
  );
  expect(packs.map(({ text }) => /format: \d/.exec(text)?.[0])).toEqual(["format: 1", "format: 2"]);
  writeFileSync(join(cwd, "old.yaml"), packs[0]?.text ?? "");
  writeFileSync(join(cwd, "new.yaml"), packs[1]?.text ?? "");
  const example = "examples/checkout.yaml";
  expect(shell(`api-advisor advise ${example} --rules old.yaml || echo "exit code $?"`, cwd)).toMatch(
    /format 1.*exit code 2\n$/s,
  );
  expect(shell(`api-advisor advise ${example} --rules new.yaml --details`, cwd)).toContain(
    "rule pack acme 2.0.0",
  );
  expect(shell("api-advisor rules lint --rules new.yaml", cwd)).toMatch(/0 errors,\s0\swarnings/);
});

it("the table in docs/commands.md is drawn from the program (UPDATE_COMMANDS=1 renews it)", () => {
  const file = join(root, "docs/commands.md");
  const written = readFileSync(file, "utf8");
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const commands = program({ ...streams, env: {}, cwd: root, today: () => "2026-01-15" }, () => undefined);
  const table = ["| command | does |", "| --- | --- |", ...rows(commands, commands.name())].join("\n");
  const current = /(<!-- commands:begin -->\n)(.*?)(<!-- commands:end -->)/s;
  const renewed = written.replace(
    current,
    (_, begin: string, __, end: string) => `${begin}\n${table}\n\n${end}`,
  );
  if (process.env["UPDATE_COMMANDS"] === "1") writeFileSync(file, renewed);
  expect(readFileSync(file, "utf8")).toBe(renewed);
});

function rows(command: Command, prefix: string): readonly string[] {
  return command.commands.flatMap((each) => {
    const name = `${prefix} ${each.name()}`;
    if (each.commands.length > 0) return rows(each, name);
    const args = each.registeredArguments.map((argument) => {
      const word = `${argument.name()}${argument.variadic ? "…" : ""}`.toUpperCase();
      return argument.required ? ` ${word}` : ` [${word}]`;
    });
    return [`| \`${name}${args.join("")}\` | ${each.description()} |`];
  });
}
