import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import type { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/engine/diagnostics/problem.js";
import { createTextFile, type NewText, writeTextFiles } from "../../src/files/write-files.js";
import { failing, handles, withFault } from "./with-fault.js";

const isRoot = process.getuid?.() === 0;

/** A folder with three files, `a` to `c`, that say `old a` and so on. */
function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  for (const name of ["a", "b", "c"]) writeFileSync(join(cwd, name), `old ${name}`);
  return cwd;
}

const newText = (cwd: string, name: string, more: Partial<NewText> = {}): NewText => ({
  path: join(cwd, name),
  name,
  text: `new ${name}`,
  ...more,
});
const write = (cwd: string, ...names: readonly string[]): Promise<Outcome<null>> =>
  writeTextFiles(names.map((name) => newText(cwd, name)));

const codes = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.kind === "ok" ? ["ok"] : outcome.problems.map(({ file, code }) => `${file} ${code}`);
/** Every file of a folder and its text. */
const texts = (cwd: string): object =>
  Object.fromEntries(readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name), "utf8")]));
const old = { a: "old a", b: "old b", c: "old c" };

describe("several files are written", () => {
  it("whole, over old ones and new ones", async () => {
    const cwd = folder();
    expect(codes(await write(cwd, "a", "d", "c"))).toEqual(["ok"]);
    expect(texts(cwd)).toEqual({ a: "new a", b: "old b", c: "new c", d: "new d" });
  });

  it("under a name that has to be new, only if nothing has it: at the start or by the time it appears", async () => {
    const cwd = folder();
    const fresh = newText(cwd, "d", { isNew: true });
    expect(codes(await writeTextFiles([fresh, newText(cwd, "a")]))).toEqual(["ok"]);
    const taken = newText(cwd, "b", { isNew: true });
    expect(codes(await writeTextFiles([newText(cwd, "a", { text: "newer" }), taken]))).toEqual([
      "b changed-meanwhile",
    ]);
    // The first takes the name before the second can.
    const twice = [newText(cwd, "e", { isNew: true }), newText(cwd, "e", { isNew: true, text: "other" })];
    expect(codes(await writeTextFiles(twice))).toEqual(["e changed-meanwhile"]);
    expect(texts(cwd)).toEqual({ a: "new a", b: "old b", c: "old c", d: "new d" });
  });

  it("with the owners, modes and links that the old ones had", async () => {
    const cwd = folder();
    chmodSync(join(cwd, "a"), 0o640);
    linkSync(join(cwd, "b"), join(cwd, "b2"));
    symlinkSync("d", join(cwd, "link"));
    if (isRoot) chownSync(join(cwd, "a"), 1000, 1000);
    expect(codes(await write(cwd, "a", "b", "link"))).toEqual(["ok"]);
    expect(texts(cwd)).toEqual({
      a: "new a",
      b: "new b",
      b2: "new b",
      c: "old c",
      d: "new link",
      link: "new link",
    });
    expect(statSync(join(cwd, "a"))).toMatchObject({ mode: 0o100640, ...(isRoot && { uid: 1000 }) });
  });

  it("into a folder that takes no new file, if they are there", async () => {
    const cwd = folder();
    const denied = { async: { open: failing("EACCES", 1) } };
    expect(codes(await withFault(denied, () => write(cwd, "a")))).toEqual(["ok"]);
    expect(texts(cwd)).toEqual({ ...old, a: "new a" });
  });

  it("to a file that the process has open, after what is in it", async () => {
    const cwd = folder();
    const { open } = await import("node:fs/promises");
    const handle = await open(join(cwd, "a"), "a");
    const path = `/proc/self/fd/${handle.fd}`;
    const done = await writeTextFiles([newText(cwd, "x", { path })]);
    await handle.close();
    expect([codes(done), texts(cwd)]).toEqual([["ok"], { ...old, a: "old anew x" }]);
  });
});

describe("no file is written if", () => {
  const full = (): Promise<void> => Promise.reject(Object.assign(new Error(), { code: "ENOSPC" }));
  it.each<[string, object, readonly string[], readonly string[]]>([
    ["the disk is full", { async: { open: handles("writeFile", full) } }, ["a"], ["a unwritable-file"]],
    [
      "the first cannot be renamed",
      { async: { rename: failing("EIO", 1) } },
      ["a", "b"],
      ["a unwritable-file"],
    ],
    [
      "the second cannot be renamed",
      { async: { rename: failing("EIO", 2) } },
      ["a", "b"],
      ["b unwritable-file"],
    ],
    [
      "one that is there already fails after a new one",
      { async: { rename: failing("EIO", 2) } },
      ["d", "a"],
      ["a unwritable-file"],
    ],
    ["a device fails after them", {}, ["a", "d", "/dev/full"], ["/dev/full unwritable-file"]],
    ["two have no folder", {}, ["x/a", "b", "y/c"], ["x/a unwritable-file", "y/c unwritable-file"]],
    ["one has the name of a folder", {}, ["a", "d/"], ["d/ unwritable-file"]],
  ])("%s, and nothing is beside them", async (_, faults, names, problems) => {
    const cwd = folder();
    const files = names.map((name) => newText(cwd, name, name.startsWith("/dev") ? { path: name } : {}));
    expect(codes(await withFault(faults, () => writeTextFiles(files)))).toEqual(problems);
    expect(texts(cwd)).toEqual(old);
  });

  it("one that was written in place is to be put back", async () => {
    const cwd = folder();
    linkSync(join(cwd, "a"), join(cwd, "a2"));
    const done = await withFault({ async: { rename: failing("EIO", 1) } }, () => write(cwd, "a", "b"));
    expect(codes(done)).toEqual(["b unwritable-file"]);
    expect(texts(cwd)).toEqual({ ...old, a2: "old a" });
  });

  it("one may only be read", async () => {
    const cwd = folder();
    chmodSync(join(cwd, "b"), 0o444);
    expect(codes(await write(cwd, "a", "b"))).toEqual(["b unwritable-file"]);
    expect(texts(cwd)).toEqual(old);
  });
});

it("files that stay written after all are named", async () => {
  const cwd = folder();
  const faults = { async: { rename: failing("EIO", 2), link: failing("EPERM", 1) } };
  const done = await withFault(faults, () => write(cwd, "a", "b"));
  expect(codes(done)).toEqual(["b unwritable-file", "a not-undone"]);
  expect(texts(cwd)).toEqual({ ...old, a: "new a" });
});

it("a new file that cannot be removed again is named, too", async () => {
  const cwd = folder();
  // The first that is removed is the second name of `a`.
  const faults = { async: { rename: failing("EIO", 2), rm: failing("EACCES", 2) } };
  const done = await withFault(faults, () => write(cwd, "d", "a"));
  expect(codes(done)).toEqual(["a unwritable-file", "d not-undone"]);
  expect(texts(cwd)).toEqual({ ...old, d: "new d" });
});

describe("a file that may not be replaced", () => {
  const mayReplace = (text: string): boolean => text === "old a";
  it("stays, and so do all others", async () => {
    const cwd = folder();
    const files = [newText(cwd, "c"), newText(cwd, "a", { mayReplace }), newText(cwd, "b", { mayReplace })];
    expect(codes(await writeTextFiles(files))).toEqual(["b edited-output"]);
    expect(texts(cwd)).toEqual(old);
    expect(codes(await writeTextFiles(files.slice(0, 2)))).toEqual(["ok"]);
    expect(texts(cwd)).toEqual({ a: "new a", b: "old b", c: "new c" });
  });

  it("stays also if somebody saves it in the moment it is replaced", async () => {
    const cwd = folder();
    const path = join(cwd, "a");
    let calls = 0;
    const saving = (real: typeof rename) => async (from: string, to: string) => {
      calls += 1;
      if (calls === 1) appendFileSync(path, " and more");
      return real(from, to);
    };
    const done = await withFault({ async: { rename: saving } }, () =>
      writeTextFiles([newText(cwd, "a", { mayReplace })]),
    );
    expect(codes(done)).toEqual(["a edited-output"]);
    expect(texts(cwd)).toEqual({ ...old, a: "old a and more" });
  });
});

describe("a file that is created", () => {
  const create = (cwd: string, name: string): Promise<Outcome<null>> =>
    createTextFile(join(cwd, name), name, "new");
  it("appears whole, also on a file system without links", async () => {
    for (const faults of [{}, { async: { link: failing("EPERM", 1) } }]) {
      const cwd = folder();
      expect(codes(await withFault(faults, () => create(cwd, "d")))).toEqual(["ok"]);
      expect(texts(cwd)).toEqual({ ...old, d: "new" });
    }
  });

  it("is not there if the disk is full", async () => {
    const cwd = folder();
    const full = handles("writeFile", () => Promise.reject(Object.assign(new Error(), { code: "ENOSPC" })));
    expect(codes(await withFault({ async: { open: full } }, () => create(cwd, "d")))).toEqual([
      "d unwritable-file",
    ]);
    expect(texts(cwd)).toEqual(old);
  });

  it("replaces nothing, not even what appears in the same moment", async () => {
    const cwd = folder();
    symlinkSync("nowhere", join(cwd, "link"));
    for (const name of ["a", "link", "."])
      expect(codes(await create(cwd, name))).toEqual([`${name} file-exists`]);
    const link = (real: (from: string, to: string) => Promise<void>) => (from: string, to: string) => {
      writeFileSync(to, "theirs");
      return real(from, to);
    };
    expect(codes(await withFault({ async: { link } }, () => create(cwd, "d")))).toEqual(["d file-exists"]);
    expect(readFileSync(join(cwd, "d"), "utf8")).toBe("theirs");
    expect(existsSync(join(cwd, "nowhere"))).toBe(false);
  });

  it.each(["", "d/"])("needs the name of a file, which `%s` is not", async (name) => {
    const cwd = folder();
    expect(codes(await createTextFile(join(cwd, name), name, "new"))).toEqual([`${name} unwritable-file`]);
    expect(texts(cwd)).toEqual(old);
  });
});
