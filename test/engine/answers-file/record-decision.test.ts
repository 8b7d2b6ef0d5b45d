import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { recordDecision } from "../../../src/engine/answers-file/edit-answers.js";
import type { RecordedDecision } from "../../../src/engine/model/answers.js";

const examples = join(import.meta.dirname, "../../../examples");

type Recordable = Omit<RecordedDecision, "at">;

const bare: Recordable = {
  style: "hybrid",
  because: null,
  until: null,
  reviewBy: null,
  by: null,
  answers: null,
  basis: null,
  pack: null,
  model: 1,
};
const based: Recordable = {
  ...bare,
  answers: "sha256-1",
  basis: new Map([
    ["style", ["steps"]],
    ["kinds", ["games", "shops"]],
  ]),
};
const deviating: Recordable = { ...bare, because: "It is old: a till.", until: "2027-06-30", by: "us" };

/** `### title`, a line with the surface and what is decided besides the style, the text before, `=>`, the text after. */
function cases(): readonly (readonly [string, string, string | null, Recordable, string])[] {
  const text = readFileSync(join(import.meta.dirname, "golden/decisions.txt"), "utf8");
  return [...text.matchAll(/^### (.*)\n(\S+) (.*)\n((?:.*\n)*?)=>\n((?:(?!###).*\n)*)/gm)].map(
    ([, title = "", surface = "", given = "", before = "", after = ""]) => {
      const { basis = null, ...fields } = JSON.parse(given);
      const decision = { ...bare, ...fields, basis: basis && new Map(Object.entries(basis)) };
      return [title, before, surface === "(service)" ? null : surface, decision, after];
    },
  );
}

describe("records a decision and leaves all else byte for byte", () => {
  it.each(cases())("%s", (_, before, surface, decision, after) => {
    expect(recordDecision(before, { document: 0, surface }, decision)).toBe(after);
  });

  it("for each of the cases there are", () => {
    expect(cases()).toHaveLength(27);
  });

  it.each<[string, string, string | null, Recordable, string]>([
    [
      "in a text without a last line feed",
      "version: 1\nanswers: { style: steps } # all",
      null,
      bare,
      "version: 1\nanswers: { style: steps } # all\ndecision:\n  style: hybrid",
    ],
    [
      "with the line endings and the byte order mark of the file",
      "\ufeffversion: 1\r\nanswers: {}\r\n",
      null,
      bare,
      "\ufeffversion: 1\r\nanswers: {}\r\ndecision:\r\n  style: hybrid\r\n",
    ],
    [
      "over one that ends the text without a line feed",
      "decision:\n  style: hybrid\n  answers: sha256-0\n  basis:\n    load: few",
      null,
      based,
      "decision:\n  style: hybrid\n  answers: sha256-1\n  basis:\n    style: steps\n    kinds: [games, shops]",
    ],
    [
      "over a reason that ends the text without a line feed",
      "decision:\n  style: hybrid\n  because: |-\n    One.",
      null,
      { ...bare, because: "Two." },
      "decision:\n  style: hybrid\n  because: Two.",
    ],
    [
      "in JSON without white space",
      '{"version":1,"surfaces":{"cart":{}}}',
      "cart",
      bare,
      '{"version":1,"surfaces":{"cart":{"decision":{"style":"hybrid"}}}}',
    ],
    [
      "in JSON after a byte order mark",
      '\ufeff{"version": 1, "service": "shop"}',
      null,
      bare,
      '\ufeff{"version": 1, "service": "shop", "decision": {"style":"hybrid"}}',
    ],
    [
      "in JSON over one whose last key goes",
      '{"decision": {"style": "stateful", "by": "us"}, "pace": 1}',
      null,
      bare,
      '{"decision": {"style": "hybrid"}, "pace": 1}',
    ],
    [
      "in JSON on one line, with the spaces of its own",
      '{"service": "shop", "decision": {"until": "2026-01-01", "by": "us", "because": "old", "style": "stateful"}}',
      null,
      { ...bare, by: "us", answers: "sha256-1" },
      '{"service": "shop", "decision": {"by": "us", "style": "hybrid", "answers": "sha256-1"}}',
    ],
    [
      "in JSON with the line endings of the file",
      '{\r\n  "service": "shop",\r\n  "answers": {}\r\n}\r\n',
      null,
      bare,
      '{\r\n  "service": "shop",\r\n  "answers": {},\r\n  "decision": {\r\n    "style": "hybrid"\r\n  }\r\n}\r\n',
    ],
  ])("%s", (_, before, surface, decision, after) => {
    expect(recordDecision(before, { document: 0, surface }, decision)).toBe(after);
  });

  it("in a document that is there", () => {
    expect(() => recordDecision("version: 1\n", { document: 1, surface: null }, bare)).toThrow(
      new RangeError("there is no document 1"),
    );
  });

  it("in the document that is meant, empty ones not counted", () => {
    const text = "# none\n---\nversion: 1\nservice: a\n---\nversion: 1\nservice: b\n...\n";
    expect(recordDecision(text, { document: 1, surface: null }, bare)).toBe(
      "# none\n---\nversion: 1\nservice: a\n---\nversion: 1\nservice: b\ndecision:\n  style: hybrid\n...\n",
    );
  });

  it("twice, with the same bytes", () => {
    const text = "version: 1\nservice: shop\nanswers: { style: steps }\n";
    const once = recordDecision(text, { document: 0, surface: null }, { ...based, ...deviating }) ?? "";
    expect(recordDecision(once, { document: 0, surface: null }, { ...based, ...deviating })).toBe(once);
  });

  it("under names that YAML would take for something else", () => {
    for (const name of ["1", "true", '"a: b"', "'1.10'", "on"]) {
      const text = `version: 1\nservice: s\nsurfaces:\n  ${name}:\n    answers: {}\n`;
      const after = `${text}    decision:\n      style: hybrid\n`;
      const surface = name.replaceAll(/["']/g, "");
      expect(recordDecision(text, { document: 0, surface }, bare)).toBe(after);
    }
  });

  it.each(readdirSync(examples).filter((file) => file.endsWith(".yaml")))(
    "for each surface of %s: its comments and other lines stay, and it says the same and the decision",
    (file) => {
      const text = readFileSync(join(examples, file), "utf8");
      const meaning = (yaml: string) => parseAllDocuments(yaml)[0]?.toJS();
      const { surfaces } = meaning(text);
      for (const surface of surfaces === undefined ? [null] : Object.keys(surfaces)) {
        const after = recordDecision(text, { document: 0, surface }, { ...based, ...deviating }) ?? "";
        const [now, before] = [meaning(after), meaning(text)];
        const at = (document: typeof now) => (surface === null ? document : document.surfaces[surface]);
        expect(at(now).decision).toMatchObject({ style: "hybrid", because: "It is old: a till." });
        const decided = Object.keys(at(before).decision ?? {});
        delete at(now).decision;
        delete at(before).decision;
        expect(now).toEqual(before);
        const stays = (line: string): boolean => !decided.some((key) => line.trim().startsWith(`${key}:`));
        const kept = text.split("\n").filter(stays);
        const left = after.split("\n").filter((line) => kept.includes(line));
        expect(left.filter((line) => line !== "")).toEqual(kept.filter((line) => line !== ""));
      }
    },
  );

  it("with any reason, as it was given", () => {
    for (const because of [
      "no",
      "1.10",
      "- x",
      "a: b # c",
      " x ",
      "'\"",
      "a\n\nb\n",
      "a\n\n",
      "{}",
      "é\t\u202e",
    ]) {
      for (const text of [
        "version: 1\nservice: a\n",
        '{"version": 1, "service": "a"}\n',
        "{ version: 1 }\n",
      ]) {
        const after = recordDecision(text, { document: 0, surface: null }, { ...bare, because }) ?? "";
        expect(parseAllDocuments(after)[0]?.toJS().decision).toEqual({ style: "hybrid", because });
      }
    }
  });
});

describe("refuses, as another place would change too,", () => {
  it.each([
    [
      "a decision that another surface has, too",
      "surfaces:\n  a:\n    decision: &d\n      style: stateful\n  b:\n    decision: *d\n",
      "a",
    ],
    ["a surface that is an alias", "surfaces: { a: &a { answers: {} }, b: *a }\n", "b"],
    ["a surface that others are aliases of", "surfaces:\n  a: &a { answers: {} }\n  b: *a\n", "a"],
  ])("%s", (_, text, surface) => {
    expect(recordDecision(`version: 1\nservice: s\n${text}`, { document: 0, surface }, bare)).toBeNull();
  });
});

it("records nothing if there is no such surface", () => {
  for (const text of ["version: 1\n", "surfaces:\n  a: {}\n", "surfaces: 1\n", "surfaces:\n  b:\n    - x\n"])
    expect(recordDecision(text, { document: 0, surface: "b" }, bare)).toBeNull();
});
