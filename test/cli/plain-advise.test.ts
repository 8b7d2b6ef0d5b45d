import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAdvise } from "../../src/cli/plain-advise.js";
import { program } from "../../src/cli/program.js";
import "../seed.js";

/** What the declared command line makes of `argv`: the arguments of `advise`; null where it is refused, or another. */
async function declared(argv: readonly string[]): Promise<unknown> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const root = program(
    { stdin, stdout, stderr, env: {}, cwd: ".", today: () => "2026-11-24" },
    () => undefined,
  );
  let found: unknown = null;
  for (const command of root.commands) {
    command.action((files: unknown, options: unknown) => {
      found = command.name() === "advise" ? { files, options } : null;
    });
  }
  await root.parseAsync([...argv], { from: "user" }).catch(() => undefined);
  return found;
}

describe("a plain command line", () => {
  it.each([
    [["advise"]],
    [["advise", "-"]],
    [["advise", "a.yaml", "b.yaml"]],
    [["advise", "help"]],
    [["advise", "a.yaml", "-f", "json"]],
    [["advise", "--format", "jsonl", "a.yaml"]],
    [["advise", "--no-analysis", "a.yaml", "--format", "html", "b.yaml", "-f", "adr"]],
  ])("%j is read as declared", async (argv) => {
    expect(plainAdvise(argv)).not.toBeNull();
    expect(plainAdvise(argv)).toEqual(await declared(argv));
  });

  it.each([
    [[]],
    [["-"]],
    [["check", "a.yaml"]],
    [["--format", "json", "advise"]],
    [["advise", "-f"]],
    [["advise", "-f", "jsno"]],
    [["advise", "--format=json"]],
    [["advise", "-fjson"]],
    [["advise", "--", "-a"]],
    [["advise", "--verbose"]],
    [["advise", "--help"]],
  ])("%j is left to the declared one", (argv) => {
    expect(plainAdvise(argv)).toBeNull();
  });

  it("is never read otherwise than declared", async () => {
    const word = fc.constantFrom(
      ...[
        "a.yaml",
        "-",
        "",
        "help",
        "-f",
        "--format",
        "json",
        "text",
        "--no-analysis",
        "advise",
        "-v",
        "--form",
        "-x",
        "--",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        const plain = plainAdvise(["advise", ...words]);
        if (plain !== null) expect(plain).toEqual(await declared(["advise", ...words]));
      }),
      { numRuns: 400 },
    );
  });
});
