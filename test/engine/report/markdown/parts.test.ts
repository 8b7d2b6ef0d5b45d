import { describe, expect, it } from "vitest";
import type { TippingPoint } from "../../../../src/engine/model/analysis.js";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { implied, tipping } from "../../../../src/engine/report/markdown/changes.js";
import { markdownReport as markdown, sources } from "../../../../src/engine/report/markdown/document.js";
import { reasons } from "../../../../src/engine/report/markdown/reasons.js";
import { guidance, patterns, placements, settled } from "../../../../src/engine/report/markdown/state.js";
import { clashes, figures, verdictLines } from "../../../../src/engine/report/markdown/verdict.js";
import { markdownWriter } from "../../../../src/engine/report/markdown/writer.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { unaligned } from "../markdown-tree.js";
import {
  analysis,
  boundSample,
  followingDecision,
  ownDecision,
  reportOf,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";

const full = { ...plainStyle, detail: "full" } as const;

describe("the verdict", () => {
  it("stands alone if there is no grade", () => {
    expect(verdictLines(undecidedSample, markdownWriter(plainStyle))).toEqual([
      "**UNDECIDED: too little is known about what has to be kept**. Nothing is known yet about the conversation, and no requirement settles the rest; the open questions say what would help most.",
    ]);
  });

  it("is followed by why it has its grade", () => {
    expect(verdictLines({ ...sample, clashes: [] }, markdownWriter(plainStyle))).toEqual([
      "**HYBRID: the server keeps only the task, in a resource of its own** (grade **fragile**). Any instance can find what is kept; none of it is bound to a connection or instance.",
      "",
      "Fragile: an answer to latency can overturn it.",
    ]);
  });

  it("comes after answers that do not fit each other", () => {
    const lines = clashes(sample, markdownWriter(plainStyle));
    expect(lines).toEqual([
      "**Answers that do not fit each other:**",
      "",
      "- So many clients cannot all be led through steps. (`exchange` is “Steps that make one task”; `clients` is “Very many”)",
      "  - **Look again at:** How many clients are there? (`clients`)",
    ]);
    expect(verdictLines(sample, markdownWriter(plainStyle)).slice(0, lines.length)).toEqual(lines);
  });

  it("says which questions put an analysis out of reach", () => {
    const from = { ...sample, analysis: null, outOfReach: ["latency", "network"] };
    expect(verdictLines({ ...from, clashes: [] }, markdownWriter(plainStyle)).slice(2)).toEqual([
      "Out of reach: exact figures would need tables too large to build, as the rule pack ties these open questions together too closely: latency, network. Answering some of them brings the figures within reach.",
    ]);
  });

  it("reports a decision that has lapsed", () => {
    const lapse = { kind: "answers-changed", drift: { kind: "unknown" } } as const;
    const from = { ...sample, decision: followingDecision, lapse };
    expect(verdictLines(from, markdownWriter(plainStyle))).toContain(
      "**Decided: hybrid**, as recommended; it has lapsed, because the answers have changed since.",
    );
  });

  it.each([
    [
      ownDecision,
      "**Decided by platform: stateful**, which differs from the recommendation, accepted until 2027-06-30. Reason given: We own the clients.",
    ],
    [followingDecision, "**Decided: hybrid**, as recommended."],
  ] as const)("has the recorded decision %o beside it", (decision, said) => {
    expect(verdictLines({ ...sample, decision }, markdownWriter(plainStyle)).at(-1)).toBe(said);
  });
});

describe("what has to be kept", () => {
  it("is told concern by concern, and the place of a conversation that is kept", () => {
    expect(figures({ ...boundSample, analysis: null }, markdownWriter(plainStyle)).map(unaligned)).toEqual([
      "| What | Result | Why |",
      "| --- | --- | --- |",
      "| Interaction | kept | 4 points for keeping it, 1 against. |",
      "| Its place | bound to its connection or instance | 3 points for binding it, 1 for keeping it elsewhere. |",
      "| Session | bound | Goes where the conversation goes, by login-on-stream; by itself not kept (no rule speaks for or against it). |",
      "| Workflow | not kept | No rule speaks for or against it. |",
      "| Sync | not kept | No rule speaks for or against it. |",
    ]);
  });

  it("has no reasons without points", () => {
    const concerns = sample.concerns.map((each) => ({ ...each, need: { for: 0, against: 0 } }));
    expect(reasons({ ...sample, concerns }, markdownWriter(plainStyle))).toEqual([]);
  });

  it("has as reasons the answers that weigh, the heaviest first", () => {
    const lines = reasons(sample, markdownWriter(full)).filter((line) => /^(-|\*)/.test(line));
    expect(lines).toEqual([
      "**Workflow, need:** 7 for keeping it, 3 against",
      "- **+2 2/3** What kind of exchange is it? **Steps that make one task** (`exchange`)",
      "- **+2 2/3** How much context is there? **A lot** (`context`, implied)",
      "- **+1 2/3 −1** How many clients are there? **Very many** (`clients`)",
      "- **−2** What kind of system is it? **A shop; A bank** (`kinds`)",
    ]);
  });
});

it("a companion and a second home are beside the first", () => {
  expect(placements(boundSample, markdownWriter(plainStyle)).map(unaligned)).toContain(
    "| **Interaction** (connection and conversation) | **with the connection or instance** | Gateway, e.g. PostgreSQL, Temporal, Step Functions; **with:** Resume token, in each request, e.g. Last-Event-ID; **backed by** Log of unread messages, in a shared store, e.g. PostgreSQL, Temporal, Step Functions | The reason of held-open. The reason of unread-log. |",
  );
});

describe("a given", () => {
  const told = (questions: readonly string[], contested: string | null): readonly string[] =>
    settled(
      {
        ...sample,
        settled: sample.settled.map(({ rule }) => ({ rule: { ...rule, contested }, questions })),
      },
      markdownWriter(plainStyle),
    );

  it("names the answers that it depends on, and what is said against it", () => {
    expect(told(["clients", "context"], "Some do.")).toEqual([
      "- **The sign-in is not to be kept.** Nothing outlives a request here. Contested: Some do. (cmp-state)",
      "  - Because of `clients`: Very many; `context`: A lot",
    ]);
  });

  it("of every answer names none", () => {
    expect(told([], null)).toEqual([
      "- **The sign-in is not to be kept.** Nothing outlives a request here. (cmp-state)",
    ]);
  });
});

describe("in full detail", () => {
  it("patterns are reported once each, with what to watch", () => {
    expect(patterns(sample, markdownWriter(full))).toEqual([
      "- **Task record**: A record of the task. (aip-151)",
      "  - Fits when: When tasks outlive connections.",
      "  - Watch: Records that nobody ends.",
    ]);
    const titles = patterns(boundSample, markdownWriter(full)).filter((line) => line.startsWith("-"));
    expect(titles.map((line) => /\*\*(.*?)\*\*/.exec(line)?.[1])).toEqual([
      "Gateway",
      "Resume token",
      "Log of unread messages",
    ]);
  });

  it("advice is listed by its topic, each piece once", () => {
    const advice = (["monitoring", "error-model"] as const).flatMap((topic) =>
      sample.guidance.map((entry) => ({ ...entry, topic, text: `About ${topic}.`, sources: [] })),
    );
    expect(guidance({ ...sample, guidance: advice }, markdownWriter(full))).toEqual([
      "- **Errors:** About error-model.",
      "  - Why: A lost answer looks like a lost request.",
      "- **Monitoring:** About monitoring.",
      "  - Why: A lost answer looks like a lost request.",
    ]);
  });

  it("sources are linked to their addresses, where they have one", () => {
    const from = {
      ...sample,
      rules: sample.rules.slice(0, 1),
      settled: [],
      tradeoffs: [],
      guidance: [],
      concerns: [],
    };
    expect(sources([from], markdownWriter(full))).toEqual([
      "- `cmp-state`: The styles differ in what the server remembers.",
      "- `rfc-6455`: [RFC 6455: The WebSocket Protocol](https://www.rfc-editor.org/rfc/rfc6455)",
    ]);
  });

  it("implied answers name all options, and the reason if there is one", () => {
    const taken = sample.answers.slice(3).map((answer) => ({ ...answer, state: "implied" as const }));
    expect(implied({ ...sample, answers: taken }, markdownWriter(full))).toEqual([
      "- What kind of system is it? **A shop; A bank** (`kinds`)",
    ]);
  });
});

describe("what would change it", () => {
  const told = (...points: readonly TippingPoint[]) => {
    const tippingPoints = { points, left: 0, complete: true, searched: 2 };
    return tipping(
      { ...sample, analysis: { ...analysis, tippingPoints, concernTippingPoints: [] } },
      markdownWriter(plainStyle),
    );
  };

  it("has the single answers that move one concern", () => {
    expect(tipping(sample, markdownWriter(plainStyle)).slice(-2)).toEqual([
      "- The sign-in is kept elsewhere, in a store or a resource, if",
      "  - How many clients are there? **“Few”** instead of “Very many” (clients)",
    ]);
  });

  it("is nothing if nothing was found", () => {
    expect(told()).toEqual(["No change of the given answers changes the verdict."]);
  });

  it("may be one set of changes", () => {
    const changes = [
      { question: "clients", from: "many", to: "few" },
      { question: "kinds", from: null, to: "game" },
    ];
    expect(told({ changes, verdict: "stateless" })).toEqual([
      "No single answer does it; 2 changed together do:",
      "",
      "- → **stateless**, with all of",
      "  - How many clients are there? **“Few”** instead of “Very many” (clients)",
      "  - What kind of system is it? also **“A game”** (kinds)",
    ]);
  });
});

describe("headings", () => {
  const heads = (document: string): readonly string[] =>
    document.split("\n").filter((line) => line.startsWith("#"));

  it("name a service once if its only surface is called the same", () => {
    expect(heads(markdown(reportOf({ ...sample, surface: "shop" }), plainStyle))[0]).toBe(
      "## shop: stateless or stateful?",
    );
  });

  it("say that open questions are in an order if that is known", () => {
    const titles = (from: Recommendation) => heads(markdown(reportOf(from), plainStyle));
    expect(titles(sample)).toContain("### Open questions, most informative first");
    expect(titles({ ...sample, analysis: null })).toContain("### Open questions");
    expect(titles({ ...undecidedSample, analysis: null })).toContain("### What would help most");
  });

  it("of the sources are beside those of services if there are several", () => {
    const report = reportOf(sample);
    expect(heads(markdown(report, full))).toContain("### Sources");
    const services = [...report.services, ...report.services];
    expect(heads(markdown({ ...report, services }, full))).toContain("## Sources");
  });
});

it("a table of surfaces has no grade without analysis, and names those whose answers do not fit", () => {
  const bare = { ...sample, surface: "cart", analysis: null, clashes: [] };
  expect(unaligned(markdown(reportOf(sample, bare), plainStyle))).toContain(
    "| checkout | **hybrid** | fragile | workflow |\n| cart | **hybrid** | – | workflow |\n",
  );
  expect(markdown(reportOf(sample, bare), plainStyle)).toContain(
    "Some answers do not fit each other: **checkout**.\n",
  );
});
