import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { beforeAll, describe, expect, it } from "vitest";
import { type Layout, layOut } from "../../../src/cli/ask/inquirer-page.js";
import { changePage, questionPage } from "../../../src/cli/ask/question-page.js";
import type { Terminal } from "../../../src/cli/ask/terminal.js";
import { type CompiledPack, loadPack, plainPalette, type Question } from "../../../src/node.js";

let pack: CompiledPack;
beforeAll(async () => {
  pack = await loadPack();
});

const palette = { ...plainPalette, bold: (text: string) => `\u001b[1m${text}\u001b[22m` };
const terminal = (columns: number, rows: number): Terminal => ({ columns, rows, unicode: true, palette });

function fitted(
  question: Question,
  columns: number,
  rows: number,
): { readonly layout: Layout; readonly names: readonly string[]; readonly helps: readonly string[] } {
  const topic = pack.source.topics.find(({ id }) => id === question.topic) ?? {
    id: "",
    title: "",
    about: "",
  };
  const page = questionPage(question, null, { topic, position: 1, topics: 6, left: 12 }, false, true);
  const names = [...page.choices, ...page.moves].map(({ label }) => label).concat("─", "← Back");
  return {
    layout: layOut(page, names, terminal(columns, rows)),
    names,
    helps: [...page.choices, ...page.moves].map(({ help }) => help),
  };
}

describe("a page of every question of the default pack", () => {
  const sizes = [
    [80, 24],
    [100, 40],
    [60, 20],
    [200, 24],
    [40, 16],
  ] as const;
  it.each(sizes)("fits %i columns and %i rows, whatever is highlighted", (columns, rows) => {
    for (const question of pack.source.questions) {
      const { layout, helps } = fitted(question, columns, rows);
      const heading = layout.heading.split("\n");
      const heights = helps.map((help) => layout.help(help).split("\n").length);
      expect(new Set(heights).size, question.id).toBe(1);
      expect(heading.length + layout.pageSize + 1 + (heights[0] ?? 0) + 1, question.id).toBeLessThan(rows);
      for (const line of [...heading, ...helps.flatMap((help) => layout.help(help).split("\n"))]) {
        expect(stringWidth(line), line).toBeLessThan(columns);
      }
    }
  });

  it("shows all of it, the reason and the help included, at 80 by 24", () => {
    for (const question of pack.source.questions.filter(({ several }) => !several)) {
      const { layout, names } = fitted(question, 80, 24);
      const heading = stripVTControlCharacters(layout.heading).replaceAll("\n", " ");
      expect(layout.scrolls, question.id).toBe(false);
      expect(layout.pageSize, question.id).toBe(names.length);
      expect(heading, question.id).toContain(
        `${question.ask} Why: ${question.why} How to tell: ${question.help}`,
      );
    }
  });

  it("gives up the help before the reason, and both before the list gets too short", () => {
    const question =
      pack.source.questions.find(({ id }) => id === "interaction-style") ?? pack.source.questions[0];
    if (question === undefined) throw new Error("no question");
    const shows = (rows: number): readonly boolean[] => {
      const text = fitted(question, 80, rows).layout.heading;
      return ["Why:", "How to tell:"].map((label) => text.includes(label));
    };
    expect([shows(24), shows(20), shows(17)]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });
});

describe("a question changed from the review", () => {
  it("says first what would be taken without an answer", () => {
    const question = pack.source.questions.find(({ id }) => id === "context-size");
    if (question === undefined) throw new Error("no such question");
    const page = changePage(question, null, { option: "small", because: "There is nothing to carry." });
    const label = question.options.find(({ id }) => id === "small")?.label;
    expect(page.notes[0]).toEqual({
      label: "Without your answer",
      text: `“${label}” would be assumed. There is nothing to carry.`,
    });
    expect(page.canGoBack).toBe(true);
  });
});
