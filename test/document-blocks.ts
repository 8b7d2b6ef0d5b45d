import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { shell, workplace } from "./document-commands.js";

const root = join(import.meta.dirname, "..");

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text, in order. */
export function blocksOf(text: string): readonly Block[] {
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

/** Tests that a document's shell blocks run and print what it shows, and that its links lead to files. */
export const testDocuments = (files: readonly string[]): void => {
  describe.each(files)("%s", testDocument);
};

function testDocument(file: string): void {
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
}
