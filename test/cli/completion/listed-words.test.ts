import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallPackText } from "../../engine/small-pack.js";
import { root, runMain } from "../run-main.js";

const folder = mkdtempSync(join(tmpdir(), "listed-words-"));
mkdirSync(join(folder, "bin"));
symlinkSync(join(root, "bin/api-advisor.js"), join(folder, "bin/api-advisor"));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
write("shop.yaml", "version: 1\nservice: shop\nsurfaces: { checkout: {}, chat: {} }\n");
write("two.yaml", "version: 1\nservice: a\n---\nversion: 1\nservice: b\n");
write("orders.api-advisor.yaml", "version: 1\nservice: orders\n");
write("broken.yaml", "version: [\n");
write("pack.yaml", smallPackText);
write("rc.yaml", "rules: [./pack.yaml]\n");

describe("a list for the line so far", () => {
  const listed = async (list: string, ...line: readonly string[]) => {
    const run = await runMain(["completion", "bash", "--list", list, "--", "api-advisor", ...line], {
      cwd: folder,
    });
    expect(run.code).toBe(0);
    return run.stdout.split("\n").slice(0, -1);
  };

  it.each<[list: string, line: readonly string[], words: readonly string[]]>([
    ["surfaces", ["decide", "shop.yaml", "--surface"], ["checkout", "chat"]],
    ["surfaces", ["decide", "'shop.yaml'"], ["checkout", "chat"]],
    ["surfaces", ["decide", "two.yaml"], ["a", "b"]],
    ["surfaces", ["decide", "broken.yaml"], ["orders"]],
    ["services", ["decide", "shop.yaml", "two.yaml"], ["shop", "a", "b"]],
    // Without a file, those that the command takes.
    ["surfaces", ["decide"], ["orders"]],
    ["settings", ["advise", "-r", "nope.yaml"], []],
    ["settings", ["advise", "--config", "nope.yaml"], []],
  ])("%s after %j: %j", async (list, line, words) => {
    expect(await listed(list, ...line)).toEqual(words);
  });

  it.each<[string, readonly string[]]>([
    ["named", ["advise", "--rules", "pack.yaml"]],
    ["named in one word", ["advise", "--rules=pack.yaml"]],
    ["named in three", ["advise", "-r", "=", "pack.yaml"]],
    ["of a config", ["advise", "--config", "rc.yaml"]],
  ])("is of the pack %s", async (_, line) => {
    expect((await listed("settings", ...line)).slice(0, 2)).toEqual(["style=apart", "style=steps"]);
    const ids = await listed("ids", ...line);
    expect(ids).toEqual(expect.arrayContaining(["load", "load=many", "crowds", "spread"]));
    expect(ids.indexOf("load=few")).toBe(ids.indexOf("load") + 1);
  });

  it("knows questions, options, rules and patterns of the default pack", async () => {
    const ids = await listed("ids");
    expect(ids).toEqual(
      expect.arrayContaining(["failover", "failover=restart-ok", "others-see-who-is-there", "sealed-state"]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is what words of a line are for", async () => {
    expect(await runMain(["completion", "bash", "advise"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--list"),
    });
  });
});

/** Programs that run a completion script and print what it offers, by shell; `$1` is the script, `$2` the line. */
const offers = {
  fish: 'source $argv[1]; complete -C "$argv[2]" | cut -f 1',
  zsh: 'compdef() { }; compadd() { print -rl -- $found | grep "^$words[-1]" }; source "$1"; words=($=2); _api-advisor_list $3',
} as const;

describe.each([
  ["fish", ["--no-config", "-c", offers.fish]],
  ["zsh", ["-f", "-c", offers.zsh, "zsh"]],
])("%s offers what the program lists", (shell, args) => {
  const found = spawnSync(shell, ["-c", "true"]).status === 0;
  it.skipIf(!found).each([
    ["api-advisor advise --set failover=r", "settings", ["failover=restart-ok", "failover=resume-expected"]],
    ["api-advisor explain others-see-who", "ids", ["others-see-who-is-there"]],
    ["api-advisor decide shop.yaml --surface ch", "surfaces", ["chat", "checkout"]],
  ])("%s", async (line, list, words) => {
    const { stdout } = await runMain(["completion", shell]);
    write(`completion.${shell}`, stdout);
    const out = execFileSync(shell, [...args, `completion.${shell}`, line, list], {
      cwd: folder,
      env: { PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, HOME: folder },
      encoding: "utf8",
    });
    expect(out.split("\n").slice(0, -1).sort()).toEqual(words);
  });
});
