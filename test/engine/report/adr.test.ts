import fc from "fast-check";
import type { Heading, ListItem } from "mdast";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { because } from "../../../src/engine/report/adr/because.js";
import { adr } from "../../../src/engine/report/adr.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { nodesOf, parseMarkdown, skeletonOf, textOf } from "./markdown-tree.js";
import { reportOf, ruleOf, sample, undecidedSample } from "./sample-recommendation.js";

interface DecisionRecord {
  readonly metadata: unknown;
  readonly body: string;
}

/** The document cut at its breaks, each record's front matter read as YAML. */
function recordsOf(...surfaces: readonly Recommendation[]): readonly DecisionRecord[] {
  const document = adr(reportOf(...surfaces), plainStyle);
  return document.split(/^<!-- next record: \S+ -->\n\n/m).map((record) => {
    const [, metadata = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(record) ?? [];
    return { metadata: parse(metadata), body };
  });
}

const bodyOf = (from: Recommendation): string => recordsOf(from)[0]?.body ?? "";

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

test("a record has the sections of MADR 4, in its order", () => {
  const headings = nodesOf(parseMarkdown(bodyOf(sample))).filter(
    (node): node is Heading => node.type === "heading",
  );
  expect(headings.map((node) => `${node.depth} ${textOf(node)}`)).toEqual([
    "1 Where shop checkout keeps its state: hybrid",
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
    expect(recordsOf(sample).map(({ metadata }) => metadata)).toEqual([{ status: "proposed" }]);
  });

  test("of a recorded decision: accepted, by whom, and no date", () => {
    expect(recordsOf(decided).map(({ metadata }) => metadata)).toEqual([
      { status: "accepted", "decision-makers": ['platform "core" team: a'] },
    ]);
  });

  test("holds any name", () => {
    fc.assert(
      fc.property(anyText, (by) => {
        const decision = { style: "hybrid", because: null, until: null, by, answers: null } as const;
        const [record] = recordsOf({ ...sample, decision });
        expect(record?.metadata).toEqual({ status: "accepted", "decision-makers": [expect.any(String)] });
      }),
      { numRuns: 200 },
    );
  });
});

test("one record a surface, each whole", () => {
  const records = recordsOf(sample, { ...undecidedSample, surface: "cart <!-- next record: x -->" }, decided);
  expect(records).toHaveLength(3);
  expect(records.map(({ body }) => body.match(/^# .*$/gm)?.length)).toEqual([1, 1, 1]);
});

describe("says what it has to", () => {
  test.each([
    "What is required of it is written down in `shop.yaml:7`: 3 answers given, 1 implied by them, 2 questions open.",
    "* Pure stateful is ruled out: Nothing outlives a request here.",
    "* How many clients are there? **Very many** (`clients`; +1 2/3 for stateful, kept; +1 for stateless)",
    'Chosen option: "Hybrid", because state is needed, but most of it need not live with the connection',
    "* Good, because recovery step by step",
    "* Bad, because the cost of cost-a.",
    "  * What to do: The remedy of cost-a.",
    "* `api-advisor check shop.yaml` holds the recorded decision against the recommendation",
    "* Bad, because it is ruled out: nothing outlives a request here.",
    "* Good, because the reason of three-way. (5 points; cmp-state, [RFC 6455 §1.1](https://www.rfc-editor.org/rfc/rfc6455))",
    "* Good, because 5 points of 7 call for state that can be kept outside the server that answers (boundness 0.29, bound from 0.5).",
    "The recommendation is **fragile**: 1 open question can overturn it alone.",
  ])("%s", (said) => {
    expect(bodyOf(sample)).toContain(said);
  });
});

test("counts no implied answers where there are none", () => {
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
      `Chosen option: "Hybrid", because ${ground}: session in each request, workflow in a resource of its own. That is what was recommended.`,
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
    expect(body).toContain(`because ${said} That is what was recommended.\n`);
  });
});

describe("what the points say of a mix", () => {
  const own =
    "* Neutral, because where each kind of state lives has to be decided, built and watched on its own.";
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
        "* Bad, because most of the state that is called for is live and has to stay with the connection (boundness 0.71, bound from 0.5).",
      ],
    ],
    [
      "is not needed: b = (6 − 4)/10",
      [2, 4, 4, 50],
      ["* Bad, because by points no state is needed at all (balance +0.20, needed from 0.5)."],
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
  expect(body).toContain("The decision is accepted until **2027-06-30** and is to be taken anew by then.");
});

test("undecided: nothing is chosen", () => {
  const body = bodyOf(undecidedSample);
  expect(body).toContain("# Where shop checkout keeps its state: undecided\n");
  expect(body).toContain(
    "Chosen option: none yet, because too little to go by: these answers come to 2 points",
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
