import { describe, expect, it } from "vitest";
import { differingAnswers, movementOf } from "../../../src/engine/compare/compare.js";
import type { Movement } from "../../../src/engine/model/movement.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import type { Grade } from "../../../src/engine/model/verdict.js";
import { compareText } from "../../../src/engine/report/comparison/compare-text.js";
import { movesText } from "../../../src/engine/report/comparison/moves.js";
import { whatifJson } from "../../../src/engine/report/comparison/whatif.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";

const on = (answers: string, surface = "shop", service = "shop"): Recommendation => ({
  ...recommendationFor(surfaceOf(answers, null)),
  surface,
  service,
});
const stream = on("{ style: stream }");
const apart = on("{ style: apart, load: many }");
const nothing = on("{}");

const moves = (...changed: readonly Movement[]) => ({ changed, added: [], removed: [], unchanged: 0 });
const textOf = (...changed: readonly Movement[]): string =>
  movesText(moves(...changed), { ...plainStyle, detail: "full" });

/** The rows of a table by name; cells are separated by at least two spaces. */
function rowsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.split("\n").map((line) => line.trim().split(/ {2,}/));
  return new Map(rows.map(([name = "", ...cells]) => [name, cells]));
}

/** The lines below a heading, up to the next empty one. */
function sectionOf(text: string, heading: string): readonly string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(heading) + 1;
  return start === 0 ? [] : lines.slice(start, lines.indexOf("", start));
}

describe("before and after, in short", () => {
  const short = (...changed: readonly Movement[]) => movesText(moves(...changed), plainStyle);

  it("says in words which answers, places, reasons and tradeoffs come and go", () => {
    const text = short(movementOf(stream, apart));
    const titled = new Map(stream.questions.get("style")?.options.map(({ id, label }) => [id, label]));
    expect(sectionOf(text, "Answers")[0]).toBe(
      `  • style: “${titled.get("stream")}” → “${titled.get("apart")}”`,
    );
    expect(sectionOf(text, "Answers")[2]).toMatch(/^ {2}• order: open → “.*” \(implied\)$/);
    expect(sectionOf(text, "Where the state lives").join(" ")).toMatch(/• Interaction: .* → nowhere/);
    expect(sectionOf(text, "Reasons (+ new, − gone)")).toEqual([
      "  + Nobody stays. (session: is not to be kept)",
      "  + Nothing is kept. (interaction: 3 points against keeping it)",
      "  + Many share. (interaction: 1 point for keeping it elsewhere)",
      "  − It opens the stream. (session: goes where the conversation goes)",
      "  − A stream is held. (interaction: 3 points for keeping it)",
      "  − It is held open. (interaction: 2 points for binding it)",
    ]);
    expect(sectionOf(text, "Gains (+ new, − gone)")).toEqual(["  + It spreads.", "  − It is quick."]);
    expect(sectionOf(text, "Costs (+ new, − gone)")).toEqual(["  − It is lost."]);
    expect(text.endsWith("\n\nFor all figures and advice, add --details.\n")).toBe(true);
  });

  it("says so where only the grade moves", () => {
    const graded = (grade: Grade): Recommendation => {
      const { analysis } = stream;
      if (analysis?.trust == null) throw new Error("the stream has a grade");
      return { ...stream, analysis: { ...analysis, trust: { ...analysis.trust, grade } } };
    };
    expect(short(movementOf(graded("firm"), graded("fair")))).toMatch(
      /^shop: the verdict stays stateful, its grade moves from firm to fair\n/,
    );
  });

  it("has neither figures nor ids, and nothing to add where nothing changes", () => {
    expect(short(movementOf(stream, apart))).not.toMatch(/radius|interaction kept|streams/);
    expect(short()).toBe("\n");
  });
});

describe("before and after, as text", () => {
  const text = () => textOf(movementOf(stream, apart));

  it("begins with what becomes of the verdict", () => {
    expect(text().split("\n")[0]).toMatch(
      /^shop: the verdict moves from stateful \((?:fragile|fair|firm)\) to stateless \((?:fragile|fair|firm)\)$/,
    );
    const ungraded = { ...stream, analysis: null };
    expect(textOf(movementOf(ungraded, ungraded)).split("\n")[0]).toBe("shop: the verdict stays stateful");
    expect(textOf(movementOf(ungraded, { ...apart, analysis: null })).split("\n")[0]).toBe(
      "shop: the verdict moves from stateful to stateless",
    );
    const cart = on("{ style: stream }", "cart");
    expect(textOf(movementOf(cart, cart))).toMatch(/^shop · cart: the verdict stays/);
  });

  it("sets the figures side by side", () => {
    const rows = rowsOf(text());
    expect(rows.get("before")).toEqual(["after"]);
    expect(rows.get("verdict")).toEqual(["stateful", "stateless"]);
    // Of the stream: A = 3, P = 2; apart: B = 3.
    expect(rows.get("interaction kept")).toEqual(["yes, 3 to 0", "no, 0 to 3"]);
    expect(rows.get("interaction bound")).toEqual(["yes, 2 to 0", "–"]);
    expect(rows.get("session kept")).toEqual(["as interaction", "no, given"]);
    expect(rows.get("interaction state")).toEqual(["connection", "nowhere"]);
    expect(rows.get("session state")).toEqual(["connection", "nowhere"]);
    expect([...rows.keys()].filter((name) => name.endsWith(" state"))).toEqual([
      "interaction state",
      "session state",
      "workflow state",
      "sync state",
    ]);
  });

  it("has no figures if there are none: no evidence, no analysis", () => {
    const rows = rowsOf(textOf(movementOf(nothing, { ...stream, analysis: null })));
    expect(rows.get("verdict")).toEqual(["undecided", "stateful"]);
    expect(rows.get("interaction kept")).toEqual(["–", "yes, 3 to 0"]);
    expect(rows.get("interaction state")).toEqual(["–", "connection"]);
    expect(rows.get("grade")).toEqual(["–", "–"]);
    expect(rows.get("radius r")).toEqual(["–", "–"]);
    // Any style brings in enough evidence for a verdict.
    expect(rows.get("can end in")).toEqual(["stateless, stateful, hybrid", "–"]);
  });

  it("lists answers, rules, what is settled, tradeoffs and guidance that come and go", () => {
    expect(sectionOf(text(), "Answers")).toEqual([
      "  • style: stream → apart",
      "  • load: open → many",
      "  • order: open → any (implied)",
    ]);
    expect(sectionOf(text(), "Rules")).toEqual([
      "  +   alone (interaction: 3 points against keeping it): Nothing is kept.",
      "  +   crowds (interaction: 1 point for keeping it elsewhere): Many share.",
      "  −   streams (interaction: 3 points for keeping it): A stream is held.",
      "  −   held-open (interaction: 2 points for binding it): It is held open.",
    ]);
    expect(sectionOf(text(), "Settled whatever the points")).toEqual([
      "  +   nobody-stays (session: is not to be kept): Nobody stays.",
      "  −   login-on-stream (session: goes where the conversation goes): It opens the",
      "      stream.",
    ]);
    expect(sectionOf(text(), "Tradeoffs")).toEqual([
      "  +   spread (advantage): It spreads.",
      "  −   fast (advantage): It is quick.",
      "  −   lost (disadvantage): It is lost.",
    ]);
    expect(sectionOf(text(), "Errors and operation")).toEqual(["  +   retry (retries): Send again."]);
  });

  it("lists the options of a question that takes several", () => {
    const both = on("{ style: stream, kinds: [games, shops] }");
    expect(sectionOf(textOf(movementOf(stream, both)), "Answers")).toEqual([
      "  • kinds: open → games, shops",
    ]);
  });

  it("leaves out what does not move, and says that no answer changes", () => {
    const still = textOf(movementOf(stream, stream));
    expect(sectionOf(still, "Answers")).toEqual(["  No answer changes."]);
    for (const heading of ["Rules", "Settled whatever the points", "Tradeoffs", "Errors and operation"])
      expect(still.split("\n")).not.toContain(heading);
  });

  it("sets surfaces apart by two empty lines", () => {
    const two = textOf(movementOf(stream, stream), movementOf(apart, apart));
    expect(two.split("\n\n\n").map((part) => part.split(" (")[0])).toEqual([
      "shop: the verdict stays stateful",
      "shop: the verdict stays stateless",
    ]);
  });
});

describe("before and after, as JSON", () => {
  it("has both in the shape of the report, and the ids of what moved", () => {
    const head = {
      tool: { name: "t", version: "1" },
      pack: { name: "p", version: "2", digest: "sha256-0", drawnFrom: null, notAsked: null },
    };
    const document = JSON.parse(whatifJson(head, [movementOf(stream, apart)], plainStyle));
    expect(document).toMatchObject({ version: 2, ...head });
    expect(document.surfaces).toHaveLength(1);
    expect(document.surfaces[0]).toMatchObject({
      service: "shop",
      source: "a.yaml",
      surface: "shop",
      before: { name: "shop", verdict: "stateful" },
      after: { name: "shop", verdict: "stateless" },
      answers: [
        { question: "style", from: ["stream"], to: ["apart"] },
        { question: "load", from: null, to: ["many"] },
        { question: "order", from: null, to: ["any"] },
      ],
      rules: { gained: ["alone", "crowds"], lost: ["streams", "held-open"] },
      settled: { gained: ["nobody-stays"], lost: ["login-on-stream"] },
      tradeoffs: { gained: ["spread"], lost: ["fast", "lost"] },
      guidance: { gained: ["retry"], lost: [] },
    });
  });
});

describe("several surfaces, as text", () => {
  const compared = (...surfaces: readonly Recommendation[]): string =>
    compareText(surfaces, differingAnswers(surfaces), plainStyle);

  it("have a column each, under recommendations and answers", () => {
    const text = compared(stream, on("{ style: apart, kinds: [games, shops] }", "cart"));
    expect(text.startsWith("Recommendations\n")).toBe(true);
    const [figures = "", below = ""] = text.split("\n\nAnswers that differ\n");
    const [answers = "", more] = below.split("\n\n");
    expect(more).toBe("For all figures and advice, add --details.\n");
    expect(rowsOf(figures).get("shop")).toEqual(["cart"]);
    // A shop keeps copies changed offline: one point for it, and none against.
    expect(rowsOf(figures).get("verdict")).toEqual(["stateful", "hybrid"]);
    expect([...rowsOf(answers)].filter(([name]) => name !== "")).toEqual([
      ["shop", ["cart"]],
      ["style", ["stream", "apart"]],
      ["kinds", ["–", "games, shops"]],
      ["order", ["–", "any"]],
    ]);
  });

  it("have the name of their service if there are several", () => {
    const text = compared(
      stream,
      on("{ style: stream }", "cart", "other"),
      on("{ style: stream }", "bank", "bank"),
    );
    expect(rowsOf(text).get("shop")).toEqual(["other · cart", "bank"]);
    expect(text).toContain("Answers that differ\n  All answers are the same.\n");
  });

  it("have the name of their file if their names are equal", () => {
    const text = compared(stream, { ...apart, source: "b.yaml" });
    expect(rowsOf(text).get("shop (a.yaml)")).toEqual(["shop (b.yaml)"]);
  });

  it("are said to have nothing to compare with if there is only one", () => {
    expect(compared(stream)).toContain(
      "Answers that differ\n  There is one surface: nothing to compare it with.\n",
    );
  });

  it("go on in a table below if the page is too narrow", () => {
    const names = ["first", "second", "third", "fourth", "fifth", "sixth"];
    const text = compared(
      ...names.map((name, at) => on(at % 2 === 0 ? "{ style: stream }" : "{ load: few }", name)),
    );
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const verdicts = text.split("\n").filter((line) => line.startsWith("  verdict "));
    expect(verdicts.length).toBeGreaterThan(1);
    expect(verdicts.flatMap((line) => line.trim().split(/ {2,}/).slice(1))).toEqual([
      "stateful",
      "undecided",
      "stateful",
      "undecided",
      "stateful",
      "undecided",
    ]);
    const headings = text.split("\n").filter((line) => names.includes(line.trim().split(/ {2,}/)[0] ?? ""));
    expect([...new Set(headings.flatMap((line) => line.trim().split(/ {2,}/)))]).toEqual(names);
  });
});
