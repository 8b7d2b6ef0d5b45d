import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { advise } from "../../../../src/engine/advise/advise.js";
import { reportedPack } from "../../../../src/engine/advise/reported-pack.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Tradeoff } from "../../../../src/engine/model/pack.js";
import type { Report } from "../../../../src/engine/model/recommendation.js";
import { costsOf } from "../../../../src/engine/report/answer/costs.js";
import { markdownReport } from "../../../../src/engine/report/markdown/document.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { screenReport } from "../../../../src/engine/report/text/screen.js";
import { loadPack } from "../../../../src/node.js";

/* Short is no excuse for missing: each of the systems that the rules are judged by, as a person would read it. */

interface Judged {
  readonly answers: Readonly<Record<string, string>>;
}

const { cases } = parse(readFileSync("rules/cases/systems.yaml", "utf8")) as {
  readonly cases: Readonly<Record<string, Judged>>;
};

let pack: CompiledPack;
beforeAll(async () => {
  pack = await loadPack();
});

function reportOn(names: readonly string[]): Report {
  return reportOf(Object.fromEntries(names.map((name) => [name, cases[name]?.answers ?? {}])));
}

function reportOf(answers: Readonly<Record<string, Judged["answers"]>>): Report {
  const surfaces = Object.entries(answers).map(([name, given]) => [name, { answers: given }] as const);
  return {
    tool: { name: "api-advisor", version: "1.0.0" },
    pack: reportedPack(pack, "sha256-0123"),
    services: [advise(pack, { version: 1, service: "judged", surfaces: Object.fromEntries(surfaces) })],
  };
}

const names = Object.keys(cases);

describe.each(names)("%s", (name) => {
  it("fits one screen that names every place, what it costs and what to do", () => {
    const report = reportOn([name]);
    const [from] = report.services[0]?.surfaces ?? [];
    if (from === undefined) throw new Error("the report has the surface");
    const screen = screenReport(report, plainStyle);
    const lines = screen.trimEnd().split("\n");
    const flow = screen.replace(/\s+/g, " ");
    const at = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;

    expect(lines.length).toBeLessThanOrEqual(30);
    expect(at("Where the state lives")).toBeGreaterThan(0);
    expect(at("Where the state lives")).toBeLessThanOrEqual(12);
    expect(at("Why")).toBeGreaterThan(at("Where the state lives"));
    expect(at("What would change it")).toBeGreaterThan(at("Why"));
    expect(at("Next")).toBeGreaterThan(at("What would change it"));

    const title = { interaction: "Interaction", session: "Session", workflow: "Workflow", sync: "Sync" };
    for (const { concern, kept, placement } of from.concerns) {
      const pattern = placement?.pattern ?? null;
      if (pattern === null) expect({ concern, kept }).toEqual({ concern, kept: false });
      else expect(flow).toMatch(new RegExp(`${title[concern]} [a-z ]+: ${literally(pattern.title)}`));
      for (const more of [placement?.beside, placement?.backedBy?.pattern])
        if (more) expect(flow).toContain(more.title);
    }

    const kept = from.concerns.filter((each) => each.class !== "not-kept");
    const told = costsOf(from, 2);
    const concernsOf = (places: Tradeoff["places"]): readonly string[] =>
      kept.flatMap(({ concern, placement }) =>
        places?.some((place) => place === placement?.place) ? [concern] : [],
      );
    const covered = new Set(told.flatMap(({ places }) => concernsOf(places)));
    const coverable = from.tradeoffs.filter(({ kind }) => kind === "disadvantage");
    const possible = new Set(coverable.flatMap(({ places }) => concernsOf(places)));
    expect(covered.size).toBeGreaterThanOrEqual(Math.min(2, possible.size));

    const costs = from.tradeoffs.filter(({ kind }) => kind === "disadvantage").length;
    const shown = lines.filter((line) => line.startsWith("  ! ")).length;
    expect(shown).toBeGreaterThanOrEqual(Math.min(2, costs));
    expect(lines.filter((line) => line.startsWith("    → ")).length).toBe(shown);
    for (const { rule } of [...from.rules, ...from.settled]) expect(flow).not.toContain(`[${rule.id}`);
  });
});

/** Answers of which two pairs clash, to a system that has state of every kind. */
const clashing = {
  "interaction-style": "independent-requests",
  "context-dependence": "none",
  "context-size": "medium",
  contention: "constant",
  "client-liveness": "release-on-loss",
  delivery: "latest-only",
  "load-shape": "predictable-peaks",
  deployment: "cluster",
  failover: "no-interruption",
  "offline-need": "queue-writes",
  "client-network": "intermittent",
  "client-reachability": "polls-only",
  identity: "machine-credential",
  revocation: "within-minutes",
  "replay-protection": "use-once",
  retention: "forbidden",
  "transaction-span": "single-request",
  isolation: "stable-view",
  "error-recovery": "guided",
};

it("answers that do not fit each other leave room for the places by line 12, and the rest on one screen", () => {
  const lines = screenReport(reportOf({ clashing }), plainStyle).trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("    Look again at: ")).length).toBe(2);
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(lines.findIndex((line) => line.startsWith("Where the state lives"))).toBeLessThan(12);
});

it.each(names)("%s takes at most sixty lines of Markdown before it is unfolded", (name) => {
  const document = markdownReport(reportOn([name]), plainStyle);
  const shown = document.replace(/<details>.*?<\/details>\n/gs, "");
  expect(shown.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  expect(shown).not.toMatch(/`[a-z]+(-[a-z]+)+`|\((cmp|sf|sl|use|ex|err|practice|tech|choose)-/);
  expect(document.length).toBeLessThanOrEqual(65_536);
  expect(document).not.toContain("Not everything fits");
});

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

it("three surfaces with their overview take a hundred lines at most", () => {
  for (const start of [0, 3, 6, 9]) {
    const lines = screenReport(reportOn(names.slice(start, start + 3)), plainStyle)
      .trimEnd()
      .split("\n");
    expect(lines[0]).toMatch(/^surface +verdict/);
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(lines.findIndex((line) => line.startsWith("Where the state lives"))).toBeLessThan(12);
  }
});
