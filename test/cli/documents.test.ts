import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { adviceOf, advise, loadPack } from "../../src/node.js";
import { smallPackText } from "../engine/small-pack.js";
import { root, runMain } from "./run-main.js";

describe("init", () => {
  it("writes a file that advise takes, and never over one that is there", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    const first = await runMain(["init", "checkout.yaml"], { cwd });
    expect(first).toMatchObject({ code: 0, stdout: "" });
    const text = readFileSync(join(cwd, "checkout.yaml"), "utf8");
    expect(parse(text)).toEqual({ version: 1, service: "checkout", answers: null });
    expect((await runMain(["advise", "checkout.yaml", "--no-analysis"], { cwd })).code).toBe(0);
    const second = await runMain(["init", "checkout.yaml", "--service", "other"], { cwd });
    expect(second).toMatchObject({ code: 2, stdout: "" });
    expect(second.stderr).toContain("checkout.yaml: error: already exists");
    expect(readFileSync(join(cwd, "checkout.yaml"), "utf8")).toBe(text);
  });

  it.each([
    [["init", "-", "--service", "till"], "till"],
    [["init", "-"], "shop-api"],
    [["init", "/dev/stdout"], "shop-api"],
  ])("%j prints", async (args, service) => {
    const run = await runMain(args, { cwd: "/srv/shop-api" });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(parse(run.stdout).service).toBe(service);
  });

  it("quotes the name of the file in the command to copy", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    const { stderr } = await runMain(["init", "my file.yaml"], { cwd });
    expect(stderr).toContain(
      "my file.yaml written. Once it has answers: api-advisor advise 'my file.yaml'\n",
    );
  });

  it("calls the service after the folder when the file has the tool's name", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "shop-"));
    await runMain(["init"], { cwd });
    expect(parse(readFileSync(join(cwd, "api-advisor.yaml"), "utf8")).service).toMatch(/^shop-/);
  });

  it("names the schema that the repository has, by which the file is valid, and otherwise says how to get one", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    mkdirSync(join(cwd, ".git"));
    mkdirSync(join(cwd, "services"));
    const init = async (file: string, ...more: readonly string[]) => {
      const { code, stderr } = await runMain(["init", file, ...more], { cwd });
      const text = readFileSync(join(cwd, file), "utf8");
      return { code, stderr, text, first: text.split("\n")[0] };
    };
    const without = await init("a.yaml");
    expect(without.first).toMatch(/^# What a service has to do/);
    expect(without.stderr).toContain("see: api-advisor schema --help");
    writeFileSync(join(cwd, "api-advisor.schema.json"), (await runMain(["schema", "answers"])).stdout);
    const named = await init("services/b.yaml");
    expect(named.first).toBe("# yaml-language-server: $schema=../api-advisor.schema.json");
    expect(named.stderr).not.toContain("schema");
    const schema = readFileSync(join(cwd, "services", named.first?.split("=")[1] ?? ""), "utf8");
    const isValid = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(JSON.parse(schema));
    expect(isValid(parse(named.text))).toBe(true);
    const answered = named.text.replace("  # latency: real-time", "  latency: real-time");
    expect(isValid(parse(answered))).toBe(true);
    expect(isValid(parse(answered.replace("latency: real-time", "latency: realtime")))).toBe(false);
  });

  it("does not name the package's schema for another pack, whose questions it lacks", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    mkdirSync(join(cwd, "node_modules/api-advisor/schemas"), { recursive: true });
    writeFileSync(join(cwd, "node_modules/api-advisor/schemas/answers.json"), "{}");
    writeFileSync(join(cwd, "pack.yaml"), smallPackText);
    const first = async (...args: readonly string[]) =>
      (await runMain(["init", "-", ...args], { cwd })).stdout.split("\n")[0];
    expect(await first()).toBe(
      "# yaml-language-server: $schema=./node_modules/api-advisor/schemas/answers.json",
    );
    expect(await first("--rules", "pack.yaml")).toMatch(/^# What a service/);
  });

  it("says so when there is no such folder", async () => {
    const run = await runMain(["init", "no/where/a.yaml"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("no/where/a.yaml");
  });
});

describe("schema", () => {
  const compiled = async (kind: string, ...more: readonly string[]) => {
    const { code, stdout } = await runMain(["schema", kind, ...more]);
    expect(code).toBe(0);
    const schema: object = JSON.parse(stdout);
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      title: expect.stringContaining("api-advisor"),
      description: expect.any(String),
    });
    return new Ajv({ allowUnionTypes: true, multipleOfPrecision: 9, strictTypes: false }).compile(schema);
  };
  const yaml = (file: string): unknown => parse(readFileSync(join(root, file), "utf8"));

  it.each([
    ["answers", "examples/checkout.yaml"],
    ["rules", "rules/pack.yaml"],
    ["rules", "rules/scale.yaml"],
    ["cases", "rules/cases/scale.yaml"],
    ["cases", "rules/cases/real/dns-queries.yaml"],
  ])("of %s takes %s, and not one with a key too many", async (kind, file) => {
    const validate = await compiled(kind);
    validate(yaml(file));
    expect(validate.errors).toBeNull();
    expect(validate({ ...Object(yaml(file)), more: 1 })).toBe(false);
  });

  it.each([
    ["report", ["advise", "examples/checkout.yaml", "-f", "json"]],
    ["check", ["check", "examples/checkout.yaml", "-f", "json", "--require-decision"]],
  ] as const)("of a %s takes what the command prints", async (kind, args) => {
    const validate = await compiled(kind);
    validate(JSON.parse((await runMain(args)).stdout));
    expect(validate.errors).toBeNull();
  });

  it("of advice takes what the library advises agents with", async () => {
    const validate = await compiled("advice");
    const answers = { "interaction-style": "multi-step-workflow" };
    const { surfaces } = advise(await loadPack(), { version: 1, service: "shop", answers });
    for (const from of surfaces) {
      validate(JSON.parse(JSON.stringify(adviceOf(from))));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: 1 })).toBe(false);
    expect(surfaces).toHaveLength(1);
  });

  it("of answers is for the pack in use", async () => {
    const cwd = join(root, "test/cli");
    expect((await runMain(["schema", "answers", "-r", "no-such-pack"], { cwd })).code).toBe(2);
  });

  it("needs a kind that there is", async () => {
    expect((await runMain(["schema"])).code).toBe(2);
    expect((await runMain(["schema", "answer"])).code).toBe(2);
  });
});
