import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/cli/main.js";
import { readAll } from "../read-all.js";
import { runMain } from "../run-main.js";

const service = (name: string): string =>
  `version: 1\nservice: ${JSON.stringify(name)}\nanswers: { interaction-style: independent-requests }\n`;

/** A repository with an answers file at each of the names, and other files. */
function repository(names: readonly string[], others: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "api-advisor-"));
  mkdirSync(join(root, ".git"));
  const files = [...names.map((name) => [name, service(name)] as const), ...Object.entries(others)];
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const rc = ".api-advisorrc.yaml";
const usual = ["api-advisor.yaml", "deep/er/api-advisor.yml", "deep/shop.api-advisor.yaml"];
const unusual = [
  "node_modules/x/api-advisor.yaml",
  "deep/node_modules/api-advisor.yaml",
  ".hidden/api-advisor.yaml",
  "myapi-advisor.yaml",
  "api-advisor.yaml.bak",
  "api-advisor.json",
  "shop.yaml",
];

/** The services that a command reads, as they are named after their files. */
async function checked(args: readonly string[], cwd: string) {
  const { code, stdout, stderr } = await runMain(["check", "--no-analysis", "-f", "json", ...args], { cwd });
  const { surfaces } = JSON.parse(stdout) as { readonly surfaces: readonly { readonly service: string }[] };
  return { code, stderr, services: surfaces.map((surface) => surface.service) };
}

describe("files that nobody names", () => {
  it("are those with a usual name, here and below, and they are said", async () => {
    expect(await checked([], repository([...usual, ...unusual]))).toEqual({
      code: 0,
      services: usual,
      stderr: `Files taken by name: ${usual.join(", ")}\n`,
    });
  });

  it("are those of the config, from its folder on, wherever the command is run", async () => {
    const config = { [rc]: 'files: ["svc/*.yaml", "extra/[odd].yaml", "svc/a.yaml"]\n' };
    const root = repository(
      ["svc/b.yaml", "svc/a.yaml", "extra/[odd].yaml", "deep/api-advisor.yaml"],
      config,
    );
    expect(await checked([], join(root, "deep"))).toEqual({
      code: 0,
      services: ["svc/a.yaml", "svc/b.yaml", "extra/[odd].yaml"],
      stderr: "Files taken by ../.api-advisorrc.yaml: ../svc/a.yaml, ../svc/b.yaml, ../extra/[odd].yaml\n",
    });
  });

  it("are those of a config that is named, from the working directory on", async () => {
    const root = repository(["base/svc/a.yaml", "here/svc/a.yaml"], {
      [`base/${rc}`]: "files: [svc/*.yaml]\n",
    });
    expect((await checked(["--config", "../base"], join(root, "here"))).services).toEqual([
      "here/svc/a.yaml",
    ]);
  });

  it("are found from a folder whose name looks like a pattern", async () => {
    const root = repository(["[x]/{y}/a.yaml"], { [`[x]/${rc}`]: "files: ['**/*.yaml']\n" });
    expect((await checked([], join(root, "[x]/{y}"))).services).toEqual(["[x]/{y}/a.yaml"]);
  });

  it("are none if one is named", async () => {
    const root = repository(usual, { [rc]: "files: [gone/*.yaml]\n" });
    expect(await checked(["api-advisor.yaml"], root)).toEqual({
      code: 0,
      services: ["api-advisor.yaml"],
      stderr: "",
    });
  });

  it("never are standard input", async () => {
    const root = repository([], { [rc]: 'files: ["-"]\n' });
    const { code, stderr } = await runMain(["check"], { cwd: root, input: service("piped") });
    expect(code).toBe(2);
    expect(stderr).toContain("-: error: cannot be read");
  });

  it("are counted rather than listed if there are many", async () => {
    const names = Array.from(
      { length: 12 },
      (_, index) => `${String.fromCharCode(97 + index)}.api-advisor.yaml`,
    );
    const { stderr } = await checked([], repository(names));
    expect(stderr).toMatch(
      /^Files taken by name: a\.api-advisor\.yaml, .*, j\.api-advisor\.yaml and 2 more\n$/,
    );
  });

  it("do not hide the others if a pattern of the config matches none", async () => {
    const root = repository(["a.yaml"], { [rc]: "files:\n  - a.yaml\n  - gone/*.yaml\n" });
    const { code, services, stderr } = await checked([], root);
    expect({ code, services }).toEqual({ code: 2, services: ["a.yaml"] });
    expect(stderr).toContain(
      ".api-advisorrc.yaml:3:5: error: `gone/*.yaml` cannot be used: no file matches this pattern",
    );
  });

  it.each(["check", "check -f jsonl", "compare", "decide --style stateless", "embed doc.md"])(
    "are asked for by `%s` if there are none",
    async (args) => {
      const doc = "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n";
      const cwd = repository(["shop.yaml"], { "doc.md": doc });
      const { code, stderr } = await runMain(args.split(" "), { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(
        "no file is named, and there is neither `api-advisor.yaml` nor `NAME.api-advisor.yaml` here or below\n  expected a file; `api-advisor init` writes one",
      );
      expect(readFileSync(join(cwd, "doc.md"), "utf8")).toBe(doc);
    },
  );

  it("are compared", async () => {
    const { code, stdout } = await runMain(["compare"], {
      cwd: repository(["a.api-advisor.yaml", "b.api-advisor.yaml"]),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/a\.api-advisor\.yaml +b\.api-advisor\.yaml/);
  });

  it("are embedded", async () => {
    const cwd = repository(["api-advisor.yaml"], {
      "doc.md": "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n",
    });
    expect((await runMain(["embed", "doc.md"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "doc.md"), "utf8")).toContain("- [ ] ");
  });

  it("are written to if there is only one", async () => {
    const cwd = repository(["deep/api-advisor.yaml"]);
    const { code, stdout } = await runMain(["decide", "--style", "stateless"], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Recorded in deep/api-advisor.yaml: deep/api-advisor.yaml is stateless, as recommended.\n",
    });
    expect(readFileSync(join(cwd, "deep/api-advisor.yaml"), "utf8")).toContain("style: stateless");
  });

  it("are not written to if there are several", async () => {
    const cwd = repository(usual);
    const { code, stderr } = await runMain(["decide", "--style", "stateless"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      "`FILE` is needed to say which one\n  expected one of api-advisor.yaml, deep/er",
    );
    expect(readFileSync(join(cwd, "api-advisor.yaml"), "utf8")).toBe(service("api-advisor.yaml"));
  });
});

describe("advise without a file", () => {
  const cwd = repository(["api-advisor.yaml"]);

  it.each([[[]], [["advise"]]])("reads what is piped in, as `%s`", async (args) => {
    const { code, stdout, stderr } = await runMain(args, { cwd, input: service("piped") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("piped");
  });

  it("takes the files that there are at a terminal", async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const host = { stdin, stdout, stderr, env: {}, cwd, today: () => "2026-01-15" };
    expect(await main(["advise", "--no-analysis"], host)).toBe(0);
    expect(readAll(stderr)).toBe("Files taken by name: api-advisor.yaml\n");
    expect(readAll(stdout)).toContain("STATELESS");
  });
});
