import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../../engine/small-pack.js";
import { steering } from "../../hostile/bytes.js";
import { type RunOptions, runMain } from "../run-main.js";

const today = "2026-06-30";
const chat = "interaction-style: real-time-two-way, client-liveness: presence";
const service = (decision: string): string =>
  `version: 1\nservice: chat\nanswers: { ${chat} }\ndecision: ${decision}\n`;
/** Recommended is `stateful`; accepted for another 184 days, for a reason of 2 characters. */
const deviation = service("{ style: stateless, because: so, until: 2026-12-31 }");
const undecided = `version: 1\nservice: chat\nanswers: { ${chat} }\n`;
const ofSmallPack = "version: 1\nservice: s\nanswers: { style: stream }\n";

const rc = ".api-advisorrc.yaml";

/** A repository with these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "api-advisor-"));
  mkdirSync(join(root, ".git"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const run = (args: string, options: RunOptions) => runMain(args.split(" "), { today, ...options });

/** The kinds of what `check` finds in the first surface. */
async function kinds(args: string, cwd: string): Promise<readonly string[]> {
  const { stdout } = await run(`check ${args} -f json`, { cwd });
  return JSON.parse(stdout).surfaces[0].findings.map(({ kind }: { readonly kind: string }) => kind);
}

const accepted = ["deviation-accepted"];
const refused = ["deviation-not-allowed"];
const tooLong = ["deviation-too-long"];

describe("the terms of a check", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["nothing", "", "", accepted],
    ["an option alone", "", "--no-deviations", refused],
    ["an option in days", "", "--max-deviation 183", tooLong],
    ["an option in days that suffices", "", "--max-deviation 184", accepted],
    ["an option in characters", "", "--min-reason 3", ["deviation-reason-too-short"]],
    ["an option in characters that suffices", "", "--min-reason 2", accepted],
    ["a config", "no-deviations: true", "", refused],
    ["a config in days", "max-deviation: 183", "", tooLong],
    ["a config, and an option that tightens it", "max-deviation: 184", "--max-deviation 183", tooLong],
    ["a config, and an option that loosens it", "max-deviation: 183", "--max-deviation 184", accepted],
    ["a config, and an option that takes a switch back", "no-deviations: true", "--deviations", accepted],
    ["a config, and an option that sets a switch", "no-deviations: false", "--no-deviations", refused],
    ["a config that is not wanted", "no-deviations: true", "--no-config", accepted],
    ["a config for another key", "no-clashes: true", "", accepted],
  ])("are set by %s", async (_, config, args, expected) => {
    const cwd = repository({ "a.yaml": deviation, ...(config === "" ? {} : { [rc]: `${config}\n` }) });
    expect(await kinds(`a.yaml ${args}`.trim(), cwd)).toEqual(expected);
  });

  it.each<[string, string, string, readonly string[]]>([
    ["no-overdue-reviews: true", "2026-06-29", "", ["review-overdue-not-allowed"]],
    ["no-overdue-reviews: true", "2026-06-29", "--overdue-reviews", ["review-overdue"]],
    ["no-overdue-reviews: false", "2026-06-29", "--no-overdue-reviews", ["review-overdue-not-allowed"]],
    ["soon: 5", "2026-07-06", "", []],
    ["soon: 6", "2026-07-06", "", ["review-due-soon"]],
    ["soon: 0", "2026-06-30", "", []],
    ["soon: 0", "2026-06-30", "--soon 1", ["review-due-soon"]],
    ["soon: 6", "2026-07-06", "--soon 5", []],
  ])("are set for reviews by %s, %s and `%s`", async (config, reviewBy, args, expected) => {
    const decision = `{ style: stateful, review-by: ${reviewBy} }`;
    const cwd = repository({ "a.yaml": service(decision), [rc]: `${config}\n` });
    expect(await kinds(`a.yaml ${args}`.trim(), cwd)).toEqual(expected);
  });

  it.each([
    ["require-decision: true", "", 1],
    ["require-decision: true", "--no-require-decision", 0],
    ["min-grade: firm", "", 1],
    ["min-grade: firm", "--min-grade fragile", 0],
  ])("are set by %s and `%s`: exit code %i", async (config, args, code) => {
    const cwd = repository({ "a.yaml": undecided, [rc]: config });
    expect(await run(`check a.yaml ${args}`.trim(), { cwd })).toMatchObject({ code, stderr: "" });
  });

  it.each([
    ["require-confirmed: true", "", 1],
    ["require-confirmed: true", "--no-require-confirmed", 0],
    ["require-confirmed: false", "--require-confirmed", 1],
    ["require-confirmed: false", "", 0],
  ])("are set for an agent's answer by %s and `%s`: exit code %i", async (config, args, code) => {
    const answers = "answers: { interaction-style: { answer: real-time-two-way, by: agent } }";
    const cwd = repository({ "a.yaml": `version: 1\nservice: chat\n${answers}\n`, [rc]: config });
    expect(await run(`check a.yaml ${args}`.trim(), { cwd })).toMatchObject({ code, stderr: "" });
  });

  it("are refused if the config asks for a grade and the command line for none", async () => {
    const cwd = repository({ "a.yaml": undecided, [rc]: "min-grade: fair\n" });
    const { code, stdout, stderr } = await run("check a.yaml --no-analysis", { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("`min-grade` in .api-advisorrc.yaml");
  });

  it("are looked for without a word of folders with such a name", async () => {
    const cwd = repository({ "a.yaml": deviation, "api-advisorrc/x.yaml": "" });
    expect(await run("check a.yaml", { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  it("are looked for in no file whose name is only nearly right, which is said", async () => {
    for (const name of [".api-advisorrc", "api-advisorrc.yaml", ".API-ADVISORRC.json"]) {
      const cwd = repository({ "sub/a.yaml": deviation, [name]: "no-deviations: true\n" });
      const { code, stderr } = await run("check a.yaml", { cwd: join(cwd, "sub") });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: `../${name}: warning: is not read: no config has this name\n  expected \`.api-advisorrc.yaml\`\n`,
      });
      expect((await run("rules list", { cwd })).stderr).toBe("");
      expect((await run("check a.yaml --no-config", { cwd: join(cwd, "sub") })).stderr).toBe("");
    }
  });

  it.each([
    "--max-deviation -1",
    "--max-deviation 1.5",
    "--min-reason 0",
    "--min-reason x",
    "--max-deviation=",
    "--config=",
  ])("are no such as `%s`", async (args) => {
    const { code, stdout, stderr } = await run(`check a.yaml ${args}`, {
      cwd: repository({ "a.yaml": deviation }),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/whole number from|name is empty/);
  });

  it("are said by `decide`, which records what a config does not allow", async () => {
    const cwd = repository({ "a.yaml": undecided, [rc]: "max-deviation: 10\nmin-reason: 5\n" });
    const args = "decide a.yaml --style stateless --because because";
    const short = await run(`${args} --until 2026-07-10`, { cwd });
    expect(short).toMatchObject({ code: 0, stderr: "" });
    const long = await run(`${args} --until 2026-07-11`, { cwd });
    expect(long.code).toBe(0);
    expect(long.stderr).toMatch(
      /^warning: by \.api-advisorrc\.yaml, `check` fails this: .*11 days from now.*\n$/,
    );
  });
});

describe("which config it is", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["the nearest", "in/deep", "", accepted],
    ["the nearest above", "in", "", refused],
    ["the one named", "in", "--config deep/.api-advisorrc.yaml", accepted],
    ["one of any name", "in", "--config ../strict.yaml", tooLong],
    ["the one of a folder named", "in/deep", "--config ..", refused],
    ["the nearest above a folder named", "in", "--config deep/er", accepted],
    ["none, as there is none from a folder named", "in", "--config ../none", accepted],
  ])("is %s", async (_, folder, args, expected) => {
    const root = repository({
      "in/.api-advisorrc.yaml": "no-deviations: true\n",
      "in/deep/.api-advisorrc.yaml": "no-deviations: false\n",
      "in/deep/er/x": "",
      "none/.git/x": "",
      "strict.yaml": "max-deviation: 1\n",
      "a.yaml": deviation,
    });
    const cwd = join(root, folder);
    expect(await kinds(`${"../".repeat(folder.split("/").length)}a.yaml ${args}`.trim(), cwd)).toEqual(
      expected,
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["that is not there", {}, "--config gone.yaml", "gone.yaml: error: cannot be read"],
    [
      "with a mistake",
      { [rc]: "\nmin-grad: fair\n" },
      "",
      ".api-advisorrc.yaml:2:1: error: unknown key `min-grad`; did you mean `min-grade`?",
    ],
    [
      "beside another",
      { [rc]: "", "package.json": '{ "api-advisor": {} }' },
      "",
      "package.json: error: is a second config beside `.api-advisorrc.yaml`",
    ],
    [
      "with a pack that is not there",
      { [rc]: "rules:\n  - ./rulez\n" },
      "",
      ".api-advisorrc.yaml:2:5: error: pack `./rulez` not found",
    ],
  ])("is refused if it is one %s, by every command", async (_, files, args, words) => {
    const cwd = repository({ "a.yaml": deviation, ...files });
    for (const command of ["check a.yaml", "advise a.yaml", "schema answers", "rules list"]) {
      const { code, stdout, stderr } = await run(`${command} ${args}`.trim(), { cwd });
      expect({ command, code, stdout }).toEqual({ command, code: 2, stdout: "" });
      expect(stderr).toContain(words);
    }
  });
});

describe("the packs of a config", () => {
  const files = {
    "in/rules/pack.yaml": smallPackText,
    "in/.api-advisorrc.yaml": "rules: [./rules]\n",
    "in/deep/a.yaml": ofSmallPack,
    "in/package.json": '{ "name": "api-advisor" }',
  };

  it.each([
    "advise a.yaml",
    "check a.yaml",
    "compare a.yaml",
    "whatif a.yaml --set style=steps",
    "explain style",
    "rules list",
    "init -",
  ])("are taken by `%s`, from beside the config", async (args) => {
    const { code, stderr } = await run(args, { cwd: join(repository(files), "in/deep") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("are taken from package.json, too", async () => {
    const root = repository({
      "rules/pack.yaml": smallPackText,
      "package.json": '{ "api-advisor": { "rules": ["rules"] } }',
      "a.yaml": ofSmallPack,
    });
    expect(await run("advise a.yaml", { cwd: root })).toMatchObject({ code: 0, stderr: "" });
  });

  it("give way to those of the command line", async () => {
    const cwd = join(repository(files), "in/deep");
    expect((await run("check a.yaml --rules default", { cwd })).code).toBe(2);
    expect((await run("check a.yaml --no-config", { cwd })).code).toBe(2);
  });

  it("are those beside a config that is named, never those of the same name here", async () => {
    const root = repository({
      ...files,
      "elsewhere/rules/pack.yaml": "not: a pack",
      "elsewhere/a.yaml": ofSmallPack,
    });
    const cwd = join(root, "elsewhere");
    expect(await run("check a.yaml --config ../in", { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  it("may be installed where the tool runs, and are then no folder of that name", async () => {
    const root = repository({
      "base/.api-advisorrc.yaml": "rules: [own-rules]\n",
      "here/node_modules/own-rules/package.json": "{}",
      "here/node_modules/own-rules/rules/pack.yaml": smallPackText,
      "here/own-rules/pack.yaml": "not: a pack",
      "here/a.yaml": ofSmallPack,
    });
    const cwd = join(root, "here");
    expect(await run("check a.yaml --config ../base", { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  it("are never the file that `--output` writes", async () => {
    const cwd = join(repository(files), "in/deep");
    const { code, stderr } = await run("check a.yaml -o ../rules/pack.yaml", { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("it would overwrite the input");
  });

  it.each([
    ["advise a.yaml -o json=../rc.json --config ../rc.json", "../rc.json"],
    ["check a.yaml -o ../.api-advisorrc.yaml", "../.api-advisorrc.yaml"],
  ])("nor is the config itself: %s", async (args, file) => {
    const root = repository({ [rc]: "soon: 3\n", "rc.json": "{}", "in/a.yaml": undecided });
    const before = readFileSync(join(root, "in", file), "utf8");
    const { code, stderr } = await run(args, { cwd: join(root, "in") });
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}: error: cannot be written: it would overwrite the input \`${file}\``);
    expect(readFileSync(join(root, "in", file), "utf8")).toBe(before);
  });
});

describe("--print-config", () => {
  const config = `min-grade: fair
require-decision: true
files: [a.yaml, "b/*.yaml"]
rules: [default]
`;

  it("prints a config, with the place of each value", async () => {
    const cwd = repository({ [rc]: config });
    const { code, stdout } = await run("check --print-config --no-require-decision --min-reason 9", { cwd });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/ {2,}/g, "  ")).toBe(`rules: ["default"]  # .api-advisorrc.yaml:4
files: ["a.yaml", "b/*.yaml"]  # .api-advisorrc.yaml:3
min-grade: fair  # .api-advisorrc.yaml:1
require-decision: false  # command line
require-confirmed: false  # preset
no-clashes: false  # preset
no-deviations: false  # preset
# max-deviation: not set  # preset
min-reason: 9  # command line
no-overdue-reviews: false  # preset
soon: 30  # preset
`);
  });

  it("prints what can be used as a config", async () => {
    const cwd = repository({ [rc]: config });
    const { stdout } = await run("check --print-config --no-deviations", { cwd });
    writeFileSync(join(cwd, rc), stdout);
    const again = await run("check --print-config", { cwd });
    const values = (text: string) => text.replaceAll(/ +#.*$/gm, "");
    expect(values(again.stdout)).toBe(values(stdout));
  });

  it("lets no name steer a terminal", async () => {
    const evil = "x\u001b[31m\u202e\nmin-grade: firm #";
    const cwd = repository({
      [`${evil}/a`]: "",
      [`${evil}/rc.json`]: JSON.stringify({ files: [evil], rules: [evil] }),
    });
    for (const args of [["--print-config"], []]) {
      const given = ["check", "--config", `${evil}/rc.json`, ...args];
      const { stdout, stderr } = await runMain(given, { cwd });
      expect(stdout + stderr).not.toMatch(steering);
      expect(stdout + stderr).not.toContain("\nmin-grade: firm");
      expect(stdout + stderr).toContain("x\\");
    }
  });

  it("prints JSON", async () => {
    const { stdout } = await run("check x.yaml --print-config -f json", {
      cwd: repository({ [rc]: config }),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      files: { value: ["x.yaml"], from: "command line" },
      "min-grade": { value: "fair", from: ".api-advisorrc.yaml:1" },
      "max-deviation": { value: null, from: "preset" },
    });
  });
});
