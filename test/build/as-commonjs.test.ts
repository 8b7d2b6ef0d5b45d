import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  entryExports,
  namesTaken,
  plainExports,
  requiredOnce,
  withoutUnused,
} from "../../scripts/build/as-commonjs.mjs";

/** As esbuild writes exports. */
const written = (locals: string): string =>
  `var kept = 1;\nh(x, {\n  main: () => run,\n  other: () => kept,\n  $b: () => kept\n});\nmodule.exports = toCommonJS(x);\nfunction run() { return kept }\n${locals}`;

const exportsOf = (code: string): Record<string, unknown> => {
  const module = { exports: {} };
  runInNewContext(code, { module });
  return module.exports;
};

describe("exports", () => {
  it("are getters, which see what is set later", () => {
    const exported = exportsOf(plainExports(written("kept = 2;")));
    expect(Object.keys(exported)).toEqual(["__esModule", "main", "other", "$b"]);
    expect([exported["other"], exported["$b"]]).toEqual([2, 2]);
  });

  it("of an entry are its doors, and all or a few of them in what is shared, which is gathered once", () => {
    const exported = exportsOf(entryExports(written("kept = 2;"), ["main"], ["other"]));
    expect(Object.keys(exported)).toEqual(["main", "shared", "sharedWithCommon"]);
    const { shared, sharedWithCommon } = exported;
    expect(shared).toMatchObject({ __esModule: true, main: exported["main"], other: 2, $b: 2 });
    expect(sharedWithCommon).toEqual({ __esModule: true, other: 2 });
    expect([exported["shared"], exported["sharedWithCommon"]]).toEqual([shared, sharedWithCommon]);
    expect(exported["shared"]).toBe(shared);
    expect(exported["sharedWithCommon"]).toBe(sharedWithCommon);
  });

  it("of an entry are refused where they are written otherwise, or a door or another name is missing", () => {
    for (const [code, door, name] of [
      ["module.exports = {};", "main", "main"],
      [written(""), "door", "main"],
      [written(""), "main", "door"],
    ] as const)
      expect(() => entryExports(code, [door], [name])).toThrow("esbuild writes exports otherwise");
    expect(plainExports("module.exports = {};")).toBe("module.exports = {};");
  });

  it("are found behind helpers whose names begin with `$`", () => {
    expect(exportsOf(plainExports(written("").replace("h(x", "$(x")))).toHaveProperty("main");
  });
});

describe("Node's modules", () => {
  it("are asked for once", () => {
    const code = 'var a = require("node:fs"), b = require("node:path"), c = require("node:fs");';
    expect(requiredOnce(code)).toBe('var a = require("node:fs"), b = require("node:path"), c = a;');
  });

  it.each([
    'function f() { const p = require("node:path"); return p }\nvar q = require("node:path");',
    'this.fs = require("node:fs"); var z = require("node:fs");',
    'var { join } = require("node:path"), p = require("node:path");',
    'var a = require("./a.cjs"), b = require("./a.cjs");',
  ])("are left as they are in %s", (code) => {
    expect(requiredOnce(code)).toBe(code);
  });
});

describe("the names that a file takes of another", () => {
  it("are those that it asks for of what that exports, wherever it does so", () => {
    const code =
      'var other = require("./other.cjs"), e = require("./entry.cjs"); other.a(); function f() { return (0, e.b)(e.c.d, x.y); } e.b();';
    expect(namesTaken(code, "./entry.cjs")).toEqual(["b", "c"]);
    expect(() => namesTaken(code, "./none.cjs")).toThrow("esbuild keeps what ./none.cjs exports otherwise");
  });
});

describe("other files that nothing is taken of", () => {
  it("are not asked for", () => {
    expect(
      withoutUnused(
        'var a = require("./a.cjs"), b = require("./b.cjs"); require("./c.cjs"); var d = require("d"); require("e"); b.x();',
      ),
    ).toBe('var a = 0, b = require("./b.cjs"); 0; var d = require("d"); require("e"); b.x();');
  });

  it.each([
    'var a = require("./a.cjs"); function f() { return a }',
    'var x = { a: require("./a.cjs") };',
    'function f() { require("./a.cjs") }',
    'var a = require("./a.cjs"); module.exports = { a };',
  ])("are kept where something is, or they are not asked for at the start: %s", (code) => {
    expect(withoutUnused(code)).toBe(code);
  });
});
