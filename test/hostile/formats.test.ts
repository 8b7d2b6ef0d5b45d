import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { program } from "../../src/cli/program.js";
import { checkFormatIds, formatIds } from "../../src/engine/report/formats.js";
import { root, runMain } from "../cli/run-main.js";
import { attacks } from "../engine/report/hostile.js";
import { smallPackText } from "../engine/small-pack.js";
import { steering } from "./bytes.js";

const loneSurrogate = /\p{Surrogate}/u;

/**
 * Each attack as a note, as a surface's name and in a decision; one attack has a lone surrogate, which UTF-8 cannot
 * encode.
 */
const texts = attacks
  .filter((text) => !loneSurrogate.test(text))
  .concat([
    "x\n::error file=a::injected\n::set-output name=a::b",
    "%0A::error::injected",
    "\u001b]0;title\u0007\u001b[2J\u009b31m\r\u0008",
    "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    "\ufeffmark",
    "word".repeat(5000),
    "\u{1f469}\u200d\u{1f467} \u0301\u0301 \ufdfd",
    "__proto__",
    "constructor",
    "CON",
    "../../etc/passwd",
    "%TEMP%\\nul.",
  ]);

/** The part of a text that can name a surface: no longer than a name, and without white space at the ends. */
const nameIn = (text: string): string => text.slice(0, 190).trim();

/** No longer than a noun phrase for a headline may be. */
const shortAttack = "<b>*x*|`y`\u001b[31m\u202e\n::error::[z](javascript:a) --> #1";

/** The small pack as JSON, with an attack in place of each sentence. */
function hostilePack(): string {
  const attack = texts.filter((text) => text.length < 200).join(" ");
  const sentences = new Set(
    "ask why help label because contested text mitigation what fits watch claim".split(" "),
  );
  return JSON.stringify(parse(smallPackText), (key, value: unknown) => {
    if (typeof value !== "string") return value;
    if (key === "keeps") return shortAttack;
    return sentences.has(key) ? attack : value;
  });
}

/** A real system, with an attack in place of each text. */
function hostileSystem(): string {
  const attack = texts.filter((text) => text.length < 200).join(" ");
  return JSON.stringify({
    system: attack,
    surface: attack,
    documented: "stateful",
    because: attack,
    confidence: "low",
    sources: [attack],
    contradicts: attack,
    answers: { style: { answer: "unsure", note: attack } },
  });
}

/** Every command line that reads a pack and no other file, in each of its formats; not the two that talk with somebody. */
const packCommands: readonly string[] = leavesOf(declaredProgram())
  .filter(
    ({ command, path }) => !["interview", "mcp"].includes(path) && command.registeredArguments.length === 0,
  )
  .filter(({ command }) => command.options.some(({ long }) => long === "--rules"))
  .flatMap(({ command, path }) => {
    const format = command.options.find(({ long }) => long === "--format");
    return format?.argChoices?.map((choice) => `${path} --format ${choice}`) ?? [path];
  });

function declaredProgram(): Command {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  return program({ ...streams, env: {}, cwd: "/", today: () => "2026-01-15" }, () => undefined);
}

function leavesOf(
  command: Command,
  before: readonly string[] = [],
): readonly { readonly command: Command; readonly path: string }[] {
  return command.commands.flatMap((each) => {
    const names = [...before, each.name()];
    return each.commands.length > 0 ? leavesOf(each, names) : [{ command: each, path: names.join(" ") }];
  });
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const questions = ["latency", "revocation", "identity"];
  const options = ["relaxed", "immediate", "signed-in-user"];
  const surfaces = texts.map((text, index) => [
    nameIn(text),
    {
      answers: { [questions[index % 3] ?? ""]: { answer: options[index % 3], note: text } },
      decision: {
        style: "stateful",
        because: text,
        by: text.slice(0, 190),
        until: "2027-01-01",
        "review-by": "2026-01-01",
      },
    },
  ]);
  const file = { version: 1, service: "::error::<b>|`*\u001b[31m", surfaces: Object.fromEntries(surfaces) };
  writeFileSync(join(folder, "a.json"), JSON.stringify(file));
  // Analysing takes its time: many attacks on few surfaces.
  const few = Array.from({ length: 5 }, (_, part) => {
    const joined = texts.filter((text, index) => index % 5 === part && text.length < 1000).join("");
    const [, surface] = surfaces[part] ?? [];
    return [
      nameIn(joined),
      { ...Object(surface), answers: { latency: { answer: "relaxed", note: joined } } },
    ];
  });
  writeFileSync(join(folder, "few.json"), JSON.stringify({ ...file, surfaces: Object.fromEntries(few) }));
  const earlier = few.map(([name]) => [name, { answers: { latency: "real-time" } }]);
  const removed = ["@acme/removed <b>", { answers: {} }];
  const surfacesThen = Object.fromEntries([...earlier.slice(1), removed]);
  writeFileSync(join(folder, "earlier.json"), JSON.stringify({ ...file, surfaces: surfacesThen }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Rules for every output, whatever its format: it must not control a terminal and, if it is markup (recognised by its
 * start), must not contain markup of the attacks.
 */
function expectTame(output: string): void {
  expect(output).not.toMatch(steering);
  expect(output).not.toMatch(loneSurrogate);
  if (/^\{"/.test(output))
    for (const line of output.trimEnd().split("\n")) expect(JSON.parse(line)).toBeTypeOf("object");
  else if (/^[{[]/.test(output)) expect(JSON.parse(output)).toBeTypeOf("object");
  else if (output.startsWith("<!doctype html>")) {
    const report = withoutScripts(output);
    expect(report).not.toMatch(/<script|<img|<b>|href=.?javascript:/i);
    expect(report.match(/<\/body>/g)).toHaveLength(1);
  } else if (output.startsWith("<?xml")) {
    const ours = /<\/?(testsuites?|testcase|failure|error|system-out|skipped|\?xml)\b[^<>]*>/g;
    expect(output.replaceAll(ours, "")).not.toMatch(/[<>]/);
  } else if (/^(#|---\n)/.test(output)) expect(output).not.toMatch(/(?<!\\)<(script|img|b)\b/i);
}

/** A page that answers back ends with its data and its script, and has no other. */
function withoutScripts(html: string): string {
  const [own = "", data = "null", script] =
    /<script type="application\/json" id="page-data">(.*)<\/script>\n<script>(.*)<\/script>\n<\/body>/s.exec(
      html,
    ) ?? [];
  if (script === undefined) return html;
  expect(data).toMatch(/^[ -;=-~]*$/);
  expect(JSON.parse(data)).toHaveProperty("surfaces");
  expect(script.trimEnd()).toBe(pageScript.trimEnd());
  return html.replace(own, "</body>");
}

const pageScript = readFileSync(join(root, "dist/page.js"), "utf8");

describe("notes and names that try to be more than text", () => {
  it.each(formatIds)("advise as %s", async (format) => {
    const { code, stdout, stderr } = await runMain(
      ["advise", "a.json", "--no-analysis", "--format", format],
      { cwd: folder },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectTame(stdout);
    if (format === "json") expect(JSON.parse(stdout).services[0].surfaces).toHaveLength(texts.length);
  });

  it("advise as a page that answers back", async () => {
    const { code, stdout, stderr } = await runMain(["advise", "few.json", "--format", "html"], {
      cwd: folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectTame(stdout);
    expect(stdout).toContain('id="page-data"');
    const ascii = await runMain(["advise", "few.json", "--format", "html", "--ascii"], { cwd: folder });
    expectTame(ascii.stdout);
    expect(ascii.stdout).toMatch(/^[\n -~]*$/);
  });

  it.each(checkFormatIds)("check as %s", async (format) => {
    const { code, stdout, stderr } = await runMain(["check", "few.json", "--format", format], {
      cwd: folder,
    });
    expect(stderr).toBe("");
    expect([0, 1]).toContain(code);
    expectTame(stdout);
    if (format === "github") {
      const commands = stdout.split("\n").filter((line) => line.startsWith("::"));
      for (const command of commands)
        expect(command).toMatch(
          /^::(error|warning|notice) file=few\.json,line=\d+,col=\d+,title=[^:,\n]*::[^\n]+$/,
        );
      expect(commands.length).toBeLessThanOrEqual(30);
    }
  });

  it("check, its summary for GitHub", async () => {
    const page = join(folder, "summary.md");
    await runMain(["check", "few.json", "--format", "github"], {
      cwd: folder,
      env: { GITHUB_STEP_SUMMARY: page },
    });
    const { readFileSync } = await import("node:fs");
    const summary = readFileSync(page, "utf8");
    expectTame(summary);
  });

  it.each(
    [
      ["compare", "few.json"],
      ["compare", "few.json", "--base", "earlier.json"],
      ["whatif", "few.json", "--set", "latency=real-time"],
    ].flatMap((args) => ["text", "json", "markdown"].map((format) => [...args, "--format", format])),
  )("%s %s %s %s %s %s", async (...args) => {
    const { code, stdout, stderr } = await runMain(args, { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectTame(stdout);
  });

  it.each([
    ...["streams", "style", "claim"].flatMap((id) =>
      ["text", "json"].map((format) => ({ line: `explain ${id} --format ${format}` })),
    ),
    { line: "page" },
    ...packCommands.map((line) => ({ line })),
  ])("of a pack: $line", async ({ line }) => {
    writeFileSync(join(folder, "pack.json"), hostilePack());
    mkdirSync(join(folder, "cases"), { recursive: true });
    writeFileSync(join(folder, "cases/system.yaml"), hostileSystem());
    const args = [...line.split(" "), "--rules", "pack.json"];
    const { code, stdout, stderr } = await runMain(args, { cwd: folder });
    expect([0, 1]).toContain(code);
    expect(stdout).not.toBe("");
    expectTame(stdout + stderr);
  });

  it.each(
    [
      ...formatIds.map((format) => ["advise", format] as const),
      ...checkFormatIds.map((format) => ["check", format] as const),
      ...["compare", "whatif --set load=few"].flatMap((command) =>
        ["text", "json", "markdown"].map((format) => [command, format] as const),
      ),
    ]
      .map(([command, format]) => ({ line: `${command} --format ${format}` }))
      .concat({ line: "page" }),
  )("by such a pack, on answers that clash and state that is kept: $line", async ({ line }) => {
    writeFileSync(join(folder, "pack.json"), hostilePack());
    const answers = { style: "apart", order: "strict", kinds: "shops", load: "many" };
    writeFileSync(join(folder, "own.json"), JSON.stringify({ version: 1, service: "x", answers }));
    const { code, stdout, stderr } = await runMain([...line.split(" "), "own.json", "--rules", "pack.json"], {
      cwd: folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectTame(stdout);
  });

  it("init", async () => {
    const { code, stdout } = await runMain(["init", "-", "--service", "a\n: *x \u001b[31m #"], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expectTame(stdout);
  });
});

describe("arguments that try to be more than text", () => {
  const evil = "\u001b]0;x\u0007\u202e\u009b2J\r";
  it.each([
    ["an unknown option", ["advise", `--${evil}`]],
    ["an unknown command", [evil]],
    ["an unknown format", ["advise", "--format", evil]],
    ["an unknown format of a file", ["advise", "--output", `text${evil}=x`]],
    ["a setting", ["advise", "-", "--set", `latency=${evil}`]],
    ["a setting without a question", ["advise", "-", "--set", evil]],
    ["a file", ["advise", `${evil}\n::error::x`]],
    ["a pattern", ["check", `${evil}*.yaml`]],
    ["a pack", ["advise", "--rules", evil]],
    ["an id", ["explain", evil]],
    ["a document", ["embed", evil, "--answers", "few.json"]],
    ["a surface", ["decide", "a.json", "--surface", evil, "--style", "stateful"]],
    ["a folder of cases", ["rules", "test", "--cases", evil]],
    ["a day", ["check", "a.json", "--today", evil]],
    ["a day of review", ["decide", "a.json", "--style", "stateful", "--review-by", evil]],
    ["a number of days", ["check", "a.json", "--soon", evil]],
    ["a file to write", ["advise", "a.json", "--no-analysis", "--output", `missing/${evil}`]],
    ["a name with NUL", ["advise", "a\0b"]],
    ["a pattern as long as arguments go", ["check", "*".repeat(100_000)]],
    ["a pattern that never ends", ["check", `${"{a,".repeat(30)}b${"}".repeat(30)}*`]],
    ["a schema", ["schema", evil]],
    ["a shell", ["completion", evil]],
  ])("%s", async (_, args) => {
    const { code, stdout, stderr } = await runMain(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toBe("");
    expect(stderr).not.toMatch(/\n\s+at |This is a bug/);
    // It may begin with a brace, and is no JSON for that.
    expectTame(`Said: ${stderr}`);
  });

  it("a name that is written to", async () => {
    const name = "a\u001b[31m\u202e.yaml";
    const { code, stderr } = await runMain(["init", name], { cwd: folder });
    expect(code).toBe(0);
    expectTame(stderr);
    const recorded = await runMain(["decide", name, "--style", "stateless"], { cwd: folder });
    expect(recorded.code).toBe(0);
    expectTame(recorded.stdout + recorded.stderr);
    writeFileSync(
      join(folder, "d\u001b.md"),
      "<!-- api-advisor:begin -->\n\u001b[31m old\n<!-- api-advisor:end -->\n",
    );
    const embedded = await runMain(["embed", "d\u001b.md", "--answers", name], { cwd: folder });
    expect(embedded.code).toBe(0);
    expectTame(embedded.stdout + embedded.stderr);
  });
});
