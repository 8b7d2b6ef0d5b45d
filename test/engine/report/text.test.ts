import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../src/engine/model/analysis.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { columnsOfMarks } from "../../../src/engine/report/text/balance.js";
import { textReport } from "../../../src/engine/report/text/document.js";
import { wholeReport as text } from "../../../src/engine/report/text/whole.js";
import { ansiPalette, withoutAnsi } from "./ansi-palette.js";
import {
  analysis,
  answersMoved,
  boundSample,
  disadvantage,
  followingDecision,
  idle,
  ownDecision,
  reportOf,
  ruleOf,
  sample,
  undecidedSample,
} from "./sample-recommendation.js";

const draw = (from: Recommendation, style: Partial<ReportStyle> = {}): string =>
  text(reportOf(from), { ...plainStyle, ...style });

/** The report on one line, so that expectations do not depend on where it wraps. */
const flow = (from: Recommendation, style: Partial<ReportStyle> = {}): string =>
  draw(from, style).replace(/\s+/g, " ");

const hostile: Recommendation = {
  ...sample,
  service: "\u001b[2Jshop",
  surface: "注文と支払い🛒 — naïve",
  answers: sample.answers.map((answer) => ({ ...answer, note: "\u001b]0;title\u0007 \u202e “quoted”" })),
  decision: {
    style: "stateful",
    because: "\u009b31m",
    until: null,
    reviewBy: null,
    by: "\u0007",
    answers: null,
  },
};

describe("in every style", () => {
  const samples = {
    hybrid: sample,
    stateful: boundSample,
    undecided: undecidedSample,
    hostile,
    unanalysed: { ...sample, analysis: null },
  };
  for (const [name, from] of Object.entries(samples)) {
    for (const width of [40, 60, 80, 120]) {
      for (const detail of ["normal", "full"] as const) {
        test(`${name}, ${width} columns, ${detail}: fits, is inert, and colour adds nothing but colour`, () => {
          const report = reportOf(from, undecidedSample);
          const unicode = textReport(report, { ...plainStyle, width, detail });
          const ascii = textReport(report, { ...plainStyle, width, detail, unicode: false });
          for (const line of [...unicode.split("\n"), ...ascii.split("\n")]) {
            // A web address and a command to copy are never broken: one that is too wide has a line of its own.
            if (!/^( *https:\/\/\S+|api-advisor .*)$/.test(line))
              expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(line).toBe(line.trimEnd());
          }
          expect(unicode.replaceAll("\n", "")).not.toMatch(/[\p{Control}\u202e\u00a0]/u);
          expect(ascii).toMatch(/^[\n -~]*$/);
          expect(
            withoutAnsi(textReport(report, { ...plainStyle, width, detail, palette: ansiPalette })),
          ).toBe(unicode);
        });
      }
    }
  }
});

test("says what matters first", () => {
  const report = draw(sample);
  const order = [
    "Answers that do not fit each other",
    "HYBRID: the server keeps only the task, in a resource of its own · fragile",
    "Any instance can find what is kept",
    "Where the state lives",
    "What has to be kept",
    "Settled whatever the points",
    "Workflow, need: 7 for keeping it, 3 against",
    "What it assumes",
    "What this choice brings and costs",
    "Errors and operation",
    "How far to trust it",
    "What would change it",
    "Still unanswered (2 open questions, most informative first)",
    "Implied answers",
    "rule pack default 1.0.0 (sha256-0123)",
  ].map((title) => report.indexOf(title));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("says which answers do not fit each other, and which to look at again", () => {
  expect(flow(sample)).toContain(
    "! So many clients cannot all be led through steps. exchange: Steps that make one task clients: Very many Look again at: How many clients are there? (clients) [many-steps]",
  );
  expect(flow({ ...sample, clashes: [] })).not.toContain("do not fit");
});

describe("figures", () => {
  test("of each concern: kept or not, and why", () => {
    const said = flow(sample);
    expect(said).toContain("Interaction not kept: no rule speaks for or against it");
    expect(said).toContain("Session not kept: given by `no-memory`");
    expect(said).toContain("Workflow kept: 7 points for keeping it, 3 against not keep ├");
  });

  test("of the place of a conversation that is kept, with what stands behind it", () => {
    const said = flow(boundSample);
    expect(said).toContain(
      "Its place bound to its connection or instance: 3 points for binding it, 1 for keeping it elsewhere elsewhere ├",
    );
    expect(said).toContain(
      "Interaction with the connection or instance: Gateway, e.g. PostgreSQL, Temporal, Step Functions The reason of held-open. [held-open] About: connection and conversation What it is: A record of the task. Fits when: When tasks outlive connections. Watch: Records that nobody ends. with: Resume token, in each request, e.g. Last-Event-ID What it is: A record of the task. Fits when: When tasks outlive connections. Watch: Tokens that never end. backed by Log of unread messages, in a shared store, e.g. PostgreSQL, Temporal, Step Functions The reason of unread-log.",
    );
    expect(said).toContain(
      "Session bound: goes where the conversation goes, by `login-on-stream`; by itself not kept (no rule speaks for or against it)",
    );
    expect(flow(sample)).not.toContain("Its place");
  });

  test("of each answer, in exact points that sum to the concern's", () => {
    const said = flow(sample);
    expect(said).toContain("+2 2/3 What kind of exchange is it? Steps that make one task (exchange)");
    expect(said).toContain("+2 2/3 How much context is there? A lot (context, implied)");
    expect(said).toContain("+1 2/3 −1 How many clients are there? Very many (clients)");
    expect(said).toContain("−2 What kind of system is it? A shop; A bank (kinds)");
  });

  test("of points that belong to no answer", () => {
    const from = { ...sample, contributions: sample.contributions.slice(0, 3) };
    // Without `kinds`, 10 − (16 + 16 + 16) / 6 are left.
    expect(flow(from)).toContain("2 of them come from rules that hold for every answer.");
    expect(flow(sample)).not.toContain("hold for every answer");
  });

  test("of stability and reach, as what they are", () => {
    const said = flow(sample);
    expect(said).toContain("Fragile: an answer to latency can overturn it.");
    expect(said).toContain(
      "Weights Robust. Each weight may be off by less than 40 %, independently of the others, before the verdict turns stateless (robust from 0.25, tight below 0.1). Stability radius r = |A − B| / (A + B) = |7 − 3| / (7 + 3) = 0.40 (workflow, need).",
    );
    expect(said).toContain(
      "Answers Open: an open question can change the verdict alone. Of 4 ways of answering the 2 open questions: hybrid in 75.0 %, stateless in 25.0 % (ways counted, not probabilities)",
    );
    expect(flow(boundSample)).toContain(
      "r = |P − Q| / (P + Q) = |3 − 1| / (3 + 1) = 0.50 (interaction, place).",
    );
  });

  test("of reach that is settled", () => {
    const settled = {
      ...analysis,
      reach: { stateless: 0n, stateful: 0n, hybrid: 4n, undecided: 0n },
      trust: { grade: "firm", answers: "settled", weights: "robust", caps: [] } as const,
    };
    expect(flow({ ...sample, analysis: settled })).toContain(
      "Settled: no open question can change the verdict. All 4 ways of answering the 2 open questions end in hybrid",
    );
  });
});

describe("traces", () => {
  test("every rule listed has its id, sources and what it is shared with", () => {
    expect(flow(sample)).toContain(
      "[three-way, 5 points shared with context and clients · cmp-state, RFC 6455 §1.1]",
    );
    expect(flow({ ...sample, rules: sample.rules.slice(3) })).toContain(
      "[many-clients, contested · cmp-state, RFC 6455 §1.1]",
    );
  });

  test("a reason that several answers share is reported once", () => {
    const said = flow(sample);
    expect(said.split("The reason of three-way.")).toHaveLength(2);
    expect(said).toContain("[three-way, 5 points shared with exchange and clients, as above]");
  });

  test("what is contested of a given is said", () => {
    const settled = sample.settled.map(({ rule, questions }) => ({
      rule: { ...rule, contested: "Some do." },
      questions,
    }));
    expect(flow({ ...sample, settled })).toContain("clients: Very many Contested: Some do. [no-memory");
  });

  test("every source of an entry is beside it", () => {
    const sources = ["a", "b", "c", "d", "e"].map(
      (id) => ({ kind: "reference", id, section: null }) as const,
    );
    const cited = (count: number): string =>
      flow({ ...sample, tradeoffs: [{ ...disadvantage("x"), sources: sources.slice(0, count) }] });
    expect(cited(0)).toContain("[x]");
    expect(cited(5)).toContain("[x · a, b, c, d, e]");
  });

  test("givens name the answers that they depend on", () => {
    expect(flow(sample)).toContain(
      "• The login is not to be kept. Nothing outlives a request here. clients: Very many [no-memory · cmp-state]",
    );
  });

  test("full detail mentions every answer and note, those that no rule reads too", () => {
    const given = {
      ...sample.answers[0],
      question: "network",
      ask: "What is the network like?",
      options: [{ id: "bad", label: "Intermittent" }],
    };
    const from = {
      ...sample,
      answers: [
        ...sample.answers,
        { ...given, topic: "topic", state: "given", note: "Trains.", impliedBecause: null } as const,
      ],
    };
    expect(flow(from)).toContain(
      "Other answers • What is the network like? Intermittent (network) Note: Trains.",
    );
    expect(flow(sample)).not.toContain("Other answers");
  });

  test("full detail lists what is contested and what the sources are", () => {
    expect(flow(sample)).toContain("Contested: Measurements say otherwise.");
    expect(flow(sample)).toContain(
      "rfc-6455: RFC 6455: The WebSocket Protocol https://www.rfc-editor.org/rfc/rfc6455",
    );
  });
});

describe("nothing is left out", () => {
  test("but what the analysis did", () => {
    const said = flow(sample);
    expect(said).toContain("The cost of cost-f.");
    expect(said.match(/… and/g)).toHaveLength(1);
    expect(said).toContain("… and 2 more changes");
  });

  test("of the rules of an answer", () => {
    const rules = [...sample.rules, { rule: ruleOf("third", 1), questions: ["exchange"] }];
    expect(flow({ ...sample, rules })).toContain("The reason of third.");
  });

  test("of the advice on a topic", () => {
    const [first] = sample.guidance;
    if (first === undefined) throw new Error("the sample has advice");
    const guidance = ["a", "b"].map((id) => ({ ...first, id, text: `Advice ${id}.` }));
    expect(flow({ ...sample, guidance })).toContain(
      "Advice b. Why: A lost answer looks like a lost request. [b",
    );
  });
});

describe("tipping points", () => {
  test("name questions and options by their labels", () => {
    const said = flow(sample);
    expect(said).toContain(
      "Changing one answer is enough: → stateless • What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange)",
    );
    expect(said).toContain("→ stateful • What kind of system is it? also “A game” (kinds)");
    expect(said).toContain("• What kind of system is it? without “A shop” (kinds)");
  });

  test("of several changes together", () => {
    const changes = [
      { question: "exchange", from: "steps", to: "single" },
      { question: "clients", from: "many", to: "few" },
    ];
    const tippingPoints = {
      points: [{ changes, verdict: "stateless" as const }],
      left: 0,
      complete: true,
      searched: 1,
    };
    expect(flow({ ...sample, analysis: { ...analysis, tippingPoints } })).toContain(
      "No single answer does it; 2 changed together do: → stateless, with • What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange) + How many clients are there? “Few” instead of “Very many” (clients)",
    );
  });

  test("say what sets share once, and merge changes that differ in where they lead only", () => {
    const from = { question: "exchange", from: "steps", to: "single" };
    const rest = ["soon", "late"].map((to) => ({ question: "latency", from: "never", to }));
    const points = [...rest, { question: "clients", from: "many", to: "few" }].map((change) => ({
      changes: [from, change],
      verdict: "stateless" as const,
    }));
    const tippingPoints = { points, left: 0, complete: true, searched: 1 };
    expect(flow({ ...sample, analysis: { ...analysis, tippingPoints } })).toContain(
      "→ stateless, with • What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange) together with any one of • latency soon or late • clients few • The login",
    );
  });

  test("of sets that share nothing, by ids", () => {
    const sets = [
      [
        { question: "exchange", from: "steps", to: "single" },
        { question: "kinds", from: null, to: "game" },
      ],
      [
        { question: "clients", from: "many", to: "few" },
        { question: "kinds", from: "shop", to: null },
      ],
    ];
    const points = sets.map((changes) => ({ changes, verdict: "stateless" as const }));
    const tippingPoints = { points, left: 0, complete: true, searched: 2 };
    expect(flow({ ...sample, analysis: { ...analysis, tippingPoints } })).toContain(
      "2 changed together do: → stateless, with any one of these sets: • exchange single + kinds also game • clients few + kinds without shop • The login",
    );
  });

  test("at most seven sets for a verdict, and the number of the others", () => {
    const points = Array.from({ length: 11 }, (_, at) => ({
      changes: [
        { question: "clients", from: null, to: `c${at}` },
        { question: "kinds", from: null, to: `k${at}` },
      ],
      verdict: "stateless" as const,
    }));
    const tippingPoints = { points, left: 0, complete: true, searched: 2 };
    const said = draw({ ...sample, analysis: { ...analysis, tippingPoints } });
    expect(said.match(/^ +• clients also c\d+ \+ kinds also k\d+$/gm)).toHaveLength(7);
    expect(said).toContain("• … and 4 more of these\n");
  });

  test("more of them, as far as the search went", () => {
    const points = [
      { changes: [{ question: "exchange", from: "steps", to: "single" }], verdict: "stateless" as const },
    ];
    const tippingPoints = { points, left: 12, complete: false, searched: 1 };
    expect(flow({ ...sample, analysis: { ...analysis, tippingPoints } })).toContain(
      "… and at least 12 more changes",
    );
  });

  test.each([
    [true, 4, "No change of the given answers changes the verdict."],
    [false, 4, "No set of up to 4 other answers changes the verdict; larger sets were not searched."],
    [false, 1, "No single other answer changes the verdict; larger sets were not searched."],
  ])("none found, search complete: %s, of sizes up to %i", (complete, searched, said) => {
    const tippingPoints = { points: [], left: 0, complete, searched };
    expect(flow({ ...sample, analysis: { ...analysis, tippingPoints } })).toContain(said);
  });
});

test("a single answer that changes the verdict is not named again for each concern that it moves", () => {
  const change = { question: "exchange", from: "steps", to: "single" };
  const turning = { concern: "workflow", change, class: "not-kept" } as const;
  const told = (concernTippingPoints: Analysis["concernTippingPoints"]): string =>
    flow({ ...sample, analysis: { ...analysis, concernTippingPoints } });
  expect(told([turning])).toBe(told([]));
  // Another answer to the same question, or a change that takes another one beside it, says something new.
  expect(told([{ ...turning, change: { ...change, to: "two-way" } }])).toContain(
    "The task under way is not kept if •",
  );
  const points = [{ changes: [change, { ...change, question: "clients" }], verdict: "stateless" as const }];
  const tippingPoints = { ...analysis.tippingPoints, points };
  expect(
    flow({ ...sample, analysis: { ...analysis, tippingPoints, concernTippingPoints: [turning] } }),
  ).toContain("The task under way is not kept if •");
});

test("single answers that move one concern are named if the verdict stays", () => {
  const move = {
    concern: "workflow",
    change: { question: "clients", from: "many", to: "few" },
    class: "not-kept",
  } as const;
  const other = { ...move, change: { ...move.change, question: "latency", from: "soon", to: "late" } };
  const concernTippingPoints = [move, other, ...analysis.concernTippingPoints];
  const said = flow({ ...sample, analysis: { ...analysis, concernTippingPoints } });
  expect(said).toContain(
    `The login is kept elsewhere, in a store or a resource, if • How many clients are there? “Few” instead of “Very many” (clients)`,
  );
  expect(said).toContain(
    "The task under way is not kept if • How many clients are there? “Few” instead of “Very many” (clients) • How soon must",
  );
  const bound = { ...move, class: "bound" } as const;
  expect(flow({ ...sample, analysis: { ...analysis, concernTippingPoints: [bound] } })).toContain(
    "The task under way is bound to its connection or instance if •",
  );
});

describe("what it assumes", () => {
  test("is named with what happens otherwise", () => {
    expect(flow(sample)).toContain(
      "What it assumes • What is the network like? Assumes “Reliable”; otherwise another place or pattern for session (network)",
    );
  });
  test("puts what bears on the verdict first", () => {
    const [assumption] = sample.assumptions;
    if (assumption === undefined) throw new Error("the sample assumes something");
    const otherwise = [{ option: "bad", verdict: "stateful" as const, concerns: [] }];
    const assumptions = [assumption, assumption, assumption, { ...assumption, otherwise }];
    expect(flow({ ...sample, assumptions })).toContain(
      "What it assumes • What is the network like? Assumes “Reliable”; otherwise stateful (network) • What",
    );
  });
});

describe("what is open", () => {
  test("most informative first, with its worth in bits and whether it was answered with unsure", () => {
    expect(flow(sample)).toContain(
      "• How soon must an answer be there? (latency, 0.31 bits, not sure yet): can overturn it alone Why it matters: why The other open question cannot change the verdict alone, but patterns, places and advice may still depend on it: network.",
    );
  });
  test("with what would settle it if there is no verdict", () => {
    expect(flow(undecidedSample)).toContain("(latency, 0.31 bits, not sure yet): can settle it alone Why");
    expect(flow(undecidedSample)).not.toContain("can overturn it alone");
  });
  test("without its worth if nothing was analysed", () => {
    const open = sample.open.map((each) => ({ ...each, valueOfInformation: null }));
    const said = flow({ ...sample, open, analysis: null });
    expect(said).toContain(
      "there? (latency, not sure yet): can overturn it alone Why it matters: why • What is the network like? (network)",
    );
    expect(said).not.toMatch(/bits/i);
  });
  test("implied answers come with their reason", () => {
    expect(flow(sample)).toContain(
      "• How much context is there? A lot (context) A task of steps builds context up.",
    );
  });
});

test("undecided puts the questions that help first and judges nothing", () => {
  const said = flow(undecidedSample);
  expect(said.indexOf("What would help most (2 open questions, most informative first)")).toBeLessThan(
    said.indexOf("Workflow, need"),
  );
  expect(said).not.toContain("What has to be kept");
  expect(said).not.toContain("Where the state lives");
  expect(said).not.toContain("What would change it");
  expect(said).toContain("stateless in 62.5 %, hybrid in 18.8 %, stateful in 12.5 %, undecided in 6.3 %");
});

test.each([
  [followingDecision, "Decided: hybrid, as recommended."],
  [
    ownDecision,
    "Decided by platform: stateful, which differs from the recommendation, accepted until 2027-06-30. Reason given: We own the clients.",
  ],
  [
    { ...followingDecision, because: "It is old." },
    "Decided: hybrid, as recommended. Reason given: It is old. Where",
  ],
  [
    { ...followingDecision, because: "It is\nold!\n" },
    "Decided: hybrid, as recommended. Reason given: It is old! Where",
  ],
] as const)("a recorded decision %o", (decision, said) => {
  expect(flow({ ...sample, decision })).toContain(said);
});

test("a decision that has lapsed is reported as one", () => {
  const lapse = { kind: "answers-changed", drift: answersMoved } as const;
  expect(flow({ ...sample, decision: ownDecision, lapse })).toContain(
    "Decided by platform: stateful, which differs from the recommendation; it has lapsed, because answers have changed since: exchange and clients. Reason given: We own the clients.",
  );
});

describe("several surfaces", () => {
  const second = {
    ...sample,
    surface: "a catalogue with a name that is longer than its column",
    verdict: "stateless" as const,
    concerns: sample.concerns.map(({ concern }) => idle(concern, null)),
    analysis: null,
  };
  const table = (width: number): readonly string[] =>
    text(reportOf(sample, second, { ...boundSample, clashes: [] }), { ...plainStyle, width }).split("\n");
  test("come with a table first, after what does not fit", () => {
    expect(table(90).slice(0, 7)).toEqual([
      "! Some answers do not fit each other: checkout and a catalogue with a name that is longer",
      "  than its column.",
      "",
      // 90 columns less 2 + 9, 2 + 7 and 2 + 27 leave 41 for the names.
      "surface                                    verdict    grade    kept",
      "checkout                                   hybrid     fragile  workflow",
      "a catalogue with a name that is longer     stateless  –        nothing",
      "than its column",
    ]);
  });
  test("leave out what does not fit a narrow page", () => {
    expect(table(60)).toContain("surface                                   verdict    grade");
    expect(table(120)).toContain(
      "checkout                                                stateful   fragile  bound: interaction, session",
    );
  });
  test("of several services are told apart", () => {
    const report = reportOf(sample);
    const services = [
      ...report.services,
      { service: "bank", source: "b", surfaces: [{ ...sample, service: "bank", surface: "bank" }] },
    ];
    const lines = text({ ...report, services }, plainStyle).split("\n");
    expect(lines[3]).toMatch(/^shop · checkout {2}hybrid/);
    expect(lines[4]).toMatch(/^bank {13}hybrid/);
  });
  test("one alone has no table", () => {
    expect(draw(sample)).not.toMatch(/^surface /);
  });
});

describe("the marks of a gauge", () => {
  test.each([
    [
      { for: 0, against: 0.5 },
      { mark: 0, middle: 20 },
    ],
    [
      { for: 5, against: 0 },
      { mark: 40, middle: 20 },
    ],
    [
      { for: 3, against: 3 },
      { mark: 20, middle: 20 },
    ],
    // (3 − 1) / 4 of the 20 columns on a side
    [
      { for: 3, against: 1 },
      { mark: 30, middle: 20 },
    ],
    [
      { for: 501, against: 499 },
      { mark: 21, middle: 20 },
    ],
    [
      { for: 499, against: 501 },
      { mark: 19, middle: 20 },
    ],
  ])("%o", (points, marks) => {
    expect(columnsOfMarks(41, points)).toEqual(marks);
  });

  test("are both on the gauge and on the right sides, for any points", () => {
    for (let total = 1; total <= 40; total++) {
      for (let pro = 0; pro <= total; pro++) {
        const { mark, middle } = columnsOfMarks(19, { for: pro, against: total - pro });
        expect(middle).toBe(9);
        expect(Math.sign(mark - middle)).toBe(Math.sign(2 * pro - total));
        expect(mark).toBeGreaterThanOrEqual(0);
        expect(mark).toBeLessThanOrEqual(18);
      }
    }
  });

  test("coincide when the points are equal, and the tie is said", () => {
    const concerns = sample.concerns.map((each) => ({
      ...each,
      need: each.concern === "workflow" ? { for: 3, against: 3 } : each.need,
      kept: false,
      class: "not-kept" as const,
    }));
    expect(draw({ ...sample, concerns })).toContain("◆");
    expect(flow({ ...sample, concerns })).toContain(
      "not kept: 3 points for keeping it, 3 against; a tie goes to the lighter side",
    );
    expect(draw(sample)).not.toContain("◆");
  });
});

test("a report of three hundred surfaces is drawn like any other", () => {
  const surfaces = Array.from({ length: 300 }, (_, at) => ({ ...sample, surface: `surface-${at}` }));
  const drawn = text(reportOf(...surfaces), plainStyle);
  expect(drawn.match(/^ {2}HYBRID: the server keeps only the task.* · fragile$/gm)).toHaveLength(300);
});
