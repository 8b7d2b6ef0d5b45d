import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { explain, explanationJson } from "../../../src/engine/explain/explain.js";
import type { Explanation } from "../../../src/engine/explain/explanation.js";
import { explanationText } from "../../../src/engine/explain/explanation-text.js";
import { entriesOf, nearEntries } from "../../../src/engine/explain/find-entry.js";
import type { Pack } from "../../../src/engine/model/pack.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { loadPack } from "../../../src/node.js";
import { barePack, bareRule } from "../bare-pack.js";
import { packOf, smallPack, smallPackText } from "../small-pack.js";

const small = smallPack().source;

/** The small pack with what it leaves out: a link, contested entries, limits, several placements of a concern. */
const fuller = (): Pack => unwrap(packOf(smallPackText, fullerText)).source;

const fullerText = `pack: { format: 2, name: fuller, version: 2.0.0 }
override:
  questions: { load: { essential: true } }
  need: { streams: { contested: A quiet line can be cut. } }
  must: { ordered-stream: { contested: It can be polled., sources: [claim, paper §3] } }
  guidance: { retry: { places: [client, request], when: { kinds: games } } }
  criteria: { claim: { contested: Some say not. } }
  references: { paper: { url: "https://example.org/paper" } }
placements:
  many-at-once: { concern: interaction, when: { not: { load: few } }, place: client, pattern: cookie, beside: numbered, because: They are many., sources: [claim] }
patterns:
  cookie: { title: Cookie, examples: [Set-Cookie, localStorage], place: client, concerns: [interaction, session], what: A cookie., fits: Few bytes., watch: Sign it., sources: [claim] }
`;

function explained<Kind extends Explanation["kind"]>(
  pack: Pack,
  id: string,
  kind: Kind,
): Extract<Explanation, { readonly kind: Kind }> {
  const explanation = explain(pack, id);
  if (explanation?.kind !== kind) throw new Error(`${id} is a ${explanation?.kind}, not a ${kind}`);
  return explanation as Extract<Explanation, { readonly kind: Kind }>;
}

/** An entry as drawn, with each paragraph on one line. */
function blocksOf(pack: Pack, id: string): readonly string[] {
  const text = explanationText(explain(pack, id) as Explanation, plainStyle);
  return text.split("\n\n").map((block) => block.trim().replaceAll(/\s+/g, " "));
}

describe("explain", () => {
  it("knows every id of a pack by its kind", () => {
    for (const { kind, entry } of entriesOf(small)) {
      expect(explain(small, entry.id)).toMatchObject({ kind, id: entry.id });
    }
  });

  it("says of a rule its kind, what it depends on and what its sources say", () => {
    const rule = explained(small, "crowds", "rule");
    expect(rule).toMatchObject({ ruleKind: "place", concern: "interaction", points: -1, keeps: null });
    expect(rule.condition).toBe("load is at least some");
    expect(rule.hangsOn).toEqual([
      {
        question: "load",
        ask: "How many are there?",
        options: [
          { id: "some", label: "Some" },
          { id: "many", label: "Many" },
        ],
      },
    ]);
    expect(rule.sources.map(({ id, section, kind }) => [id, section, kind])).toEqual([
      ["paper", "2", "reference"],
    ]);
  });

  it("says of a question what reads it and what implies its answers", () => {
    expect(explained(small, "order", "question").implied).toEqual([
      { answer: "any", condition: "style is apart", because: "Nothing is sent." },
    ]);
    const readers = explained(small, "style", "question").readBy.map(({ kind, id }) => `${kind} ${id}`);
    expect(readers).toEqual(
      expect.arrayContaining([
        "rule streams",
        "rule ordered-stream",
        "rule login-on-stream",
        "clash apart-in-order",
        "implication order",
      ]),
    );
    expect(readers).not.toContain("rule crowds");
  });

  it("says of an option only what names that option", () => {
    const { readBy } = explained(small, "style=apart", "option");
    expect(readBy.filter(({ kind }) => kind === "rule").map(({ id }) => id)).toEqual([
      "alone",
      "nobody-stays",
    ]);
    expect(explained(small, "order=any", "option").implied).toHaveLength(1);
  });

  it("says of an option its own label and help, and what implies it rather than another", () => {
    expect(explained(small, "order=strict", "option")).toMatchObject({
      ask: "Must it be in order?",
      label: "In order",
      help: "Strict.",
      implied: [],
    });
  });

  it("lists the questions of a topic and of no other", () => {
    const { source: pack } = unwrap(
      packOf(
        smallPackText
          .replace("topics:", "topics:\n  size: { title: Size, about: How many they are. }")
          .replace("  load:\n    topic: talk", "  load:\n    topic: size"),
      ),
    );
    const questionsOf = (topic: string) => explained(pack, topic, "topic").questions.map(({ id }) => id);
    expect(questionsOf("size")).toEqual(["load"]);
    expect(questionsOf("talk")).toEqual(["style", "kinds", "order"]);
  });

  it("says of a placement which pattern it uses, and which beside it", () => {
    expect(explained(fuller(), "many-at-once", "placement")).toMatchObject({
      pattern: { id: "cookie", title: "Cookie", place: "client" },
      beside: { id: "numbered", title: "Numbered requests", place: "request" },
    });
    expect(blocksOf(fuller(), "many-at-once").join(" ")).toContain("with Numbered requests (numbered)");
    expect(explained(fuller(), "numbered", "pattern").usedBy.map(({ id }) => id)).toEqual([
      "many-at-once",
      "given-a-number",
    ]);
  });

  it("says of a pattern and of an option what engineers may know it as", () => {
    expect(explained(fuller(), "cookie", "pattern").examples).toEqual(["Set-Cookie", "localStorage"]);
    expect(blocksOf(fuller(), "cookie").join(" ")).toContain("e.g. Set-Cookie, localStorage");
    expect(explained(small, "style=stream", "option").examples).toEqual(["WebSocket", "gRPC streams"]);
    expect(blocksOf(small, "style=stream")).toContain("All the time. E.g. WebSocket, gRPC streams.");
    expect(explained(small, "style", "question").options[2]).toEqual({
      id: "stream",
      label: "Streaming",
      help: "All the time.",
      examples: ["WebSocket", "gRPC streams"],
    });
  });

  it("lists whatever cites a criterion", () => {
    const cited = explained(small, "claim", "criterion").citedBy.map(({ id }) => id);
    const citing = entriesOf(small)
      .filter(({ entry }) => "sources" in entry && entry.sources.some(({ id }) => id === "claim"))
      .map(({ entry }) => entry.id);
    expect(cited).toEqual(citing);
    expect(cited).toContain("streams");
  });

  it("says of a criterion, and where it is cited, which source claims it", () => {
    const { source: pack } = unwrap(packOf(smallPackText.replace("pack:", "pack:\n  drawn-from: paper")));
    const paper = { id: "paper", title: "A Paper", url: null };
    expect(explained(pack, "claim", "criterion").from).toEqual(paper);
    expect(explained(pack, "streams", "rule").sources[0]?.claimed).toEqual({ from: paper, section: "here" });
    expect(explained(pack, "paper", "reference").claims).toEqual([
      { id: "claim", section: "here", claim: "It is so." },
    ]);
    expect(explained(small, "paper", "reference").claims).toEqual([]);
    expect(blocksOf(pack, "claim")).toContain("A claim of A Paper, section “here”.");
    expect(blocksOf(small, "claim")).toContain("Section “here”.");
    expect(blocksOf(pack, "streams")).toContain(
      "Sources Claims of A Paper: • claim: It is so. (section “here”)",
    );
    expect(blocksOf(pack, "paper")).toContain("Criteria that it claims (1) • claim: It is so. (here)");
  });

  it("says of a question what it may do, and which options have been retired", () => {
    expect(explained(small, "load", "question")).toMatchObject({
      bearsOnPlace: true,
      harmless: null,
      retired: [
        { id: "lots", replacedBy: "many" },
        { id: "varying", replacedBy: null },
      ],
    });
    expect(explained(small, "order", "question")).toMatchObject({ bearsOnPlace: false, harmless: "any" });
    expect(explained(small, "order=any", "option").harmless).toBe(true);
    expect(explained(small, "order=strict", "option").harmless).toBe(false);
  });

  it("says of a retired option what it is read as", () => {
    const { ask } = explained(small, "load", "question");
    expect(explained(small, "load=lots", "retired-option")).toEqual({
      kind: "retired-option",
      id: "load=lots",
      question: "load",
      ask,
      replacedBy: { id: "many", label: "Many" },
    });
    expect(explained(small, "load=varying", "retired-option").replacedBy).toBeNull();
    expect(blocksOf(small, "load=lots")).toContain(
      "A retired option: answers that still name it are read as many (Many).",
    );
    expect(blocksOf(small, "load=varying")).toContain(
      "A retired option: answers that still name it are read as an open question.",
    );
  });

  it("says of a second home its pattern, and of a clash which answer to look at again", () => {
    expect(explained(small, "replayed", "backed-by")).toMatchObject({
      condition: "order is strict",
      pattern: { id: "any-store", title: "Any", place: "shared-store" },
      after: [],
    });
    expect(explained(small, "apart-in-order", "clash")).toMatchObject({
      because: "Requests apart have no order.",
      reconsider: "order",
      condition: "style is apart, and order is strict",
    });
    expect(explained(small, "any-store", "pattern").usedBy.map(({ kind, id }) => `${kind} ${id}`)).toContain(
      "backed-by replayed",
    );
  });

  it("says of a placement which others of its concern and class are tried first", () => {
    const placement = explained(fuller(), "nothing-there", "placement");
    expect(placement).toEqual({
      kind: "placement",
      id: "nothing-there",
      concern: "interaction",
      class: "not-kept",
      place: "nowhere",
      pattern: null,
      beside: null,
      because: "There is none.",
      condition: null,
      hangsOn: [],
      after: ["many-at-once", "given-a-number"],
      sources: [
        {
          kind: "criterion",
          id: "claim",
          section: null,
          title: "It is so.",
          url: null,
          contested: "Some say not.",
          claimed: { from: null, section: "here" },
        },
      ],
    });
  });

  it("says of what is mentioned what it does, when and why, and what contests it", () => {
    const { readBy } = explained(fuller(), "style=stream", "option");
    expect(readBy.filter(({ id }) => id === "streams" || id === "ordered-stream")).toEqual([
      {
        kind: "rule",
        id: "streams",
        effect: "interaction: 3 points for keeping it",
        condition: "style is stream",
        text: "A stream is held.",
        section: null,
        contested: "A quiet line can be cut.",
      },
      {
        kind: "rule",
        id: "ordered-stream",
        effect: "interaction: must be kept",
        condition: "style is stream, and order is strict",
        text: "Its order is kept.",
        section: null,
        contested: "It can be polled.",
      },
    ]);
  });

  it("takes an option for read if a condition names it, even under a negation", () => {
    const pack = unwrap(
      packOf(
        smallPackText
          .replace("when: { style: steps }, keeps", "when: { not: { style: [steps, apart] } }, keeps")
          .replace(
            "when: { style: apart }, because: Nothing is kept.",
            "when: { any: [{ kinds: games }, { style: apart }] }, because: Nothing is kept.",
          ),
      ),
    ).source;
    const readers = (id: string) =>
      explained(pack, id, "option").readBy.map((each) => `${each.kind} ${each.id}`);
    expect(readers("style=apart")).toEqual([
      "rule alone",
      "rule steps-remembered",
      "rule nobody-stays",
      "clash apart-in-order",
      "implication order",
    ]);
    expect(readers("style=steps")).toEqual(["rule steps-fit", "rule steps-remembered"]);
    expect(readers("kinds=games")).toEqual(["rule alone", "rule ordered-games", "rule games-are-live"]);
    expect(readers("load=few")).toEqual([]);
  });

  it("draws a question with its options, implications and readers", async () => {
    const text = explanationText(explained(small, "order", "question"), plainStyle);
    await expect(text).toMatchFileSnapshot("golden/question.txt");
  });

  it.each([
    ["talk", "topic"],
    ["kinds", "question-of-several"],
    ["load", "ordered-question"],
    ["style=apart", "option"],
    ["streams", "rule"],
    ["ordered-stream", "given"],
    ["replayed", "backed-by"],
    ["apart-in-order", "clash"],
    ["load=lots", "retired-option"],
    ["nothing-there", "placement"],
    ["lost", "tradeoff"],
    ["cookie", "pattern"],
    ["retry", "guidance"],
    ["claim", "criterion"],
    ["paper", "reference"],
  ])("draws %s as a %s", async (id, kind) => {
    const text = explanationText(explain(fuller(), id) as Explanation, plainStyle);
    await expect(text).toMatchFileSnapshot(`golden/${kind}.txt`);
  });

  it.each([
    ["many-at-once", "It is tried first."],
    ["given-a-number", "many-at-once is tried before it."],
    [
      "nothing-there",
      "2 placements of this concern and class are tried before it, from many-at-once to given-a-number.",
    ],
  ])("says of the placement %s: %s", (id, order) => {
    const text = explanationText(explained(fuller(), id, "placement"), plainStyle);
    expect(text.replaceAll(/\s+/g, " ")).toContain(` order ${order} `);
  });

  it.each([
    [
      "fast",
      [
        "It is quick.",
        "kind advantage of stateful verdict stateful or hybrid places any",
        "Holds Whatever the answers are.",
        "Sources • claim: It is so. (section “here”)",
      ],
    ],
    [
      "paper",
      [
        "A Paper",
        "Rules that cite it (2) • shops-offline: sync: 1 point for keeping it §2 Carts are filled offline. • crowds: interaction: 1 point for keeping it elsewhere §2 Many share.",
        "Patterns that cite it (4) • socket: Socket A socket. • numbered: Numbered requests A number. • any-store: Any Any. • any-connection: Any Any.",
      ],
    ],
    [
      "crowds",
      [
        "Many share.",
        "kind place effect 1 point for keeping it elsewhere concern interaction (connection and conversation)",
        "Holds when load is at least some",
        "How many are there? (load) • Some (some) • Many (many)",
        "Sources • paper §2: A Paper",
      ],
    ],
  ])("leaves out of %s what the pack does not say", (id, expected) => {
    const [, ...blocks] = blocksOf(small, id);
    expect(blocks).toEqual(expected);
  });

  it("draws the pattern of a placement, and the class for which it is tried", () => {
    const facts = blocksOf(fuller(), "many-at-once")[2];
    expect(facts).toContain("pattern Cookie (cookie)");
    expect(facts).toContain("class tried if the interaction is not kept");
  });

  it("draws what implies an option under a heading", () => {
    expect(blocksOf(small, "order=any")).toContain(
      "Implied answers • any when style is apart Nothing is sent.",
    );
  });

  it("draws what reads a question without what contests it", () => {
    const readers = blocksOf(fuller(), "order").find((block) => block.startsWith("Rules"));
    expect(readers).toBe(
      "Rules that read it (2) • ordered-games: session: 2 points for keeping it kinds includes games, and order is strict • ordered-stream: interaction: must be kept style is stream, and order is strict",
    );
  });

  it.each([
    ["streems", ["streams"]],
    ["apart", ["style=apart", "apart-in-order"]],
    ["style=aprt", ["style=apart"]],
    ["stile=apart", ["style=apart"]],
    ["style=zzzzzzzz", ["style=apart", "style=steps", "style=stream"]],
    ["style=apart=", ["style=apart"]],
    ["stream=apart", ["streams"]],
    ["zzzzzzzz=apart", []],
    ["stream", ["style=stream", "streams", "ordered-stream", "login-on-stream"]],
    ["ORDERED", ["order", "ordered-games", "ordered-stream"]],
    ["th", []],
    ["the", ["nothing-there", "on-the-wire"]],
    ["zzzzzzzz", []],
  ])("finds ids near %s", (word, near) => {
    expect(explain(small, word)).toBeNull();
    expect(nearEntries(small, word)).toEqual(near);
  });

  it("names five ids at most that hold a word", () => {
    const ids = Array.from({ length: 7 }, (_, index) => `session-${index}-kept`);
    const rules = ids.map((id) => bareRule(id, { kind: "all", of: [] }, { need: 1 }));
    const pack = barePack({ rules, placements: [], patterns: [] });
    expect(nearEntries(pack, "session")).toEqual(ids.slice(0, 5));
  });
});

describe("explanations of the default pack", () => {
  let pack: Pack;
  beforeAll(async () => {
    pack = (await loadPack()).source;
  });

  it("fit 80 columns and name what they explain", () => {
    const options = pack.questions.flatMap(({ id, options }) =>
      options.map((option) => `${id}=${option.id}`),
    );
    for (const id of [...entriesOf(pack).map(({ entry }) => entry.id), ...options]) {
      const text = explanationText(explain(pack, id) as Explanation, plainStyle);
      expect(text).toContain(id);
      // A web address is never broken.
      const lines = text.split("\n").filter((line) => !/^ *https:\/\/\S+$/.test(line));
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it("are the same in JSON", async () => {
    const [first] = pack.rules;
    const explanation = explained(pack, first?.id ?? "", "rule");
    const { unicode } = plainStyle;
    const json = explanationJson(explanation, pack, { ...plainStyle, unicode });
    expect(JSON.parse(json)).toEqual({
      version: 2,
      pack: { name: pack.name, version: pack.version },
      explanation,
    });
  });

  it("cover every criterion by something that cites it", async () => {
    const written = await readFile(new URL("../../../rules/criteria.yaml", import.meta.url), "utf8");
    const ids = [...written.matchAll(/^ {2}([a-z0-9-]+):$/gm)].map(([, id = ""]) => id);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids).toEqual(pack.criteria.map(({ id }) => id));
    expect(ids.filter((id) => explained(pack, id, "criterion").citedBy.length === 0)).toEqual([]);
  });

  it("has a word for everything: no explanation of the default pack says null or undefined", () => {
    for (const { entry } of entriesOf(pack))
      expect(blocksOf(pack, entry.id).join(" ")).not.toMatch(/\bof (?:null|undefined)\b/);
  });
});
