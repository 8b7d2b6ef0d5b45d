import fc from "fast-check";
import type { Heading, ListItem } from "mdast";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Guidance } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { adr } from "../../../src/engine/report/adr/document.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { because } from "../../../src/engine/report/wording/phrases.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { nodesOf, parseMarkdown, skeletonOf, textOf } from "./markdown-tree.js";
import {
  answersMoved,
  followingDecision,
  reportOf,
  ruleOf,
  sample,
  undecidedSample,
} from "./sample-recommendation.js";

interface DecisionRecord {
  readonly metadata: unknown;
  readonly body: string;
}

/** The document of one record, its front matter read as YAML. */
function recordOf(from: Recommendation): DecisionRecord {
  const document = adr(reportOf(from), plainStyle);
  const [, metadata = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(document) ?? [];
  return { metadata: parse(metadata), body };
}

const bodyOf = (from: Recommendation): string => recordOf(from).body;

const decided: Recommendation = {
  ...sample,
  decision: {
    style: "stateful",
    because: "We know it",
    until: "2027-06-30",
    by: 'platform "core" team: a',
    answers: null,
  },
};

const lapse = { kind: "answers-changed", drift: answersMoved } as const;

test("a record has the sections of MADR 4, in its order", () => {
  const headings = nodesOf(parseMarkdown(bodyOf(sample))).filter(
    (node): node is Heading => node.type === "heading",
  );
  expect(headings.map((node) => `${node.depth} ${textOf(node)}`)).toEqual([
    "1 Where shop · checkout keeps its state: hybrid",
    "2 Context and Problem Statement",
    "2 Decision Drivers",
    "2 Considered Options",
    "2 Decision Outcome",
    "3 Consequences",
    "3 Confirmation",
    "2 Pros and Cons of the Options",
    "3 Stateless",
    "3 Stateful",
    "3 Hybrid",
    "2 More Information",
    "3 What would change it",
    "3 Open questions",
    "3 Sources",
  ]);
});

describe("the front matter", () => {
  test("of a recommendation nobody has decided on: proposed", () => {
    expect(recordOf(sample).metadata).toEqual({ status: "proposed" });
  });

  test("of a recorded decision: accepted, by whom, and no date", () => {
    expect(recordOf(decided).metadata).toEqual({
      status: "accepted",
      "decision-makers": ['platform "core" team: a'],
    });
  });

  test("of one that has lapsed: proposed, by whom", () => {
    expect(recordOf({ ...decided, lapse }).metadata).toEqual({
      status: "proposed",
      "decision-makers": ['platform "core" team: a'],
    });
  });

  test("holds any name", () => {
    fc.assert(
      fc.property(anyText, (by) => {
        const decision = { style: "hybrid", because: null, until: null, by, answers: null } as const;
        expect(recordOf({ ...sample, decision }).metadata).toEqual({
          status: "accepted",
          "decision-makers": [expect.any(String)],
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("several records", () => {
  const document = adr(
    reportOf(sample, { ...undecidedSample, surface: "cart <!-- next record: x -->" }, decided),
    plainStyle,
  );
  const records = document.split(/^<!-- next record: \S+ -->\n\n/m);

  test("are one a surface, each whole", () => {
    expect(records).toHaveLength(3);
    expect(records.map((record) => record.match(/^# .*$/gm)?.length)).toEqual([1, 1, 1]);
  });

  test("have their metadata in the text, and no front matter", () => {
    expect(records.map((record) => record.split("\n").slice(1, 4))).toEqual([
      ["", "* Status: proposed", ""],
      ["", "* Status: proposed", ""],
      ["", "* Status: accepted", '* Decision-makers: platform "core" team: a'],
    ]);
    expect(document).not.toMatch(/^---$/m);
  });
});

describe("says what it has to", () => {
  test.each([
    "Its requirements are written down in `shop.yaml:7`: 3 answers given, 1 implied by them, 2 questions open.",
    "* Pure stateful is ruled out: Nothing outlives a request here.",
    "* How many clients are there? **Very many** (`clients`; +1 2/3 for stateful, kept; +1 for stateless)",
    'Chosen option: "Hybrid", because state is needed, but most of it need not live with the connection',
    "* Good, because recovery step by step",
    "* Bad, because the cost of cost-a.",
    "  * What to do: The remedy of cost-a.",
    "* `api-advisor check shop.yaml` compares the decision, once recorded, with the recommendation. It fails if the two differ, unless a reason and a last day are recorded and that day has not passed; if the answers have changed since; and if there are too few for a recommendation.",
    "* Bad, because it is ruled out: nothing outlives a request here.",
    "* Good, because the reason of three-way. (5 points; cmp-state, [RFC 6455 §1.1](https://www.rfc-editor.org/rfc/rfc6455))",
    "* Good, because 5 points of 7 call for state that can be kept outside the server that answers (boundness 0.29, bound from 0.5).",
    "The recommendation is **fragile**: 1 open question can overturn it alone.",
  ])("%s", (said) => {
    expect(bodyOf(sample)).toContain(said);
  });
});

test("counts no implied answers if there are none", () => {
  const answers = sample.answers.filter(({ state }) => state === "given");
  expect(bodyOf({ ...sample, answers })).toContain(": 3 answers given, 2 questions open.\n");
});

describe("the outcome", () => {
  const because = (reason: string | null) => ({ until: null, by: null, answers: null, because: reason });
  const unrecorded = 'Chosen option: "Stateful", for reasons that are not recorded.';
  const ground = "state is needed, but most of it need not live with the connection";
  test.each([
    [
      "hybrid",
      "stateful",
      null,
      `${unrecorded} The recommendation was hybrid: the decision differs from it.`,
    ],
    ["undecided", "stateful", null, `${unrecorded} The answers were too few for a recommendation.`],
    [
      "undecided",
      "stateful",
      "Why not",
      'Chosen option: "Stateful", because why not. The answers were too few for a recommendation.',
    ],
    [
      "hybrid",
      "hybrid",
      null,
      `Chosen option: "Hybrid", because ${ground}: session in each request, workflow in a resource of its own. This is what was recommended.`,
    ],
  ] as const)("of %s, decided %s because %j", (verdict, style, reason, said) => {
    const body = bodyOf({ ...sample, verdict, decision: { style, ...because(reason) } });
    expect(body.split("\n")).toContain(said);
  });

  test.each([
    ["We know it", "we know it."],
    ["We know it. So there", "we know it. So there."],
    ["We know it.", "we know it."],
    [" We know it! \n", "we know it!"],
    ["We know it \n", "we know it."],
    ["We know it…", "we know it…"],
    ["It is HTTP/1.1", "it is HTTP/1.1."],
  ])("ends the sentence of %j", (reason, said) => {
    const body = bodyOf({ ...sample, decision: { style: "hybrid", ...because(reason) } });
    expect(body).toContain(`because ${said} This is what was recommended.\n`);
  });
});

describe("what the points say of a mix", () => {
  const own =
    "* Neutral, because where each kind of state lives has to be decided, built and monitored on its own.";
  test.each([
    [
      "can be kept elsewhere: h = 2/7",
      [2, 5, 3, 0],
      [
        "* Good, because 5 points of 7 call for state that can be kept outside the server that answers (boundness 0.29, bound from 0.5).",
        own,
      ],
    ],
    [
      "is bound: h = 5/7",
      [5, 2, 3, 0],
      [
        "* Bad, because most of the required state is live and has to stay with the connection (boundness 0.71, bound from 0.5).",
      ],
    ],
    [
      "is not needed: b = (6 − 4)/10",
      [2, 4, 4, 50],
      ["* Bad, because the points call for no state at all (balance +0.20, needed from 0.5)."],
    ],
    ["is not known, without any evidence", [0, 0, 0, 0], [own]],
  ] as const)("where state %s", (_, [live, kept, stateless, needBoundaryPercent], said) => {
    const scores = { live, kept, stateful: live + kept, stateless };
    const settings = { ...sample.settings, needBoundaryPercent };
    const body = bodyOf({ ...sample, scores, settings, rules: [], vetoes: [] });
    const [, hybrid = ""] = /^### Hybrid\n([\s\S]*?)\n##/m.exec(body) ?? [];
    expect(hybrid.split("\n").filter((line) => line.startsWith("* "))).toEqual(said);
  });
});

test("of many reasons the heaviest six stand for themselves, and the rest is counted", () => {
  const rules = Array.from({ length: 8 }, (_, at) => ({
    rule: ruleOf(`rule-${at}`, "stateful", 0, 1, 0),
    questions: ["exchange"],
  }));
  const lines = bodyOf({ ...sample, rules }).split("\n");
  const reasons = lines.filter((line) => line.startsWith("* Bad, because the reason of rule-"));
  expect(reasons).toHaveLength(6);
  expect(lines).toContain("* Bad, because of 2 more reasons of no greater weight.");
});

test("every consequence and argument is good, neutral or bad, because", () => {
  const tree = parseMarkdown(bodyOf(sample));
  let under = "";
  const items: string[] = [];
  for (const node of tree.children) {
    if (node.type === "heading") under = textOf(node);
    if (node.type !== "list" || !["Consequences", "Stateless", "Stateful", "Hybrid"].includes(under))
      continue;
    items.push(...node.children.map((item: ListItem) => textOf(item)));
  }
  expect(items.length).toBeGreaterThan(15);
  for (const item of items) expect(item).toMatch(/^(Good|Neutral|Bad), because /);
});

test("a decision against the recommendation: its own reason, its own consequences, no placement of the other", () => {
  const body = bodyOf(decided);
  expect(body).toContain(
    'Chosen option: "Stateful", because we know it. The recommendation was hybrid: the decision differs from it.',
  );
  expect(body).not.toContain("Where the state lives:");
  expect(body).toContain("The decision is accepted until **2027-06-30** and must be made again by then.");
});

describe("the confirmation of a decision", () => {
  const watch = (id: string, verdict: Guidance["verdict"], places: Guidance["places"]): Guidance => ({
    id,
    topic: "monitoring",
    verdict,
    places,
    when: null,
    text: `Watch ${id}.`,
    because: "It breaks.",
    sources: [],
  });
  const confirmationOf = (from: Recommendation): readonly string[] =>
    (/^### Confirmation\n\n([\s\S]*?)\n\n/m.exec(bodyOf(from))?.[1] ?? "").split("\n");
  const all = watch("all", null, null);
  const mixes = watch("mixes", ["hybrid"], null);
  const placed = watch("placed", null, ["resource"]);
  const guidance = [all, mixes, placed];

  test("against the recommendation has no guidance for what was recommended, and says so", () => {
    expect(confirmationOf({ ...decided, guidance })).toEqual([
      "* `api-advisor check shop.yaml` compares the recorded decision with the recommendation. It fails if the two differ, unless a reason and a last day are recorded and that day has not passed; if the answers have changed since; and if there are too few for a recommendation.",
      "* Watch all.",
      "* Advice on monitoring the recommended hybrid is left out: the chosen stateful needs monitoring of its own.",
    ]);
    expect(confirmationOf({ ...decided, guidance: [all] }).slice(1)).toEqual(["* Watch all."]);
  });

  test("as recommended has all of it", () => {
    const decision = { ...followingDecision, style: "hybrid" } as const;
    expect(confirmationOf({ ...sample, decision, guidance }).slice(1)).toEqual([
      "* Watch all.",
      "* Watch mixes.",
      "* Watch placed.",
    ]);
  });
});

test("a decision that has lapsed: why, and no day up to which it is accepted", () => {
  const body = bodyOf({ ...decided, lapse });
  expect(body).toContain(
    "The recorded decision has lapsed, because answers have changed since: exchange and clients. So it is only proposed here until it is made again.\n",
  );
  expect(body).not.toContain("is accepted until");
});

test("undecided: nothing is chosen", () => {
  const body = bodyOf(undecidedSample);
  expect(body).toContain("# Where shop · checkout keeps its state: undecided\n");
  expect(body).toContain(
    "Chosen option: none yet, because too little to go on: these answers come to 2 points",
  );
  expect(body).not.toContain("### Consequences");
});

test.each([
  ["Any instance can answer.", "any instance can answer."],
  ["A client can vanish.", "a client can vanish."],
  ["WebSocket servers drain.", "WebSocket servers drain."],
  ["HTTP says so.", "HTTP says so."],
  ["I say so.", "I say so."],
  ["Step-by-step recovery.", "step-by-step recovery."],
  ["“Quoted” words.", "“Quoted” words."],
  ["", ""],
])("%s after because", (sentence, expected) => {
  expect(because(sentence)).toBe(expected);
});

describe("no text changes the structure", () => {
  const plainly = skeletonOf(parseMarkdown(bodyOf(reworded(() => "x"))));
  const check = (text: string): void => {
    expect(skeletonOf(parseMarkdown(bodyOf(reworded(() => `x${text}x`))))).toEqual(plainly);
  };
  // Balanced backticks in a pack's texts are code on purpose.
  test.each(attacks.filter((attack) => !attack.includes("`")))("%j", check);
  test("any text", () => {
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll("`", "'")),
        check,
      ),
      { numRuns: 25 },
    );
  });
});
