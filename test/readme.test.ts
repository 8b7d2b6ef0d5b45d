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
