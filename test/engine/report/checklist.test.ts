import fc from "fast-check";
import type { ListItem } from "mdast";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../src/engine/model/analysis.js";
import type { Guidance } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { checklist } from "../../../src/engine/report/checklist/document.js";
import { idPart, idPrefixes } from "../../../src/engine/report/checklist/item.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { bareQuestion } from "../bare-pack.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { nodesOf, parseMarkdown, skeletonOf } from "./markdown-tree.js";
import {
  analysis,
  answersMoved,
  boundSample,
  disadvantage,
  givenOf,
  ownDecision,
  reportOf,
  sample,
  undecidedSample,
} from "./sample-recommendation.js";

const draw = (...surfaces: readonly Recommendation[]): string => checklist(reportOf(...surfaces), plainStyle);
const full: ReportStyle = { ...plainStyle, detail: "full" };

const tasksOf = (document: string): readonly ListItem[] =>
  nodesOf(parseMarkdown(document)).filter((node): node is ListItem => node.type === "listItem");

const idsOf = (document: string): readonly string[] =>
  [...document.matchAll(/^- \[ \] .* <!-- id: (\S+) -->\\?$/gm)].map(([, id = ""]) => id);

const itemIds = [
  "checkout/clash/many-steps",
  "checkout/verdict/hybrid",
  "checkout/placement/no-exchange",
  "checkout/placement/token",
  "checkout/placement/task",
  "checkout/placement/no-copies",
  ...["a", "b", "c", "d", "e"].map((cost) => `checkout/mitigate/cost-${cost}`),
  "checkout/handle/retry-with-key",
  "checkout/answer/latency",
  "checkout/answer/network",
  "checkout/tip/exchange",
  "checkout/tip/kinds",
  "checkout/implied/context",
];

test("an item for each decision, cost, piece of advice, question that matters and answer that decides", () => {
  expect(idsOf(draw(sample))).toEqual(itemIds);
});

describe("what there is no time for", () => {
  const advice = (topic: Guidance["topic"], ids: string): readonly Guidance[] =>
    [...ids].map((id) => ({ ...forHybrid(id, null, null), topic }));
  const long = {
    ...sample,
    guidance: [
      ...advice("monitoring", "abcdefgh"),
      ...advice("retries", "ijk"),
      ...advice("error-model", "l"),
      ...advice("security", "m"),
    ],
  };
  const handled = (text: string): string => [...text.matchAll(/handle\/(.)/g)].map(([, id]) => id).join("");

  test("is counted under its group: costs beyond five, and advice beyond eight, each topic in its turn", () => {
    const text = draw(long);
    expect(handled(text)).toBe("lijkmabc");
    expect(text.match(/^….*$/gm)).toEqual([
      "… and 1 more with `--details`.",
      "… and 5 more with `--details`.",
    ]);
  });

  test("is counted of open questions beyond five, and of answers that decide beyond four", () => {
    const ids = [..."abcdefg"];
    const many = {
      ...sample,
      assumptions: [],
      questions: new Map([
        ...sample.questions,
        ...ids.map((id) => [id, bareQuestion(id, ["x", "y"], { ask: `Which ${id}?` })] as const),
      ]),
      open: ids.map((question) => ({
        ...{ question, ask: `Which ${question}?`, unsure: false, essential: false },
        ...{
          valueOfInformation: question === "c" ? 0 : 0.5,
          valueOfAsking: 0,
          bearsOnVerdict: false,
          overturns: false,
          moves: [],
          relocates: [],
        },
      })),
      analysis: {
        ...analysis,
        tippingPoints: {
          ...analysis.tippingPoints,
          points: ids.map((question) => ({
            changes: [{ question, from: "x", to: "y" }],
            verdict: "stateless" as const,
          })),
        },
      },
    };
    const text = draw(many);
    expect(idsOf(text).filter((id) => /\/(?:answers?|tip|implied)\//.test(id))).toEqual([
      ...["a", "b", "d", "e", "f"].map((id) => `checkout/answer/${id}`),
      "checkout/answers/others",
      ...["a", "b", "c", "d"].map((id) => `checkout/tip/${id}`),
    ]);
    expect(text.match(/^….*$/gm)).toEqual([1, 1, 4].map((left) => `… and ${left} more with \`--details\`.`));
  });

  test("is there in full detail", () => {
    const text = checklist(reportOf(long), full);
    expect(handled(text)).toBe("lijkmabcdefgh");
    expect(idsOf(text)).toContain("checkout/mitigate/cost-f");
    expect(text).not.toContain("… and");
  });
});

test("what speaks against what an item rests on is a line of its own under it, and changes no id", () => {
  const contested = (from: Recommendation) =>
    draw({ ...from, contested: new Map() }).match(/^ .*Contested.*$/gm);
  expect(contested(sample)).toBeNull();
  const [given, ...others] = sample.settled;
  if (given === undefined) throw new Error("the sample has a given");
  const disputed = { ...given, rule: { ...given.rule, contested: "Caches `remember`." } };
  const withGiven = { ...sample, settled: [disputed, ...others] };
  expect(draw(withGiven)).toContain(
    "      _Why:_ Nothing outlives a request here.\\\n      _Contested:_ Caches `remember`.\n",
  );
  // Workflow is kept: what speaks against a rule for this is shown, what speaks against one against it is not.
  const rules = sample.rules.map(({ rule, questions }) => ({
    rule: { ...rule, contested: `Not ${rule.id}.` },
    questions,
  }));
  expect(contested({ ...sample, rules })).toEqual([
    "      _Contested:_ “The reason of three-way.” Not three-way.\\",
    "      _Contested:_ “The reason of two-way.” Not two-way.",
  ]);
  const document = draw({ ...withGiven, rules, contested: new Map([["sf-con-load", "Memory is cheap."]]) });
  expect(document).toContain(
    "      _What to do:_ The remedy of cost-a.\\\n      _Contested:_ Memory is cheap.\n",
  );
  expect(idsOf(document)).toEqual(itemIds);
});

test("every item is an unticked task that ends its line with its id", () => {
  const document = draw(sample, undecidedSample);
  const tasks = tasksOf(document);
  expect(tasks.map(({ checked }) => checked)).toEqual(tasks.map(() => false));
  expect(idsOf(document)).toHaveLength(tasks.length);
});

test("a heading names the file where a surface is in two", () => {
  expect(draw(sample)).toMatch(/^## Design review: shop · checkout\n/);
  const document = draw(sample, { ...sample, source: "after.yaml" });
  expect(document.match(/^## .*$/gm)).toEqual([
    "## Design review: shop · checkout (shop.yaml)",
    "## Design review: shop · checkout (after.yaml)",
  ]);
});

test("a question that matters little alone, or an answer that decides, is one line; any other item says why", () => {
  const lines = draw(sample).split("\n");
  for (const [at, line] of lines.entries()) {
    const id = /id: checkout\/(\w+)\/(\w+)/.exec(line);
    if (id === null) continue;
    const isLine = id[1] === "tip" || id[2] === "network";
    expect(line.endsWith("\\")).toBe(!isLine);
    expect(lines[at + 1]).toMatch(isLine ? /^(?:- \[ \]|$)/ : /^ {6}_(Why|What to do|How firm):_ \S/);
  }
});

test("nothing is said twice below the items of a surface", () => {
  const guidance = ["one", "two"].map((id) => forHybrid(id, null, null));
  const [, first, second] = draw({ ...sample, guidance }).split(/^- \[ \] (?=\*\*Monitoring)/m);
  expect(first).toContain("_Why:_ It breaks.");
  expect(second).not.toContain("_Why:_ It breaks.");
});

test("sources are links, and the claims of the others words, in full detail", () => {
  const sources = sample.rules.flatMap(({ rule }) => rule.sources).slice(0, 2);
  const guidance = sample.guidance.map((each) => ({
    ...each,
    sources: [...sources, { kind: "reference", id: "rfc-6455", section: "7" } as const],
  }));
  const titles = new Map([["cmp-state", "What the server remembers differs."]]);
  const from = { ...sample, titles, settled: [], guidance };
  const why = "_Why:_ A lost answer looks like a lost request.";
  const link = "([RFC 6455 §1.1, §7](https://www.rfc-editor.org/rfc/rfc6455))";
  expect(draw(from)).toContain(`${why} ${link}\n`);
  expect(checklist(reportOf(from), full)).toContain(
    `${why} ${link}\\\n      _Rests on:_ What the server remembers differs.\n`,
  );
  expect(draw(sample)).not.toContain("cmp-state");
});

test.each([
  ["One two. Three four.", "One two. Three four."],
  [`${"word ".repeat(12)}end. ${"Word ".repeat(12)}end.`, `${"word ".repeat(12)}end.`],
  [`One (two; ${"three ".repeat(20)}) four; five.`, `One (two; ${"three ".repeat(20)}) four.`],
  [`Use e.g. Redis; ${"word ".repeat(20)}end.`, "Use e.g. Redis."],
  [`Say \`a; b\` first; ${"word ".repeat(20)}end.`, "Say `a; b` first."],
  [`Name two things: ${"one and ".repeat(13)}two.`, "Name two things."],
  [`Name two things: ${"one and ".repeat(10)}two.`, `Name two things: ${"one and ".repeat(10)}two.`],
])("of a long text it has whole clauses: %j", (text, shown) => {
  const guidance = sample.guidance.map((each) => ({ ...each, text }));
  const [task] = itemOf({ ...sample, guidance }, "handle/retry-with-key");
  expect(task).toBe(`**Retries:** ${shown}`);
  expect(checklist(reportOf({ ...sample, guidance }), full)).toContain(`**Retries:** ${text} <!--`);
});

describe("says what it has to", () => {
  const moderate = { grade: "fragile", answers: "open", weights: "moderate", caps: [] } as const;
  const watched: Recommendation = {
    ...sample,
    analysis: { ...analysis, stability: { ...analysis.stability, radius: 0.2 }, trust: moderate },
  };
  test.each([
    "The verdict is **hybrid** (grade fragile): the server keeps only the task; any instance can serve. <!-- id: checkout/verdict/hybrid -->\\\n      _How firm:_ An answer to latency can overturn it; it withstands some error in the weights, but not much.\n",
    "Look again at an answer that does not fit the others: How many clients are there? <!-- id: checkout/clash/many-steps -->\\\n      _Why:_ So many clients cannot all be led through steps. Now: What kind of exchange is it? “Steps that make one task”; How many clients are there? “Very many”.\n",
    "There is no **interaction** state (connection and conversation) to keep. <!-- id: checkout/placement/no-exchange -->\\\n      _Why:_ The reason of no-exchange.\n",
    "**Session** state (login) lives **in each request**. <!-- id: checkout/placement/token -->\\\n      _Why:_ Nothing outlives a request here.\n",
    "**Workflow** state (tasks and transactions over several requests) lives **in a resource of its own**: “Task record” (e.g. PostgreSQL, Temporal, Step Functions). <!-- id: checkout/placement/task -->\\\n      _Why:_ The reason of task.\\\n      _Watch:_ Records that nobody ends.\n",
    "The cost of cost-a. <!-- id: checkout/mitigate/cost-a -->\\\n      _What to do:_ The remedy of cost-a.\\\n      _Contested:_ Memory is cheap.\n",
    "**Retries:** Send a key.",
    "Name who will find out, and by when: How soon must an answer be there? **It can overturn the verdict alone.** <!-- id: checkout/answer/latency -->\\\n      _Why:_ why\n",
    "What is the network like? Until then assumed: “Reliable”; otherwise another place or pattern for session. <!-- id: checkout/answer/network -->\n",
    "How much context is there? **A lot**, as other answers imply. <!-- id: checkout/implied/context -->\\\n      _Why:_ A task of steps builds context up.\n",
    "What kind of system is it? **A shop; A bank**; the verdict is **stateless** without “A shop”, **stateful** with “A game”. <!-- id: checkout/tip/kinds -->\n",
  ])("%s", (said) => {
    expect(draw(watched)).toContain(said);
  });

  test("and the figures of a question in full detail", () => {
    expect(checklist(reportOf(watched), full)).toContain(
      "      _Why:_ why Its answer narrows the verdict down by 0.31 bits on average.\n",
    );
  });
});

/** The task of an item and its reason, without their marks. */
function itemOf(from: Recommendation, id: string): readonly (string | undefined)[] {
  const lines = draw(from).split("\n");
  const at = lines.findIndex((line) => line.includes(` <!-- id: checkout/${id} -->`));
  const [task, ...below] = lines.slice(at).map((line) => line.replace(/\\$/, ""));
  return [task?.slice("- [ ] ".length).split(" <!--")[0], below[0]?.trim()];
}

const forHybrid = (id: string, verdict: Guidance["verdict"], places: Guidance["places"]): Guidance => ({
  id,
  topic: "monitoring",
  verdict,
  places,
  when: null,
  text: `Watch ${id}.`,
  because: "It breaks.",
  sources: [],
});

describe("a decision against the recommendation", () => {
  const deviating: Recommendation = {
    ...sample,
    decision: ownDecision,
    tradeoffs: [...sample.tradeoffs, { ...disadvantage("no-state"), style: "stateless" }],
    guidance: [
      forHybrid("all", null, null),
      forHybrid("both", ["stateful", "hybrid"], null),
      forHybrid("other", ["hybrid"], null),
      forHybrid("placed", null, ["resource"]),
    ],
  };

  test("is what is to be confirmed, not the verdict, and what it asks for", () => {
    expect(idsOf(draw(deviating)).filter((id) => !/\/(answer|implied|tip|unsure)\//.test(id))).toEqual([
      "checkout/clash/many-steps",
      "checkout/decision/stateful",
      "checkout/placement/interaction/decided",
      "checkout/placement/session/decided",
      "checkout/placement/workflow/decided",
      "checkout/placement/sync/decided",
      "checkout/mitigate/cost-a",
      "checkout/mitigate/cost-b",
      "checkout/mitigate/cost-c",
      "checkout/mitigate/cost-d",
      "checkout/mitigate/cost-e",
      "checkout/handle/all",
      "checkout/handle/both",
    ]);
  });

  test("leaves out the costs of places that the decided design may not have", () => {
    const [cost] = deviating.tradeoffs.filter(({ kind }) => kind === "disadvantage");
    if (cost === undefined) throw new Error("the sample has a cost");
    const anywhere = { ...cost, id: "anywhere", places: null };
    const placed = {
      ...cost,
      id: "placed",
      places: ["connection"],
    } as const;
    const idsIn = (from: Recommendation): readonly string[] =>
      [...draw(from).matchAll(/\/mitigate\/([\w-]+)/g)].map(([, id = ""]) => id);
    const from: Recommendation = { ...deviating, tradeoffs: [placed, anywhere] };
    expect(idsIn(from)).toEqual(["anywhere"]);
    expect(idsIn({ ...from, decision: null })).toEqual(["placed", "anywhere"]);
  });

  test.each([
    [
      "decision/stateful",
      "Confirm the recorded decision by platform: **stateful** instead of the recommended **hybrid** (grade fragile), accepted until 2027-06-30.",
      "Reason given: We own the clients.",
    ],
    [
      "placement/sync/decided",
      "Say where **sync** state (data that clients change offline) lives in the decided stateful design. In the recommended hybrid one, there is none.",
      "_Why:_ The reason of no-copies.",
    ],
    [
      "placement/workflow/decided",
      "Say where **workflow** state (tasks and transactions over several requests) lives in the decided stateful design. In the recommended hybrid one, it lives **in a resource of its own**: “Task record” (e.g. PostgreSQL, Temporal, Step Functions).",
      "_Why:_ The reason of task.",
    ],
  ])("asks for %s", (id, task, reason) => {
    expect(itemOf(deviating, id)).toEqual([task, reason]);
  });

  test.each([
    ["must", "stateless", true],
    ["must", "stateful", false],
    ["must-not", "stateful", false],
    ["may-not-bind", "stateful", true],
    ["may-not-bind", "stateless", false],
    ["must-bind", "hybrid", true],
    ["must-bind", "stateless", false],
    ["follows", "hybrid", false],
  ] as const)("has to say how it can work if a %s rule rules %s out: %j", (kind, style, isOverruled) => {
    const verdict = style === "hybrid" ? "stateful" : "hybrid";
    const settled = [{ rule: givenOf("given-one", kind, "interaction"), questions: ["clients"] }];
    const from: Recommendation = { ...sample, verdict, settled, decision: { ...ownDecision, style } };
    const [task] = itemOf(from, "given/given-one/overruled");
    if (isOverruled)
      expect(task).toContain(
        `Say how the decided ${style} design can work, although by the rule pack the conversation `,
      );
    else expect(draw(from)).not.toContain("given/");
  });

  test("is not held against a requirement that it keeps to: that is a reason for the place", () => {
    expect(draw(deviating)).toContain(
      "it lives **in each request**. <!-- id: checkout/placement/session/decided -->\\\n      _Why:_ Nothing outlives a request here.\n",
    );
  });

  test("that has lapsed has to be made again, and the verdict is what is to be confirmed", () => {
    const lapsed = {
      ...sample,
      decision: ownDecision,
      lapse: { kind: "answers-changed", drift: answersMoved },
    } as const;
    expect(itemOf(lapsed, "decision/stateful/anew")).toEqual([
      "Make the recorded decision by platform again: **stateful**.",
      "_Why:_ It has lapsed, because answers have changed since: exchange and clients. Reason given: We own the clients.",
    ]);
    expect(idsOf(draw(lapsed)).filter((id) => id !== "checkout/decision/stateful/anew")).toEqual(
      idsOf(draw(sample)),
    );
  });
});

describe("leaves out what there is not:", () => {
  test("the grade of a verdict that was not analysed", () => {
    const [task] = itemOf({ ...sample, analysis: null }, "verdict/hybrid");
    expect(task).toBe("The verdict is **hybrid**: the server keeps only the task; any instance can serve.");
  });

  test("who decided, and why", () => {
    const decision = { ...ownDecision, style: "hybrid", because: null, until: null, by: null } as const;
    expect(itemOf({ ...sample, decision }, "decision/hybrid")).toEqual([
      "Confirm the recorded decision for **hybrid** (grade fragile), as recommended: the server keeps only the task; any instance can serve.",
      "_How firm:_ An answer to latency can overturn it.",
    ]);
  });

  test("the verdict beside a decision for it, whose days the decision has", () => {
    const decision = { ...ownDecision, style: "hybrid", reviewBy: "2027-03-31" } as const;
    expect(itemOf({ ...sample, decision }, "decision/hybrid")).toEqual([
      "Confirm the recorded decision by platform for **hybrid** (grade fragile), as recommended, accepted until 2027-06-30, to be reviewed by 2027-03-31: the server keeps only the task; any instance can serve.",
      "Reason given: We own the clients.",
    ]);
    expect(idsOf(draw({ ...sample, decision }))).toEqual(
      itemIds.map((id) => (id === "checkout/verdict/hybrid" ? "checkout/decision/hybrid" : id)),
    );
  });

  test("requirements that settle nothing where there is no verdict yet stand alone, without answers if they depend on none", () => {
    const settled = sample.settled.map(({ rule }) => ({ rule, questions: [] }));
    const [task, why] = itemOf({ ...undecidedSample, settled }, "given/no-memory");
    expect(task).toBe("The login is not to be kept.");
    expect(why).toBe("_Why:_ Nothing outlives a request here.");
    expect(itemOf({ ...undecidedSample, settled: sample.settled }, "given/no-memory")[0]).toBe(
      "The login is not to be kept as long as the answer is “Very many”.",
    );
  });

  test("questions that say nothing alone, which are one item", () => {
    const open = ["latency", "network"].map((question) => ({
      ...{ question, ask: `What of ${question}?`, unsure: false, essential: false },
      ...{
        valueOfInformation: 0,
        valueOfAsking: 0,
        bearsOnVerdict: false,
        overturns: false,
        moves: [],
        relocates: [],
      },
    }));
    const from = { ...sample, assumptions: [], open };
    expect(idsOf(draw(from)).filter((id) => id.includes("answer"))).toEqual(["checkout/answers/others"]);
    expect(itemOf(from, "answers/others")[0]).toBe(
      "Still open, though no answer alone bears on the verdict: What of latency? What of network?",
    );
  });

  test("what an answer is worth, where that is not known", () => {
    const open = sample.open.map((each) => ({ ...each, valueOfInformation: null, overturns: false }));
    expect(itemOf({ ...sample, open, assumptions: [] }, "answer/latency")).toEqual([
      "Name who will find out, and by when: How soon must an answer be there?",
      "_Why:_ why",
    ]);
  });

  test("why an answer is implied", () => {
    const answers = sample.answers.map((each) => ({ ...each, impliedBecause: null }));
    expect(draw({ ...sample, answers })).toContain(
      "**A lot**, as other answers imply. <!-- id: checkout/implied/context -->\n",
    );
  });
});

describe("what tips the verdict", () => {
  const change = { question: "exchange", from: "steps", to: "single" };
  const tipped = (points: Analysis["tippingPoints"]["points"]): Recommendation => ({
    ...sample,
    analysis: { ...analysis, tippingPoints: { ...analysis.tippingPoints, points } },
  });

  test("is reported by verdict, and by its id where the pack does not know it", () => {
    const exchange = { question: "exchange", from: "steps" };
    const from = tipped([
      { changes: [{ ...exchange, to: "odd" }], verdict: "stateless" },
      { changes: [{ ...exchange, to: "even" }], verdict: "stateful" },
      { changes: [{ ...exchange, to: "single" }], verdict: "stateless" },
    ]);
    expect(itemOf(from, "tip/exchange")[0]).toBe(
      "What kind of exchange is it? **Steps that make one task**; the verdict is **stateless** with “odd” or with “Single requests”, **stateful** with “even”.",
    );
  });

  test("names one of several options that do alike, and all in full detail", () => {
    const points = ["p", "q", "r"].map((to) => ({
      changes: [{ question: "exchange", from: "steps", to }],
      verdict: "stateful" as const,
    }));
    expect(itemOf(tipped(points), "tip/exchange")[0]).toMatch(
      /; the verdict is \*\*stateful\*\* with “p” or 2 other answers\.$/,
    );
    expect(checklist(reportOf(tipped(points)), full)).toContain(
      "**stateful** with “p”, with “q” or with “r”.",
    );
  });

  test.each([
    [
      "several changes at once",
      [{ changes: [change, change], verdict: "stateless" as const }],
      "No single answer changes it.",
    ],
    ["none", [], "No other answers change it."],
  ])("is told beside the verdict if it takes %s", (_, points, said) => {
    const from = tipped(points);
    expect(draw(from)).not.toContain("/tip/");
    expect(itemOf(from, "verdict/hybrid")[1]).toBe(
      `_How firm:_ An answer to latency can overturn it. ${said}`,
    );
  });
});

test("undecided: the questions come first, and there is no verdict to confirm", () => {
  const decision = { ...ownDecision, style: "hybrid" } as const;
  const from = { ...undecidedSample, decision };
  expect(idsOf(draw(from))).toEqual([
    "checkout/answer/latency",
    "checkout/answers/others",
    "checkout/decision/hybrid",
  ]);
  expect(itemOf(from, "decision/hybrid")[0]).toBe(
    "Confirm the recorded decision by platform for **hybrid**, with no recommendation to compare it with, accepted until 2027-06-30.",
  );
});

test("ids stay when texts change, and those of all items in full detail", () => {
  const named = { service: sample.service, surface: sample.surface, decision: null, unconfirmed: [] };
  const texts = { ...reworded((text) => `${text}!`), ...named };
  expect(idsOf(draw(texts))).toEqual(itemIds);
  expect(idsOf(checklist(reportOf(sample), full))).toEqual(
    itemIds.toSpliced(itemIds.indexOf("checkout/handle/retry-with-key"), 0, "checkout/mitigate/cost-f"),
  );
});

describe("ids are unique", () => {
  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      "one service",
      [
        ["shop", "cart"],
        ["shop", "pay"],
      ],
      ["cart", "pay"],
    ],
    [
      "a name in two services",
      [
        ["a", "x"],
        ["b", "x"],
        ["b", "y"],
      ],
      ["a/x", "b/x", "y"],
    ],
    [
      "a name twice in one service",
      [
        ["a", "x"],
        ["a", "x"],
      ],
      ["x", "x~2"],
    ],
    [
      "spaces and hyphens",
      [
        ["a", "x y"],
        ["a", "x--y"],
        ["a", "x-y"],
        ["a", "-"],
      ],
      ["x%20y", "x-%2Dy", "x-y", "%2D"],
    ],
  ])("%s", (_, names, prefixes) => {
    expect(idPrefixes(names.map(([service, surface]) => ({ service, surface })))).toEqual(prefixes);
  });

  test.each([
    ["", "%"],
    ["a~b/c", "a%7Eb%2Fc"],
    ["x\ud800x", "x%EF%BF%BDx"],
  ])("the name %j is %s in them", (name, part) => {
    expect(idPart(name)).toBe(part);
  });

  test("for any names", () => {
    const name = fc.oneof(fc.constantFrom("a", "b", "a/b", "a~2", "", "-", "%00"), anyText);
    fc.assert(
      fc.property(fc.array(fc.record({ service: name, surface: name }), { maxLength: 8 }), (surfaces) => {
        const prefixes = idPrefixes(surfaces);
        expect(new Set(prefixes).size).toBe(surfaces.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("and may be in a comment", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(`id: ${idPart(text)}/x`).not.toMatch(/--|>|\s.*\s|[^ -~]/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("no text changes the structure", () => {
  const drawn = (reword: (text: string) => string): string =>
    draw(reworded(reword), reworded(reword, boundSample));
  const plainly = skeletonOf(parseMarkdown(drawn(() => "x")));
  const check = (text: string): void => {
    const document = drawn(() => `x${text}x`);
    expect(skeletonOf(parseMarkdown(document))).toEqual(plainly);
    expect(idsOf(document)).toHaveLength(tasksOf(document).length);
  };
  // Balanced backticks in a pack's texts are code on purpose.
  test.each(attacks.filter((attack) => !attack.includes("`")))("%j", check);
  test("any text", () => {
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll("`", "'")),
        check,
      ),
      { numRuns: 10 },
    );
  });
});
