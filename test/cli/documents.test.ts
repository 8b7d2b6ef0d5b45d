import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
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
  ])("%j prints", async (args, service) => {
    const run = await runMain(args, { cwd: "/srv/shop-api" });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(parse(run.stdout).service).toBe(service);
  });

  it("calls the service after the folder when the file has the tool's name", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "shop-"));
    await runMain(["init"], { cwd });
    expect(parse(readFileSync(join(cwd, "api-advisor.yaml"), "utf8")).service).toMatch(/^shop-/);
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

  it("of answers is for the pack in use", async () => {
    const cwd = join(root, "test/cli");
    expect((await runMain(["schema", "answers", "-r", "no-such-pack"], { cwd })).code).toBe(2);
  });

  it("needs a kind that there is", async () => {
    expect((await runMain(["schema"])).code).toBe(2);
    expect((await runMain(["schema", "answer"])).code).toBe(2);
  });
});
