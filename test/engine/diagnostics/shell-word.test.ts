import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellFile, shellWord } from "../../../src/engine/diagnostics/shell-word.js";

describe("a word of a command to copy", () => {
  it.each([
    ["services/shop.api-advisor.yaml", "services/shop.api-advisor.yaml"],
    ["bücher.yaml", "bücher.yaml"],
    ["-", "-"],
    ["my file.yaml", "'my file.yaml'"],
    ["~shop.yaml", "'~shop.yaml'"],
    ["services/**/*.yaml", "'services/**/*.yaml'"],
    ["Anna's shop.yaml", String.raw`'Anna'\''s shop.yaml'`],
    ["$(id);`id`.yaml", "'$(id);`id`.yaml'"],
    ["", "''"],
    ["-1", "-1"],
    ["latency=real-time", "latency=real-time"],
    ["=ls", "'=ls'"],
  ])("%s is written %s", (text, word) => {
    expect(shellWord(text)).toBe(word);
  });

  it.each([
    ["-", "-"],
    ["-f.yaml", "./-f.yaml"],
    ["-my file.yaml", "'./-my file.yaml'"],
    ["my-file.yaml", "my-file.yaml"],
  ])("the file %s is written %s", (name, word) => {
    expect(shellFile(name)).toBe(word);
  });

  it
    .skipIf(process.platform === "win32")
    .each(["a b", "it's", '"$HOME"', "*", "a\\b", "#x", "a=b", "=b", "!x"])(
    "%s reaches the command unchanged",
    (text) => {
      expect(execFileSync("sh", ["-c", `printf %s ${shellWord(text)}`], { encoding: "utf8" })).toBe(text);
    },
  );
});
