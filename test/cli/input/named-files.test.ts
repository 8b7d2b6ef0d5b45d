import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "../run-main.js";

const named = (service: string): string => `version: 1
service: ${service}
answers: { latency: relaxed }
`;

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  for (const name of ["a", "b"]) writeFileSync(join(cwd, `${name}.yaml`), named(name));
  return cwd;
}

/** The services of a report, or of its lines. */
async function services(args: readonly string[], input = ""): Promise<readonly string[]> {
  const { code, stdout } = await runMain(args, { cwd: folder(), input });
  // With one answer each, every surface is undecided, which fails a check.
  expect(code).toBe(args[0] === "check" ? 1 : 0);
  const reports = args.includes("jsonl") ? stdout.trimEnd().split("\n") : [stdout];
  return reports
    .map((text) => JSON.parse(text))
    .flatMap((report) => report.services ?? (report.service === undefined ? report.surfaces : [report]))
    .map(({ service }: { readonly service: string }) => service);
}

describe("a file named twice counts once", () => {
  it.each<[readonly string[], readonly string[]]>([
    [["a.yaml", "a.yaml"], ["a"]],
    [
      ["b.yaml", "a.yaml", "./b.yaml"],
      ["b", "a"],
    ],
    [
      ["a.yaml", "*.yaml", "a.yaml"],
      ["a", "b"],
    ],
  ])("%j", async (names, expected) => {
    expect(await services(["advise", ...names, "-f", "json"])).toEqual(expected);
    expect(await services(["advise", ...names, "-f", "jsonl"])).toEqual(expected);
    expect(await services(["compare", ...names, "-f", "json"])).toEqual(expected);
    expect(await services(["check", ...names, "-f", "json"])).toEqual(expected);
  });

  it("and so does standard input", async () => {
    for (const command of ["advise", "check", "compare"])
      expect(await services([command, "-", "-", "-f", "json"], named("c"))).toEqual(["c"]);
  });
});

it("replays what patterns match under two versions of a pack", async () => {
  const cwd = folder();
  const found = await runMain(["rules", "diff", "default", "default", "*.yaml"], { cwd });
  expect(found).toMatchObject({ code: 0, stderr: "" });
  const none = await runMain(["rules", "diff", "default", "default", "*.yml"], { cwd });
  expect(none).toMatchObject({ code: 2, stdout: "" });
  expect(none.stderr).toContain("no file matches this pattern");
});
