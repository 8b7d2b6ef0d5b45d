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
  it("counts the lines of each record, and heads a topic once until its first record is taken back", () => {
    const transcript = new Transcript();
    expect(transcript.open("Talk")).toBe(true);
    transcript.add(3);
    expect(transcript.open("Talk")).toBe(false);
    transcript.add(1);
    transcript.add(2);
    expect(transcript.open("Scale")).toBe(true);
    transcript.add(4);
    expect(transcript.takeBack()).toBe(4);
    expect(transcript.open("Scale")).toBe(true);
    expect([1, 2, 3, 4].map(() => transcript.takeBack())).toEqual([0, 3, 3, 0]);
    expect(transcript.open("Talk")).toBe(true);
  });

  it("takes nothing back that was sealed", () => {
    const transcript = new Transcript();
    transcript.open("Talk");
    transcript.add(1);
    transcript.seal();
    transcript.add(5);
    expect(transcript.takeBack()).toBe(0);
  });
});
