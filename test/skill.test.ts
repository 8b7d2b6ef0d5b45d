import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Code, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { briefSchema } from "../src/engine/report/brief/brief-schema.js";
import { shell, workplace } from "./document-commands.js";

const root = join(import.meta.dirname, "..");
const path = join(root, "skills/api-advisor/SKILL.md");
const [, head = "", body = ""] = /^---\n(.*?)^---\n(.*)$/ms.exec(readFileSync(path, "utf8")) ?? [];

/** The code blocks of a Markdown text in order, those in lists included. */
function codeIn(text: string): readonly Code[] {
  const within = (node: Nodes): readonly Code[] =>
    node.type === "code" ? [node] : "children" in node ? node.children.flatMap(within) : [];
  return within(fromMarkdown(text));
}

const blocks = codeIn(body);
const [known = "", asked = ""] = blocks.filter(({ lang }) => lang === "yaml").map(({ value }) => value);
const file = "bookings.api-advisor.yaml";

// The limits of https://agentskills.io/specification.
describe("the skill keeps to the limits of Agent Skills", () => {
  const fields: Readonly<Record<string, unknown>> = parse(head);

  it("in its fields", () => {
    expect(Object.keys(fields)).toEqual(["name", "description", "license", "compatibility"]);
    expect(fields["name"]).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(fields["name"]).toBe(basename(dirname(path)));
    for (const [name, most] of [
      ["name", 64],
      ["description", 1024],
      ["compatibility", 500],
    ] as const) {
      const length = String(fields[name]).length;
      expect(length, name).toBeGreaterThan(0);
      expect(length, name).toBeLessThanOrEqual(most);
    }
  });

  it("in its length: 500 lines, and 5,000 tokens even at three characters each", () => {
    expect(body.split("\n").length).toBeLessThan(500);
    expect(body.length / 3).toBeLessThan(5000);
  });

  it("in needing no file beside it, as it is copied alone", () => {
    expect(body).not.toMatch(/\]\((?!https:)/);
  });
});

describe("the skill's commands", { timeout: 120_000 }, () => {
  let cwd = "";
  beforeAll(() => {
    cwd = workplace();
  });
  const write = (answers: string): void => writeFileSync(join(cwd, file), `${answers}\n`);
  const brief = () => JSON.parse(shell(`api-advisor advise ${file} --format brief`, cwd));
  const run = (command: string) =>
    spawnSync("bash", ["-c", `npx --no -- ${command}`], { cwd, encoding: "utf8" });

  it("run as written, on the files as it shows them, and end with a decision", () => {
    for (const { lang, value } of blocks) {
      if (lang === "yaml") write(value);
      else if (lang === "sh") shell(value, cwd);
      else expect(lang).toBe("yaml or sh");
    }
    expect(readFileSync(join(cwd, file), "utf8")).toContain("style: hybrid");
  });

  it("are all that it needs", () => {
    const scripts = blocks.filter(({ lang }) => lang === "sh").map(({ value }) => value);
    const used = scripts.flatMap((script) =>
      [...script.matchAll(/^npx --no -- api-advisor (\w+)/gm)].map(([, name]) => name),
    );
    expect(new Set(used)).toEqual(
      new Set(["advise", "schema", "explain", "page", "whatif", "check", "decide"]),
    );
    expect(used.length).toBe(scripts.join("\n").trim().split("\n").length);
  });

  it("find what an agent answered unconfirmed, refuse to decide on it, and have next what it asks next", () => {
    write(known);
    expect(brief()).toMatchObject({ unconfirmed: ["interaction-style"] });
    expect(body).toContain(`explain ${brief().askNext[0].question}\n`);
    expect(run(`api-advisor check ${file} --require-confirmed`)).toMatchObject({ status: 1 });
    const decided = run(`api-advisor decide ${file} --style hybrid --by team < /dev/null`);
    expect(decided.status).toBe(2);
    expect(decided.stderr).toContain("--confirm");
    expect(readFileSync(join(cwd, file), "utf8")).toBe(`${known}\n`);
  });

  it("have nothing to confirm once a person has answered", () => {
    write(asked);
    expect(brief()).not.toHaveProperty("unconfirmed");
    expect(brief().answered.unsure).toBe(1);
    expect(brief().askNext.map(({ question }: { question: string }) => question)).not.toContain("failover");
  });

  it("print what its table says that they print", () => {
    const keys = [...body.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key),
    );
    expect(keys.length).toBe(10);
    expect(Object.keys(briefSchema.properties)).toEqual(expect.arrayContaining(keys));
  });
});

it("the marketplace lists the skill where it is, in the version of the package", () => {
  const json = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
  const { version } = json("package.json");
  const { name, plugins } = json(".claude-plugin/marketplace.json");
  expect({ name, plugins }).toMatchObject({
    name: "api-advisor",
    plugins: [{ name: "api-advisor", version }],
  });
  const [{ source, skills }] = plugins;
  expect(skills.map((skill: string) => join(root, source, skill, "SKILL.md"))).toEqual([path]);
});

it("every set-up in docs/agents.md starts the server that is installed, and fetches none", () => {
  const installed = { command: "npx", args: ["--no", "--", "api-advisor", "mcp"] };
  const text = readFileSync(join(root, "docs/agents.md"), "utf8");
  const files = codeIn(text).filter(({ lang }) => lang === "json" || lang === "toml");
  const servers = files.map(({ lang, value }) => {
    if (lang === "toml") {
      const [, command = "", args = ""] = /^command = (.*)\nargs = (.*)$/m.exec(value) ?? [];
      return { command: JSON.parse(command), args: JSON.parse(args) };
    }
    const { mcpServers, servers } = JSON.parse(value);
    const { command, args } = (mcpServers ?? servers)["api-advisor"];
    return { command, args };
  });
  expect(servers).toEqual([installed, installed, installed]);
});
