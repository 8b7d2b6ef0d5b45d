import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { smallPackText } from "../engine/small-pack.js";
import { runMain } from "./run-main.js";

const over = `pack: { format: 2, name: over, version: 1.0.0, extends: ../base }
override:
  questions: { load: { why: It decides much. } }
`;

const cases = (id: string): string =>
  `cases:
  ${id}:
    about: A stream.
    answers: { style: stream }
    expect: { verdict: undecided }
`;

/** A pack and one that extends it, each with a case. */
function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  for (const [name, text] of Object.entries({ base: smallPackText, over })) {
    mkdirSync(join(cwd, name, "cases"), { recursive: true });
    writeFileSync(join(cwd, name, "pack.yaml"), text);
    writeFileSync(join(cwd, name, "cases/one.yaml"), cases(name));
  }
  return cwd;
}

it("tests packs alike in whatever order and by whatever path they are named", async () => {
  const cwd = folder();
  const tested = async (...packs: readonly string[]): Promise<unknown> => {
    const named = packs.flatMap((pack) => ["-r", pack]);
    const { stdout, stderr } = await runMain(["rules", "test", "-f", "json", ...named], { cwd });
    expect(stderr).toBe("");
    const { cases: run, ...rest } = JSON.parse(stdout);
    const ids: readonly string[] = run.map(({ id }: { readonly id: string }) => id);
    return { ...rest, ids: [...ids].sort() };
  };
  const both = await tested("base", "over");
  expect(await tested("over", "base")).toEqual(both);
  expect(await tested("over", "./base", "base")).toEqual(both);
  expect(await tested("over")).not.toEqual(both);
});
