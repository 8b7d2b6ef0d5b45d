import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { textReport as text } from "../../../src/engine/report/text/document.js";
import { columnsOfMarks } from "../../../src/engine/report/text/scales.js";
import { ansiPalette, withoutAnsi } from "./ansi-palette.js";
import {
  analysis,
  answersMoved,
  disadvantage,
  followingDecision,
  ownDecision,
  reportOf,
  ruleOf,
  sample,
  settings,
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
  decision: { style: "stateful", because: "\u009b31m", until: null, by: "\u0007", answers: null },
};

describe("in every style", () => {
  const samples = {
    hybrid: sample,
    undecided: undecidedSample,
    hostile,
    unanalysed: { ...sample, analysis: null },
  };
  for (const [name, from] of Object.entries(samples)) {
    for (const width of [40, 60, 80, 120]) {
      for (const detail of ["normal", "full"] as const) {
        test(`${name}, ${width} columns, ${detail}: fits, is inert, and colour adds nothing but colour`, () => {
          const report = reportOf(from, undecidedSample);
          const unicode = text(report, { ...plainStyle, width, detail });
          const ascii = text(report, { ...plainStyle, width, detail, unicode: false });
          for (const line of [...unicode.split("\n"), ...ascii.split("\n")]) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(line).toBe(line.trimEnd());
          }
          expect(unicode.replaceAll("\n", "")).not.toMatch(/[\p{Control}\u202e\u00a0]/u);
          expect(ascii).toMatch(/^[\n -~]*$/);
          expect(withoutAnsi(text(report, { ...plainStyle, width, detail, palette: ansiPalette }))).toBe(
            unicode,
          );
        });
      }
    }
  }
});

test("says what matters first", () => {
  const report = draw(sample);
  const order = [
    "HYBRID · fragile",
    "State is needed, but most of it need not live with the connection",
    "Is state needed?",
    "Must it live with the connection?",
    "For stateful: 7 points",
    "For stateless: 3 points",
    "Ruled out regardless of points",
    "Where the state lives",
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

describe("the verdict in a sentence", () => {
  test.each([
    ["stateless", { live: 0, kept: 0, stateful: 0, stateless: 5 }, "no server has to remember a client"],
    [
      "stateful",
      { live: 5, kept: 1, stateful: 6, stateless: 1 },
      "most of it has to live with the connection",
    ],
    [
      "hybrid",
      { live: 1, kept: 5, stateful: 6, stateless: 1 },
      "session in each request, workflow in a resource of its own.",
    ],
    [
      "hybrid",
      { live: 0, kept: 1, stateful: 1, stateless: 5 },
      "By the points no state is needed, but a veto rules out having none",
    ],
    [
      "hybrid",
      { live: 5, kept: 1, stateful: 6, stateless: 1 },
      "By the points state belongs with the connection, but a veto",
    ],
    [
      "undecided",
      { live: 1, kept: 0, stateful: 1, stateless: 0 },
      "come to 1 point of evidence, and a verdict needs at least 4",
    ],
  ] as const)("%s of %o", (verdict, scores, said) => {
    expect(flow({ ...sample, verdict, scores })).toContain(said);
  });
});

describe("figures", () => {
  test("of the balance and the boundness, with the points they come from", () => {
    expect(flow(sample)).toContain(
      "F = 7 stateful, L = 3 stateless: b = (F − L) / (F + L) = +0.40, needed from 0",
    );
    expect(flow(sample)).toContain("N = 2 live, K = 5 kept: h = N / F = 0.29, with the connection from 0.5");
  });

  test("of each answer, in exact points that sum to the scores", () => {
    const said = flow(sample);
    expect(said).toContain(
      "+2 2/3 What kind of exchange is it? Steps that make one task (exchange, 1 live + 1 2/3 kept)",
    );
    expect(said).toContain("+2 2/3 How much context is there? A lot (context, 1 live + 1 2/3 kept, implied)");
    expect(said).toContain("+1 2/3 How many clients are there? Very many (clients, kept)");
    expect(said).toContain("+2 What kind of system is it? A shop; A bank (kinds)");
  });

  test("of points that belong to no answer", () => {
    const from = { ...sample, contributions: sample.contributions.slice(0, 3) };
    expect(flow(from)).toContain("2 of them come from rules that hold for every answer.");
    expect(flow(sample)).not.toContain("hold for every answer");
  });

  test("of stability and reach, as what they are", () => {
    const said = flow(sample);
    expect(said).toContain("Fragile: 1 open question can overturn it alone.");
    expect(said).toContain(
      "r = 0.40: each weight may be off by less than 40 %, independently of the others, before the verdict turns stateless across the need boundary",
    );
    expect(said).toContain(
      "Of 4 ways of answering the 2 open questions: hybrid in 75.0 %, stateless in 25.0 % (ways counted, not probabilities)",
    );
  });

  test.each([
    [
      { radius: null, boundary: null, verdict: null },
      "No error below 100 % in the weights changes the verdict",
    ],
    [
      { radius: 0.004, boundary: "bound", verdict: "stateful" },
      "an error of 1 % in each weight is enough for a verdict that turns stateful",
    ],
  ] as const)("of a stability of %o", (stability, said) => {
    expect(flow({ ...sample, analysis: { ...analysis, stability } })).toContain(said);
  });

  test("of reach that is settled", () => {
    const settled = {
      ...analysis,
      reach: { stateless: 0n, stateful: 0n, hybrid: 4n, undecided: 0n },
      grade: "firm" as const,
    };
    expect(flow({ ...sample, analysis: settled })).toContain(
      "All 4 ways of answering the 2 open questions end in hybrid",
    );
  });
});

describe("traces", () => {
  test("every rule listed has its id, sources and what it is shared with", () => {
    expect(flow(sample)).toContain(
      "[three-way, 5 points shared with context and clients · cmp-state, RFC 6455 §1.1]",
    );
    expect(flow(sample)).toContain("[many-clients, contested · cmp-state, RFC 6455 §1.1]");
  });

  test("a reason that several answers share is reported once", () => {
    const said = flow(sample);
    expect(said.split("The reason of three-way.")).toHaveLength(2);
    expect(said).toContain("[three-way, 5 points shared with exchange and clients, as above]");
  });

  test("what is contested of a veto is said in any detail", () => {
    const vetoes = sample.vetoes.map(({ veto, questions }) => ({
      veto: { ...veto, contested: "Some do." },
      questions,
    }));
    expect(flow({ ...sample, vetoes })).toContain("clients: Very many Contested: Some do. [no-memory");
    expect(flow(sample)).not.toContain("Contested");
  });

  test("three sources of an entry are beside it, the others are counted", () => {
    const sources = ["a", "b", "c", "d", "e"].map(
      (id) => ({ kind: "reference", id, section: null }) as const,
    );
    const cited = (count: number, detail: ReportStyle["detail"]): string =>
      flow(
        { ...sample, tradeoffs: [{ ...disadvantage("x"), sources: sources.slice(0, count) }] },
        { detail },
      );
    expect(cited(0, "normal")).toContain("[x]");
    expect(cited(3, "normal")).toContain("[x · a, b, c]");
    expect(cited(5, "normal")).toContain("[x · a, b, c, 2 more]");
    expect(cited(5, "full")).toContain("[x · a, b, c, d, e]");
  });

  test("vetoes name the answers that they depend on", () => {
    expect(flow(sample)).toContain(
      "× Pure stateful is ruled out. Nothing outlives a request here. clients: Very many [no-memory · cmp-state]",
    );
  });

  test("full detail mentions every answer and note, those without points too", () => {
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
    expect(flow(from, { detail: "full" })).toContain(
      "Answers that carry no points • What is the network like? Intermittent (network) Note: Trains.",
    );
    expect(flow(from)).not.toContain("Answers that carry no points");
    expect(flow(sample, { detail: "full" })).not.toContain("Answers that carry no points");
  });

  test("full detail lists what is contested and what the sources are", () => {
    expect(flow(sample, { detail: "full" })).toContain("Contested: Measurements say otherwise.");
    expect(flow(sample, { detail: "full" })).toContain(
      "rfc-6455: RFC 6455: The WebSocket Protocol https://www.rfc-editor.org/rfc/rfc6455",
    );
  });
});

describe("what is left out is counted", () => {
  test("tradeoffs, rules of an answer, tipping points", () => {
    const said = flow(sample);
    expect(said).toContain("The cost of cost-c.");
    expect(said).not.toContain("The cost of cost-d.");
    expect(said).toContain("… and 3 more disadvantages");
    expect(said).toContain("… and 2 more changes");
    const rules = [...sample.rules, { rule: ruleOf("third", "stateful", 0, 1, 0), questions: ["exchange"] }];
    expect(flow({ ...sample, rules })).toContain("Also by two-way (+1) and third (+1).");
  });

  test("one is one", () => {
    const tradeoffs = ["a", "b", "c", "d"].map(disadvantage);
    expect(flow({ ...sample, tradeoffs })).toContain("… and 1 more disadvantage Errors");
  });

  test("advice beyond the first of a topic", () => {
    const [first] = sample.guidance;
    if (first === undefined) throw new Error("the sample has advice");
    const advice = (count: number) => ({
      ...sample,
      guidance: Array.from({ length: count }, (_, at) => ({ ...first, id: `g${at}`, text: `Advice ${at}.` })),
    });
    expect(flow(advice(1))).not.toContain("of advice");
    expect(flow(advice(2))).toContain("… and 1 more piece of advice");
    expect(flow(advice(3))).toContain(
      "Retries Advice 0. [g0 · RFC 9110 §9.2.2] … and 2 more pieces of advice",
    );
    expect(flow(advice(2), { detail: "full" })).toContain(
      "Advice 1. Why: A lost answer looks like a lost request. [g1",
    );
  });

  test("full detail leaves out only what the analysis did", () => {
    const said = flow(sample, { detail: "full" });
    expect(said).toContain("The cost of cost-f.");
    expect(said.match(/… and/g)).toHaveLength(1);
    expect(said).toContain("… and 2 more changes");
    expect(said).not.toContain("--verbose");
  });

  test("more detail is offered only if there is more", () => {
    const bare = {
      ...undecidedSample,
      ...{ rules: [], vetoes: [], tradeoffs: [], guidance: [], contributions: [], answers: [] },
      ...{ concerns: undecidedSample.concerns.map((each) => ({ ...each, placement: null })) },
    };
    const open = (count: number) => ({
      ...bare,
      open: Array.from({ length: count }, (_, at) => ({
        ...{ question: `q${at}`, ask: `Question ${at}?`, unsure: false },
        ...{ valueOfInformation: 0.1, overturns: true },
      })),
    });
    expect(flow(sample)).toContain("--verbose");
    expect(flow(open(6))).toContain("--verbose");
    expect(flow(open(5))).not.toContain("--verbose");
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
      "No single answer does it; 2 changed together do: → stateless • What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange) + How many clients are there? “Few” instead of “Very many” (clients)",
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
      "→ stateless • What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange) together with any one of • latency soon or late • clients few Still",
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
      "2 changed together do: → stateless any one of these sets: • exchange single + kinds also game • clients few + kinds without shop Still",
    );
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

describe("what is open", () => {
  test("most informative first, with its worth in bits and whether it was answered with unsure", () => {
    expect(flow(sample)).toContain(
      "0.31 bits How soon must an answer be there? (latency, not sure yet): can overturn it alone 0 bits What is the network like? (network)",
    );
  });
  test("by name alone when nothing among them can change the verdict", () => {
    const open = sample.open.map((each) => ({ ...each, valueOfInformation: 0, overturns: false }));
    expect(flow({ ...sample, open })).toContain("None of them changes the verdict: latency and network.");
    expect(flow({ ...sample, open }, { detail: "full" })).toContain(
      "0 bits How soon must an answer be there?",
    );
  });
  test("with what would settle it if there is no verdict", () => {
    expect(flow(undecidedSample)).toContain("(latency, not sure yet): can settle it alone 0 bits");
    expect(flow(undecidedSample)).not.toContain("can overturn it alone");
  });
  test("without its worth if nothing was analysed", () => {
    const open = sample.open.map((each) => ({ ...each, valueOfInformation: null }));
    const said = flow({ ...sample, open, analysis: null });
    expect(said).toContain("there? (latency, not sure yet): can overturn it alone What is the network like?");
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
    said.indexOf("Is state needed?"),
  );
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
    "Decided: hybrid, as recommended. Reason given: It is old. Is",
  ],
  [
    { ...followingDecision, because: "It is\nold!\n" },
    "Decided: hybrid, as recommended. Reason given: It is old! Is",
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
    analysis: null,
  };
  test("come with a table first", () => {
    const lines = text(reportOf(sample, second, undecidedSample), { ...plainStyle, width: 60 }).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "surface                          verdict    grade    balance",
      "checkout                         hybrid     fragile  +0.40",
      "a catalogue with a name that is  stateless  –        +0.40",
      "longer than its column",
      "checkout                         undecided  –        −1.00",
      "",
    ]);
  });
  test("of several services are told apart", () => {
    const report = reportOf(sample);
    const services = [
      ...report.services,
      { service: "bank", source: "b", surfaces: [{ ...sample, service: "bank", surface: "bank" }] },
    ];
    const lines = text({ ...report, services }, plainStyle).split("\n");
    expect(lines[1]).toMatch(/^shop · checkout {2}hybrid/);
    expect(lines[2]).toMatch(/^bank {13}hybrid/);
  });
  test("one alone has no table", () => {
    expect(draw(sample)).not.toMatch(/^surface /);
  });
});

describe("the marks of a scale", () => {
  test.each([
    [{ part: 0, of: 5 }, 0, -1, { mark: 20, tick: 20 }],
    [{ part: 1, of: 1000 }, 0, -1, { mark: 21, tick: 20 }],
    [{ part: -1, of: 1000 }, 0, -1, { mark: 19, tick: 20 }],
    [{ part: -5, of: 5 }, 0, -1, { mark: 0, tick: 20 }],
    [{ part: 5, of: 5 }, 0, -1, { mark: 40, tick: 20 }],
    [{ part: 1, of: 2 }, 50, 0, { mark: 20, tick: 20 }],
    [{ part: 0, of: 2 }, 50, 0, { mark: 0, tick: 20 }],
    [{ part: 499, of: 1000 }, 50, 0, { mark: 19, tick: 20 }],
  ] as const)("%o against %i hundredths", (value, boundary, least, marks) => {
    expect(columnsOfMarks(41, value, boundary, least)).toEqual(marks);
  });

  test("are both on the scale and on the right sides, for any points and boundary", () => {
    for (let boundary = -90; boundary <= 90; boundary += 5) {
      for (let stateful = 0; stateful <= 40; stateful++) {
        const value = { part: 2 * stateful - 40, of: 40 };
        const { mark, tick } = columnsOfMarks(19, value, boundary, -1);
        expect(Math.sign(mark - tick)).toBe(Math.sign(value.part * 100 - boundary * value.of));
        expect(Math.min(mark, tick)).toBeGreaterThanOrEqual(0);
        expect(Math.max(mark, tick)).toBeLessThanOrEqual(18);
      }
    }
  });

  test("coincide when the points are on the boundary", () => {
    const from = { ...sample, scores: { live: 2, kept: 1, stateful: 3, stateless: 3 }, settings };
    expect(draw(from)).toContain("◆");
    expect(draw(sample)).not.toContain("◆");
  });
});

test("a report of three hundred surfaces is drawn like any other", () => {
  const surfaces = Array.from({ length: 300 }, (_, at) => ({ ...sample, surface: `surface-${at}` }));
  const drawn = text(reportOf(...surfaces), plainStyle);
  expect(drawn.match(/^HYBRID · fragile$|^ {2}HYBRID · fragile$/gm)).toHaveLength(300);
});
