import fc from "fast-check";
import type { ListItem } from "mdast";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../src/engine/model/analysis.js";
import type { Guidance } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { checklist } from "../../../src/engine/report/checklist/document.js";
import { idPart, idPrefixes } from "../../../src/engine/report/checklist/item.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
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

const tasksOf = (document: string): readonly ListItem[] =>
  nodesOf(parseMarkdown(document)).filter((node): node is ListItem => node.type === "listItem");

const idsOf = (document: string): readonly string[] =>
  [...document.matchAll(/^- \[ \] .* <!-- id: (\S+) -->$/gm)].map(([, id = ""]) => id);

test("an item for each decision, mitigation, piece of guidance, open question and tipping point", () => {
  expect(idsOf(draw(sample))).toEqual([
    "checkout/clash/many-steps",
    "checkout/verdict/hybrid",
    "checkout/given/no-memory",
    "checkout/placement/no-exchange",
    "checkout/placement/token",
    "checkout/placement/task",
    "checkout/placement/no-copies",
    "checkout/mitigate/cost-a",
    "checkout/mitigate/cost-b",
    "checkout/mitigate/cost-c",
    "checkout/mitigate/cost-d",
    "checkout/mitigate/cost-e",
    "checkout/mitigate/cost-f",
    "checkout/handle/retry-with-key",
    "checkout/answer/latency",
    "checkout/answer/network",
    "checkout/implied/context",
    "checkout/tip/exchange",
    "checkout/tip/kinds",
    "checkout/unsure/latency",
  ]);
});

test("what speaks against what an item rests on is a line of its own under it, and changes no id", () => {
  const contested = (from: Recommendation) =>
    draw({ ...from, contested: new Map() }).match(/^ .*Contested.*$/gm);
  expect(contested(sample)).toBeNull();
  const [given, ...others] = sample.settled;
  if (given === undefined) throw new Error("the sample has a given");
  const disputed = { ...given, rule: { ...given.rule, contested: "Caches `remember`." } };
  const withGiven = { ...sample, settled: [disputed, ...others] };
  expect(contested(withGiven)).toEqual(["      _Contested:_ Caches `remember`."]);
  // Workflow is kept: what speaks against a rule for this is shown, what speaks against one against it is not.
  const rules = sample.rules.map(({ rule, questions }) => ({
    rule: { ...rule, contested: `Not ${rule.id}.` },
    questions,
  }));
  expect(contested({ ...sample, rules })).toEqual(
    rules
      .filter(({ rule }) => rule.points > 0)
      .map(
        ({ rule }) =>
          `      _Contested:_ \`${rule.id}\`, ${rule.points} points for keeping it. Not ${rule.id}.`,
      ),
  );
  const document = draw({ ...withGiven, rules, contested: new Map([["sf-con-load", "Memory is cheap."]]) });
  expect(document).toContain(
    "      _What to do:_ The remedy of cost-a. (sf-con-load)\n      _Contested:_ Memory is cheap.\n",
  );
  expect(idsOf(document)).toEqual(idsOf(draw(sample)));
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

test("each item says why", () => {
  const lines = draw(sample).split("\n");
  for (const [at, line] of lines.entries()) {
    if (line.startsWith("- [ ]")) expect(lines[at + 1]).toMatch(/^ {6}_(Why|What to do):_ \S/);
  }
});

describe("says what it has to", () => {
  const moderate = { grade: "fragile", answers: "open", weights: "moderate", caps: [] } as const;
  const watched: Recommendation = {
    ...sample,
    analysis: { ...analysis, stability: { ...analysis.stability, radius: 0.2 }, trust: moderate },
    decision: {
      style: "hybrid",
      because: "We know it.",
      until: "2027-06-30",
      reviewBy: null,
      by: "platform",
      answers: null,
    },
  };
  test.each([
    "Confirm the verdict **hybrid** (grade fragile), or record what is to be built instead and why.",
    "Confirm the recorded decision by platform: **hybrid**. <!-- id: checkout/decision/hybrid -->\n      _Why:_ The team decided this, as recommended. Reason given: We know it.",
    "Look again at an answer that does not fit the others: How many clients are there? (`clients`) <!-- id: checkout/clash/many-steps -->\n      _Why:_ So many clients cannot all be led through steps. Now `exchange` is “Steps that make one task” and `clients` is “Very many”.",
    "Confirm that the login is not to be kept as long as `clients` is “Very many”.",
    "_Why:_ why Until then it is assumed to be “Reliable”; otherwise another place or pattern for session.",
    "Confirm that there is no **interaction** state (connection and conversation) to keep.",
    "lives **in a resource of its own**, by the pattern “Task record” (e.g. PostgreSQL, Temporal, Step Functions). <!-- id: checkout/placement/task -->\n      _Why:_ The reason of task. Watch: Records that nobody ends.",
    "The cost of cost-a. <!-- id: checkout/mitigate/cost-a -->\n      _What to do:_ The remedy of cost-a.",
    "**Retries:** Send a key.",
    "Answer: How soon must an answer be there? (`latency`) <!-- id: checkout/answer/latency -->\n      _Why:_ why Its answer narrows the verdict down by 0.31 bits on average. **It can overturn the verdict alone.**",
    "Confirm the implied answer: How much context is there? **A lot** (`context`)",
    "Make the decision again by **2027-06-30**.",
    "Revisit when this answer changes: What kind of system is it? Now “A shop; A bank” (`kinds`). <!-- id: checkout/tip/kinds -->\n      _Why:_ That alone can change the verdict: **stateless** without “A shop”; **stateful** with “A game”.",
    "Revisit when the weights of the rule pack change, and look at the reasons that weigh most: the verdict depends on them. <!-- id: checkout/weights -->\n      _Why:_ Moderate. Each weight may be off by less than 20 %, independently of the others, before the verdict turns stateless (robust from 0.25, tight below 0.1). Stability radius r = \\|A − B\\| / (A + B)",
    "Name who will find out, and by when: How soon must an answer be there?",
  ])("%s", (said) => {
    expect(draw(watched)).toContain(said);
  });
});

/** The task of an item and its reason, without their marks. */
function itemOf(from: Recommendation, id: string): readonly (string | undefined)[] {
  const lines = draw(from).split("\n");
  const at = lines.findIndex((line) => line.endsWith(` <!-- id: checkout/${id} -->`));
  return [lines[at]?.slice("- [ ] ".length).split(" <!--")[0], lines[at + 1]?.trim()];
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
      "checkout/given/no-memory",
      "checkout/placement/interaction/decided",
      "checkout/placement/session/decided",
      "checkout/placement/workflow/decided",
      "checkout/placement/sync/decided",
      "checkout/mitigate/cost-a",
      "checkout/mitigate/cost-b",
      "checkout/mitigate/cost-c",
      "checkout/mitigate/cost-d",
      "checkout/mitigate/cost-e",
      "checkout/mitigate/cost-f",
      "checkout/handle/all",
      "checkout/handle/both",
      "checkout/decision/until",
    ]);
  });

  test.each([
    [
      "decision/stateful",
      "Confirm the recorded decision by platform: **stateful**, against the recommended **hybrid** (grade fragile).",
      "_Why:_ The team decided this, which differs from the recommendation. Reason given: We own the clients. Mitigations and guidance for hybrid alone are left out here.",
    ],
    [
      "placement/sync/decided",
      "Say where **sync** state (data that clients change offline) lives with the decided stateful. With the recommended hybrid, there is none.",
      "_Why:_ The reason of no-copies.",
    ],
    [
      "placement/workflow/decided",
      "Say where **workflow** state (tasks and transactions over several requests) lives with the decided stateful. With the recommended hybrid, it lives **in a resource of its own**, by the pattern “Task record” (e.g. PostgreSQL, Temporal, Step Functions).",
      "_Why:_ The reason of task. Watch: Records that nobody ends.",
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
    ["must-bind", "stateless", true],
    ["follows", "hybrid", false],
  ] as const)("has to say how it can work if a %s rule rules %s out: %j", (kind, style, isOverruled) => {
    const verdict = style === "hybrid" ? "stateful" : "hybrid";
    const settled = [{ rule: givenOf("given-one", kind, "interaction"), questions: ["clients"] }];
    const from: Recommendation = { ...sample, verdict, settled, decision: { ...ownDecision, style } };
    const id = "given/given-one";
    expect(itemOf(from, isOverruled ? `${id}/overruled` : id)[0]).toContain(
      isOverruled
        ? `Say how the decided ${style} can work, although by the rule pack the conversation `
        : "Confirm that the conversation ",
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
    expect(task).toBe("Confirm the verdict **hybrid**, or record what is to be built instead and why.");
  });

  test("who decided, and why", () => {
    const decision = {
      style: "hybrid",
      because: null,
      until: null,
      reviewBy: null,
      by: null,
      answers: null,
    } as const;
    expect(itemOf({ ...sample, decision }, "decision/hybrid")).toEqual([
      "Confirm the recorded decision: **hybrid**.",
      "_Why:_ The team decided this, as recommended.",
    ]);
  });

  test("the days of a decision that names none, or that has lapsed", () => {
    const decision = {
      style: "hybrid",
      because: null,
      until: "2027-06-30",
      reviewBy: "2027-03-31",
      by: null,
      answers: null,
    } as const;
    const days = (from: Recommendation): readonly string[] =>
      idsOf(draw(from)).filter((id) => /decision\/(until|review-by)$/.test(id));
    expect(itemOf({ ...sample, decision }, "decision/review-by")).toEqual([
      "Review the decision by **2027-03-31**.",
      "_Why:_ That day is recorded with it.",
    ]);
    expect(days({ ...sample, decision })).toEqual(["checkout/decision/until", "checkout/decision/review-by"]);
    expect(days({ ...sample, decision: { ...decision, until: null, reviewBy: null } })).toEqual([]);
    expect(days({ ...sample, decision, lapse: { kind: "basis-mismatch" } })).toEqual([]);
  });

  test("the answers of a given that depends on none", () => {
    const settled = sample.settled.map(({ rule }) => ({ rule, questions: [] }));
    const [task] = itemOf({ ...sample, settled }, "given/no-memory");
    expect(task).toBe("Confirm that the login is not to be kept.");
  });

  test.each([
    [null, "_Why:_ why"],
    [0, "_Why:_ why On its own, its answer says nothing about the verdict."],
  ])("what an answer is worth, where that is %j", (valueOfInformation, reason) => {
    const open = sample.open.map((each) => ({ ...each, valueOfInformation, overturns: false }));
    expect(itemOf({ ...sample, open }, "answer/latency")[1]).toBe(reason);
  });

  test.each([
    ["It follows.", "_Why:_ It follows."],
    [null, "_Why:_ Other answers imply it."],
  ])("why an answer is implied, where that is %j", (impliedBecause, reason) => {
    const answers = sample.answers.map((each) => ({ ...each, impliedBecause }));
    expect(itemOf({ ...sample, answers }, "implied/context")[1]).toBe(reason);
  });
});

describe("what tips the verdict", () => {
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
    expect(itemOf(from, "tip/exchange")[1]).toBe(
      "_Why:_ That alone can change the verdict: **stateless** with “odd” or with “Single requests”; **stateful** with “even”.",
    );
  });

  test("is one item if it takes several changes, and names what they change most often, six at most", () => {
    const sets = ["ga", "gb", "gc", "fd", "fe"].map((set) => [...set]);
    const points = sets.map((set) => ({
      changes: set.map((question) => ({ question, from: "x", to: "y" })),
      verdict: "stateless" as const,
    }));
    const questions = [..."abcdefg"].map((id) => bareQuestion(id, ["x", "y"], { ask: `Which ${id}?` }));
    const from = {
      ...tipped(points),
      questions: new Map([...sample.questions, ...questions.map((each) => [each.id, each] as const)]),
    };
    expect(idsOf(draw(from)).filter((id) => id.includes("/tip/"))).toEqual(["checkout/tip/together"]);
    expect(itemOf(from, "tip/together")).toEqual([
      "Revisit when 2 of the answers change at once, above all to: Which g? (`g`) Which f? (`f`) Which a? (`a`) Which b? (`b`) Which c? (`c`) Which d? (`d`)",
      "_Why:_ No single answer changes the verdict; the smallest sets that do have 2 changes.",
    ]);
  });
});

test("a verdict with robust weights needs no look at them", () => {
  expect(idsOf(draw(sample))).not.toContain("checkout/weights");
});

test("undecided: the questions come first, and there is no verdict to confirm", () => {
  const decision = {
    style: "hybrid",
    because: null,
    until: null,
    reviewBy: null,
    by: null,
    answers: null,
  } as const;
  expect(idsOf(draw({ ...undecidedSample, decision }))).toEqual([
    "checkout/answer/latency",
    "checkout/answer/network",
    "checkout/decision/hybrid",
    "checkout/unsure/latency",
  ]);
});

test("ids stay when texts change, and do not depend on the detail", () => {
  const named = { service: sample.service, surface: sample.surface, decision: null };
  const texts = { ...reworded((text) => `${text}!`), ...named };
  expect(idsOf(draw(texts))).toEqual(idsOf(draw(sample)));
  expect(checklist(reportOf(sample), { ...plainStyle, detail: "full" })).toBe(draw(sample));
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
