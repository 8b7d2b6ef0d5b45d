import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import { classesOf, concerns } from "../../../src/engine/model/verdict.js";
import { minimalPatternsText, minimalPlacementsText } from "../minimal-placements.js";
import { packOf } from "../small-pack.js";

/** A pack of five questions, `load` and `nodes` among them bearing on the place alone, with these rules. */
function packText(rules: string, implied: Readonly<Record<string, string>> = {}): string {
  const questions = ["style", "size", "kind", "load", "nodes"].map((id) => {
    const bears = id === "load" || id === "nodes" ? ", bears-on: place" : "";
    const condition = implied[id];
    const implication =
      condition === undefined ? "" : `, implied: [{ when: ${condition}, answer: yes, because: x }]`;
    return `  ${id}: { topic: t, ask: A?, why: W., help: H.${bears}, options: { "yes": { label: Y, help: Y. }, "no": { label: N, help: N. } }${implication} }\n`;
  });
  return `pack: { format: 2, name: small, version: "1" }
topics: { t: { title: T, about: T. } }
questions:
${questions.join("")}${rules}placements:
${minimalPlacementsText("claim")}patterns:
${minimalPatternsText("claim")}criteria: { claim: { section: here, claim: It is so. } }
`;
}

type Found = readonly [where: string, detail: ProblemDetail];

/** The problems of packs laid over each other, each with the file, the line and the text that it marks. */
function problemsOf(...texts: readonly string[]): readonly Found[] {
  const outcome = packOf(...texts);
  return (outcome.kind === "ok" ? [] : outcome.problems).map(({ severity, file, at, ...detail }): Found => {
    expect(severity).toBe("error");
    const start = (at?.column ?? 0) - 1;
    return [`${file}: ${at?.lineText.slice(start, start + at.width)}`, detail];
  });
}

const over = (text: string) => `pack: { format: 2, name: over, version: "1", extends: base }\n${text}`;

/** A section with one rule, named like it. */
function rule(kind: string, when: string): string {
  const own = {
    need: "concern: session, points: -2, ",
    must: "concern: sync, ",
    "must-not": "concern: workflow, ",
    follows: "concern: session, ",
    place: "points: 1, ",
  }[kind];
  return `${kind}:\n  a-${kind}: { ${own ?? ""}when: ${when}, because: x, sources: [claim] }\n`;
}

describe("a pack that could contradict itself is refused", () => {
  const lists = concerns.flatMap((concern) =>
    classesOf[concern].map((placeClass) => [concern, placeClass] as const),
  );

  it("for any of eleven lists", () => {
    expect(lists).toHaveLength(11);
    expect(problemsOf(packText(""))).toEqual([]);
  });

  it.each(lists)("without a placement of %s for %s: at the header", (concern, placeClass) => {
    const detail = { code: "list-without-end", concern, placeClass, last: null } as const;
    const without = packText("").replace(new RegExp(`^ {2}${concern}-${placeClass}: .*\n`, "m"), "");
    expect(problemsOf(without)).toEqual([["pack.yaml: pack", detail]]);
    // A pack that switches the placement off is where to look.
    const upper = over(`switch-off: { ${concern}-${placeClass}: We have none. }\n`);
    expect(problemsOf(packText(""), upper)).toEqual([["pack-2.yaml: pack", detail]]);
  });

  it.each(lists)("whose last placement of %s for %s does not always hold: there", (concern, placeClass) => {
    const last = `${concern}-${placeClass}`;
    const upper = over(`override: { placements: { ${last}: { when: { style: "yes" } } } }\n`);
    const found = problemsOf(packText(""), upper);
    expect(found).toEqual([[`pack.yaml: ${last}`, { code: "list-without-end", concern, placeClass, last }]]);
  });

  it("but not for conditions on earlier placements, or on those that a pack lays over it", () => {
    const placement =
      'placements: { first: { concern: session, when: { style: "yes" }, place: shared-store, pattern: any-store, because: x, sources: [claim] } }\n';
    expect(problemsOf(packText(""), over(placement))).toEqual([]);
  });

  it("after an override that moves a last placement to another class", () => {
    const upper = over(
      "override: { placements: { sync-elsewhere: { place: nowhere }, session-bound: { place: shared-store, pattern: any-store } } }\n",
    );
    const found = problemsOf(packText(""), upper).map(([where, detail]) => [where, detail.code]);
    expect(found).toEqual([
      // Its pattern is for another place, too.
      ["pack.yaml: any-store", "pattern-place"],
      ["pack-2.yaml: pack", "list-without-end"],
      ["pack-2.yaml: pack", "list-without-end"],
    ]);
  });
});

describe("a question that bears on the place alone", () => {
  it.each(["need", "must", "must-not", "follows"])("may not be read by a rule of the kind %s", (kind) => {
    const detail = { code: "place-only", id: `a-${kind}`, question: "load", through: null };
    expect(problemsOf(packText(rule(kind, '{ load: "yes" }')))).toEqual([
      ['pack.yaml: { load: "yes" }', detail],
    ]);
    const deep = '{ any: [{ style: "yes" }, { not: { size: "yes", load: "no" } }] }';
    expect(problemsOf(packText(rule(kind, deep)))).toEqual([[`pack.yaml: ${deep}`, detail]]);
    expect(problemsOf(packText(rule(kind, '{ style: "yes" }')))).toEqual([]);
  });

  it.each(["place", "must-bind", "may-not-bind"])("may be read by a rule of the kind %s", (kind) => {
    expect(problemsOf(packText(rule(kind, '{ load: "yes" }')))).toEqual([]);
  });

  it("may not imply the answer to a question that such a rule reads, at any distance", () => {
    const need = rule("need", '{ style: "yes" }');
    expect(problemsOf(packText(need, { style: '{ load: "yes" }' }))).toEqual([
      [
        'pack.yaml: { load: "yes" }',
        { code: "place-only", id: "a-need", question: "load", through: "style" },
      ],
    ]);
    const far = { style: '{ size: "no" }', size: '{ kind: "yes" }', kind: '{ nodes: "no", load: "no" }' };
    expect(problemsOf(packText(need, far))).toEqual([
      [
        'pack.yaml: { nodes: "no", load: "no" }',
        { code: "place-only", id: "a-need", question: "nodes", through: "kind" },
      ],
      [
        'pack.yaml: { nodes: "no", load: "no" }',
        { code: "place-only", id: "a-need", question: "load", through: "kind" },
      ],
    ]);
    expect(
      problemsOf(packText(rule("need", '{ kind: "yes" }'), { style: far.style, size: '{ load: "no" }' })),
    ).toEqual([]);
  });

  it("may itself be implied by others", () => {
    expect(problemsOf(packText(rule("need", '{ style: "yes" }'), { load: '{ style: "yes" }' }))).toEqual([]);
  });

  it("may be named by a pack that is laid over, but not in a rule about need", () => {
    const upper = over('override: { need: { a-need: { when: { load: "no" } } } }\n');
    expect(problemsOf(packText(rule("need", '{ style: "yes" }')), upper)).toEqual([
      ['pack-2.yaml: { load: "no" }', { code: "place-only", id: "a-need", question: "load", through: null }],
    ]);
    const bears = over("override: { questions: { style: { bears-on: place } } }\n");
    expect(problemsOf(packText(rule("need", '{ style: "yes" }')), bears).map(([where]) => where)).toEqual([
      'pack.yaml: { style: "yes" }',
    ]);
  });
});

describe("a pack of format 1", () => {
  const old =
    'pack: { format: 1, name: old, version: "1", minimum-evidence: 4 }\nrules: { a: { favours: stateful } }\nvetoes: { b: {} }\n';

  it("is refused with one message, which says what to do", () => {
    expect(problemsOf(old)).toEqual([["pack.yaml: 1", { code: "old-format" }]]);
    expect(problemsOf(packText(""), old)).toEqual([["pack-2.yaml: 1", { code: "old-format" }]]);
  });

  it("is told from one of a format that there is not", () => {
    const other = packText("").replace("format: 2", "format: 3");
    expect(problemsOf(other)).toEqual([
      ["pack.yaml: 3", { code: "not-allowed", where: "pack.format", found: "3", known: ["2"] }],
    ]);
  });
});

describe("points of a rule", () => {
  it("are whole, from 1 to 5 either way", () => {
    const known = ["-5", "-4", "-3", "-2", "-1", "1", "2", "3", "4", "5"];
    fc.assert(
      fc.property(fc.integer({ min: -7, max: 7 }), fc.constantFrom("need", "place"), (points, kind) => {
        const text = packText(rule(kind, '{ style: "yes" }').replace(/points: -?\d/, `points: ${points}`));
        const where = `${kind}.a-${kind}.points`;
        expect(problemsOf(text)).toEqual(
          known.includes(String(points))
            ? []
            : [[`pack.yaml: ${points}`, { code: "not-allowed", where, found: String(points), known }]],
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each(["must", "must-not", "follows", "must-bind", "may-not-bind"])("are none of the kind %s", (kind) => {
    const text = packText(rule(kind, '{ style: "yes" }').replace("when:", "points: 1, when:"));
    expect(problemsOf(text).map(([where, { code }]) => [where, code])).toEqual([
      ["pack.yaml: points", "unknown-key"],
    ]);
  });

  it.each(["place", "must-bind", "may-not-bind"])("and concerns are none of the kind %s", (kind) => {
    const text = packText(rule(kind, '{ style: "yes" }').replace("when:", "concern: sync, when:"));
    expect(problemsOf(text).map(([where, { code }]) => [where, code])).toEqual([
      ["pack.yaml: concern", "unknown-key"],
    ]);
  });

  it.each(["interaction", "sync"])("let only login and task follow, not %s", (concern) => {
    const text = packText(
      rule("follows", '{ style: "yes" }').replace("concern: session", `concern: ${concern}`),
    );
    expect(problemsOf(text)).toEqual([
      [
        `pack.yaml: ${concern}`,
        {
          ...{ code: "not-allowed", where: "follows.a-follows.concern", found: concern },
          known: ["session", "workflow"],
        },
      ],
    ]);
  });
});
