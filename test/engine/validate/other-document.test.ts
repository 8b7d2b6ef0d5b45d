import { describe, expect, it } from "vitest";
import { configSchema } from "../../../src/engine/config-file/config-schema.js";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { configKeys, otherDocument } from "../../../src/engine/validate/other-document.js";

function messages(text: string): string {
  const documents = parseText({ file: "a.yaml", text });
  if (documents.kind === "failed") throw new Error("not YAML");
  return renderProblems(
    documents.value.flatMap((each) => otherDocument(each, "an answers file", ["service"])),
  );
}

describe("a config that is taken for an answers file", () => {
  it.each([
    ["with one key", "rules: [default]\n"],
    ["with several", "soon: 3\nmin-grade: fair\nfiles: [a.yaml]\n"],
    ["with its schema", "$schema: x.json\nmax-deviation: 3\n"],
  ])("%s gets one message", (_, text) => {
    expect(messages(text)).toMatch(
      /^a\.yaml:\d:1: error: this is a config, not an answers file\n[^:]*:[^:]*$/,
    );
  });

  it.each([
    ["a file of another tool", "files: [a.ts]\ncompilerOptions: {}\n"],
    ["nothing but a schema", "$schema: x.json\n"],
    ["an empty mapping", "{}\n"],
    ["an answers file with a key of a config", "service: shop\nmin-grade: fair\n"],
  ])("%s is none", (_, text) => {
    expect(messages(text)).toBe("");
  });

  it("is known by every key that a config has", () => {
    expect(configKeys).toEqual(Object.keys(configSchema.properties).filter((key) => key !== "$schema"));
  });
});
