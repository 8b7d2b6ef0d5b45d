import { execFile, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./run-main.js";

/*
 * Files written by processes of their own: at once, stopped in the middle, as another user, on a full disk. What needs
 * the superuser or another program is left out where there is none.
 */

const can = (command: string): boolean => spawnSync("bash", ["-c", command]).status === 0;
const canBeSomebody = can("[ $(id -u) = 0 ] && setpriv --reuid=1000 --clear-groups true");
const canMount = can("unshare -m bash -c 'mount -t tmpfs none /mnt'");

const surfaces = Array.from({ length: 8 }, (_, index) => `surface-${index}`);
const answers = `version: 1
service: shop
surfaces:
${surfaces.map((name) => `  ${name}: { answers: { interaction-style: independent-requests } }\n`).join("")}`;

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  chmodSync(cwd, 0o755);
  writeFileSync(join(cwd, "a.yaml"), answers);
  return cwd;
}

const bin = join(root, "bin/api-advisor.js");
const node = `"${process.execPath}" "${bin}"`;

/** Runs a script in which `$advisor` is the program; the result is its exit code or signal and what it said. */
function bash(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve) => {
    execFile("bash", ["-c", script], { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve(`${error === null ? 0 : (error.signal ?? error.code)} ${stdout}${stderr}`);
    });
  });
}

const decideOn = (surface: string): string => `${node} decide a.yaml --surface ${surface} --style stateless`;
const text = (cwd: string, file = "a.yaml"): string => readFileSync(join(cwd, file), "utf8");

/** A module that changes what the file system does, to be loaded before the program. */
function preload(cwd: string, code: string): Readonly<Record<string, string>> {
  const file = join(cwd, "before.cjs");
  const modules = "const fs = require('node:fs'); const promises = require('node:fs/promises');";
  writeFileSync(file, `${modules}\n${code}\nrequire('node:module').syncBuiltinESMExports();\n`);
  return { NODE_OPTIONS: `--require ${file}` };
}

it("eight decisions at once on one file are all recorded", async () => {
  const cwd = folder();
  const runs = await Promise.all(surfaces.map((surface) => bash(decideOn(surface), cwd)));
  for (const run of runs) expect(run).toMatch(/^0 Recorded in a\.yaml: shop \/ surface-\d is stateless/);
  expect(text(cwd).match(/decision:/g)).toHaveLength(8);
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"])(
  "%s while a draft is on its way leaves the file and no draft",
  async (signal) => {
    const cwd = folder();
    const env = preload(
      cwd,
      `const { open } = promises;
    promises.open = async (...args) => {
      const handle = await open(...args);
      handle.sync = async () => {
        process.kill(process.pid, "${signal}");
        await new Promise((resolve) => setTimeout(resolve, 5000));
      };
      return handle;
    };`,
    );
    const run = await bash(`exec ${decideOn("surface-1")}`, cwd, env);
    expect(run).toBe(`${signal} `);
    expect([text(cwd), readdirSync(cwd).sort()]).toEqual([answers, ["a.yaml", "before.cjs"]]);
  },
);

it("a signal while the file itself is overwritten waits until that is done", async () => {
  const cwd = folder();
  const env = preload(
    cwd,
    `const { fsyncSync } = fs;
    fs.fsyncSync = (file) => { process.kill(process.pid, "SIGTERM"); fsyncSync(file); };`,
  );
  const run = await bash(`ln a.yaml b.yaml; exec ${decideOn("surface-1")}`, cwd, env);
  expect(run).toBe("SIGTERM ");
  expect(text(cwd)).toContain("decision:");
  expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "b.yaml", "before.cjs"]);
});

it("a file that is overwritten is there whole under another name if the process is killed", async () => {
  const cwd = folder();
  const env = preload(
    cwd,
    `const { writeSync } = fs; let calls = 0;
    fs.writeSync = (...args) => {
      if (++calls === 2) { writeSync(args[0], "half", 0); process.kill(process.pid, "SIGKILL"); }
      return writeSync(...args);
    };`,
  );
  expect(await bash(`ln a.yaml b.yaml; exec ${decideOn("surface-1")}`, cwd, env)).toBe("SIGKILL ");
  const [whole = ""] = readdirSync(cwd).filter((name) => name.endsWith("-whole.tmp"));
  expect(text(cwd, whole).match(/decision:/g)).toHaveLength(1);
  expect(text(cwd, whole).startsWith(answers.slice(0, 60))).toBe(true);
});

describe("what an editor saves in the moment of the rename is kept, and nothing is written", () => {
  const edit = `const { rename } = promises;
    promises.rename = async (from, to) => { fs.appendFileSync(process.env.FILE, "<!-- # saved -->\\n"); return rename(from, to); };`;
  it("by decide", async () => {
    const cwd = folder();
    const env = { ...preload(cwd, edit.replace("<!-- # saved -->", "# saved")), FILE: "a.yaml" };
    expect(await bash(decideOn("surface-1"), cwd, env)).toMatch(/^2 a\.yaml: error: was changed by another/);
    expect(text(cwd)).toMatch(/# saved\n$/);
    expect(text(cwd)).not.toContain("decision:");
  });

  it("by embed", async () => {
    const cwd = folder();
    const document = "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n";
    writeFileSync(join(cwd, "doc.md"), document);
    const env = { ...preload(cwd, edit), FILE: "doc.md" };
    const run = await bash(`${node} embed doc.md --answers a.yaml --surface surface-1`, cwd, env);
    expect(run).toMatch(/^2 doc\.md: error: was changed by another/);
    expect(text(cwd, "doc.md").startsWith(`${document}<!-- # saved -->\n`)).toBe(true);
  });
});

describe.runIf(canBeSomebody)("a user who is not the superuser", () => {
  const as = (command: string): string => `setpriv --reuid=1000 --regid=1000 --clear-groups ${command}`;
  it("is told of a folder that it may not search, and of a link that leads nowhere, where it names patterns or none", async () => {
    const cwd = folder();
    for (const name of ["open", "closed"]) {
      mkdirSync(join(cwd, name));
      writeFileSync(join(cwd, name, "api-advisor.yaml"), answers);
    }
    chmodSync(join(cwd, "closed"), 0o700);
    symlinkSync("gone.yaml", join(cwd, "open/b.api-advisor.yaml"));
    for (const names of ["", "'**/*api-advisor.yaml'"]) {
      const run = await bash(as(`${node} check ${names}`), cwd);
      expect(run).toMatch(/^2 /);
      expect(run).toContain("closed: error: cannot be searched: permission denied\n  expected a pattern");
      expect(run).toContain(
        "b.api-advisor.yaml: error: cannot be read: it is a link to gone.yaml, which leads nowhere",
      );
      expect(run).toContain("shop · surface-0: recommended");
    }
    chmodSync(cwd, 0o711);
    expect(await bash(as(`${node} check`), cwd)).toMatch(
      /^2 \.: error: cannot be searched: permission denied\n/,
    );
  });

  it("is told which folder a config's pattern, or a base, may not search", async () => {
    const cwd = folder();
    for (const at of ["now", "then"]) {
      mkdirSync(join(cwd, at, "svc/closed"), { recursive: true });
      chmodSync(join(cwd, at, "svc/closed"), 0o700);
      writeFileSync(join(cwd, at, "svc/api-advisor.yaml"), answers);
    }
    writeFileSync(join(cwd, "now/.api-advisorrc.yaml"), "files: ['svc/**/*.yaml', '**/*.yaml']\n");
    const run = await bash(as(`${node} check`), join(cwd, "now"));
    expect(run.match(/^svc\/closed: error: cannot be searched/gm)).toHaveLength(1);
    expect(run).not.toContain("cannot be used");
    chmodSync(join(cwd, "now/svc/closed"), 0o755);
    expect(await bash(as(`${node} compare --base ../then`), join(cwd, "now"))).toMatch(
      /^2 [\s\S]*\n\.\.\/then\/svc\/closed: error: cannot be searched/,
    );
  });

  it("is refused a file that may only be read, or is somebody else's", async () => {
    for (const [mode, owner, reason] of [
      [0o444, 1000, "it is read-only"],
      [0o644, 0, "permission denied"],
    ] as const) {
      const cwd = folder();
      chmodSync(cwd, 0o777);
      chmodSync(join(cwd, "a.yaml"), mode);
      chownSync(join(cwd, "a.yaml"), owner, 1000);
      expect(await bash(as(decideOn("surface-1")), cwd)).toContain(
        `2 a.yaml: error: cannot be written: ${reason}`,
      );
      expect([text(cwd), readdirSync(cwd)]).toEqual([answers, ["a.yaml"]]);
    }
  });

  it.each<[string, number, number, number]>([
    ["that is somebody else's but open to all", 0o777, 0o666, 0],
    ["of their own in a folder that takes no new file", 0o755, 0o644, 1000],
    ["open to all in a folder like /tmp", 0o1777, 0o666, 0],
  ])("writes a file %s, and it stays theirs", async (_, folderMode, mode, owner) => {
    const cwd = folder();
    chmodSync(join(cwd, "a.yaml"), mode);
    chownSync(join(cwd, "a.yaml"), owner, owner);
    chmodSync(cwd, folderMode);
    expect(await bash(as(decideOn("surface-1")), cwd)).toMatch(/^0 Recorded/);
    expect(statSync(join(cwd, "a.yaml"))).toMatchObject({ uid: owner, gid: owner, mode: 0o100000 | mode });
    expect(text(cwd)).toContain("decision:");
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  });
});

describe.runIf(canMount)("on file systems of their own", () => {
  it("a file that is mounted alone is overwritten", async () => {
    const cwd = folder();
    const script = `unshare -m bash -c 'touch m.yaml; mount --bind a.yaml m.yaml; ${node} decide m.yaml --surface surface-1 --style stateless'`;
    expect(await bash(script, cwd)).toMatch(/^0 Recorded in m\.yaml/);
    expect(text(cwd)).toContain("decision:");
    expect(readdirSync(cwd)).toEqual(["a.yaml", "m.yaml"]);
  });

  it.each<[string, string, string]>([
    ["decide", `cp ../a.yaml .; cat ../a.yaml > a.yaml`, decideOn("surface-1")],
    ["init", "true", `${node} init new.yaml`],
    ["advise", "true", `${node} advise ../a.yaml -o json=o.json -o html=o.html`],
  ])("a full disk leaves what was there, after %s", async (_, before, command) => {
    const cwd = folder();
    const script = `mkdir disk; unshare -m bash -c '
      mount -t tmpfs -o size=1m none disk; cd disk; ${before}; cp -r . ../before
      head -c 2000000 /dev/zero > zeros 2> /dev/null; ${command}; echo rc $?; rm zeros; diff -r . ../before && echo same'`;
    expect(await bash(script, cwd)).toMatch(/^0 rc 2\nsame\n.*no space is left on the device\n$/s);
  });
});

describe("standard output by its device", () => {
  it.each<[string, string, RegExp]>([
    ["a pipe", `${node} advise a.yaml --no-analysis -o json=/dev/stdout | cat`, /^0 \{/],
    [
      "a file, after what is in it",
      `{ echo first; ${node} advise a.yaml --no-analysis -o json=/dev/stdout; } > o; cat o`,
      /^0 first\n\{/,
    ],
    ["a process", `${node} check a.yaml -o junit=>(cat > o) > /dev/null; wait $!; cat o`, /^0 <\?xml/],
  ])("is written to as %s", async (_, script, says) => {
    expect(await bash(script, folder())).toMatch(says);
  });
});
