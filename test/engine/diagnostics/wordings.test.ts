import { describe, expect, it } from "vitest";
import type { ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import { ProblemError, renderProblems, unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { wordingOf } from "../../../src/engine/diagnostics/wording.js";

const of = (detail: ProblemDetail) => ({ severity: "error", file: "f", at: null, ...detail }) as const;

/** About a file as a whole, so that only the words are drawn. */
const said = (detail: ProblemDetail): string => renderProblems([of(detail)]).replace("f: error: ", "");

const words = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `w${n}`);

describe("what is wrong with any file is said in words", () => {
  it.each<[detail: ProblemDetail, message: string, expected?: string]>([
    [{ code: "unreadable-file", reason: "it is a directory" }, "cannot be read: it is a directory"],
    [{ code: "unwritable-file", reason: "the disk is full" }, "cannot be written: the disk is full"],
    [{ code: "file-too-large", bytes: 9, limit: 8 }, "is 9 bytes; the limit is 8"],
    [{ code: "file-too-large", bytes: null, limit: 8 }, "exceeds the limit of 8 bytes"],
    [{ code: "line-too-long", bytes: 9, limit: 8 }, "this line is 9 bytes long; the limit is 8"],
    [
      { code: "line-too-long", bytes: null, limit: 8 },
      "this line exceeds the limit of 8 bytes; reading stopped here",
    ],
    [{ code: "not-utf8" }, "is not UTF-8 text"],
    [{ code: "syntax", message: "Plain words", further: 0 }, "plain words"],
    [{ code: "syntax", message: "plain Words", further: 0 }, "plain Words"],
    [{ code: "syntax", message: "YAML and X", further: 0 }, "YAML and X"],
    [
      { code: "syntax", message: "No end", further: 2 },
      "no end (and 2 more errors, possibly a result of this one)",
    ],
    [{ code: "unknown-tag", tag: "!x" }, "unknown tag `!x`", "plain YAML without tags"],
    [
      { code: "unknown-alias", alias: "x" },
      "alias `x` refers to no earlier anchor",
      "an anchor before it or, if it is a text that begins with `*`, quotes around it",
    ],
    [
      { code: "no-answers-file", names: ["a.yaml", "NAME.a.yaml"] },
      "no file is named, and there is neither `a.yaml` nor `NAME.a.yaml` here or below",
      "a file; `api-advisor init` writes one to fill in",
    ],
    [{ code: "unusable-pattern", pattern: "*.x", reason: "no" }, "`*.x` cannot be used: no"],
    [{ code: "second-config", first: "a" }, "is a second config beside `a`", "only one of them"],
    [{ code: "too-many-aliases", limit: 5 }, "aliases expand to more than 5 copies"],
    [{ code: "too-many", what: "surfaces", limit: 5 }, "has more than 5 surfaces"],
    [
      { code: "too-many-in-all", limit: 5, lines: false },
      "takes the total past 5 surfaces; this file and the ones after it are left out",
      "fewer files at a time",
    ],
    [
      { code: "too-many-in-all", limit: 5, lines: true },
      "takes the total past 5 surfaces; this file and the ones after it are left out",
      "fewer files at a time, or `--format jsonl`, which has no such limit",
    ],
    [
      { code: "other-document", what: "a file of cases", wanted: "a rule pack" },
      "this is a file of cases, not a rule pack",
      "files of rules, one of them with the header `pack`",
    ],
    [{ code: "key-too-long", limit: 5 }, "a key is longer than 5 characters"],
    [{ code: "too-deep", limit: 5 }, "is nested more than 5 levels deep"],
    [
      { code: "retired-option", question: "q", option: "x", replacedBy: "y" },
      "`x` is no longer an option of `q`; it is read as `y`",
      "`y`",
    ],
    [
      { code: "retired-option", question: "q", option: "x", replacedBy: null },
      "`x` is no longer an option of `q`; it is left out",
      "another option",
    ],
    [{ code: "bad-setting", text: "x", expected: "y=z" }, "`x` is not a valid setting", "y=z"],
  ])("%o", (detail, message, expected) => {
    expect(said(detail)).toBe(expected === undefined ? message : `${message}\n  expected ${expected}`);
  });
});

describe("what is wrong with a pack is said in words", () => {
  it.each<[detail: ProblemDetail, message: string, expected?: string]>([
    [
      { code: "duplicate-id", id: "x", kind: "need", first: "a.yaml:3" },
      "the id `x` is already used in `need` at a.yaml:3",
      "a different id: ids are shared by all kinds of entries",
    ],
    [
      { code: "id-in-base", id: "x", base: "default 1.0.0" },
      "the id `x` is already used in the base pack (default 1.0.0)",
      "a different id, or `override`",
    ],
    [
      { code: "missing-header" },
      "no file of this pack has the header `pack`",
      "`pack: { format: 2, name: …, version: … }` in one of them",
    ],
    [{ code: "two-headers", first: "a.yaml" }, "second `pack` header; the first is in a.yaml"],
    [{ code: "extends-cycle", names: ["a", "b", "a"] }, "circular `extends`: a -> b -> a"],
    [{ code: "extends-not-found", name: "x", reason: "no such file" }, "pack `x` not found: no such file"],
    [
      { code: "extends-absolute", name: "/x" },
      "`extends` cannot be the absolute path `/x`",
      "`default`, a path relative to this pack, or an npm package",
    ],
    [
      { code: "extends-no-pack", name: "../x", path: "x" },
      "`../x` is not a rule pack that can be read",
      "files of rules, one of them with the header `pack`; to see what is wrong with it: `api-advisor rules lint --rules x`",
    ],
    [
      { code: "radii-crossed", robust: 0.2, tight: 0.3 },
      "`tight-radius`, 0.3, is above `robust-radius`, 0.2",
      "a `tight-radius` of at most `robust-radius`; where no header gives them they are 0.1 and 0.25",
    ],
    [
      { code: "old-format" },
      "this pack is written in format 1, which this version no longer reads",
      "a pack of format 2; docs/rules.md shows how to move one over",
    ],
    [
      { code: "keeps-nothing", id: "x" },
      "`x` speaks against keeping anything, so it cannot say what is kept",
      "no `keeps`, or points above 0",
    ],
    [
      { code: "list-without-end", concern: "sync", placeClass: "elsewhere", last: "x" },
      "the last placement for `sync` when its state is kept elsewhere, `x`, does not always hold",
      "a last one without `when`, at `shared-store` or `resource`",
    ],
    [
      { code: "list-without-end", concern: "session", placeClass: "bound", last: null },
      "there is no placement for `session` when its state is bound",
      "a last one without `when`, at `connection`",
    ],
    [
      { code: "never-bound", id: "x", concern: "sync", place: "connection", known: ["client", "data"] },
      "`x` binds `sync` to a connection or instance, which is never done",
      "one of client, data",
    ],
    [
      { code: "place-only", id: "x", question: "q", through: null },
      "`x` decides about need, so it cannot read `q`, which bears on the place alone",
      "a condition on other questions, or no `bears-on` in that one",
    ],
    [
      { code: "place-only", id: "x", question: "q", through: "r" },
      "`r` cannot be implied by `q`, which bears on the place alone: `x` reads `r` and decides about need",
      "a condition on other questions, or no `bears-on` in that one",
    ],
    [
      { code: "reconsiders-other", id: "x", question: "q", known: ["r", "s"] },
      "the condition of `x` does not name `q`, so reconsidering it would not help",
      "one of r, s",
    ],
    [
      { code: "retired-in-use", question: "q", option: "x" },
      "`x` is still an option of `q`, so it cannot be retired",
      "an id that is no longer among the options",
    ],
    [
      {
        ...{ code: "backing-place", id: "x", pattern: "socket", patternPlace: "connection" },
        known: ["resource", "data", "shared-store"],
      },
      "the pattern `socket` is for `connection`, which is no second home for a bound conversation",
      "a pattern for `resource`, `data` or `shared-store`",
    ],
    [
      { code: "beside-nothing", id: "x", beside: "socket" },
      "`x` has `socket` beside a pattern that it does not name",
      "a `pattern`, or no `beside`",
    ],
    [
      { code: "beside-itself", id: "x", pattern: "socket" },
      "`x` has the pattern `socket` beside itself",
      "another pattern",
    ],
    [
      {
        ...{ code: "beside-concern", id: "x", pattern: "socket", concern: "session" },
        known: ["interaction", "sync"],
      },
      "`x` places the state of `session`, but the pattern `socket` beside it is for `interaction` or `sync`",
    ],
    [
      {
        ...{ code: "beside-place", id: "x", pattern: "socket", place: "request", patternPlace: "connection" },
        known: ["client", "request"],
      },
      "`x` puts state in `request`, but the pattern `socket` beside it is for `connection`, which keeps more",
      "a pattern for `client` or `request`",
    ],
    [
      { code: "no-mitigation", id: "x" },
      "the disadvantage `x` has no `mitigation`",
      "what to do about it, and what that costs",
    ],
    [
      { code: "mitigation-on-advantage", id: "x" },
      "the advantage `x` has a `mitigation`",
      "no `mitigation`: it is for disadvantages",
    ],
    [{ code: "implication-cycle", questions: ["a", "b", "a"] }, "circular implications: a -> b -> a"],
    [{ code: "implication-of-several", question: "q" }, "`q` takes several options, so it cannot be implied"],
    [
      { code: "condition-too-complex", id: "x", limit: 9 },
      "the condition of `x` expands to more than 9 alternatives, or the pack's conditions are too complex in all",
      "several smaller rules",
    ],
    [
      { code: "always-holds", id: "x" },
      "the condition of `x` always holds",
      "a condition that depends on at least one answer",
    ],
    [{ code: "unknown-entry", id: "x", near: [] }, "this pack has no entry `x`"],
    [
      { code: "unknown-entry", id: "x", near: ["y", "z"] },
      "this pack has no entry `x`; similar ids: `y`, `z`",
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
    [1, "1 more problem", "has 1 more problem that is not listed"],
    [2, "2 more problems", "has 2 more problems that are not listed"],
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
