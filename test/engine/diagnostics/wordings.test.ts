import { describe, expect, it } from "vitest";
import type { ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import { ProblemError, unwrap } from "../../../src/engine/diagnostics/problem-error.js";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";
import { wordingOf } from "../../../src/engine/diagnostics/wording.js";

const of = (detail: ProblemDetail) => ({ severity: "error", file: "f", at: null, ...detail }) as const;

/** Of a file as a whole, so that nothing but the words is drawn. */
const said = (detail: ProblemDetail): string => renderProblems([of(detail)]).replace("f: error: ", "");

const words = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `w${n}`);

describe("what is wrong with any file is said in words", () => {
  it.each<[detail: ProblemDetail, message: string, expected?: string]>([
    [{ code: "unreadable-file", reason: "it is a directory" }, "cannot be read: it is a directory"],
    [{ code: "unwritable-file", reason: "the disk is full" }, "cannot be written: the disk is full"],
    [{ code: "file-too-large", bytes: 9, limit: 8 }, "is 9 bytes long; at most 8 are read"],
    [{ code: "file-too-large", bytes: null, limit: 8 }, "is longer than 8 bytes; no more is read"],
    [{ code: "line-too-long", bytes: 9, limit: 8 }, "this line is 9 bytes long; at most 8 are read"],
    [
      { code: "line-too-long", bytes: null, limit: 8 },
      "this line is longer than 8 bytes; nothing more is read",
    ],
    [{ code: "not-utf8" }, "is not UTF-8 text"],
    [{ code: "syntax", message: "Plain words", further: 0 }, "plain words"],
    [{ code: "syntax", message: "plain Words", further: 0 }, "plain Words"],
    [{ code: "syntax", message: "YAML and X", further: 0 }, "YAML and X"],
    [{ code: "syntax", message: "No end", further: 2 }, "no end (and 2 more that may follow from it)"],
    [{ code: "unknown-tag", tag: "!x" }, "the tag `!x` is not known here", "plain YAML without tags"],
    [{ code: "unknown-alias", alias: "x" }, "no anchor before it bears the name of the alias `x`"],
    [{ code: "too-many-aliases", limit: 5 }, "aliases expand to more than 5 copies"],
    [{ code: "too-many", what: "surfaces", limit: 5 }, "holds more than 5 surfaces"],
    [
      { code: "too-many-in-all", limit: 5, lines: false },
      "with this file there are more than 5 surfaces: neither it nor any after it is taken",
      "fewer files at a time",
    ],
    [
      { code: "too-many-in-all", limit: 5, lines: true },
      "with this file there are more than 5 surfaces: neither it nor any after it is taken",
      "fewer files at a time, or `--format jsonl`, which reads any number of them",
    ],
    [{ code: "key-too-long", limit: 5 }, "a key is longer than 5 characters"],
    [{ code: "too-deep", limit: 5 }, "nests deeper than 5 levels"],
    [{ code: "bad-setting", text: "x", expected: "y=z" }, "`x` sets nothing", "y=z"],
  ])("%o", (detail, message, expected) => {
    expect(said(detail)).toBe(expected === undefined ? message : `${message}\n  expected ${expected}`);
  });
});

describe("what is wrong with a pack is said in words", () => {
  it.each<[detail: ProblemDetail, message: string, expected?: string]>([
    [
      { code: "duplicate-id", id: "x", kind: "rules", first: "a.yaml:3" },
      "the id `x` is taken: it stands in `rules` at a.yaml:3",
      "one id, one thing, whatever its kind",
    ],
    [
      { code: "id-in-base", id: "x", base: "default 1.0.0" },
      "the id `x` is taken in the pack that is extended (default 1.0.0)",
      "another id, or `override`",
    ],
    [
      { code: "missing-header" },
      "no file of this pack bears the header `pack`",
      "`pack: { format: 1, name: …, version: … }` in one of them",
    ],
    [{ code: "two-headers", first: "a.yaml" }, "a second header; the first is in a.yaml"],
    [{ code: "extends-cycle", names: ["a", "b", "a"] }, "packs extend each other in a circle: a -> b -> a"],
    [
      { code: "extends-not-found", name: "x", reason: "no such file" },
      "the pack `x` is not found: no such file",
    ],
    [
      { code: "weight-mismatch", id: "x", favours: "stateful" },
      "the weight of `x` does not fit what it favours",
      "the kind of state: { live: 2 }, { kept: 2 } or both",
    ],
    [
      { code: "weight-mismatch", id: "x", favours: "stateless" },
      "the weight of `x` does not fit what it favours",
      "a number from 1 to 5",
    ],
    [
      { code: "no-mitigation", id: "x" },
      "the disadvantage `x` has no `mitigation`",
      "what to do about it, and what that costs",
    ],
    [
      { code: "mitigation-on-advantage", id: "x" },
      "the advantage `x` has a `mitigation`",
      "none: there is nothing to mend",
    ],
    [{ code: "implication-cycle", questions: ["a", "b", "a"] }, "implications form a circle: a -> b -> a"],
    [{ code: "implication-of-several", question: "q" }, "`q` takes several options and cannot be implied"],
    [
      { code: "condition-too-complex", id: "x", limit: 9 },
      "the condition of `x` falls into more than 9 alternatives, or is too much work beside the pack's others",
      "several smaller rules",
    ],
    [{ code: "always-holds", id: "x" }, "the condition of `x` always holds", "one that depends on an answer"],
    [{ code: "unknown-entry", id: "x", near: [] }, "this pack has nothing under the id `x`"],
    [
      { code: "unknown-entry", id: "x", near: ["y", "z"] },
      "this pack has nothing under the id `x`; near it: `y`, `z`",
    ],
  ])("%o", (detail, message, expected) => {
    expect(said(detail)).toBe(expected === undefined ? message : `${message}\n  expected ${expected}`);
  });
});

describe("words that were found are said so that they can be read", () => {
  it.each([
    ["80 characters, whole", "x".repeat(80), "x".repeat(80)],
    ["more, cut", "x".repeat(81), `${"x".repeat(77)}...`],
  ])("%s", (_, alias, shown) => {
    expect(said({ code: "unknown-alias", alias })).toContain(`\`${shown}\``);
  });

  it.each([
    ["none", words(0), ""],
    ["one", words(1), "\n  expected `w0`"],
    ["two", words(2), "\n  expected one of w0, w1"],
    ["sixteen", words(16), `\n  expected one of ${words(16).join(", ")}`],
    ["too many to help", words(17), ""],
  ])("with what is known beside them: %s", (_, known, expected) => {
    expect(said({ code: "unknown-key", key: "something", where: "", known })).toBe(
      `unknown key \`something\`${expected}`,
    );
  });

  it("without suggesting what was written", () => {
    expect(said({ code: "not-allowed", where: "a", found: "word", known: ["word"] })).toBe(
      "`a` cannot be `word`\n  expected `word`",
    );
  });
});

describe("problems that were not kept", () => {
  it.each([
    [1, "1 more problem", "has 1 more problem than are listed"],
    [2, "2 more problems", "has 2 more problems than are listed"],
  ])("are counted: %i", (count, drawn, alone) => {
    const detail = { code: "more-problems", count } as const;
    expect(said(detail)).toBe(`and ${drawn}`);
    expect(wordingOf(detail)).toEqual({ message: alone, expected: null });
  });
});

describe("the library throws", () => {
  it("all problems of an outcome that failed, rendered, under a name of its own", () => {
    const problems = [of({ code: "not-utf8" }), of({ code: "missing-header" })];
    let thrown: unknown;
    try {
      unwrap({ kind: "failed", problems });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ name: "ProblemError", problems, message: renderProblems(problems) });
  });
});
