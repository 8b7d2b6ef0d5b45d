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
  it("has its header, with the usual radii if it names none", () => {
    const { name, version, about, settings } = smallPack().source;
    expect({ name, version, about }).toEqual({ name: "small", version: "1.2.3", about: "" });
    expect(settings).toEqual({ robustRadius: 0.25, tightRadius: 0.1 });
    const other = "version: 1.2.3\n  about: Small,  but fine.\n  robust-radius: 0.5\n  tight-radius: 0.2";
    const changes = unwrap(packOf(changed({ "version: 1.2.3": other }))).source;
    expect(changes.settings).toEqual({ robustRadius: 0.5, tightRadius: 0.2 });
    expect(changes.about).toBe("Small, but fine.");
  });

  it("says what it is drawn from and what it does not ask, if its header does", () => {
    const { drawnFrom, notAsked } = smallPack().source;
    expect({ drawnFrom, notAsked }).toEqual({ drawnFrom: null, notAsked: null });
    const said = "version: 1.2.3\n  drawn-from: paper\n  not-asked: Who  runs it.";
    const text = changed({ "version: 1.2.3": said });
    const pack = unwrap(packOf(text)).source;
    expect(pack).toMatchObject({ drawnFrom: "paper", notAsked: "Who runs it." });
    expect(pack.criteria.map(({ from }) => from)).toEqual(["paper"]);
    const more = (header: string) =>
      unwrap(
        packOf(
          text,
          `pack: { format: 2, name: more, version: 2.0.0${header} }\n` +
            "criteria: { other: { section: there, claim: So is this. } }\nreferences: { book: { title: A Book } }",
        ),
      ).source;
    expect(more("")).toMatchObject({ drawnFrom: "paper", notAsked: "Who runs it." });
    expect(more("").criteria.map(({ from }) => from)).toEqual(["paper", null]);
    const own = more(", drawn-from: book, not-asked: What it costs.");
    expect(own).toMatchObject({ drawnFrom: "book", notAsked: "What it costs." });
    expect(own.criteria.map(({ from }) => from)).toEqual(["paper", "book"]);
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
      bearsOnPlace: true,
      harmless: null,
      options: [
        { id: "few", label: "Few", help: "Under ten.", examples: [], none: false },
        { id: "some", label: "Some", help: "Under a thousand.", examples: [], none: false },
        { id: "many", label: "Many", help: "More.", examples: [], none: false },
      ],
      retired: [
        { id: "lots", replacedBy: "many" },
        { id: "varying", replacedBy: null },
      ],
      implied: [],
    });
    expect(kinds).toMatchObject({ ordered: false, several: true, direction: null, harmless: "neither" });
    expect(kinds).toMatchObject({ bearsOnPlace: false });
    expect(questions[0]?.options.map(({ examples }) => examples)).toEqual([
      [],
      [],
      ["WebSocket", "gRPC streams"],
    ]);
    expect(kinds?.options.map(({ none }) => none)).toEqual([false, false, true]);
    expect(order?.implied).toEqual([
      { when: when("style", "apart"), answer: "any", because: "Nothing is sent." },
    ]);
    expect(questions.map(({ essential }) => essential)).toEqual([true, false, false, false]);
  });

  it("has rules of all kinds, whatever their section in one list", () => {
    const { rules } = smallPack().source;
    expect(rules.map(({ id, kind, concern, points }) => [id, kind, concern, points])).toEqual([
      ["streams", "need", "interaction", 3],
      ["alone", "need", "interaction", -3],
      ["steps-fit", "need", "interaction", -1],
      ["steps-remembered", "need", "workflow", 2],
      ["ordered-games", "need", "session", 2],
      ["shops-offline", "need", "sync", 1],
      ["ordered-stream", "must", "interaction", 0],
      ["nobody-stays", "must-not", "session", 0],
      ["held-open", "place", "interaction", 2],
      ["crowds", "place", "interaction", -1],
      ["games-are-live", "must-bind", "interaction", 0],
      ["shops-move", "may-not-bind", "interaction", 0],
      ["login-on-stream", "follows", "session", 0],
    ]);
    expect(rules[3]).toEqual({
      id: "steps-remembered",
      kind: "need",
      concern: "workflow",
      points: 2,
      when: when("style", "steps"),
      keeps: "the task",
      because: "Steps are kept.",
      sources: [claim],
      contested: null,
    });
    expect(rules.map(({ keeps }) => keeps).filter((keeps) => keeps !== null)).toEqual([
      "the stream",
      "the task",
      "the cart",
      "the order of the stream",
    ]);
    expect(rules[9]?.sources).toEqual([{ ...paper, section: "2" }]);
    expect(rules.map(({ contested }) => contested).filter((text) => text !== null)).toEqual(["Some do not."]);
  });

  it("has second homes and clashes", () => {
    const { backings, clashes } = smallPack().source;
    expect(backings).toEqual([
      {
        ...{ id: "replayed", when: when("order", "strict"), pattern: "any-store" },
        ...{ because: "It can be sent again.", sources: [claim] },
      },
    ]);
    expect(clashes).toEqual([
      {
        id: "apart-in-order",
        when: { kind: "all", of: [when("style", "apart"), when("order", "strict")] },
        because: "Requests apart have no order.",
        reconsider: "order",
      },
    ]);
  });

  it("has placements, patterns, tradeoffs and guidance, each under what it says", () => {
    const { source: pack } = unwrap(
      packOf(
        changed({
          "verdict: [stateless], text: Send again.":
            "places: [connection], when: { load: few }, text: Send again.",
          "title: Socket,": "title: Socket, examples: [WebSocket, raw  TCP],",
          "pattern: socket,": "pattern: socket, beside: numbered,",
        }),
      ),
    );
    expect(pack.placements.slice(0, 3)).toEqual([
      {
        ...{ id: "given-a-number", concern: "interaction", when: when("order", "strict"), place: "request" },
        ...{ pattern: "numbered", beside: null, because: "Order needs a number.", sources: [claim] },
      },
      {
        ...{ id: "nothing-there", concern: "interaction", when: null, place: "nowhere", pattern: null },
        ...{ beside: null, because: "There is none.", sources: [claim] },
      },
      {
        ...{ id: "on-the-wire", concern: "interaction", when: null, place: "connection" },
        ...{ pattern: "socket", beside: "numbered", because: "It streams.", sources: [claim] },
      },
    ]);
    expect(pack.patterns.slice(0, 1)).toEqual([
      {
        ...{
          id: "socket",
          title: "Socket",
          examples: ["WebSocket", "raw TCP"],
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
      { id: "claim", from: null, section: "here", claim: "It is so.", contested: "Or not." },
    ]);
    expect(pack.references).toEqual([{ id: "paper", title: "A Paper", url: "https://paper.example/1" }]);
    expect(pack.rules[5]?.sources).toEqual([{ ...claim, section: "here and §there" }, paper]);
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
    const { source: pack } = unwrap(
      packOf(changed({ "points: 2, when: { style: stream }": `points: 2, when: ${text}` })),
    );
    expect(pack.rules[8]?.when).toEqual(condition);
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
    expect(problemsOf({ "points: 2, when: { style: stream }": `points: 2, when: ${text}` })).toEqual([
      [marked, problem],
    ]);
  });
});

describe("what is wrong with the entries of a pack", () => {
  const patterns = ["socket", "numbered", "any-store", "any-connection"];
  it.each<[what: string, changes: Record<string, string>, marked: string, problem: ProblemDetail]>([
    [
      "a topic that is not there",
      { "topic: talk\n    ask: How do": "topic: tolk\n    ask: How do" },
      "tolk",
      { code: "unknown-id", kind: "topic", id: "tolk", known: ["talk"] },
    ],
    [
      "a reference to draw from that is not there",
      { "version: 1.2.3": "version: 1.2.3\n  drawn-from: papr" },
      "papr",
      { code: "unknown-id", kind: "reference", id: "papr", known: ["paper"] },
    ],
    [
      "a pattern that is not there",
      { "pattern: socket": "pattern: soket" },
      "soket",
      { code: "unknown-id", kind: "pattern", id: "soket", known: patterns },
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
      "a question of a name that combines conditions",
      {
        "  kinds:\n":
          "  any: { topic: talk, ask: A., why: W., help: H., options: { x: { label: X, help: X. }, y: { label: Y, help: Y. } } }\n  kinds:\n",
      },
      "any",
      { code: "not-allowed", where: "questions", found: "any", known: [] },
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
      "a harmless option that is not there",
      { "harmless: any": "harmless: all" },
      "all",
      { code: "unknown-option", question: "order", option: "all", known: ["any", "strict"] },
    ],
    [
      "a retired option that is read as one that is not there",
      { "lots: { replaced-by: many }": "lots: { replaced-by: more }" },
      "more",
      { code: "unknown-option", question: "load", option: "more", known: ["few", "some", "many", "unsure"] },
    ],
    [
      "a retired option that is still there",
      { "lots: { replaced-by: many }": "some: { replaced-by: many }" },
      "some",
      { code: "retired-in-use", question: "load", option: "some" },
    ],
    [
      "a retired option of the name that leaves a question open",
      { "lots: { replaced-by: many }": "unsure: { replaced-by: many }" },
      "unsure",
      { code: "not-allowed", where: "load.retired", found: "unsure", known: [] },
    ],
    [
      "what a rule against keeping keeps",
      { "points: -1, when: { style: steps }": "points: -1, keeps: the step, when: { style: steps }" },
      "keeps",
      { code: "keeps-nothing", id: "steps-fit" },
    ],
    [
      "copies that are bound to a connection",
      {
        "sync-elsewhere: { concern: sync, place: shared-store, pattern: any-store":
          "held: { concern: sync, place: connection, pattern: socket, because: x, sources: [claim] }\n  sync-elsewhere: { concern: sync, place: shared-store, pattern: any-store",
      },
      "connection",
      {
        ...{ code: "never-bound", id: "held", concern: "sync", place: "connection" },
        known: ["nowhere", "client", "request", "data", "shared-store", "resource"],
      },
    ],
    [
      "a second home at the connection itself",
      { "pattern: any-store, because: It can": "pattern: any-connection, because: It can" },
      "any-connection",
      {
        ...{ code: "backing-place", id: "replayed", pattern: "any-connection", patternPlace: "connection" },
        known: ["shared-store", "resource", "data"],
      },
    ],
    [
      "a second home that is not there",
      { "pattern: any-store, because: It can": "pattern: store, because: It can" },
      "store",
      { code: "unknown-id", kind: "pattern", id: "store", known: patterns },
    ],
    [
      "a clash whose condition does not name what to reconsider",
      { "reconsider: order": "reconsider: load" },
      "load",
      { code: "reconsiders-other", id: "apart-in-order", question: "load", known: ["style", "order"] },
    ],
    [
      "a clash about a question that is not there",
      { "reconsider: order": "reconsider: ordr" },
      "ordr",
      { code: "unknown-id", kind: "question", id: "ordr", known: ["style", "load", "kinds", "order"] },
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
      "a pattern beside none",
      { "place: nowhere": "place: nowhere, beside: numbered" },
      "numbered",
      { code: "beside-nothing", id: "nothing-there", beside: "numbered" },
    ],
    [
      "a pattern beside itself",
      { "pattern: socket": "pattern: socket, beside: socket" },
      "socket",
      { code: "beside-itself", id: "on-the-wire", pattern: "socket" },
    ],
    [
      "a companion for another concern",
      {
        "pattern: socket": "pattern: socket, beside: numbered",
        "place: request, concerns: [interaction]": "place: request, concerns: [interaction, session]",
        "session-bound: { concern: session, place: connection,":
          "session-bound: { concern: session, place: connection, beside: socket,",
      },
      "socket",
      {
        ...{ code: "beside-concern", id: "session-bound", pattern: "socket" },
        ...{ concern: "session", known: ["interaction"] },
      },
    ],
    [
      "a companion that keeps more",
      { "pattern: numbered": "pattern: numbered, beside: any-store" },
      "any-store",
      {
        ...{ code: "beside-place", id: "given-a-number", pattern: "any-store" },
        ...{
          place: "request",
          patternPlace: "shared-store",
          known: ["nowhere", "client", "request", "data"],
        },
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

  it.each([
    ["of a bound conversation, for any place", "pattern: socket", "any-store"],
    ["of what is not kept, for another place where it is not", "pattern: numbered", "shop"],
    ["of what is not kept, with no state at all", "pattern: numbered", "warm"],
  ])("is not a companion %s", (_, pattern, beside) => {
    const patterns = [
      ["shop", "client"],
      ["warm", "nowhere"],
    ].map(
      ([id, place]) =>
        `${id}: { title: T, place: ${place}, concerns: [interaction], what: A., fits: B., watch: C., sources: [claim] }`,
    );
    const change = { "  socket: { title": `  ${patterns.join("\n  ")}\n  socket: { title` };
    expect(problemsOf({ ...change, [pattern]: `${pattern}, beside: ${beside}` })).toEqual([]);
  });

  it("is not a pattern for state that there is none of", () => {
    const warm =
      "warm: { title: Warm, place: nowhere, concerns: [interaction], what: A., fits: B., watch: C., sources: [claim] }";
    const change = { "  socket: { title": `  ${warm}\n  socket: { title` };
    expect(problemsOf({ ...change, "place: nowhere": "place: nowhere, pattern: warm" })).toEqual([]);
  });

  it("is not a pattern for its place beside patterns for others", () => {
    const client =
      "shop: { title: Shop, place: client, concerns: [sync], what: A., fits: B., watch: C., sources: [claim] }";
    expect(problemsOf({ "  socket: { title": `  ${client}\n  socket: { title` })).toEqual([]);
  });

  it.each([
    ["a question", { "topic: talk\n    ask: How many": "topic: tolk\n    ask: How many" }, "tolk"],
    ["what is implied", { "when: { style: apart }, answer": "when: { stile: apart }, answer" }, "stile"],
    ["a rule that has no points", { "interaction, when: { style:": "interaction, when: { stile:" }, "stile"],
    ["a placement", { "when: { order: strict }, place:": "when: { ordr: strict }, place:" }, "ordr"],
    ["a second home", { "replayed: { when: { order:": "replayed: { when: { ordr:" }, "ordr"],
    ["a clash", { "apart-in-order: { when: { style:": "apart-in-order: { when: { stile:" }, "stile"],
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
      "points: 2, when: { style: steps }":
        "points: 2, when: { any: [{ style: steps }, { not: { style: steps } }] }",
      "  paper: { title: A Paper }": "  paper: { title: A Paper }\n  claim: { title: A Claim }",
    }).map(([marked, { code }]) => [marked, code]);
    expect(codes).toEqual([
      ["claim", "duplicate-id"],
      ["soket", "unknown-id"],
    ]);
    const always = {
      "points: 2, when: { style: steps }":
        "points: 2, when: { any: [{ style: steps }, { not: { style: steps } }] }",
    };
    expect(problemsOf(always)).toEqual([
      ["steps-remembered", { code: "always-holds", id: "steps-remembered" }],
    ]);
  });

  it("is its shape first of all", () => {
    const codes = problemsOf({ "pattern: socket": "pattern: soket", "points: 3,": "points: 0," });
    expect(codes.map(([marked, { code }]) => [marked, code])).toEqual([["0", "not-allowed"]]);
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
