import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/engine/config-file/read-config.js";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";

const all = {
  rules: ["default", "./rules"],
  files: ["services/**/*.yaml"],
  "min-grade": "fair",
  "require-decision": true,
  "require-confirmed": true,
  "no-clashes": false,
  "no-deviations": false,
  "max-deviation": 90,
  "min-reason": 40,
  "no-overdue-reviews": true,
  soon: 14,
};

const yaml = `rules: [default, ./rules]
files:
  - services/**/*.yaml
min-grade: fair
require-decision: true
require-confirmed: true
no-clashes: false
no-deviations: false
max-deviation: 90
min-reason: 40
no-overdue-reviews: true
soon: 14
`;

const outcome = (file: string, text: string) => readConfig({ file, text });

describe("a config", () => {
  it.each<[string, string, string, object]>([
    ["YAML", ".api-advisorrc.yaml", yaml, all],
    ["JSON", ".api-advisorrc.json", JSON.stringify(all), all],
    ["a key of package.json", "a/package.json", JSON.stringify({ name: "x", "api-advisor": all }), all],
    ["JSON in a YAML file", "x.yaml", JSON.stringify(all), all],
    ["a schema named", "x.yaml", "$schema: https://example.org/x.json\nmin-reason: 1\n", { "min-reason": 1 }],
    ["an empty file", "x.yaml", "", {}],
    ["a file of comments", "x.yaml", "# min-grade: fair\n", {}],
    ["an empty mapping", "x.json", "{}", {}],
  ])("is read from %s", (_, file, text, values) => {
    const config = outcome(file, text);
    const read = config.kind === "ok" ? { ...config.value.values } : config.problems;
    expect(read).toEqual("$schema" in read ? { ...values, $schema: read.$schema } : values);
  });

  it.each([
    ["YAML", "x.yaml", yaml, 3, 5],
    ["package.json", "package.json", '{\n  "api-advisor": {\n    "files": ["*"] } }', 3, 15],
  ])("knows in %s where a value is", (_, file, text, line, column) => {
    const config = outcome(file, text);
    expect(config.kind === "ok" && config.value.locate(["files", 0])).toMatchObject({ file, line, column });
  });

  it.each([
    [
      "a word that was meant",
      "x.yaml",
      "min-reason: 5\nminGrade: fair\n",
      "x.yaml:2:1: error: unknown key `minGrade`; did you mean `min-grade`?",
    ],
    ["a grade", "x.yaml", "min-grade: god\n", "x.yaml:1:12: error: `min-grade` cannot be `god`"],
    ["a text for a switch", "x.yaml", "no-clashes: yes\n", "x.yaml:1:13: error: `no-clashes` is a text"],
    ["a number below", "x.yaml", "max-deviation: -1\n", "x.yaml:1:16: error: `max-deviation` cannot be `-1`"],
    ["a number above", "x.yaml", "min-reason: 1001\n", "x.yaml:1:13: error: `min-reason` cannot be `1001`"],
    ["half a day", "x.yaml", "max-deviation: 0.5\n", "x.yaml:1:16: error: `max-deviation` is a number"],
    ["one file", "x.yaml", "files: a.yaml\n", "x.yaml:1:8: error: `files` is a text"],
    ["no file", "x.yaml", "files: []\n", "x.yaml:1:8: error: `files` is empty"],
    ["a blank name", "x.yaml", 'rules: [" "]\n', "x.yaml:1:9: error: `rules.0` is empty"],
    [
      "answers",
      "x.yaml",
      "$schema: s\nversion: 1\nservice: a\nanswers: {}\n",
      "x.yaml:3:1: error: this is an answers file, not a config",
    ],
    ["a list", "x.yaml", "- a\n", "x.yaml:1:1: error: the document is a list"],
    [
      "a pattern without quotes",
      "x.yaml",
      "files: [**/a.yaml]\n",
      "if it is a text that begins with `*`, quotes",
    ],
    ["two documents", "x.yaml", "a: 1\n---\nb: 2\n", "x.yaml:3:1: error: has more than 1 document"],
    ["comments in JSON", "x.json", "{} // x\n", "x.json:1:4: error: this is not JSON"],
    ["no such key", "package.json", '{ "name": "x" }', "package.json:1:1: error: missing key `api-advisor`"],
    ["no mapping", "package.json", "[]", "package.json:1:1: error: missing key `api-advisor`"],
    [
      "what the key holds",
      "package.json",
      '{\n  "api-advisor": { "rules": 1 }\n}',
      "package.json:2:29: error: `rules` is a number",
    ],
  ])("is refused, with the place, for %s", (_, file, text, words) => {
    const config = outcome(file, text);
    expect(config.kind === "failed" && renderProblems(config.problems)).toContain(words);
  });

  it("reports all problems at once", () => {
    const config = outcome("x.yaml", "min-grade: god\nrule: a\nmin-reason: x\n");
    expect(config.kind === "failed" && config.problems.map(({ code }) => code)).toEqual([
      "unknown-key",
      "not-allowed",
      "wrong-type",
    ]);
  });
});
