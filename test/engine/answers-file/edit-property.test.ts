import fc from "fast-check";
import { expect, it } from "vitest";
import { editAnswers } from "../../../src/engine/answers-file/edit-answers.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import "../../seed.js";

const answersSections = [
  "",
  "answers:\n",
  "answers: # none yet\n  # a: x\n",
  "answers: ~ # none\n",
  "answers: null\n",
  "? answers\n",
  "? answers # none yet\n",
  "answers: {}\n",
  "answers: {} # none\n",
  "answers: { a: x }\n",
  "answers: { a: x, b: [x, y] } # both\n",
  "answers: {\n    a: x, # first\n    b: { answer: x, note: so }\n  }\n",
  "answers:\n  a: x\n",
  "answers:\n  a: x # label\n  b: y # label\n  # c: z\n\n",
  "answers:\n  a:\n    - x\n    - y # why\n  b:\n    answer: x # why\n    note: >-\n      so it\n      is\n",
  "answers:\n  b: &t { answer: x }\n  a: *t\n",
  "answers:\n  a: &t\n    answer: x\n  b: *t\n",
  "answers:\n    'a': \"x\"\n    ? b\n    : x\n",
  "answers:\n  a:\n  - x\n  b: x",
];

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

function fileOf(section: string, rest: string, kind: number): string {
  if (kind === 0) return `version: 1\nservice: s\n${section}`;
  if (kind === 1) return `# top\nversion: 1\nservice: s\n${section.replace(/([^\n])$/, "$1\n")}${rest}`;
  const shared = "version: 1\nservice: s\nanswers: { a: x }\nsurfaces:\n";
  if (section === "") return `${shared}  cart: {}\n  chat: {} # none\n`;
  const own = indented(section, "    ").replace(/([^\n])$/, "$1\n");
  const cart = kind === 2 ? `  cart:\n${own}` : `  ? cart\n  : ${own.trimStart()}`;
  return `${shared}${cart}  # the next\n  chat:\n    answers: { b: y }\n`;
}

const answer = fc.constantFrom<Answer | null>(
  null,
  { kind: "unsure", note: null },
  { kind: "chosen", options: ["z"], note: null },
  { kind: "chosen", options: ["true", "2"], note: null },
  { kind: "chosen", options: ["z"], note: "so: #1\nand\n" },
);

it("an edit changes the meaning of the answers that it is about, and nothing else", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...answersSections),
      fc.constantFrom("", "# end\n", "decision: { style: hybrid }\n"),
      fc.nat(3),
      fc.constantFrom("yaml", "crlf", "json", "dense"),
      fc.dictionary(fc.constantFrom("a", "b", "c"), answer, { minKeys: 1 }),
      (section, rest, kind, style, changes) => {
        const yaml = fileOf(section, rest, kind);
        const [read] = meaning(yaml);
        const text =
          style === "yaml"
            ? yaml
            : style === "crlf"
              ? yaml.replaceAll("\n", "\r\n")
              : JSON.stringify(read, null, style === "json" ? 2 : 0);
        const place = { document: 0, surface: kind >= 2 ? "cart" : null };
        const after = editAnswers(text, place, new Map(Object.entries(changes)));
        const expected = structuredClone(meaning(text));
        const holder = kind >= 2 ? expected[0].surfaces.cart : expected[0];
        for (const [question, to] of Object.entries(changes)) {
          const shared = kind >= 2 && question === "a";
          if (to === null && !shared) delete holder.answers?.[question];
          else {
            holder.answers ??= {};
            holder.answers[question] = to === null ? "unsure" : plain(to);
          }
        }
        expect(meaning(after)).toEqual(expected);
        if (style === "crlf") expect(after.replaceAll("\r\n", "")).not.toContain("\n");
        if (style === "json" || style === "dense") JSON.parse(after);
      },
    ),
    { numRuns: 120 },
  );
});

// biome-ignore lint/suspicious/noExplicitAny: documents of any shape
function meaning(text: string): any[] {
  const parsed = parseText({ file: "a.yaml", text });
  if (parsed.kind === "failed") throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
  return parsed.value.map(({ value }) => value);
}

function plain(answer: Answer): unknown {
  const words = answer.kind === "unsure" ? ["unsure"] : answer.options;
  const value = words.length === 1 ? words[0] : words;
  return answer.note === null ? value : { answer: value, note: answer.note };
}
