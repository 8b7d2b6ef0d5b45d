import { describe, expect, it } from "vitest";
import type { TippingPoint } from "../../../../src/engine/model/analysis.js";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { implied, tipping } from "../../../../src/engine/report/markdown/changes.js";
import { markdownReport as markdown, sources } from "../../../../src/engine/report/markdown/document.js";
import { reasons } from "../../../../src/engine/report/markdown/reasons.js";
import { guidance, patterns, vetoes } from "../../../../src/engine/report/markdown/state.js";
import { figures, verdictLines } from "../../../../src/engine/report/markdown/verdict.js";
import { markdownWriter } from "../../../../src/engine/report/markdown/writer.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import {
  analysis,
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
      "**Verdict: undecided**. Too little to go on: these answers come to 2 points of evidence, and a verdict needs at least 4.",
    ]);
  });

  it("is followed by why it has its grade", () => {
    expect(verdictLines(sample, markdownWriter(plainStyle)).slice(1)).toEqual([
      "",
      "Fragile: 1 open question can overturn it alone.",
    ]);
  });

  it("says which questions put an analysis out of reach", () => {
    const from = { ...sample, analysis: null, outOfReach: ["latency", "network"] };
    expect(verdictLines(from, markdownWriter(plainStyle)).slice(2)).toEqual([
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

describe("without points", () => {
  const scores = { live: 0, kept: 0, stateful: 0, stateless: 0 };

  it("there is neither balance nor boundness", () => {
    expect(figures({ ...sample, scores, analysis: null }, markdownWriter(plainStyle))).toEqual([
      "| Figure | Value | What it says |",
      "| --- | --- | --- |",
      "| Evidence | 0 points | F = 0 stateful (N = 0 live, K = 0 kept), L = 0 stateless. |",
    ]);
  });

  it("there are no reasons", () => {
    expect(reasons({ ...sample, scores }, markdownWriter(plainStyle))).toEqual([]);
  });
});

describe("the reasons", () => {
  const sides = (stateful: number, stateless: number): readonly string[] =>
    reasons(
      { ...sample, scores: { live: 0, kept: stateful, stateful, stateless } },
      markdownWriter(plainStyle),
    ).filter((line) => line.startsWith("**For"));

  it("come with the heavier side first, stateful if both weigh the same", () => {
    expect(sides(3, 4)).toEqual(["**For stateless: 4 points**", "**For stateful: 3 points**"]);
    expect(sides(3, 3)).toEqual(["**For stateful: 3 points**", "**For stateless: 3 points**"]);
  });

  it("of a side come with the heaviest answer first", () => {
    const answers = reasons(sample, markdownWriter(plainStyle)).filter((line) => line.startsWith("- "));
    expect(answers).toEqual([
      "- **+2 2/3** What kind of exchange is it? **Steps that make one task** (`exchange`, 1 live + 1 2/3 kept)",
      "- **+2 2/3** How much context is there? **A lot** (`context`, 1 live + 1 2/3 kept, implied)",
      "- **+1 2/3** How many clients are there? **Very many** (`clients`, kept)",
      "- **+2** What kind of system is it? **A shop; A bank** (`kinds`)",
      "- **+1** How many clients are there? **Very many** (`clients`)",
    ]);
  });
});

describe("a veto", () => {
  const told = (questions: readonly string[], contested: string | null): readonly string[] =>
    vetoes(
      {
        ...sample,
        vetoes: sample.vetoes.map(({ veto }) => ({ veto: { ...veto, contested }, questions })),
      },
      markdownWriter(plainStyle),
    );

  it("names the answers that it depends on, and what is said against it", () => {
    expect(told(["clients", "context"], "Some do.")).toEqual([
      "- **Pure stateful is ruled out.** Nothing outlives a request here. Contested: Some do. (cmp-state)",
      "  - Because of `clients`: Very many; `context`: A lot",
    ]);
  });

  it("of every answer names none", () => {
    expect(told([], null)).toEqual([
      "- **Pure stateful is ruled out.** Nothing outlives a request here. (cmp-state)",
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
    const from = { ...sample, rules: sample.rules.slice(0, 1), tradeoffs: [], guidance: [], concerns: [] };
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
    return tipping({ ...sample, analysis: { ...analysis, tippingPoints } }, markdownWriter(plainStyle));
  };

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

it("a table of surfaces has no grade without analysis, and no balance without points", () => {
  const bare = { ...sample, surface: "cart", analysis: null, balance: null };
  expect(markdown(reportOf(sample, bare), plainStyle)).toContain(
    "| checkout | **hybrid** | fragile | +0.40 |\n| cart | **hybrid** | – | – |\n",
  );
});
