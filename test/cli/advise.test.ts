import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { root, runMain as run } from "./run-main.js";

const shop = "examples/checkout.yaml";
const folder = () => mkdtempSync(join(tmpdir(), "api-advisor-"));
const small = (answers: string, service = "x") =>
  `version: 1\nservice: ${service}\nanswers: { ${answers} }\n`;
const live = "interaction-style: real-time-two-way, client-liveness: presence";

describe("advise", () => {
  it.each([
    ["a file by name", ["advise", shop], undefined],
    ["standard input, asked for", ["advise", "-"], "file"],
    ["standard input, without a command", [], "file"],
  ])("recommends on %s, with exit code 0 and nothing on standard error", async (_, args, piped) => {
    const input = piped === undefined ? "" : readFileSync(join(root, shop), "utf8");
    const { code, stdout, stderr } = await run(args, { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("HYBRID");
    expect(stdout).not.toContain("\u001b");
  });

  it("takes JSON wherever it takes YAML", async () => {
    const answers = {
      version: 1,
      service: "x",
      answers: { "interaction-style": "real-time-two-way", "client-liveness": "presence" },
    };
    const { code, stdout } = await run(["--format", "json"], { input: JSON.stringify(answers) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).services[0].surfaces[0].verdict).toBe("stateful");
  });

  it("takes several documents as several services, and several files", async () => {
    const { stdout } = await run(
      ["advise", "-", "examples/amazon-s3-rest.yaml", "-f", "json", "--no-analysis"],
      {
        input: `${small(live, "a")}---\n${small(live, "b")}`,
      },
    );
    expect(JSON.parse(stdout).services.map((each: { service: string }) => each.service)).toEqual([
      "a",
      "b",
      "object-store",
    ]);
  });

  it("answers questions for every surface with --set", async () => {
    const { stdout } = await run([
      "advise",
      shop,
      "-f",
      "json",
      "--no-analysis",
      "--set",
      "latency=relaxed",
      "-s",
      "workload=gaming,commerce",
    ]);
    for (const surface of JSON.parse(stdout).services[0].surfaces) {
      expect(surface.answers).toMatchObject({ latency: "relaxed", workload: ["commerce", "gaming"] });
    }
  });

  it("writes a file instead of standard output, or beside it", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.yaml"), small(live));
    const instead = await run(["advise", "a.yaml", "-f", "json", "-o", "out.json"], { cwd });
    expect(instead).toEqual({ code: 0, stdout: "", stderr: "" });
    const beside = await run(["advise", "a.yaml", "--output", "json=beside.json"], { cwd });
    expect(beside.stdout).toContain("STATEFUL");
    expect(readFileSync(join(cwd, "beside.json"), "utf8")).toBe(readFileSync(join(cwd, "out.json"), "utf8"));
    expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "beside.json", "out.json"]);
  });

  it("writes through a symbolic link and leaves it one", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "real.txt"), "old");
    symlinkSync("real.txt", join(cwd, "link.txt"));
    await run(["advise", "-", "-o", "link.txt"], { cwd, input: small(live) });
    expect(readFileSync(join(cwd, "real.txt"), "utf8")).toContain("STATEFUL");
  });

  it("gives the same bytes for the same input", async () => {
    const [first, second] = await Promise.all([run(["advise", shop]), run(["advise", shop])]);
    expect(first.stdout).toBe(second.stdout);
  });

  it("colours by flag and by environment, in the documented order", async () => {
    const coloured = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
      (await run(["advise", "-", ...args], { input: small(live), env })).stdout.includes("\u001b[");
    expect(await coloured([], {})).toBe(false);
    expect(await coloured(["--color"], {})).toBe(true);
    expect(await coloured([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured([], { FORCE_COLOR: "0" })).toBe(false);
    expect(await coloured([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(true);
    expect(await coloured(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
    expect(await coloured(["--color"], { NO_COLOR: "1" })).toBe(true);
  });

  it("shows a screen for each surface, and everything with --details, once --verbose", async () => {
    const [screen, whole, old] = await Promise.all([
      run(["advise", shop]),
      run(["advise", shop, "--details"]),
      run(["advise", shop, "--verbose"]),
    ]);
    expect(screen.stdout.split("\n").length).toBeLessThanOrEqual(101);
    expect(screen.stdout).toContain(`${shop} --details`);
    expect(whole.stdout).toContain("Stability radius");
    expect(whole.stdout).toContain("Not asked: what you already run");
    expect(old).toEqual(whole);
  });

  it("prints pure ASCII with --ascii", async () => {
    const { stdout } = await run(["advise", shop, "--ascii", "--details"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the point
    expect(stdout).toMatch(/^[\u0000-\u007f]*$/);
  });

  it("extends and changes the default pack with --rules", async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, "ours.yaml"),
      [
        "pack: { format: 2, name: ours, version: 0.1.0, extends: default }",
        "switch-off: { two-way-needs-a-connection: We answer by polling. }",
        "override: { place: { two-way-exchange: { points: 5 } } }",
        "must: { presence-is-kept: { concern: interaction, when: { client-liveness: presence }, keeps: the list of who is there, because: Ours., sources: [rfc-6455] } }",
      ].join("\n"),
    );
    const { code, stdout, stderr } = await run(["advise", "-", "-f", "json", "--rules", "ours.yaml"], {
      cwd,
      input: small(live),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = JSON.parse(stdout);
    expect(report.pack).toMatchObject({ name: "ours", version: "0.1.0" });
    const [surface] = report.services[0].surfaces;
    expect(report.definitions.rules["two-way-exchange"]).toMatchObject({ points: 5 });
    const givens = surface.givens.map(({ id }: { id: string }) => id);
    expect(givens).toContain("presence-is-kept");
    expect(givens).not.toContain("two-way-needs-a-connection");
  });

  it("ends with commands that name the packs of --rules, but not those of a config", async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, "our rules.yaml"),
      "pack: { format: 2, name: ours, version: 0.1.0, extends: default }",
    );
    writeFileSync(join(cwd, "x.yaml"), small(live));
    const next = async (...more: readonly string[]) => {
      const { stdout } = await run(["advise", "x.yaml", ...more], { cwd });
      return stdout.split("\n").filter((line) => line.includes(" api-advisor "));
    };
    const given = await next("--rules", "our rules.yaml");
    expect(given).toHaveLength(3);
    for (const line of given) expect(line).toContain(" --rules 'our rules.yaml'");
    writeFileSync(join(cwd, ".api-advisorrc.yaml"), "rules: [our rules.yaml]");
    const configured = await next();
    expect(configured).toHaveLength(3);
    expect(configured.join()).not.toContain("--rules");
  });
});

describe("the commands at the end do what they say when they are copied", () => {
  const commandsIn = (stdout: string): readonly string[] =>
    [...stdout.matchAll(/(?<=^(?:Next)? *api-advisor )\S.*?(?= \(|$)/gm)].map(([command]) => command);

  it("with --set, on the same answers", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "x.yaml"), small("interaction-style: independent-requests"));
    const args = ["advise", "x.yaml", "--set", "interaction-style=real-time-two-way"];
    const first = await run(args, { cwd });
    expect(first.stdout).toContain("STATEFUL");
    const commands = commandsIn(first.stdout);
    expect(commands.map((command) => command.split(" ")[0])).toEqual(["advise", "explain", "whatif"]);
    for (const command of commands) {
      const { code, stdout } = await run(command.split(" "), { cwd });
      expect(code).toBe(0);
      if (!command.startsWith("explain")) expect(stdout).toMatch(/stateful/i);
    }
  });

  it("from a pipe, those that need no file", async () => {
    const { stdout } = await run(["advise"], { input: small(live) });
    const commands = commandsIn(stdout);
    expect(commands).toHaveLength(1);
    expect((await run((commands[0] ?? "").split(" "))).code).toBe(0);
    expect(stdout).not.toContain("FILE");
    expect(stdout).toContain(
      "\nFor more, pipe the answers in with --details; to go on, save them in a file.\n",
    );
  });
});

it.each([[["advise"]], [["advise", "--ascii"]], [["check"]], [["decide", "--style", "hybrid"]]])(
  "a service on each line is read with `--format jsonl` alone, not by %j",
  async ([command = "", ...more]) => {
    const cwd = folder();
    const line = `${JSON.stringify({ version: 1, service: "s", answers: { latency: "relaxed" } })}\n`;
    writeFileSync(join(cwd, "a.jsonl"), line);
    const { code, stderr } = await run([command, "a.jsonl", ...more], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      "a.jsonl: error: has a service on each line\n  expected `--format jsonl` with `advise` or `check`",
    );
    expect(readFileSync(join(cwd, "a.jsonl"), "utf8")).toBe(line);
  },
);

describe("the commands that a report suggests", () => {
  const npx = { npm_lifecycle_event: "npx" };

  it.each([
    ["npx, at a terminal", npx, true, "npx api-advisor advise examples/checkout.yaml"],
    ["npx, and is not read at one", npx, false, "api-advisor advise examples/checkout.yaml"],
    ["itself, at a terminal", {}, true, "api-advisor advise examples/checkout.yaml"],
  ])("begin as this run does where it was started by %s", async (_, env, tty, line) => {
    const args = ["advise", "examples/checkout.yaml", "--no-pager"];
    const { stdout } = await run(args, { env: { TERM: "dumb", ...env }, tty });
    expect(
      stdout
        .match(/.*api-advisor advise \S+/)?.[0]
        .replace(/^Next/, "")
        .trim(),
    ).toBe(line);
    const plain = await run(args.slice(0, 2), { env });
    expect(plain.stdout).toContain("\n api-advisor advise");
  });
});

describe("what advise refuses, with exit code 2 and nothing on standard output", () => {
  it.each([
    [
      "a file that is not there",
      ["advise", "nowhere.yaml"],
      "",
      "nowhere.yaml: error: cannot be read: there is no such file",
    ],
    ["a directory", ["advise", "src"], "", "src: error: cannot be read: it is a directory"],
    [
      "nothing piped in",
      [],
      "",
      "<stdin>: error: is empty\n  expected answers in YAML or JSON; or a file named instead, as in `advise api-advisor.yaml`",
    ],
    [
      "nothing piped in, by its name",
      ["advise", "-", "--stdin-filename", "ci.yaml"],
      "",
      "ci.yaml: error: is empty",
    ],
    [
      "comments in a file of JSON",
      ["init", "new.json"],
      "",
      "new.json: error: cannot be written: a new answers file is YAML, with comments",
    ],
    ["a wrong option", ["advise", "-"], small("latency: realtime"), "did you mean `real-time`?"],
    ["a wrong setting", ["advise", shop, "--set", "latncy=relaxed"], "", "did you mean `latency`?"],
    [
      "a setting that sets nothing",
      ["advise", shop, "--set", "latency"],
      "",
      "`latency` is not a valid setting",
    ],
    [
      "a wrong value in a setting",
      ["advise", shop, "--set", "latency=slow"],
      "",
      "`slow` is not an option of `latency`",
    ],
    ["a wrong format", ["advise", shop, "--format", "txt"], "", "Allowed choices are"],
    ["a wrong format to write", ["advise", shop, "-o", "txt=x"], "", "`txt` is not a format"],
    ["a wrong flag", ["advise", shop, "--detail"], "", "Did you mean --details?"],
    ["a wrong command", ["advice", shop], "", "Did you mean advise?"],
    ["a pack that is not there", ["advise", shop, "--rules", "no-pack"], "", "pack `no-pack` not found"],
    [
      "a folder that cannot be written",
      ["advise", shop, "-o", "no/where.txt"],
      "",
      "no/where.txt: error: cannot be written: there is no such folder",
    ],
    ["an interview without a terminal", ["interview"], "", "api-advisor advise"],
  ])("%s", async (_, args, input, message) => {
    const { code, stdout, stderr } = await run(args, { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("a file over 1 MiB", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "big.yaml"), `# ${"x".repeat(1024 * 1024)}\n`);
    expect(await run(["advise", "big.yaml"], { cwd })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "big.yaml: error: is 1048579 bytes; the limit is 1048576\n",
    });
    expect(await run([], { input: "x".repeat(1024 * 1024 + 1) })).toMatchObject({ code: 2, stdout: "" });
  });

  it("text that is not UTF-8", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.yaml"), Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]));
    expect(await run(["advise", "a.yaml"], { cwd })).toMatchObject({
      code: 2,
      stderr: "a.yaml: error: is not UTF-8 text\n",
    });
  });

  it("everything that is wrong with every file, writing none", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.yaml"), small("latency: slow"));
    writeFileSync(join(cwd, "b.yaml"), small("lateny: relaxed"));
    const { code, stderr } = await run(
      ["advise", "a.yaml", "b.yaml", "c.yaml", "-o", "out.txt", "-s", "failover=x"],
      { cwd },
    );
    expect(code).toBe(2);
    for (const place of ["a.yaml:3:21", "b.yaml:3:12", "c.yaml: error", "--set:1:10"])
      expect(stderr).toContain(place);
    expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "b.yaml"]);
  });
});

describe("help and version", () => {
  it("go to standard output with exit code 0", async () => {
    for (const flag of ["-v", "--version", "-V"])
      expect(await run([flag])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
    const help = await run(["--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain("advise [options] [file...]");
  });
});
