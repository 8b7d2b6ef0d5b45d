import { describe, expect, it } from "vitest";
import { askNames, askSurface, nameProblem } from "../../../src/cli/ask/name-pages.js";
import type { LinePage } from "../../../src/cli/ask/prompter.js";
import { printSurfaces } from "../../../src/engine/answers-file/print-answers.js";
import { readServices } from "../../../src/engine/answers-file/read-answers.js";
import { ScriptedPrompter } from "./scripted-prompter.js";

/** Types lines one after another, and keeps the pages that they were typed on; null leaves a page. */
class Lines extends ScriptedPrompter {
  readonly lines: LinePage[] = [];
  readonly #typed: (string | null)[];

  constructor(...typed: readonly (string | null)[]) {
    super([]);
    this.#typed = [...typed];
  }

  override async line(page: LinePage): Promise<string | null> {
    this.lines.push(page);
    return this.#typed.shift() ?? null;
  }
}

const usual = { service: "shop", surface: "api" };

describe("the names of a service and its surface", () => {
  it("are asked one after the other, with the usual ones to be taken", async () => {
    const prompter = new Lines("store", "cart");
    expect(await askNames(prompter, usual)).toEqual({ service: "store", surface: "cart" });
    expect(prompter.lines.map(({ initial, canGoBack }) => [initial, canGoBack])).toEqual([
      ["shop", false],
      ["api", true],
    ]);
    expect(prompter.lines[1]?.ask).toContain("store");
  });

  it("can be gone back to, where the name that was given stays", async () => {
    const prompter = new Lines("store", null, "storefront", "api");
    expect(await askNames(prompter, usual)).toEqual({ service: "storefront", surface: "api" });
    expect(prompter.lines.map(({ initial }) => initial)).toEqual(["shop", "api", "store", "api"]);
  });
});

describe("another surface", () => {
  it("gets a name that is not taken, or none", async () => {
    const prompter = new Lines("chat", null);
    expect(await askSurface(prompter, ["api"])).toBe("chat");
    expect(await askSurface(prompter, ["api"])).toBeNull();
    const check = prompter.lines[0]?.check ?? (() => null);
    expect([check("api"), check("chat"), check("")]).toEqual([
      "There is a surface api already.",
      null,
      "Type a name.",
    ]);
  });
});

describe("a name", () => {
  const names = [
    "a",
    "api",
    "yes",
    "null",
    "1.0",
    "__proto__",
    "Käse & Co: #1",
    "“x”",
    "- a",
    "x".repeat(200),
  ];
  it.each([...names, "", "x".repeat(201)])("is taken if an answers file takes it: %j", (name) => {
    const surfaces = [{ name, answers: new Map() }];
    const text = printSurfaces({ service: name, surfaces }, { topics: [], questions: [] });
    const read = readServices({ file: "a.yaml", text }, []);
    expect(nameProblem(name) === null).toBe(read.kind === "ok");
    if (read.kind === "failed") return;
    expect(
      read.value.map(({ service }) => [service.service, service.surfaces.map((each) => each.name)]),
    ).toEqual([[name, [name]]]);
  });
});
