import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { beforeAll, describe, expect, it } from "vitest";
import { itemLines, layOut } from "../../../src/cli/ask/inquirer-page.js";
import { rowsOf, startState } from "../../../src/cli/ask/list-state.js";
import type { SoFar } from "../../../src/cli/ask/prompter.js";
import { changePage, questionPage } from "../../../src/cli/ask/question-page.js";
import type { Terminal } from "../../../src/cli/ask/terminal.js";
import { type CompiledPack, loadPack, plainPalette, type Question } from "../../../src/node.js";

let pack: CompiledPack;
beforeAll(async () => {
  pack = await loadPack();
});

const palette = { ...plainPalette, bold: (text: string) => `\u001b[1m${text}\u001b[22m` };
const terminal = (columns: number, rows: number): Terminal => ({ columns, rows, unicode: true, palette });

const soFar: SoFar = {
  verdict: "hybrid",
  grade: "fair",
  before: { verdict: "hybrid", grade: "fragile" },
  headline: "the server keeps the login and what is held, in a shared store and a resource of its own",
};

interface Drawn {
  /** All lines, without colours, with the list as far as it is shown at first. */
  readonly lines: readonly string[];
  readonly heading: string;
  readonly scrolls: boolean;
}

/** A question's page after the essential questions, as it is drawn with one of its rows highlighted. */
function drawn(question: Question, columns: number, rows: number, highlighted = 0, notes = false): Drawn {
  const at = terminal(columns, rows);
  const topic = pack.source.topics.find(({ id }) => id === question.topic);
  if (topic === undefined) throw new Error("no topic");
  const progress = { topic, position: 1, topics: 6, number: 20, more: 11, essential: false };
  const asked = questionPage(question, null, { progress, quick: false, canGoBack: true, soFar });
  const page = question.several ? { ...asked, none: null } : asked;
  const list = rowsOf(page, "← Back");
  const state = { ...startState(page, list), row: list[highlighted], notes };
  const layout = layOut(page, list, state, at);
  const items = layout.items.flatMap((item) => itemLines(item, page, state, at));
  return {
    lines: [...layout.heading.split("\n"), ...items.slice(0, layout.pageSize), ...layout.footer].map((line) =>
      stripVTControlCharacters(line),
    ),
    heading: stripVTControlCharacters(layout.heading),
    scrolls: items.length > layout.pageSize,
  };
}

const rowCount = ({ options }: Question): number => options.length + 3;

describe("a page of every question of the default pack", () => {
  const sizes = [
    [80, 24],
    [100, 30],
    [100, 40],
    [60, 20],
    [200, 24],
    [40, 16],
  ] as const;
  it.each(sizes)("fits %i columns and %i rows, as high whatever is highlighted", (columns, rows) => {
    for (const question of pack.source.questions) {
      const pages = Array.from({ length: rowCount(question) }, (_, row) =>
        drawn(question, columns, rows, row),
      );
      expect(new Set(pages.map(({ lines }) => lines.length)).size, question.id).toBe(1);
      for (const { lines } of pages) {
        expect(lines.length, question.id).toBeLessThan(rows);
        for (const line of lines) expect(stringWidth(line), line).toBeLessThan(columns);
      }
    }
  });

  it.each([
    [80, 24],
    [100, 30],
  ])("hides no option at %i by %i, and has the verdict so far on one line", (columns, rows) => {
    for (const question of pack.source.questions) {
      const { lines, scrolls, heading } = drawn(question, columns, rows);
      expect(scrolls, question.id).toBe(false);
      expect(heading).toMatch(/^So far: HYBRID · fragile → fair; the server keeps the login and what .*…?$/m);
      expect(lines.at(-1), question.id).toMatch(/^↑↓ .* Ctrl-C stop$/);
    }
  });

  it("gives the reason and the help where there is room, and otherwise at a key", () => {
    for (const question of pack.source.questions) {
      const whole = `${question.ask} Why: ${question.why} How to tell: ${question.help}`;
      const folded = drawn(question, 80, 24);
      const text = (page: Drawn): string => page.heading.replaceAll("\n", " ");
      if (folded.lines.join(" ").includes("? more")) {
        expect(text(folded), question.id).not.toContain(question.help);
        const unfolded = drawn(question, 80, 24, 0, true);
        expect(text(unfolded), question.id).toContain(whole);
        expect(unfolded.lines.join(" "), question.id).toContain("? less");
      } else expect(text(folded), question.id).toContain(whole);
    }
  });

  it("gives up the help before the reason, and both before the list scrolls", () => {
    const question = pack.source.questions.find(({ id }) => id === "latency");
    if (question === undefined) throw new Error("no question");
    const shows = (rows: number): readonly boolean[] => {
      const { heading, scrolls } = drawn(question, 80, rows);
      return [heading.includes("Why:"), heading.includes("How to tell:"), scrolls];
    };
    // Place, verdict and question, 2 lines of reason, 5 of help; 3 options and 3 more rows; 2 of their help, and the keys;
    // a row stays free: 20, and without help or reason 15 and 13.
    expect([20, 19, 15, 14, 13, 12].map(shows)).toEqual([
      [true, true, false],
      [true, false, false],
      [true, false, false],
      [false, false, false],
      [false, false, false],
      [false, false, true],
    ]);
  });
});

describe("a question changed from the review", () => {
  it("says first what would be taken without an answer", () => {
    const question = pack.source.questions.find(({ id }) => id === "context-size");
    if (question === undefined) throw new Error("no such question");
    const page = changePage(question, null, { option: "small", because: "There is nothing to carry." }, null);
    const label = question.options.find(({ id }) => id === "small")?.label;
    expect(page.notes[0]).toEqual({
      label: "Without your answer",
      text: `“${label}” would be assumed. There is nothing to carry.`,
    });
    expect(page.canGoBack).toBe(true);
  });
});
