import fc from "fast-check";
import type { Heading, ListItem } from "mdast";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Guidance } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { adr, decisionRecord } from "../../../src/engine/report/adr/document.js";
import { recordSlug } from "../../../src/engine/report/adr/title.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { because } from "../../../src/engine/report/wording/phrases.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { nodesOf, parseMarkdown, skeletonOf, textOf } from "./markdown-tree.js";
import {
  answersMoved,
  boundSample,
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
    reviewBy: null,
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
    "1 shop · checkout keeps the task: hybrid",
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
    "3 What it assumes",
    "3 What would change it",
    "3 Open questions",
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
        const decision = {
          style: "hybrid",
          because: null,
          until: null,
          reviewBy: null,
          by,
          answers: null,
        } as const;
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
    "* How many clients are there? **Very many** (the login is not to be kept; speaks both for keeping the task under way and against it)",
    "* How much context is there? **A lot** (implied; speaks for keeping the task under way)",
    "* What kind of exchange is it? **Steps that make one task** (speaks for keeping the task under way) Note: Über 3 Schritte",
    "* Workflow (tasks and transactions over several requests), **in a resource of its own**: Task record, e.g. PostgreSQL, Temporal. The reason of task.",
    "* Session (login), **in each request**. The reason of token.",
    "* No state to keep: interaction and sync",
    'Chosen option: "Hybrid", because the server keeps only the task, in a resource of its own. Any instance can find what is kept',
    "* Good, because recovery step by step",
    "* Bad, because the cost of cost-a.",
    "  * What to do: The remedy of cost-a.",
    "* `api-advisor check shop.yaml` fails if the decision, once recorded, differs from the recommendation without a reason and a last day that is still ahead, or if the answers have changed since.",
    "* Good, because the reason of many-clients.",
    "* Good, because the reason of three-way. ([RFC 6455 §1.1](https://www.rfc-editor.org/rfc/rfc6455))\n",
    "* Bad, because of the reasons for keeping state that stand under Hybrid.",
    "“The styles differ in what the server remembers.” and “State takes memory and its upkeep takes time.”\n",
    "* → **stateless**: What kind of exchange is it? **“Single requests”** instead of “Steps that make one task”\n",
    "* → **stateless**: What kind of system is it? Without **“A shop”**\n",
    "* Neutral, because where each kind of state lives has to be decided, built and monitored on its own.",
    "* What is the network like? Assumes **“Reliable”**; otherwise another place or pattern for session (network)",
    "* So many clients cannot all be led through steps. (`exchange` is “Steps that make one task”; `clients` is “Very many”)",
    "The recommendation is **fragile**: an answer to latency can overturn it.",
  ])("%s", (said) => {
    expect(bodyOf(sample)).toContain(said);
  });
});

test("counts no implied answers if there are none", () => {
  const answers = sample.answers.filter(({ state }) => state === "given");
  expect(bodyOf({ ...sample, answers })).toContain(": 3 answers given, 2 questions open.\n");
});

describe("the outcome", () => {
  const because = (reason: string | null) => ({
    until: null,
    reviewBy: null,
    by: null,
    answers: null,
    because: reason,
  });
  const unrecorded = 'Chosen option: "Stateful", for reasons that are not recorded.';
  const ground =
    "the server keeps only the task, in a resource of its own. Any instance can find what is kept";
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
      `Chosen option: "Hybrid", because ${ground}; none of it is bound to a connection or instance. This is what was recommended.`,
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

describe("each option has the reasons of its own side", () => {
  const reasonsFor = (option: string): readonly string[] => {
    const [, part = ""] = new RegExp(`^### ${option}\n([\\s\\S]*?)\n##`, "m").exec(bodyOf(boundSample)) ?? [];
    return part
      .split("\n")
      .flatMap((line) => /^\* (\w+, because (?:the reason of [\w-]+|.*))/.exec(line)?.[1] ?? []);
  };
  test.each([
    [
      "Stateless",
      [
        "Good, because the reason of small",
        "Bad, because of the reasons for keeping state that stand under Stateful.",
      ],
    ],
    [
      "Stateful",
      [
        "Good, because the reason of login-on-stream",
        "Good, because the reason of streams",
        "Good, because the reason of held",
        "Bad, because of the reasons for keeping the conversation elsewhere that stand under Hybrid.",
      ],
    ],
    [
      "Hybrid",
      [
        "Good, because the reason of crowds",
        "Bad, because of the reasons for binding the conversation that stand under Stateful.",
        "Neutral, because where each kind of state lives has to be decided, built and monitored on its own.",
      ],
    ],
  ])("%s", (option, reasons) => {
    expect(reasonsFor(option)).toEqual(reasons);
  });
});

test.each([
  ["sample", sample],
  ["bound", boundSample],
])("every reason and what contests it is said once: %s", (_, from) => {
  const body = adr(reportOf(from), { ...plainStyle, detail: "full" }).toLowerCase();
  const rules = [...from.settled, ...from.rules].map(({ rule }) => rule);
  const texts = rules.flatMap(({ because, contested }) => [
    because,
    ...(contested === null ? [] : [contested]),
  ]);
  expect(texts.length).toBeGreaterThan(4);
  const times = texts.map((text) => [text, body.split(text.toLowerCase()).length - 1]);
  expect(times.filter(([, count]) => count !== 1)).toEqual([]);
});

test("an answer makes one driver, whatever it does", () => {
  const drivers = /^## Decision Drivers\n\n([\s\S]*?)\n\n/m.exec(bodyOf(sample))?.[1]?.split("\n") ?? [];
  const asked = drivers.map((line) => /^\* (.*?\?)/.exec(line)?.[1]);
  expect(asked).toEqual([
    "How many clients are there?",
    "What kind of exchange is it?",
    "How much context is there?",
    "What kind of system is it?",
  ]);
});

test("cites no source by its id", () => {
  for (const id of ["cmp-state", "sf-con-load", "rfc-6455"])
    expect(bodyOf(sample).replaceAll("www.rfc-editor.org/rfc/", "")).not.toContain(id);
});

test("a source that is no RFC is cited by its title", () => {
  const tradeoffs = sample.tradeoffs.map((each) => ({
    ...each,
    sources: [{ kind: "reference", id: "sre-book", section: "4" } as const],
  }));
  const titles = new Map([["sre-book", "Site Reliability Engineering"]]);
  const urls = new Map([["sre-book", "https://sre.example/book"]]);
  expect(bodyOf({ ...sample, tradeoffs, titles, urls })).toContain(
    "* Bad, because the cost of cost-a. ([Site Reliability Engineering §4](https://sre.example/book))",
  );
});

test.each([
  ["of a file names it", "my shop.yaml", "* `api-advisor check 'my shop.yaml'` fails if"],
  ["of what was piped in names no file", "<stdin>", "* `api-advisor check` fails if"],
])("the command that confirms a record %s", (_, source, line) => {
  expect(bodyOf({ ...sample, source })).toContain(line);
});

describe("a record of its own", () => {
  const text = decisionRecord(decided, reportOf(decided), plainStyle, {
    date: "2026-11-30",
    supersedes: "0003-odd (name) [x].md",
  });
  test("has its date", () => {
    expect(text).toMatch(/^---\nstatus: accepted\ndate: 2026-11-30\ndecision-makers:\n/);
  });
  test("says what it supersedes, by a link that holds any name", () => {
    expect(text.split("\n")).toContain("Supersedes [0003](0003-odd%20%28name%29%20%5Bx%5D.md).");
  });
});

describe("the slug of a record", () => {
  const slugOf = (from: Partial<Recommendation>): string => recordSlug({ ...sample, ...from });
  test.each<[string, Partial<Recommendation>, string]>([
    ["of a hybrid", {}, "checkout-keeps-the-task"],
    ["of stateless", { verdict: "stateless" }, "checkout-keeps-nothing"],
    ["of undecided", { verdict: "undecided" }, "checkout-has-yet-to-decide-where-its-state-lives"],
    ["of a deviation", { decision: decided.decision }, "checkout-is-stateful"],
    [
      "of several things",
      { keeps: ["the login", "what is held"] },
      "checkout-keeps-the-login-and-what-is-held",
    ],
    [
      "of more things than it has room for",
      { keeps: ["the open connection", "the list of clients", "the cart"] },
      "checkout-keeps-the-open-connection",
    ],
    ["with accents", { surface: "Café Crème’s ÜBER" }, "cafe-cremes-uber-keeps-the-task"],
    ["of a path", { surface: "../../etc/passwd" }, "etc-passwd-keeps-the-task"],
    ["of dots", { surface: ".." }, "surface-keeps-the-task"],
    ["of a German name", { surface: "Straßen" }, "straßen-keeps-the-task"],
    [
      "of Cyrillic, whose marks are of the letter",
      { surface: "Заказ Ёлки и Йод" },
      "заказ-ёлки-и-йод-keeps-the-task",
    ],
    ["of Greek, with a mark on its own", { surface: "Καφε\u0301ς" }, "καφές-keeps-the-task"],
    ["of Chinese", { surface: "注文" }, "注文-keeps-the-task"],
    ["of Japanese", { surface: "か\u3099そう（Ａ１）" }, "がそう-a1-keeps-the-task"],
    ["of Korean", { surface: "주문" }, "주문-keeps-the-task"],
    ["of Hindi", { surface: "ऑर्डर २" }, "ऑर्डर-२-keeps-the-task"],
    ["of Arabic", { surface: "طلب" }, "طلب-keeps-the-task"],
    ["of letters that nobody sees", { surface: "\u3164\u200b\ufe0f" }, "surface-keeps-the-task"],
    ["of marks alone", { surface: "a \u0301 b" }, "a-b-keeps-the-task"],
    ["of one long word of pairs", { surface: `x${"𠮷".repeat(40)}` }, `x${"𠮷".repeat(15)}-keeps-the-task`],
    ["of one long word", { surface: "x".repeat(300) }, `${"x".repeat(32)}-keeps-the-task`],
    ["of many words", { surface: "word ".repeat(60) }, `${"word-".repeat(6)}keeps-the-task`],
  ])("%s", (_, from, slug) => {
    expect(slugOf(from)).toBe(slug);
  });

  test("of any name is a short name of a file", () => {
    fc.assert(
      fc.property(anyText, anyText, (surface, kept) => {
        const slug = slugOf({ surface, keeps: [kept] });
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u);
        expect(slug).toBe(slug.toLowerCase().normalize("NFC"));
        // The most that most file systems take, with `123456-` and `.md` around it.
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(255 - 10);
      }),
      { numRuns: 2000 },
    );
  });

  test("of a Latin name has what it had when all else was left out", () => {
    const before = (text: string): string =>
      text
        .normalize("NFKD")
        .replace(/[\p{M}'’]/gu, "")
        .toLowerCase()
        .replace(/[^a-z\d]+/g, "-")
        .replace(/^-|-$/g, "");
    const latin = fc.string({
      unit: fc.constantFrom(...Array.from("aZ9é ÜñẤ'’-_./ﬁ①\u0301😀")),
      maxLength: 32,
    });
    fc.assert(
      fc.property(latin, (surface) => {
        expect(slugOf({ surface }).startsWith(`${before(surface).slice(0, 16) || "surface-"}`)).toBe(true);
      }),
    );
  });
});

test("of many reasons the heaviest three stand for themselves, and the rest is counted", () => {
  const rules = Array.from({ length: 8 }, (_, at) => ({
    rule: ruleOf(`rule-${at}`, 1),
    questions: ["exchange"],
  }));
  const lines = bodyOf({ ...sample, rules }).split("\n");
  const reasons = lines.filter((line) => line.startsWith("* Good, because the reason of rule-"));
  expect(reasons).toHaveLength(3);
  expect(lines).toContain("* Good, because of 5 more reasons.");
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
  expect(items.length).toBeGreaterThan(10);
  for (const item of items) expect(item).toMatch(/^(Good|Neutral|Bad), because /);
});

test("a decision against the recommendation: its own reason, its own consequences, no placement of the other", () => {
  const body = bodyOf(decided);
  expect(body).toContain(
    'Chosen option: "Stateful", because we know it. The recommendation was hybrid: the decision differs from it.',
  );
  expect(body).not.toContain("Where the state lives:");
  expect(body).toContain("The decision is accepted until **2027-06-30** and must be made again by then.");
  expect(body).not.toContain("to be reviewed by");
});

test("a decision against the recommendation has no consequences of places that it may not have", () => {
  const [cost] = decided.tradeoffs.filter(
    ({ kind, style }) => kind === "disadvantage" && style === "stateful",
  );
  if (cost === undefined) throw new Error("the sample has a cost");
  const placed = ["connection"] as const;
  const tradeoffs = [
    { ...cost, text: "It is pinned.", places: placed },
    { ...cost, text: "It is anywhere." },
  ];
  expect(bodyOf({ ...decided, tradeoffs })).toContain("### Consequences\n\n* Bad, because it is anywhere.");
  expect(bodyOf({ ...sample, tradeoffs })).toContain("* Bad, because it is pinned.");
});

test("the day by which a decision is to be reviewed, unless it has lapsed", () => {
  const decision = { ...followingDecision, reviewBy: "2027-03-31" };
  const says = "The decision is to be reviewed by **2027-03-31**.\n";
  expect(bodyOf({ ...sample, decision })).toContain(says);
  expect(bodyOf({ ...sample, decision, lapse })).not.toContain("to be reviewed by");
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
  const confirmationOf = (from: Recommendation, style = plainStyle): readonly string[] =>
    (/^### Confirmation\n\n([\s\S]*?)\n\n/m.exec(adr(reportOf(from), style))?.[1] ?? "").split("\n");
  const all = watch("all", null, null);
  const mixes = watch("mixes", ["hybrid"], null);
  const placed = watch("placed", null, ["resource"]);
  const guidance = [all, mixes, placed];

  test("against the recommendation has no guidance for what was recommended, and says so", () => {
    expect(confirmationOf({ ...decided, guidance })).toEqual([
      "* `api-advisor check shop.yaml` fails if the recorded decision differs from the recommendation without a reason and a last day that is still ahead, or if the answers have changed since.",
      "* Watch all.",
      "* Advice on monitoring the recommended hybrid is left out: the chosen stateful needs monitoring of its own.",
    ]);
    expect(confirmationOf({ ...decided, guidance: [all] }).slice(1)).toEqual(["* Watch all."]);
  });

  test("as recommended has the first of it, in full detail all", () => {
    const decision = { ...followingDecision, style: "hybrid" } as const;
    const from = { ...sample, decision, guidance };
    const all = ["* Watch all.", "* Watch mixes.", "* Watch placed."];
    expect(confirmationOf(from).slice(1)).toEqual(all.slice(0, 1));
    expect(confirmationOf(from, { ...plainStyle, detail: "full" }).slice(1)).toEqual(all);
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
  expect(body).toContain("# shop · checkout has yet to decide where its state lives\n");
  expect(body).toContain("Chosen option: none yet, because too little is known about what has to be kept.");
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
  const drawn = (reword: (text: string) => string): string =>
    adr(reportOf(reworded(reword), reworded(reword, boundSample)), plainStyle);
  const plainly = skeletonOf(parseMarkdown(drawn(() => "x")));
  const check = (text: string): void => {
    expect(skeletonOf(parseMarkdown(drawn(() => `x${text}x`)))).toEqual(plainly);
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
