import { describe, expect, it } from "vitest";
import type { Terminal } from "../../../src/cli/ask/terminal.js";
import { entryLines, Transcript } from "../../../src/cli/ask/transcript.js";
import { plainPalette } from "../../../src/engine/report/report-style.js";

const terminal: Terminal = { columns: 50, rows: 24, unicode: true, palette: plainPalette };

describe("entryLines", () => {
  const because = "Nothing is sent unasked, so nothing can be lost on its way.";
  it("keeps values in a column, and reasons below", () => {
    const entry = {
      mark: "implied",
      title: "delivery",
      value: "None are sent, or one may be missed",
      because,
    } as const;
    expect(entryLines(entry, 10, terminal)).toEqual([
      "  · delivery   None are sent, or one may be",
      "               missed",
      "    Nothing is sent unasked, so nothing can be",
      "    lost on its way.",
    ]);
  });

  it("has a mark in ASCII for each", () => {
    const marks = (["answered", "implied", "open", "warning"] as const).map(
      (mark) =>
        entryLines({ mark, title: "t", value: "v", because: "" }, 1, { ...terminal, unicode: false })[0],
    );
    expect(marks).toEqual(["  * t v", "  - t v", "  ? t v", "  ! t v"]);
  });
});

describe("Transcript", () => {
  const lines = (count: number): readonly string[] => Array.from({ length: count }, () => "x");

  it("counts the rows of each record, and heads a topic once until its first record is taken back", () => {
    const transcript = new Transcript();
    expect(transcript.open("Talk")).toBe(true);
    transcript.add(lines(3));
    expect(transcript.open("Talk")).toBe(false);
    transcript.add(lines(1));
    transcript.add(lines(2));
    expect(transcript.open("Scale")).toBe(true);
    transcript.add(lines(4));
    expect(transcript.takeBack(80)).toBe(4);
    expect(transcript.open("Scale")).toBe(true);
    expect([1, 2, 3, 4].map(() => transcript.takeBack(80))).toEqual([0, 3, 3, 0]);
    expect(transcript.open("Talk")).toBe(true);
  });

  it("counts the rows that lines take by now, in a window that has become narrow", () => {
    const transcript = new Transcript();
    transcript.open("Talk");
    transcript.add(["x".repeat(100), "", "x".repeat(44), "x".repeat(45)]);
    expect(transcript.takeBack(44)).toBe(3 + 1 + 1 + 2);
  });

  it("takes nothing back that was sealed", () => {
    const transcript = new Transcript();
    transcript.open("Talk");
    transcript.add(lines(1));
    transcript.seal();
    transcript.add(lines(5));
    expect(transcript.takeBack(80)).toBe(0);
  });
});
