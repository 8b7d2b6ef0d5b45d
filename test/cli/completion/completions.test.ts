import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type CommandFacts,
  commandFacts,
  withCommandsBelow,
} from "../../../src/cli/command-line/command-facts.js";
import { completions, shells } from "../../../src/cli/commands/completion.js";
import { processHost } from "../../../src/cli/host.js";
import { program } from "../../../src/cli/program.js";

const facts = commandFacts(program(processHost(), () => {}));

const small: CommandFacts = {
  name: "api-advisor",
  path: [],
  about: "It's small",
  options: [{ flags: ["-v", "--version"], about: "print [it]: 'now'", value: null, repeatable: false }],
  argument: null,
  commands: [
    {
      name: "check",
      path: ["check"],
      about: "hold: fast",
      options: [
        {
          flags: ["-f", "--format"],
          about: "format",
          value: { kind: "words", words: ["a", "b"] },
          repeatable: false,
        },
        { flags: ["--output"], about: "file", value: { kind: "file" }, repeatable: true },
        {
          flags: ["-s", "--set"],
          about: "answer",
          value: { kind: "list", list: "settings" },
          repeatable: true,
        },
        { flags: ["--by"], about: "owner", value: { kind: "text" }, repeatable: false },
      ],
      argument: { kind: "file" },
      commands: [],
    },
    {
      name: "explain",
      path: ["explain"],
      about: "an id",
      options: [],
      argument: { kind: "list", list: "ids" },
      commands: [],
    },
    {
      name: "rules",
      path: ["rules"],
      about: "packs",
      options: [],
      argument: null,
      commands: [
        {
          name: "list",
          path: ["rules", "list"],
          about: "list them",
          options: [],
          argument: { kind: "words", words: ["x", "y"] },
          commands: [],
        },
      ],
    },
  ],
};

describe.each(shells)("completion for %s", (shell) => {
  it("names every command and long option that is declared", () => {
    const script = completions[shell](facts);
    for (const { name, options } of withCommandsBelow(facts)) {
      expect(script).toContain(name);
      for (const { flags } of options)
        for (const flag of flags) expect(script).toContain(flag.replace(/^--?/, ""));
    }
  });

  it("is drawn", async () => {
    await expect(completions[shell](small)).toMatchFileSnapshot(`golden/${shell}.txt`);
  });

  const found = spawnSync(shell, ["-c", "true"]).status === 0;
  it.skipIf(!found)("is read by the shell without a complaint", () => {
    const script = join(mkdtempSync(join(tmpdir(), "api-advisor-")), "completion");
    writeFileSync(script, completions[shell](facts));
    const out = execFileSync(shell, ["-n", script], { encoding: "utf8" });
    expect(out).toBe("");
  });
});
