import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { blocksOf, testDocuments } from "./document-blocks.js";
import { shell, workplace } from "./document-commands.js";

const root = join(import.meta.dirname, "..");
const docs = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));

testDocuments(["CONTRIBUTING.md", ...docs.map((file) => `docs/${file}`)]);

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
