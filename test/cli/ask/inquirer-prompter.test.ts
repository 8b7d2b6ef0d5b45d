import { PassThrough } from "node:stream";
import { screen, wrapPrompt } from "@inquirer/testing/vitest";
import { describe, expect, it, vi } from "vitest";
import { InquirerPrompter } from "../../../src/cli/ask/inquirer-prompter.js";
import { Interruption } from "../../../src/cli/ask/interruption.js";
import { isCancelled, type Page, type SeveralPage } from "../../../src/cli/ask/prompter.js";
import type { Terminal } from "../../../src/cli/ask/terminal.js";
import { plainPalette } from "../../../src/engine/report/report-style.js";

vi.mock("../../../src/cli/ask/list-prompt.js", async (original) => {
  const { list } = await original<typeof import("../../../src/cli/ask/list-prompt.js")>();
  return { list: wrapPrompt(list) };
});

const terminal: Terminal = { columns: 80, rows: 24, unicode: true, palette: plainPalette };

const page: Page = {
  place: "Topic 2 of 6: Scale; question 5, about 7 more",
  ask: "How soon must an answer be there?",
  notes: [{ label: "Why", text: "It leaves time, or none." }],
  choices: [
    { id: "relaxed", label: "Seconds will do", help: "A report.", group: "" },
    { id: "interactive", label: "A few hundred milliseconds", help: "A click.", group: "" },
  ],
  moves: [{ id: "unsure", letter: "u", label: "Not sure yet", help: "Counts for neither." }],
  current: [],
  canGoBack: true,
  forward: "skip",
  movesFirst: false,
  tab: null,
  soFar: null,
};
const several: SeveralPage = {
  ...page,
  choices: [...page.choices, { id: "none", label: "Something else", help: "", group: "" }],
  none: "none",
};

function prompter(at: Terminal = terminal): {
  readonly prompter: InquirerPrompter;
  readonly interruption: Interruption;
  readonly resize: () => boolean;
  readonly written: () => string;
} {
  const output = new PassThrough();
  let text = "";
  output.on("data", (chunk) => {
    text += String(chunk);
  });
  const interruption = new Interruption(() => () => {});
  const options = { input: screen.input, output, terminal: () => at, titleWidth: 12, interruption };
  const resize = (): boolean => output.emit("resize");
  return { prompter: new InquirerPrompter(options), interruption, resize, written: () => text };
}

/** Starts asking and waits until the page is drawn. */
async function shown<Answer>(answer: Promise<Answer>): Promise<{ readonly answer: Promise<Answer> }> {
  answer.catch(() => {});
  await screen.next();
  return { answer };
}

describe("choose", () => {
  it("draws where, what, why, the choices, the help of the highlighted one, and the keys", async () => {
    const { answer } = await shown(prompter().prompter.choose(page));
    expect(
      screen
        .getScreen()
        .split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual([
      "Topic 2 of 6: Scale; question 5, about 7 more",
      "How soon must an answer be there?",
      "Why: It leaves time, or none.",
      "",
      "❯ 1 Seconds will do",
      "  2 A few hundred milliseconds",
      " ────────────",
      "    Not sure yet",
      "    ← Back",
      "",
      "  A report.",
      "↑↓ or 1-2 move · ⏎ choose · ← back · → skip · Ctrl-C stop",
    ]);
    screen.keypress("enter");
    await answer;
  });

  const table: readonly [readonly string[], Partial<Page>, object][] = [
    [["enter"], {}, { kind: "choice", id: "relaxed" }],
    [["down", "enter"], {}, { kind: "choice", id: "interactive" }],
    [["j", "k", "j", "enter"], {}, { kind: "choice", id: "interactive" }],
    [["down", "down", "enter"], {}, { kind: "move", id: "unsure" }],
    [["up", "enter"], {}, { kind: "back" }],
    [["left"], {}, { kind: "back" }],
    [["escape"], {}, { kind: "back" }],
    [["right"], {}, { kind: "forward" }],
    [["left", "right"], {}, { kind: "back" }],
    [["enter"], { current: ["interactive"], forward: "keep" }, { kind: "choice", id: "interactive" }],
    [["enter"], { current: ["unsure"], forward: "keep" }, { kind: "move", id: "unsure" }],
    [
      ["left", "right", "escape", "tab", "x", "down", "enter"],
      { canGoBack: false, forward: null },
      { kind: "choice", id: "interactive" },
    ],
    [["enter"], { movesFirst: true }, { kind: "move", id: "unsure" }],
  ];
  it.each(table)("%j on %j", async (keys, change, expected) => {
    const { answer } = await shown(prompter().prompter.choose({ ...page, ...change }));
    for (const key of keys) screen.keypress(key);
    expect(await answer).toEqual(expected);
  });

  it("marks the current answer", async () => {
    const { answer } = await shown(
      prompter().prompter.choose({ ...page, current: ["interactive"], forward: "keep" }),
    );
    expect(screen.getScreen()).toContain("❯ 2 A few hundred milliseconds (your answer)");
    screen.keypress("enter");
    await answer;
  });

  const ctrlC = { name: "c", ctrl: true };
  const cancelled = (asked: Promise<unknown>): Promise<boolean> =>
    asked.then(
      () => false,
      (reason: unknown) => isCancelled(reason),
    );

  it("rejects on Ctrl-C and Ctrl-D, as a key or not, and so does whatever is asked then until that is settled", async () => {
    for (const key of [ctrlC, { name: "d", ctrl: true }, null]) {
      const { prompter: prompts, interruption } = prompter();
      const { answer } = await shown(prompts.choose(page));
      if (key !== null) screen.keypress(key);
      else interruption.interrupt();
      expect(await cancelled(answer)).toBe(true);
      expect(await cancelled(prompts.choose(page))).toBe(true);
      interruption.settle();
      const again = await shown(prompts.choose(page));
      screen.keypress("enter");
      expect(await again.answer).toEqual({ kind: "choice", id: "relaxed" });
    }
  });

  it("leaves Ctrl-D to a text that is being typed, and rejects on it in an empty one", async () => {
    const named = { ask: "What is it called?", notes: [], initial: "", check: () => null, canGoBack: false };
    const { prompter: prompts } = prompter();
    const typing = await shown(prompts.line(named));
    screen.type("shop");
    screen.keypress({ name: "d", ctrl: true });
    screen.keypress("enter");
    expect(await typing.answer).toBe("shop");
    const empty = await shown(prompts.line(named));
    screen.keypress({ name: "d", ctrl: true });
    expect(await cancelled(empty.answer)).toBe(true);
  });

  it("takes an answer that Ctrl-C follows at once, and rejects what is asked next", async () => {
    const { prompter: prompts } = prompter();
    const { answer } = await shown(prompts.choose(page));
    screen.keypress("enter");
    screen.keypress(ctrlC);
    expect(await answer).toEqual({ kind: "choice", id: "relaxed" });
    expect(await cancelled(prompts.choose(page))).toBe(true);
  });

  it("leaves no listener on the input", async () => {
    const before = screen.input.listenerCount("keypress");
    const { answer } = await shown(prompter().prompter.choose(page));
    screen.keypress("left");
    await answer;
    expect(screen.input.listenerCount("keypress")).toBe(before);
  });
});

describe("chooseSeveral", () => {
  const table: readonly [readonly string[], Partial<SeveralPage>, object][] = [
    [["space", "down", "space", "enter"], {}, { kind: "choices", ids: ["relaxed", "interactive"] }],
    [["space", "enter"], { current: ["relaxed", "interactive"] }, { kind: "choices", ids: ["interactive"] }],
    [["enter"], { current: ["none"] }, { kind: "choices", ids: ["none"] }],
    [["up", "enter"], {}, { kind: "back" }],
    [["up", "up", "enter"], {}, { kind: "move", id: "unsure" }],
    [["space", "up", "up", "space"], {}, { kind: "move", id: "unsure" }],
    [["left"], {}, { kind: "back" }],
    [["right"], {}, { kind: "forward" }],
    [["a", "i", "space", "enter"], {}, { kind: "choices", ids: ["relaxed"] }],
    [["2", "enter"], {}, { kind: "choices", ids: ["interactive"] }],
  ];
  it.each(table)("%j on %j", async (keys, change, expected) => {
    const { answer } = await shown(prompter().prompter.chooseSeveral({ ...several, ...change }));
    for (const key of keys) screen.keypress(key);
    expect(await answer).toEqual(expected);
  });

  it.each([
    ["nothing marked", ["enter"], "Nothing is selected"],
    ["“none” beside another", ["space", "3", "enter"], "“Something else” cannot be combined with others."],
  ])("does not take %s", async (_, keys, message) => {
    const { answer } = await shown(prompter().prompter.chooseSeveral(several));
    for (const key of keys) screen.keypress(key);
    expect(screen.getScreen()).toContain(message);
    screen.keypress("left");
    await answer;
  });
});

describe("what is typed", () => {
  it("after / finds a row, until it is chosen", async () => {
    const { answer } = await shown(prompter().prompter.choose(page));
    screen.type("/");
    screen.type("hundred");
    expect(screen.getScreen()).not.toContain("Seconds will do");
    expect(screen.getScreen()).toMatch(/❯ 2 A few hundred milliseconds\n\n {2}A click.\n\/ hundred▏/);
    screen.keypress("enter");
    expect(await answer).toEqual({ kind: "choice", id: "interactive" });
  });

  it("before it is not what is searched for", async () => {
    const { answer } = await shown(prompter().prompter.choose(page));
    screen.type("xj/a");
    expect(screen.getScreen()).toContain("/ a▏");
    screen.keypress("escape");
    expect(screen.getScreen()).toContain("Not sure yet");
    screen.keypress("enter");
    expect(await answer).toEqual({ kind: "choice", id: "interactive" });
  });
});

describe("a window that changes its size", () => {
  it("gets the page anew, with the same row highlighted", async () => {
    const { prompter: prompts, resize } = prompter();
    const { answer } = await shown(prompts.choose(page));
    screen.keypress("down");
    for (let times = 0; times < 2; times += 1) {
      resize();
      await screen.next();
      expect(screen.getScreen()).toContain("❯ 2 A few hundred milliseconds");
    }
    screen.keypress("enter");
    expect(await answer).toEqual({ kind: "choice", id: "interactive" });
    expect(resize()).toBe(false);
  });

  it("gets the page anew, with the same rows marked", async () => {
    const { prompter: prompts, resize } = prompter();
    const { answer } = await shown(prompts.chooseSeveral({ ...several, current: ["relaxed"] }));
    for (const key of ["space", "down", "space"]) screen.keypress(key);
    resize();
    await screen.next();
    expect(screen.getScreen()).toMatch(/1 ◻ Seconds will do\n❯ 2 ◼ A few hundred milliseconds/);
    screen.keypress("enter");
    expect(await answer).toEqual({ kind: "choices", ids: ["interactive"] });
  });

  it("is given up on Ctrl-C as before", async () => {
    const { prompter: prompts, resize, interruption } = prompter();
    const { answer } = await shown(prompts.choose(page));
    resize();
    interruption.interrupt();
    await expect(answer).rejects.toSatisfy(isCancelled);
  });
});

describe("line", () => {
  const line = {
    ask: "File:",
    notes: [],
    initial: "a.yaml",
    canGoBack: true,
    check: (text: string) => (text === "taken" ? "It is there already." : null),
  };
  it("takes what is typed, or the current answer", async () => {
    const { prompter: prompts } = prompter();
    const typed = await shown(prompts.line(line));
    screen.type(" b.yaml ");
    screen.keypress("enter");
    expect(await typed.answer).toBe("b.yaml");
    const initial = await shown(prompts.line(line));
    screen.keypress("enter");
    expect(await initial.answer).toBe("a.yaml");
  });

  it("says what is wrong, and is left with Escape", async () => {
    const { answer } = await shown(prompter().prompter.line(line));
    screen.type("taken");
    screen.keypress("enter");
    await screen.next();
    expect(screen.getScreen()).toContain("It is there already.");
    screen.keypress("escape");
    expect(await answer).toBeNull();
  });
});

describe("records", () => {
  const entry = { mark: "answered", title: "latency", value: "Seconds will do", because: "" } as const;
  it("stay under their topic, and are taken back line by line", () => {
    const { prompter: prompts, written } = prompter();
    prompts.record("Scale", entry);
    prompts.amend([{ ...entry, mark: "implied" }]);
    expect(written()).toBe("\nScale\n  ✓ latency      Seconds will do\n  · latency      Seconds will do\n");
    prompts.takeBack();
    expect(written().endsWith("\u001b[4A\r\u001b[J")).toBe(true);
    const before = written();
    prompts.takeBack();
    expect(written()).toBe(before);
  });
});
