import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type CacheFolder = (env: { readonly XDG_CACHE_HOME?: string }) => string | null;
const { cacheFolder }: { readonly cacheFolder: CacheFolder } = createRequire(import.meta.url)(
  "../bin/compile-cache.js",
);

/** A folder that caches go into, with `api-advisor` in it as `make` leaves it. */
function caches(make: (own: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "caches-"));
  make(join(folder, "api-advisor"));
  return folder;
}

const made = (mode: number) => (own: string) => {
  mkdirSync(own);
  chmodSync(own, mode);
};

describe("the folder for compiled code", () => {
  it("is made for the user alone", () => {
    const XDG_CACHE_HOME = caches(() => undefined);
    const own = join(XDG_CACHE_HOME, "api-advisor");
    expect(cacheFolder({ XDG_CACHE_HOME })).toBe(own);
    expect(lstatSync(own).mode & 0o777).toBe(0o700);
  });

  it("is the one of the home folder if the environment names none", () => {
    expect(cacheFolder({})).toBe(join(homedir(), ".cache/api-advisor"));
  });

  it("is taken when others can only read it", () => {
    const XDG_CACHE_HOME = caches(made(0o755));
    expect(cacheFolder({ XDG_CACHE_HOME })).toBe(join(XDG_CACHE_HOME, "api-advisor"));
  });

  it.each([
    ["a group can write to it", made(0o770)],
    ["anyone can write to it", made(0o777)],
    ["it is a link", (own: string) => symlinkSync(mkdtempSync(join(tmpdir(), "elsewhere-")), own)],
    ["it is a file", (own: string) => writeFileSync(own, "")],
  ])("is not taken when %s", (_, make) => {
    expect(cacheFolder({ XDG_CACHE_HOME: caches(make) })).toBeNull();
  });

  it("is not taken when anyone could put another in its place", () => {
    const XDG_CACHE_HOME = caches(made(0o700));
    chmodSync(XDG_CACHE_HOME, 0o777);
    expect(cacheFolder({ XDG_CACHE_HOME })).toBeNull();
    chmodSync(XDG_CACHE_HOME, 0o1777);
    expect(cacheFolder({ XDG_CACHE_HOME })).toBe(join(XDG_CACHE_HOME, "api-advisor"));
  });

  it("is not looked for in a folder that is named by a relative path", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "caches" })).toBe(join(homedir(), ".cache/api-advisor"));
  });

  it.runIf(process.getuid?.() === 0)("is not taken when it belongs to someone else", () => {
    const XDG_CACHE_HOME = caches((own) => {
      mkdirSync(own, { mode: 0o700 });
      chownSync(own, 1, 1);
    });
    expect(cacheFolder({ XDG_CACHE_HOME })).toBeNull();
  });

  it.runIf(process.getuid?.() === 0)("is not taken when a folder above it belongs to someone else", () => {
    const home = mkdtempSync(join(tmpdir(), "home-"));
    const XDG_CACHE_HOME = join(home, ".cache");
    expect(cacheFolder({ XDG_CACHE_HOME })).toBe(join(XDG_CACHE_HOME, "api-advisor"));
    chownSync(home, 1, 1);
    expect(cacheFolder({ XDG_CACHE_HOME })).toBeNull();
  });
});
