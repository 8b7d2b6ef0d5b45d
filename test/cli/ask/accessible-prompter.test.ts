import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { AccessiblePrompter } from "../../../src/cli/ask/accessible-prompter.js";
import { Interruption } from "../../../src/cli/ask/interruption.js";
import { Cancelled, InputEnded, isCancelled, type Page } from "../../../src/cli/ask/prompter.js";
import { plainPalette } from "../../../src/engine/report/report-style.js";
import { readAll } from "../read-all.js";

const page: Page = {
  place: "Topic 2 of 6: Scale; question 5, about 7 more",
  ask: "How soon must an answer be there?",
  notes: [{ label: "Why", text: "It leaves time, or none." }],
  choices: [
    { id: "relaxed", label: "Seconds will do", help: "A report.", group: "" },
    {
      id: "interactive",
      label: "A few hundred milliseconds",
      help: "A click in an application that people work with all day long.",
      group: "",
    },
  ],
  moves: [{ id: "unsure", letter: "u", label: "Not sure yet", help: "" }],
  current: ["interactive"],
  canGoBack: true,
  forward: "keep",
  movesFirst: false,
  tab: null,
  soFar: null,
};

function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = () => ({ columns: 60, rows: 24, unicode: true, palette: plainPalette });
  const interruption = new Interruption(() => () => {});
  const prompter = new AccessiblePrompter({ input, output, terminal, interruption });
  return { prompter, input, interruption, screen: () => readAll(output) };
}

describe("a page", () => {
  it("is a numbered list and one line of input, with nothing drawn twice", async () => {
    const { prompter, input, screen } = terminal();
    input.write("7\n1\n");
    expect(await prompter.choose(page)).toEqual({ kind: "choice", id: "relaxed" });
    expect(screen()).toBe(
      [
        "",
        "Topic 2 of 6: Scale; question 5, about 7 more.",
        "How soon must an answer be there?",
        "Why: It leaves time, or none.",
        "  1. Seconds will do. A report.",
        "  2. A few hundred milliseconds. A click in an application",
        "     that people work with all day long.",
        "  u. Not sure yet.",
        "  k. Keep your answer.",
        "  b. Back.",
        "Number or letter (Enter for 2): “7” is not on the list: enter a number from 1 to 2, or one",
        "of u, k, b.",
        "Number or letter (Enter for 2): ",
      ].join("\n"),
    );
  });

  it("holds no escape sequence", async () => {
    const { prompter, input, screen } = terminal();
    input.write("k\n1,2\nb.yaml\n");
    expect(await prompter.choose(page)).toEqual({ kind: "forward" });
    expect(await prompter.chooseSeveral({ ...page, none: null })).toEqual({
      kind: "choices",
      ids: ["relaxed", "interactive"],
    });
    expect(
      await prompter.line({ ask: "File?", notes: [], initial: "a.yaml", canGoBack: true, check: () => null }),
    ).toBe("b.yaml");
    prompter.record("Scale", { mark: "answered", title: "latency", value: "Seconds will do", because: "" });
    prompter.takeBack();
    expect(screen()).not.toContain("\u001b");
  });

  it("takes lines that were typed ahead, in their order", async () => {
    const { prompter, input } = terminal();
    input.write("1\nb\n\n");
    expect(await prompter.choose(page)).toEqual({ kind: "choice", id: "relaxed" });
    expect(await prompter.choose(page)).toEqual({ kind: "back" });
    expect(await prompter.choose(page)).toEqual({ kind: "choice", id: "interactive" });
  });
});

describe("stopping", () => {
  it.each([
    ["Ctrl-C", ({ interruption }: ReturnType<typeof terminal>) => interruption.interrupt(), false],
    ["the end of the input", ({ input }: ReturnType<typeof terminal>) => input.end(), true],
  ])("by %s rejects what is asked, and whatever is asked then", async (_, stop, ended) => {
    const there = terminal();
    const asked = async (): Promise<unknown> =>
      there.prompter
        .choose(page)
        .catch((error: unknown) => [isCancelled(error), error instanceof InputEnded]);
    const answer = asked();
    stop(there);
    expect([await answer, await asked()]).toEqual([
      [true, ended],
      [true, ended],
    ]);
  });

  it("drops lines that were typed ahead, and takes others for what is asked once that is settled", async () => {
    const { prompter, input, interruption } = terminal();
    input.write("1\n1\n");
    expect(await prompter.choose(page)).toEqual({ kind: "choice", id: "relaxed" });
    interruption.interrupt();
    await expect(prompter.choose(page)).rejects.toThrow(Cancelled);
    interruption.settle();
    input.write("2\n");
    expect(await prompter.choose(page)).toEqual({ kind: "choice", id: "interactive" });
  });
});
