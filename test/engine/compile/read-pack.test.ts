import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/problem-error.js";
import { printAnswers } from "../../../src/engine/interview/print-answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { packOf, smallPackText } from "../small-pack.js";

describe("texts of a pack", () => {
  it("are one line each, however they are written, so that files written from them can be read", () => {
    const block = "|\n          In two\n          lines\n";
    const text = smallPackText
      .replace(
        "{ label: Apart, help: Each request alone. }",
        `\n        label: ${block}        help: ${block}`,
      )
      .replace("because: Nothing is sent.", 'because: "Nothing\\n\\nis sent."');
    const { pack } = unwrap(packOf(text));
    const [style] = pack.questions;
    expect(style?.options[0]).toMatchObject({ label: "In two lines", help: "In two lines" });
    expect(pack.questions.at(-1)?.implied[0]?.because).toBe("Nothing is sent.");
    const answers = new Map([["style", { kind: "chosen", options: ["apart"], note: null } as const]]);
    const [printed] = unwrap(parseText({ file: "a.yaml", text: printAnswers("a", answers, pack) }));
    expect(printed?.value).toEqual({ version: 1, service: "a", answers: { style: "apart" } });
  });
});
