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
  by: null,
  answers: null,
  basis: null,
  pack: null,
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

const lines = (...all: readonly string[]): string => all.join("\n");

describe("records a decision and leaves all else byte for byte", () => {
  it.each<[string, string, string | null, Recordable, string]>([
    [
      "under a surface, behind what belongs to its answers and before what belongs to the next",
      lines(
        "# top",
        "version: 1",
        "service:   shop   # name",
        "surfaces:",
        "    cart:",
        "        answers:",
        "            style: steps   # one after another",
        "            # load: few",
        "",
        "    # the next",
        "    chat: { answers: {style: stream}, }",
        "",
      ),
      "cart",
      based,
      lines(
        "# top",
        "version: 1",
        "service:   shop   # name",
        "surfaces:",
        "    cart:",
        "        answers:",
        "            style: steps   # one after another",
        "            # load: few",
        "        decision:",
        "            style: hybrid",
        "            answers: sha256-1",
        "            basis:",
        "                style: steps",
        "                kinds: [games, shops]",
        "",
        "    # the next",
        "    chat: { answers: {style: stream}, }",
        "",
      ),
    ],
    [
      "of a service without surfaces, in a text without a last line feed",
      lines("version: 1", "service: shop", "answers: { style: steps } # all"),
      null,
      bare,
      lines("version: 1", "service: shop", "answers: { style: steps } # all", "decision:", "  style: hybrid"),
    ],
    [
      "under an empty surface, in block style",
      lines("version: 1", "service: shop", "surfaces:", "  cart: {} # to do", "  chat: {}", ""),
      "cart",
      deviating,
      lines(
        "version: 1",
        "service: shop",
        "surfaces:",
        "  cart: # to do",
        "    decision:",
        "      style: hybrid",
        '      because: "It is old: a till."',
        "      until: 2027-06-30",
        "      by: us",
        "  chat: {}",
        "",
      ),
    ],
    [
      "in braces on one line",
      "{ version: 1, service: shop, surfaces: { cart: { answers: { style: steps } } } }\n",
      "cart",
      { ...bare, by: "us, them" },
      '{ version: 1, service: shop, surfaces: { cart: { answers: { style: steps }, decision: { style: hybrid, by: "us, them" } } } }\n',
    ],
    [
      "over one in block style: comments, quotes and the order of keys stay, keys without a value go",
      lines(
        "version: 1",
        "service: shop",
        "decision: # what we said",
        "  by:   us",
        "  # the style",
        "  style: 'stateful'   # for now",
        "  because: >-",
        "    A long",
        "    story.",
        "  # the end",
        "  until: 2026-01-01 # soon",
        "  basis:",
        "    load: few",
        "answers: { style: steps }",
        "",
      ),
      null,
      { ...based, by: "them" },
      lines(
        "version: 1",
        "service: shop",
        "decision: # what we said",
        "  by:   them",
        "  # the style",
        "  style: hybrid   # for now",
        "  # the end",
        "  basis:",
        "    style: steps",
        "    kinds: [games, shops]",
        "  answers: sha256-1",
        "answers: { style: steps }",
        "",
      ),
    ],
    [
      "over one in braces on one line, in block style",
      lines("version: 1", "service: shop", "decision: { style: stateful, by: us } # ours", "answers: {}"),
      null,
      based,
      lines(
        "version: 1",
        "service: shop",
        "decision: # ours",
        "  style: hybrid",
        "  answers: sha256-1",
        "  basis:",
        "    style: steps",
        "    kinds: [games, shops]",
        "answers: {}",
      ),
    ],
    [
      "over a reason of several lines",
      lines(
        "version: 1",
        "service: shop",
        "decision:",
        "  because: |",
        "    One.",
        "    Two.",
        "",
        "  style: stateful",
        "",
      ),
      null,
      { ...bare, because: "Three.\nFour." },
      lines(
        "version: 1",
        "service: shop",
        "decision:",
        "  because: |-",
        "    Three.",
        "    Four.",
        "",
        "  style: hybrid",
        "",
      ),
    ],
    [
      "with the line endings and the byte order mark of the file",
      "\ufeffversion: 1\r\nservice: shop\r\nanswers: {}\r\n",
      null,
      bare,
      "\ufeffversion: 1\r\nservice: shop\r\nanswers: {}\r\ndecision:\r\n  style: hybrid\r\n",
    ],
    [
      "in JSON with its indentation",
      JSON.stringify({ version: 1, service: "shop", surfaces: { cart: { answers: {} } } }, null, 4),
      "cart",
      based,
      JSON.stringify(
        {
          version: 1,
          service: "shop",
          surfaces: {
            cart: {
              answers: {},
              decision: {
                style: "hybrid",
                answers: "sha256-1",
                basis: { style: "steps", kinds: ["games", "shops"] },
              },
            },
          },
        },
        null,
        4,
      ),
    ],
    [
      "in JSON over one that is there, with tabs",
      '{\n\t"version": 1, "service": "shop",\n\t"decision": {\n\t\t"until": "2026-01-01",\n\t\t"style": "stateful"\n\t},\n\t"answers": {"style": "steps"}\n}\n',
      null,
      { ...bare, by: "us" },
      '{\n\t"version": 1, "service": "shop",\n\t"decision": {\n\t\t"style": "hybrid",\n\t\t"by": "us"\n\t},\n\t"answers": {"style": "steps"}\n}\n',
    ],
    [
      "in JSON without white space",
      '{"version":1,"service":"shop","surfaces":{"cart":{}}}',
      "cart",
      bare,
      '{"version":1,"service":"shop","surfaces":{"cart":{"decision":{"style":"hybrid"}}}}',
    ],
    [
      "behind a list, and behind comments and empty lines that belong to it",
      lines(
        "surfaces:",
        "  cart:",
        "    answers:",
        "      kinds:",
        "        - games",
        "        - shops # both",
        "",
        "      # load: few",
        "",
        "      # style: steps",
        "",
        "    # of the cart",
        "  chat: {}",
      ),
      "cart",
      bare,
      lines(
        "surfaces:",
        "  cart:",
        "    answers:",
        "      kinds:",
        "        - games",
        "        - shops # both",
        "",
        "      # load: few",
        "",
        "      # style: steps",
        "    decision:",
        "      style: hybrid",
        "",
        "    # of the cart",
        "  chat: {}",
      ),
    ],
    [
      "behind a key that has no value yet",
      lines("surfaces:", "  cart:", "    answers:", "  chat: {}", ""),
      "cart",
      bare,
      lines("surfaces:", "  cart:", "    answers:", "    decision:", "      style: hybrid", "  chat: {}", ""),
    ],
    [
      "with a reason of several paragraphs, and one that is long",
      lines("service: shop", "surfaces:", "    cart:", "        answers: {}", ""),
      "cart",
      { ...bare, because: "One.\n\nTwo.\n", by: `${"and us, ".repeat(20)}too` },
      lines(
        "service: shop",
        "surfaces:",
        "    cart:",
        "        answers: {}",
        "        decision:",
        "            style: hybrid",
        "            because: |",
        "                One.",
        "",
        "                Two.",
        `            by: ${"and us, ".repeat(20)}too`,
        "",
      ),
    ],
    [
      "over one that ends the text without a line feed",
      lines("decision:", "  style: hybrid", "  answers: sha256-0", "  basis:", "    load: few"),
      null,
      based,
      lines(
        "decision:",
        "  style: hybrid",
        "  answers: sha256-1",
        "  basis:",
        "    style: steps",
        "    kinds: [games, shops]",
      ),
    ],
    [
      "over a reason that ends the text without a line feed",
      lines("decision:", "  style: hybrid", "  because: |-", "    One."),
      null,
      { ...bare, because: "Two." },
      lines("decision:", "  style: hybrid", "  because: Two."),
    ],
    [
      "with its basis in block style, where it stood in braces",
      lines(
        "decision:",
        "  answers: sha256-1",
        "  basis: { load: few } # as of then",
        "  style: hybrid",
        "pace: 1",
      ),
      null,
      based,
      lines(
        "decision:",
        "  answers: sha256-1",
        "  basis: # as of then",
        "    style: steps",
        "    kinds: [games, shops]",
        "  style: hybrid",
        "pace: 1",
      ),
    ],
    [
      "with its basis in block style, where it stood in braces over several lines",
      lines(
        "decision:",
        "  basis: {",
        "    load: few",
        "  } # as of then",
        "  answers: sha256-1",
        "  style: hybrid",
      ),
      null,
      based,
      lines(
        "decision:",
        "  basis: # as of then",
        "    style: steps",
        "    kinds: [games, shops]",
        "  answers: sha256-1",
        "  style: hybrid",
      ),
    ],
    [
      "with its basis in block style, where it stood in braces below its key",
      lines("decision:", "  basis:", "    { load: few }", "  answers: sha256-1", "  style: hybrid"),
      null,
      based,
      lines(
        "decision:",
        "  basis:",
        "    style: steps",
        "    kinds: [games, shops]",
        "  answers: sha256-1",
        "  style: hybrid",
      ),
    ],
    [
      "before a comment that stands as far out",
      lines("service: shop", "answers: { style: steps }", "# the end", ""),
      null,
      bare,
      lines("service: shop", "answers: { style: steps }", "decision:", "  style: hybrid", "# the end", ""),
    ],
    [
      "in braces that hold something, behind a key",
      lines("surfaces:", "  chat: { answers: { style: stream } } # live", "  cart: {}", ""),
      "chat",
      bare,
      lines(
        "surfaces:",
        "  chat: { answers: { style: stream }, decision: { style: hybrid } } # live",
        "  cart: {}",
        "",
      ),
    ],
    [
      "in JSON behind a byte order mark",
      '\ufeff{"version": 1, "service": "shop"}',
      null,
      bare,
      '\ufeff{"version": 1, "service": "shop", "decision": {"style":"hybrid"}}',
    ],
    [
      "over one of a single line with a comment",
      lines("decision:", "  style: stateful # for now", "pace: 1"),
      null,
      bare,
      lines("decision:", "  style: hybrid # for now", "pace: 1"),
    ],
    [
      "over a basis with a comment behind its last item",
      lines(
        "decision:",
        "  answers: sha256-1",
        "  basis:",
        "    kinds:",
        "      - games",
        "      # more to come",
        "  style: hybrid",
      ),
      null,
      based,
      lines(
        "decision:",
        "  answers: sha256-1",
        "  basis:",
        "    style: steps",
        "    kinds: [games, shops]",
        "      # more to come",
        "  style: hybrid",
      ),
    ],
    [
      "in JSON without white space, behind what is there",
      '{"service":"shop","answers":{}}',
      null,
      bare,
      '{"service":"shop","answers":{},"decision":{"style":"hybrid"}}',
    ],
    [
      "in JSON with lines, but no spaces behind colons",
      '{\n  "service":"shop"\n}',
      null,
      bare,
      '{\n  "service":"shop",\n  "decision": {\n    "style": "hybrid"\n  }\n}',
    ],
    [
      "in JSON over one whose last key goes",
      '{"decision": {"style": "stateful", "by": "us"}, "pace": 1}',
      null,
      bare,
      '{"decision": {"style": "hybrid"}, "pace": 1}',
    ],
    [
      "in braces over several lines, an entry a line",
      lines("version: 1", "decision: {", "  by: us,", "  until: 2026-01-01,", "  style: stateful", "}", ""),
      null,
      { ...based, by: `${"and us ".repeat(20)}too` },
      lines(
        "version: 1",
        "decision: {",
        `  by: ${"and us ".repeat(20)}too,`,
        "  style: hybrid,",
        "  answers: sha256-1,",
        "  basis: { style: steps, kinds: [ games, shops ] }",
        "}",
        "",
      ),
    ],
    [
      "in empty braces within braces",
      "{ surfaces: { cart: {}, chat: {} } }\n",
      "cart",
      bare,
      "{ surfaces: { cart: { decision: { style: hybrid } }, chat: {} } }\n",
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

it("records nothing where there is no such surface", () => {
  for (const text of ["version: 1\n", "surfaces:\n  a: {}\n", "surfaces: 1\n", "surfaces:\n  b:\n    - x\n"])
    expect(recordDecision(text, { document: 0, surface: "b" }, bare)).toBeNull();
});
