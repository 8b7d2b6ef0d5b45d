import { describe, expect, it } from "vitest";
import {
  addTo,
  details,
  found,
  needLine,
  placeLine,
  placementLine,
  swap,
  type TextChange,
} from "../linted-small-pack.js";

const torn = "{ all: [{ style: apart }, { style: steps }] }";

/** An implication of `order` after the one that the pack has. */
const implies = (when: string): TextChange =>
  swap(
    "because: Nothing is sent. }",
    `because: Nothing is sent. }\n      - { when: ${when}, answer: any, because: Again. }`,
  );

describe("a condition that contradicts itself is an error", () => {
  it.each<[string, TextChange]>([
    ["of a need", addTo("need", needLine("torn", torn))],
    ["of points about the place", addTo("place", placeLine("torn", torn))],
    ["of a given", addTo("may-not-bind", `torn: { when: ${torn}, because: It is., sources: [claim] }`)],
    ["of a placement", addTo("placements", placementLine("torn", torn))],
    ["of a second home", swap("replayed: { when: { order: strict }", `replayed: { when: ${torn}`)],
    ["of a clash", addTo("clashes", `torn: { when: ${torn}, because: It is torn., reconsider: style }`)],
    ["of a tradeoff", swap("text: It is quick.", `when: ${torn}, text: It is quick.`)],
    ["of guidance", swap("verdict: [stateless], text", `when: ${torn}, text`)],
    ["of an implication", implies(torn)],
  ])("%s", (_, change) => {
    expect(found(change)).toEqual([{ code: "never-holds", severity: "error", marked: torn, witness: null }]);
  });
});

describe("a condition that always holds is needless", () => {
  const anyLoad = "{ load: { at-most: many } }";
  const either = "{ any: [{ load: few }, { load: [some, many] }] }";
  const anyStyle = "{ style: [apart, steps, stream] }";
  // The loader refuses rules and clashes of this sort.
  it.each<[string, string, TextChange]>([
    ["of a tradeoff", anyLoad, swap("when: { load: many }, text", `when: ${anyLoad}, text`)],
    ["of guidance", anyLoad, swap("verdict: [stateless], text", `when: ${anyLoad}, text`)],
    [
      "of a second home",
      anyLoad,
      swap("replayed: { when: { order: strict }", `replayed: { when: ${anyLoad}`),
    ],
    ["of an implication", anyStyle, implies(anyStyle)],
    [
      "whose alternatives leave nothing out",
      either,
      swap("when: { load: many }, text", `when: ${either}, text`),
    ],
  ])("%s", (_, marked, change) => {
    expect(found(change)).toEqual([{ code: "needless-condition", severity: "warning", marked, witness: {} }]);
  });
});

describe("an alternative is redundant", () => {
  const shadowed = (when: string) => found(addTo("place", placeLine("some-of", when)));

  it.each([
    ["if it is within another", "{ any: [{ load: many }, { load: [some, many] }] }", { load: "many" }],
    [
      "if the others cover it only together",
      "{ any: [{ style: apart, order: strict }, { style: apart, order: any }, { style: apart, load: few }] }",
      { style: "apart", load: "few" },
    ],
    [
      "inside of a negation",
      "{ not: { all: [{ any: [{ load: many }, { load: [some, many] }] }, { style: apart }] } }",
      { load: "many" },
    ],
  ])("%s", (_, when, witness) => {
    expect(shadowed(when)).toContainEqual({
      code: "shadowed-alternative",
      severity: "warning",
      marked: when,
      witness,
    });
  });

  it("if it is said twice: the later one", () => {
    const when = "{ any: [{ style: apart }, { style: apart }, { load: [some, many] }, { load: many }] }";
    expect(details("shadowed-alternative", addTo("place", placeLine("four", when)))).toEqual([
      { id: "four", alternative: 2 },
      { id: "four", alternative: 4 },
    ]);
  });

  it("but not if every part adds something", () => {
    expect(shadowed("{ any: [{ style: apart }, { load: many }] }")).toEqual([]);
  });
});

describe("an implication is redundant", () => {
  it("if an earlier one holds whenever it does", () => {
    const when = "{ style: apart, kinds: games }";
    const witness = { style: "apart", kinds: "games" };
    expect(found(implies(when))).toEqual([
      { code: "shadowed-implication", severity: "warning", marked: when, witness },
    ]);
    expect(details("shadowed-implication", implies(when))).toEqual([{ question: "order", position: 2 }]);
  });

  it("but not if it also holds while a question is open on which each of the earlier ones depends", () => {
    const rest = implies("{ kinds: games, style: [steps, stream] }");
    const open = (text: string) =>
      rest(text).replace(
        "answer: any, because: Again. }",
        "$&\n      - { when: { kinds: games }, answer: any, because: B. }",
      );
    expect(details("shadowed-implication", open)).toEqual([]);
  });
});

describe("a rule is said twice", () => {
  it("if kind, concern and condition are the same, whatever the points", () => {
    const again = "again: { points: -2, when: { load: [many, some] }, because: It is., sources: [claim] }";
    expect(found(addTo("place", again))).toEqual([
      {
        code: "repeated-rule",
        severity: "warning",
        marked: "{ load: { at-least: some } }",
        witness: { load: "some" },
      },
    ]);
    expect(details("repeated-rule", addTo("place", again))).toEqual([{ id: "crowds", first: "again" }]);
  });

  it("whatever the order of its alternatives, and the first is named", () => {
    const [one, other] = ["{ style: apart }", "{ order: strict }"];
    const change = addTo(
      "need",
      needLine("one-way", `{ any: [${one}, ${other}] }`),
      needLine("other-way", `{ any: [${other}, ${one}] }`),
      needLine("third-way", `{ any: [${one}, ${other}] }`),
    );
    expect(details("repeated-rule", change)).toEqual([
      { id: "other-way", first: "one-way" },
      { id: "third-way", first: "one-way" },
    ]);
  });

  it.each([
    ["speaks the other way", "concern: interaction, points: -1"],
    ["is about another concern", "concern: sync, points: 3"],
  ])("but not if one %s", (_, more) => {
    // The pack has a point for keeping the conversation on the same condition.
    expect(found(addTo("need", needLine("other", "{ style: stream }", more)))).toEqual([]);
  });
});
