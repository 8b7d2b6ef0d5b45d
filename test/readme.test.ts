import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { program } from "../src/cli/program.js";
import { shell, workplace } from "./document-commands.js";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`),
].filter((file) => file.endsWith(".md") && existsSync(join(root, file)));

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text, in order. */
function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", body = ""]) => ({
    language,
    text: body,
  }));
}

/** Whether lines appear in an output in order; `…` stands for any lines between. */
function expectLines(output: string, expected: string): void {
  const lines = output.split("\n");
  let at = 0;
  let free = false;
  for (const line of expected.trimEnd().split("\n")) {
    if (line === "…") {
      free = true;
      continue;
    }
    const found = free ? lines.indexOf(line, at) : at;
    expect({ line, shown: lines[found] }).toEqual({ line, shown: line });
    at = found + 1;
    free = false;
  }
}

/** Commands that install or test the repository itself run in the package test, in a clone of their own. */
const ofTheRepository = /^npm (ci|test|run)\b/m;

/** Whether a script begins with GNU parallel, and this machine lacks it; another program has the same name. */
const lacksProgram = (script: string): boolean =>
  script.startsWith("parallel ") && !/GNU/.test(String(spawnSync("parallel", ["--version"]).stdout));

describe.each(documents)("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = blocksOf(text);
  const shells = blocks.filter(
    ({ language, text: script }) =>
      language === "sh" && !ofTheRepository.test(script) && !lacksProgram(script),
  );

  if (shells.length > 0) {
    it("has shell blocks that run as written, with the output that it shows", { timeout: 120_000 }, () => {
      const cwd = workplace();
      blocks.forEach((block, index) => {
        if (!shells.includes(block)) return;
        const output = shell(block.text.replaceAll("npx api-advisor", "api-advisor"), cwd);
        const next = blocks[index + 1];
        if (next?.language === "text") expectLines(output, next.text);
      });
    });
  }

  it("links to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
    const missing = links.filter(
      (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(file), link)),
    );
    expect(missing).toEqual([]);
  });
});

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
