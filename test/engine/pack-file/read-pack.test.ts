import { describe, expect, it } from "vitest";
import { printAnswers } from "../../../src/engine/answers-file/print-answers.js";
import type { ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { packOf, smallPack, smallPackText } from "../small-pack.js";

/** The small pack with these changes. */
function changed(changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, smallPackText);
}

/** The problems of the small pack after a change, and the text that each marks. */
function problemsOf(
  changes: Readonly<Record<string, string>>,
): readonly (readonly [string, ProblemDetail])[] {
  const outcome = packOf(changed(changes));
  return (outcome.kind === "ok" ? [] : outcome.problems).map(({ severity, file, at, ...detail }) => {
    expect([severity, file, at?.file]).toEqual(["error", "pack.yaml", "pack.yaml"]);
    const start = (at?.column ?? 0) - 1;
    return [at?.lineText.slice(start, start + at.width) ?? "", detail];
  });
}

const when = (question: string, ...options: readonly string[]) => ({ kind: "answer", question, options });
const claim = { kind: "criterion", id: "claim", section: null };
const paper = { kind: "reference", id: "paper", section: null };

describe("a pack as it is read", () => {
  it("has its header; boundaries are whole hundredths", () => {
    const { name, version, about, settings } = smallPack().source;
    expect({ name, version, about }).toEqual({ name: "small", version: "1.2.3", about: "" });
    const usual = {
      needBoundaryPercent: 0,
      boundBoundaryPercent: 50,
      minimumEvidence: 2,
      firmRadius: 0.25,
      fragileRadius: 0.1,
    };
    expect(settings).toEqual(usual);
    const without = unwrap(
      packOf(changed({ "  minimum-evidence: 2\n": "  about: Small,  but fine.\n" })),
    ).source;
    expect(without.settings).toEqual({ ...usual, minimumEvidence: 4 });
    expect(without.about).toBe("Small, but fine.");
    const other = [
      "need-boundary: 0.29",
      "bound-boundary: 0.57",
      "minimum-evidence: 5",
      "firm-radius: 0.5",
      "fragile-radius: 0.2",
    ].join("\n  ");
    expect(unwrap(packOf(changed({ "minimum-evidence: 2": other }))).source.settings).toEqual({
      needBoundaryPercent: 29,
      boundBoundaryPercent: 57,
      minimumEvidence: 5,
      firmRadius: 0.5,
      fragileRadius: 0.2,
    });
  });

  it("has topics, and questions of each kind", () => {
    const { topics, questions } = smallPack().source;
    expect(topics).toEqual([{ id: "talk", title: "Talk", about: "How they talk." }]);
    const [, load, kinds, order] = questions;
    expect(load).toEqual({
      id: "load",
      topic: "talk",
      ask: "How many are there?",
      why: "It decides where.",
      help: "Count them.",
      ordered: true,
      several: false,
      essential: false,
      direction: "stateless",
      options: [
        { id: "few", label: "Few", help: "Under ten.", none: false },
        { id: "some", label: "Some", help: "Under a thousand.", none: false },
        { id: "many", label: "Many", help: "More.", none: false },
      ],
      implied: [],
    });
    expect(kinds).toMatchObject({ ordered: false, several: true, direction: null });
    expect(kinds?.options.map(({ none }) => none)).toEqual([false, false, true]);
    expect(order?.implied).toEqual([
      { when: when("style", "apart"), answer: "any", because: "Nothing is sent." },
    ]);
    const essential = unwrap(packOf(changed({ "ask: How do they talk?": "essential: true\n    ask: How?" })));
    expect(essential.source.questions.map((question) => question.essential)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("has rules and vetoes, contested ones with what speaks against them", () => {
    const contested = unwrap(
      packOf(
        changed({ "because: Games keep order., ": "because: Games keep order., contested: Not all do., " }),
      ),
    ).source;
    expect(contested.rules.slice(3)).toEqual([
      {
        id: "crowds",
        when: when("load", "some", "many"),
        favours: "stateless",
        weight: { live: 0, kept: 0, stateless: 1 },
        concern: "operation",
        because: "Many share.",
        sources: [{ ...paper, section: "2" }],
        contested: null,
      },
      {
        id: "ordered-games",
        when: { kind: "all", of: [when("kinds", "games"), when("order", "strict")] },
        favours: "stateful",
        weight: { live: 1, kept: 2, stateless: 0 },
        concern: "session",
        because: "Games keep order.",
        sources: [claim],
        contested: "Not all do.",
      },
    ]);
    const veto = {
      id: "stream-needs-state",
      when: when("style", "stream"),
      forbids: "stateless",
      concern: "interaction",
      because: "It is a stream.",
      sources: [claim],
      contested: null,
    };
    expect(contested.vetoes).toEqual([veto]);
    const other = changed({
      "forbids: stateless": "forbids: stateful",
      "because: It is a stream.": "because: No., contested: Perhaps",
    });
    expect(unwrap(packOf(other)).source.vetoes).toEqual([
      { ...veto, forbids: "stateful", because: "No.", contested: "Perhaps" },
    ]);
  });

  it("has placements, patterns, tradeoffs and guidance, each under what it says", () => {
    const { source: pack } = unwrap(
      packOf(
        changed({
          "concern: interaction, place: nowhere":
            "concern: sync, verdict: [stateless, hybrid], when: { load: few }, place: nowhere",
          "verdict: [stateless], text: Send again.":
            "places: [connection], when: { load: few }, text: Send again.",
        }),
      ),
    );
    expect(pack.placements).toEqual([
      {
        ...{ id: "on-the-wire", concern: "interaction", verdict: null, evidence: "live", when: null },
        ...{ place: "connection", pattern: "socket", because: "It streams.", sources: [claim] },
      },
      {
        ...{ id: "nothing-there", concern: "sync", verdict: ["stateless", "hybrid"], evidence: null },
        ...{ when: when("load", "few"), place: "nowhere", pattern: null, because: "There is none." },
        sources: [claim],
      },
    ]);
    expect(pack.patterns).toEqual([
      {
        ...{
          id: "socket",
          title: "Socket",
          place: "connection",
          concerns: ["interaction"],
          what: "A socket.",
        },
        ...{ fits: "Streams.", watch: "Count them.", sources: [paper] },
      },
    ]);
    expect(pack.tradeoffs.slice(1)).toEqual([
      {
        ...{ id: "lost", style: "stateful", kind: "disadvantage", places: ["connection"], when: null },
        ...{ text: "It is lost.", mitigation: "Keep it twice; costs memory.", sources: [claim] },
      },
      {
        ...{ id: "spread", style: "stateless", kind: "advantage", places: null, when: when("load", "many") },
        ...{ text: "It spreads.", mitigation: null, sources: [claim] },
      },
    ]);
    expect(pack.guidance).toEqual([
      {
        ...{
          id: "retry",
          topic: "retries",
          verdict: null,
          places: ["connection"],
          when: when("load", "few"),
        },
        ...{ text: "Send again.", because: "It is safe.", sources: [claim] },
      },
    ]);
    expect(smallPack().source.guidance[0]).toMatchObject({
      verdict: ["stateless"],
      places: null,
      when: null,
    });
  });

  it("has criteria and references, and cites them with the section that is meant", () => {
    const { source: pack } = unwrap(
      packOf(
        changed({
          "claim: It is so. }": "claim: It is so., contested: Or not. }",
          "title: A Paper }": "title: A Paper, url: https://paper.example/1 }",
          '["paper §2"]': '["claim §here and §there", paper]',
        }),
      ),
    );
    expect(pack.criteria).toEqual([
      { id: "claim", section: "here", claim: "It is so.", contested: "Or not." },
    ]);
    expect(pack.references).toEqual([{ id: "paper", title: "A Paper", url: "https://paper.example/1" }]);
    expect(pack.rules[3]?.sources).toEqual([{ ...claim, section: "here and §there" }, paper]);
    expect(smallPack().source.criteria[0]?.contested).toBeNull();
    expect(smallPack().source.references[0]?.url).toBeNull();
  });
});

describe("conditions of a pack", () => {
  it.each([
    ["{ style: steps }", when("style", "steps")],
    ["{ style: [steps, stream] }", when("style", "steps", "stream")],
    ["{ load: { at-least: some } }", when("load", "some", "many")],
    ["{ load: { at-most: some } }", when("load", "few", "some")],
    ["{ load: { at-least: some, at-most: some } }", when("load", "some")],
    ["{ style: steps, load: few }", { kind: "all", of: [when("style", "steps"), when("load", "few")] }],
    ["{ not: { style: steps } }", { kind: "not", of: when("style", "steps") }],
    ["{ all: [{ style: steps }] }", { kind: "all", of: [when("style", "steps")] }],
    [
      "{ any: [{ style: steps }, { load: few, kinds: games }], not: { order: any } }",
      {
        kind: "all",
        of: [
          {
            kind: "any",
            of: [when("style", "steps"), { kind: "all", of: [when("load", "few"), when("kinds", "games")] }],
          },
          { kind: "not", of: when("order", "any") },
        ],
      },
    ],
  ])("mean what they say: %s", (text, condition) => {
    const { source: pack } = unwrap(packOf(changed({ "when: { style: steps }": `when: ${text}` })));
    expect(pack.rules[1]?.when).toEqual(condition);
  });

  const questions = ["style", "load", "kinds", "order", "all", "any", "not"];
  const styles = ["apart", "steps", "stream"];
  it.each<[text: string, marked: string, problem: ProblemDetail]>([
    ["{ stile: steps }", "stile", { code: "unknown-id", kind: "question", id: "stile", known: questions }],
    [
      "{ any: [{ load: few }, { not: { stile: steps } }] }",
      "stile",
      { code: "unknown-id", kind: "question", id: "stile", known: questions },
    ],
    ["{ style: step }", "step", { code: "unknown-option", question: "style", option: "step", known: styles }],
    [
      "{ style: [steps, apar] }",
      "apar",
      { code: "unknown-option", question: "style", option: "apar", known: styles },
    ],
    [
      "{ load: { at-most: several } }",
      "several",
      { code: "unknown-option", question: "load", option: "several", known: ["few", "some", "many"] },
    ],
    ["{ style: { at-least: steps } }", "{ at-least: steps }", { code: "not-ordered", question: "style" }],
    [
      "{ load: { at-least: many, at-most: some } }",
      "{ at-least: many, at-most: some }",
      { code: "option-order", question: "load", least: "many", most: "some" },
    ],
  ])("that name what is not there are reported with their place: %s", (text, marked, problem) => {
    expect(problemsOf({ "when: { style: steps }": `when: ${text}` })).toEqual([[marked, problem]]);
  });
});

describe("what is wrong with the entries of a pack", () => {
  it.each<[what: string, changes: Record<string, string>, marked: string, problem: ProblemDetail]>([
    [
      "a topic that is not there",
      { "topic: talk\n    ask: How do": "topic: tolk\n    ask: How do" },
      "tolk",
      { code: "unknown-id", kind: "topic", id: "tolk", known: ["talk"] },
    ],
    [
      "a pattern that is not there",
      { "pattern: socket": "pattern: soket" },
      "soket",
      { code: "unknown-id", kind: "pattern", id: "soket", known: ["socket"] },
    ],
    [
      "a source that is not there",
      { '["paper §2"]': '[claim, "papr §2"]' },
      '"papr §2"',
      { code: "unknown-id", kind: "source", id: "papr", known: ["claim", "paper"] },
    ],
    [
      "no option for none where several can be chosen",
      { ", none: true": "" },
      "games: { label: Games, help: Games. }",
      { code: "none-not-alone", question: "kinds" },
    ],
    [
      "an option for none where one is chosen",
      { "help: Each request alone.": "help: Each alone., none: true" },
      "apart: { label: Apart, help: Each alone., none: true }",
      { code: "none-not-alone", question: "style" },
    ],
    [
      "an option of the name that leaves a question open",
      { "few: {": "unsure: {" },
      "unsure",
      { code: "not-allowed", where: "load.options", found: "unsure", known: [] },
    ],
    [
      "a direction of what has no order",
      { "    ask: How do they talk?": "    direction: stateful\n    ask: How?" },
      "stateful",
      { code: "not-ordered", question: "style" },
    ],
    [
      "an implied answer that is not there",
      { "answer: any,": "answer: all," },
      "all",
      { code: "unknown-option", question: "order", option: "all", known: ["any", "strict"] },
    ],
    [
      "a number of points for stateful",
      { "weight: { live: 3 }": "weight: 3" },
      "3",
      { code: "weight-mismatch", id: "streams", favours: "stateful" },
    ],
    [
      "kinds of state for stateless",
      { "weight: 3,": "weight: { live: 2 }," },
      "{ live: 2 }",
      { code: "weight-mismatch", id: "alone", favours: "stateless" },
    ],
    [
      "more than five points",
      { "{ live: 1, kept: 2 }": "{ live: 4, kept: 2 }" },
      "{ live: 4, kept: 2 }",
      { code: "out-of-range", where: "ordered-games.weight", expected: "1 to 5 points in all", found: "6" },
    ],
    [
      "state that is placed without a pattern",
      { "pattern: socket, ": "" },
      "on-the-wire",
      { code: "pattern-missing", id: "on-the-wire", place: "connection" },
    ],
    [
      "a pattern for another place",
      { "title: Socket, place: connection": "title: Socket, place: client" },
      "socket",
      {
        ...{ code: "pattern-place", id: "on-the-wire", pattern: "socket" },
        ...{ place: "connection", patternPlace: "client" },
      },
    ],
    [
      "a pattern for no place",
      { "place: nowhere": "place: nowhere, pattern: socket" },
      "socket",
      {
        ...{ code: "pattern-place", id: "nothing-there", pattern: "socket" },
        ...{ place: "nowhere", patternPlace: "connection" },
      },
    ],
    [
      "a disadvantage with nothing to do about it",
      { ", mitigation: Keep it twice; costs memory.": "" },
      "lost",
      { code: "no-mitigation", id: "lost" },
    ],
    [
      "an advantage with something to do about it",
      { "text: It spreads.": "text: It spreads., mitigation: None." },
      "mitigation",
      { code: "mitigation-on-advantage", id: "spread" },
    ],
  ])("%s", (_, changes, marked, problem) => {
    expect(problemsOf(changes)).toEqual([[marked, problem]]);
  });

  it("is not a pattern for its place beside patterns for others", () => {
    const client =
      "shop: { title: Shop, place: client, concerns: [sync], what: A., fits: B., watch: C., sources: [claim] }";
    expect(problemsOf({ "  socket: { title": `  ${client}\n  socket: { title` })).toEqual([]);
  });

  it("is not five points of both kinds, nor five for stateless", () => {
    expect(
      problemsOf({ "{ live: 1, kept: 2 }": "{ live: 3, kept: 2 }", "weight: 3,": "weight: 5," }),
    ).toEqual([]);
  });

  it.each([
    ["a question", { "topic: talk\n    ask: How many": "topic: tolk\n    ask: How many" }, "tolk"],
    ["what is implied", { "when: { style: apart }, answer": "when: { stile: apart }, answer" }, "stile"],
    ["a veto", { "stream-needs-state: { when: { style:": "stream-needs-state: { when: { stile:" }, "stile"],
    ["a placement", { "evidence: live": "when: { stile: apart }" }, "stile"],
    ["a tradeoff", { "when: { load: many }": "when: { load: { at-least: lots } }" }, "lots"],
    ["a piece of guidance", { "verdict: [stateless]": "when: { stile: apart }" }, "stile"],
    ["the sources of a pattern", { "sources: [paper]": "sources: [claim, papr]" }, "papr"],
  ])("is marked in %s at the word that names what is not there", (_, changes, marked) => {
    const [problem, ...others] = problemsOf(changes);
    expect(problem?.[0]).toBe(marked);
    expect(others).toEqual([]);
  });

  it("is reported of all entries together, and that before conditions are compiled", () => {
    const codes = problemsOf({
      "pattern: socket": "pattern: soket",
      "when: { style: steps }": "when: { any: [{ style: steps }, { not: { style: steps } }] }",
      "  paper: { title: A Paper }": "  paper: { title: A Paper }\n  claim: { title: A Claim }",
    }).map(([marked, { code }]) => [marked, code]);
    expect(codes).toEqual([
      ["claim", "duplicate-id"],
      ["soket", "unknown-id"],
    ]);
    const always = {
      "when: { style: steps }": "when: { any: [{ style: steps }, { not: { style: steps } }] }",
    };
    expect(problemsOf(always)).toEqual([
      ["steps-remembered", { code: "always-holds", id: "steps-remembered" }],
    ]);
  });

  it("is its shape first of all", () => {
    const codes = problemsOf({ "pattern: socket": "pattern: soket", "weight: 3,": "weight: 0," });
    expect(codes.map(([marked, { code }]) => [marked, code])).toEqual([["0", "out-of-range"]]);
  });
});

describe("texts of a pack", () => {
  it("are one line each, however they are written, so that files written from them can be read", () => {
    const block = "|\n          In two\n          lines\n";
    const text = smallPackText
      .replace(
        "{ label: Apart, help: Each request alone. }",
        `\n        label: ${block}        help: ${block}`,
      )
      .replace("because: Nothing is sent.", 'because: "Nothing\\n\\nis sent."');
    const { source: pack } = unwrap(packOf(text));
    const [style] = pack.questions;
    expect(style?.options[0]).toMatchObject({ label: "In two lines", help: "In two lines" });
    expect(pack.questions.at(-1)?.implied[0]?.because).toBe("Nothing is sent.");
    const answers = new Map([["style", { kind: "chosen", options: ["apart"], note: null } as const]]);
    const [printed] = unwrap(parseText({ file: "a.yaml", text: printAnswers("a", answers, pack) }));
    expect(printed?.value).toEqual({ version: 1, service: "a", answers: { style: "apart" } });
  });
});
