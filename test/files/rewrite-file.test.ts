import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ok } from "../../src/engine/diagnostics/problem.js";
import { nameBeside } from "../../src/files/draft.js";
import { rewriteTextFile } from "../../src/files/rewrite-file.js";
import { fail, failing, handles, withFault } from "./with-fault.js";

const isRoot = process.getuid?.() === 0;

/** A folder with `a.txt`, which says `old`. */
function folder(): { readonly cwd: string; readonly path: string } {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const path = join(cwd, "a.txt");
  writeFileSync(path, "old\n");
  return { cwd, path };
}

const read = (path: string): string => readFileSync(path, "utf8");

/** Appends `new` to the file; the result is `ok` or the code of its problem. `meanwhile` runs after the file is read. */
async function append(path: string, meanwhile: (call: number) => void = () => {}): Promise<string> {
  let calls = 0;
  const done = await rewriteTextFile<null>(path, "a.txt", ({ text }) => {
    calls += 1;
    meanwhile(calls);
    return ok({ text: `${text}new\n`, value: null });
  });
  const [problem] = done.kind === "failed" ? done.problems : [];
  if (problem === undefined) return "ok";
  return problem.code === "unwritable-file" ? problem.reason : problem.code;
}

describe("a file that is rewritten keeps", () => {
  it.each([0o600, 0o640, 0o664, 0o777])("its mode %o", async (mode) => {
    const { cwd, path } = folder();
    chmodSync(path, mode);
    expect(await append(path)).toBe("ok");
    expect(read(path)).toBe("old\nnew\n");
    expect(statSync(path).mode & 0o7777).toBe(mode);
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });

  it.runIf(isRoot)("its owner and group, written by the superuser", async () => {
    const { path } = folder();
    chownSync(path, 1000, 1001);
    chmodSync(path, 0o600);
    expect(await append(path)).toBe("ok");
    expect(statSync(path)).toMatchObject({ uid: 1000, gid: 1001, mode: 0o100600 });
  });

  it.runIf(isRoot)("its owner where that cannot be given to a new file", async () => {
    const { cwd, path } = folder();
    chownSync(path, 1000, 1000);
    const { ino } = statSync(path);
    const denied = handles("chown", () => Promise.reject(Object.assign(new Error(), { code: "EPERM" })));
    expect(await withFault({ async: { open: denied } }, () => append(path))).toBe("ok");
    expect(statSync(path)).toMatchObject({ uid: 1000, gid: 1000, ino });
    expect([read(path), readdirSync(cwd)]).toEqual(["old\nnew\n", ["a.txt"]]);
  });

  it("its hard links", async () => {
    const { cwd, path } = folder();
    linkSync(path, join(cwd, "b.txt"));
    expect(await append(path)).toBe("ok");
    expect([read(path), read(join(cwd, "b.txt"))]).toEqual(["old\nnew\n", "old\nnew\n"]);
    expect(statSync(path).nlink).toBe(2);
    expect(readdirSync(cwd)).toEqual(["a.txt", "b.txt"]);
  });

  it("the links that lead to it", async () => {
    const { cwd, path } = folder();
    symlinkSync("a.txt", join(cwd, "link"));
    expect(await append(join(cwd, "link"))).toBe("ok");
    expect(lstatSync(join(cwd, "link")).isSymbolicLink()).toBe(true);
    expect(read(path)).toBe("old\nnew\n");
  });

  it("what it is where another file may not take its place, as when it is mounted on its own", async () => {
    for (const code of ["EBUSY", "EPERM", "EACCES"]) {
      const { cwd, path } = folder();
      const { ino } = statSync(path);
      const done = await withFault({ async: { rename: failing(code, 1) } }, () => append(path));
      expect({ code, done, ino: statSync(path).ino }).toEqual({ code, done: "ok", ino });
      expect([read(path), readdirSync(cwd)]).toEqual(["old\nnew\n", ["a.txt"]]);
    }
  });

  it("what it is in a folder that takes no new file", async () => {
    const { cwd, path } = folder();
    expect(await withFault({ async: { open: failing("EACCES", 1) } }, () => append(path))).toBe("ok");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\nnew\n", ["a.txt"]]);
  });

  it("its text and its time if there is nothing to change, also if it may only be read", async () => {
    const { path } = folder();
    chmodSync(path, 0o444);
    const before = statSync(path, { bigint: true }).ctimeNs;
    const done = await rewriteTextFile(path, "a.txt", ({ text }) => ok({ text, value: 7 }));
    expect(done).toMatchObject({ kind: "ok", value: 7 });
    expect(statSync(path, { bigint: true }).ctimeNs).toBe(before);
  });
});

describe("what others write meanwhile is kept", () => {
  it("by an editor that writes into the file, after it was read", async () => {
    const { cwd, path } = folder();
    const done = await append(path, (call) => {
      if (call === 1) appendFileSync(path, "theirs\n");
    });
    expect([done, read(path), readdirSync(cwd)]).toEqual(["ok", "old\ntheirs\nnew\n", ["a.txt"]]);
  });

  it("by an editor that puts another file in its place", async () => {
    const { cwd, path } = folder();
    const done = await append(path, (call) => {
      if (call > 1) return;
      writeFileSync(join(cwd, "b.txt"), "theirs\n");
      renameSync(join(cwd, "b.txt"), path);
    });
    expect([done, read(path), readdirSync(cwd)]).toEqual(["ok", "theirs\nnew\n", ["a.txt"]]);
  });

  it("by an editor that writes into the file in the moment it is replaced", async () => {
    const { cwd, path } = folder();
    let saves = 0;
    const rename = (real: typeof renameSync) => async (from: string, to: string) => {
      saves += 1;
      if (saves === 1) appendFileSync(path, "theirs\n");
      return real(from, to);
    };
    expect(await withFault({ async: { rename } }, () => append(path))).toBe("ok");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\ntheirs\nnew\n", ["a.txt"]]);
  });

  it("by one that never stops: then nothing is written", async () => {
    const { cwd, path } = folder();
    const rename = (real: typeof renameSync) => async (from: string, to: string) => {
      appendFileSync(path, "theirs\n");
      return real(from, to);
    };
    expect(await withFault({ async: { rename } }, () => append(path))).toBe("changed-meanwhile");
    expect(read(path)).toMatch(/^old\n(theirs\n)+$/);
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });

  it("by one that took this process for gone and removed its draft", async () => {
    const { cwd, path } = folder();
    let calls = 0;
    const sync = handles("sync", async () => {
      calls += 1;
      if (calls > 1) return;
      for (const name of readdirSync(cwd)) if (name.endsWith(".tmp")) rmSync(join(cwd, name));
      appendFileSync(path, "theirs\n");
    });
    expect(await withFault({ async: { open: sync } }, () => append(path))).toBe("ok");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\ntheirs\nnew\n", ["a.txt"]]);
  });

  it("by one that did so in the moment of the rename", async () => {
    const { cwd, path } = folder();
    let calls = 0;
    const rename = (real: typeof renameSync) => async (from: string, to: string) => {
      calls += 1;
      if (calls === 1) {
        rmSync(from);
        appendFileSync(path, "theirs\n");
      }
      return real(from, to);
    };
    expect(await withFault({ async: { rename } }, () => append(path))).toBe("ok");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\ntheirs\nnew\n", ["a.txt"]]);
  });

  it("by somebody who deletes it", async () => {
    const { cwd, path } = folder();
    expect(await append(path, () => rmSync(path, { force: true }))).toBe("changed-meanwhile");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("by forty that write at once", async () => {
    const { cwd, path } = folder();
    const words = Array.from({ length: 40 }, (_, index) => `word ${index}`);
    const done = await Promise.all(
      words.map((word) =>
        rewriteTextFile<null>(path, "a.txt", ({ text }) => ok({ text: `${text}${word}\n`, value: null })),
      ),
    );
    expect(done.filter(({ kind }) => kind === "failed")).toEqual([]);
    expect(read(path).trim().split("\n").sort()).toEqual(["old", ...words].sort());
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });
});

describe("the old text stays if", () => {
  const full = (): Promise<void> => Promise.reject(Object.assign(new Error(), { code: "ENOSPC" }));
  it.each<[string, object, string]>([
    ["the disk is full", { async: { open: handles("writeFile", full) } }, "no space is left on the device"],
    ["the disk fails", { async: { open: handles("sync", full) } }, "no space is left on the device"],
    ["no draft can be named", { async: { open: failing("ENOSPC", 1) } }, "no space is left on the device"],
    ["the draft cannot be renamed", { async: { rename: failing("EIO", 1) } }, "EIO"],
  ])("%s, and nothing is beside it", async (_, faults, reason) => {
    const { cwd, path } = folder();
    expect(await withFault(faults, () => append(path))).toBe(reason);
    expect([read(path), readdirSync(cwd)]).toEqual(["old\n", ["a.txt"]]);
  });

  it("there is no room to make it longer in place", async () => {
    const { cwd, path } = folder();
    linkSync(path, join(cwd, "b.txt"));
    const done = await withFault({ sync: { writeSync: failing("ENOSPC", 1) } }, () => append(path));
    expect([done, read(path)]).toEqual(["no space is left on the device", "old\n"]);
    expect(readdirSync(cwd)).toEqual(["a.txt", "b.txt"]);
  });

  it("it is half written in place", async () => {
    const { cwd, path } = folder();
    linkSync(path, join(cwd, "b.txt"));
    let calls = 0;
    const writeSync =
      (real: (...args: unknown[]) => number) => (file: number, bytes: Buffer, from: number) => {
        calls += 1;
        if (calls !== 2) return real(file, bytes, from, bytes.length - from, calls === 1 ? 4 : 0);
        real(file, Buffer.from("ne"), 0, 2, 0);
        return fail("EIO");
      };
    expect(await withFault({ sync: { writeSync } }, () => append(path))).toBe("EIO");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\n", ["a.txt", "b.txt"]]);
  });

  it("it may only be read", async () => {
    const { cwd, path } = folder();
    chmodSync(path, 0o444);
    expect(await append(path)).toBe("it is read-only");
    expect([read(path), readdirSync(cwd)]).toEqual(["old\n", ["a.txt"]]);
  });
});

/** `stat` by which drafts are six seconds older than they are. */
const older =
  (real: (...args: readonly unknown[]) => Promise<{ ctimeMs: number }>) =>
  async (...args: readonly unknown[]) => {
    const status = await real(...args);
    if (String(args[0]).endsWith(".tmp")) status.ctimeMs -= 6000;
    return status;
  };

describe("what an earlier process left", () => {
  it("is removed if it is a draft, old by the clock of the file system", async () => {
    const { cwd, path } = folder();
    writeFileSync(nameBeside(path), "half");
    expect(await withFault({ async: { stat: older } }, () => append(path))).toBe("ok");
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });

  it("is kept and named if it has the text of a file that was cut short", async () => {
    const { cwd, path } = folder();
    const whole = nameBeside(path, "-whole.tmp");
    writeFileSync(whole, "old\nnew\n");
    expect(await withFault({ async: { stat: older } }, () => append(path))).toBe("cut-short");
    expect([read(path), read(whole), readdirSync(cwd).length]).toEqual(["old\n", "old\nnew\n", 2]);
  });

  it("is waited for if it may still be at work", async () => {
    const { cwd, path } = folder();
    const claim = nameBeside(path);
    writeFileSync(claim, "");
    const gone = append(path);
    setTimeout(() => {
      appendFileSync(path, "theirs\n");
      rmSync(claim);
    }, 50);
    expect([await gone, read(path), readdirSync(cwd)]).toEqual(["ok", "old\ntheirs\nnew\n", ["a.txt"]]);
  });

  it("is not waited for without end", async () => {
    const { cwd, path } = folder();
    writeFileSync(nameBeside(path), "");
    const now = vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValue(31_000);
    expect(await append(path)).toBe("busy-file");
    now.mockRestore();
    expect([read(path), readdirSync(cwd).length]).toEqual(["old\n", 2]);
  });

  it.runIf(isRoot)("counts only if its owner could replace the file, in a folder like /tmp", async () => {
    const { cwd, path } = folder();
    chmodSync(cwd, 0o1777);
    writeFileSync(nameBeside(path), "");
    for (const name of readdirSync(cwd)) if (name !== "a.txt") chownSync(join(cwd, name), 1234, 1234);
    expect([await append(path), read(path)]).toEqual(["ok", "old\nnew\n"]);
  });
});
