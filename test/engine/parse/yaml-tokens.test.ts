import { describe, expect, it } from "vitest";
import { Lexer } from "yaml";
import { yamlTokens } from "../../../src/engine/parse/yaml-tokens.js";

describe("the tokens of a text", () => {
  it.each([
    ["65 lists within each other", "[".repeat(65), "too-deep"],
    ["65 mappings within each other", "{".repeat(65), "too-deep"],
    ["64 of both", "[{".repeat(32), "tokens"],
    ["many beside each other", `[${"[],{},".repeat(40)}]`, "tokens"],
    ["brackets that close what none has opened, before 65", `]}${"[".repeat(65)}`, "too-deep"],
    ["brackets that close what none has opened, before 64", `]}${"[".repeat(64)}`, "tokens"],
  ])("of %s", (_, text, kind) => {
    expect(yamlTokens(text).kind).toBe(kind);
  });

  it("are no more than are asked for", () => {
    const text = "a: [1, 2]\nb: c\n";
    const lexemes = [...new Lexer().lex(text)].length;
    expect(yamlTokens(text, lexemes).kind).toBe("tokens");
    expect(yamlTokens(text, lexemes - 1).kind).toBe("too-many");
  });

  it("make up all of it, its end included", () => {
    const text = "a: 1\n---\nb: [x] # last";
    const read = yamlTokens(text);
    const documents = read.kind === "tokens" ? read.tokens.filter(({ type }) => type === "document") : [];
    expect(documents.map(({ offset }) => offset)).toEqual([0, text.indexOf("---")]);
  });
});
