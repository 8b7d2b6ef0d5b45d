import { describe, expect, it } from "vitest";
import { addTo, details, found, swap, type TextChange, together } from "../linted-small-pack.js";

const grounds = "because: It is., sources: [claim]";

describe("on a harmless option alone", () => {
  const onAny = (section: string, more: string, when = "{ order: any }") =>
    addTo(section, `harm: { ${more}when: ${when}, ${grounds} }`);

  it.each([
    ["need", "concern: sync, points: 1, "],
    ["must", "concern: workflow, "],
    ["place", "points: 2, "],
    ["must-bind", ""],
  ])("nothing may speak for keeping or binding: %s", (kind, more) => {
    const change = onAny(kind, more);
    expect(found(change)).toEqual([
      { code: "harm-in-harmless", severity: "error", marked: "any", witness: { order: "any" } },
    ]);
    expect(details("harm-in-harmless", change)).toEqual([
      { id: "harm", kind, question: "order", option: "any" },
    ]);
  });

  it.each([
    ["need", "concern: sync, points: -1, "],
    ["must-not", "concern: workflow, "],
    ["place", "points: -2, "],
    ["may-not-bind", ""],
    ["follows", "concern: workflow, "],
  ])("other rules may fire: %s", (kind, more) => {
    expect(found(onAny(kind, more))).toEqual([]);
  });

  it("a rule that names another question does not fire", () => {
    expect(found(onAny("must", "concern: sync, ", "{ order: any, kinds: shops }"))).toEqual([]);
  });

  it("what it implies counts", () => {
    // Requests apart imply any order.
    const change = together(
      swap("essential: true", "essential: true\n    harmless: apart"),
      swap("    harmless: any\n", ""),
      onAny("must", "concern: sync, "),
    );
    expect(found(change)).toEqual([
      { code: "harm-in-harmless", severity: "error", marked: "apart", witness: { style: "apart" } },
    ]);
  });

  it("of several that may be chosen", () => {
    // `shops-offline` is for keeping copies.
    expect(found(swap("harmless: neither", "harmless: shops"))).toEqual([
      { code: "harm-in-harmless", severity: "error", marked: "shops", witness: { kinds: "shops" } },
    ]);
  });
});

describe("a question that moves no verdict, place or pattern", () => {
  /** Questions with the options `yes` and `no`, and what an answer to the next one in the list is implied by. */
  const question = (id: string, implied = "") =>
    `${id}: { topic: talk, ask: And that?, why: W., help: H., ${implied}options: { yes: { label: Y, help: Y. }, no: { label: N, help: N. } } }`;
  const implied = (when: string) => `implied: [{ when: ${when}, answer: yes, because: It is. }], `;
  const added = addTo("questions", question("extra"));
  const yes = "when: { extra: yes }";

  it("is named, and its options are not said to be alike", () => {
    expect(found(added)).toEqual([
      { code: "unread-question", severity: "warning", marked: "extra", witness: null },
    ]);
    expect(details("unread-question", added)).toEqual([{ id: "extra", readBy: [] }]);
  });

  it.each<[string, TextChange]>([
    ["a placement", addTo("placements", `more: { concern: sync, ${yes}, place: nowhere, ${grounds} }`)],
    ["a second home", addTo("backed-by", `more: { ${yes}, pattern: any-store, ${grounds} }`)],
  ])("is read if %s does", (_, reading) => {
    expect(found(together(added, reading))).toEqual([]);
  });

  it.each<[string, TextChange]>([
    ["clashes", addTo("clashes", `more: { ${yes}, because: It is., reconsider: extra }`)],
    ["tradeoffs", swap("text: It is quick.", `${yes}, text: It is quick.`)],
    ["guidance", swap("verdict: [stateless], text", `${yes}, text`)],
  ])("is no fault if %s alone read it", (section, reading) => {
    const change = together(added, reading);
    expect(found(change)).toEqual([
      { code: "unread-question", severity: "information", marked: "extra", witness: null },
    ]);
    expect(details("unread-question", change)).toEqual([{ id: "extra", readBy: [section] }]);
  });

  it("is read if its answer implies one that a rule reads", () => {
    const change = together(
      added,
      swap("implied:\n", "implied:\n      - { when: { extra: yes }, answer: any, because: It is. }\n"),
    );
    expect(found(change)).toEqual([]);
  });

  it("is not read by implying an answer that nothing reads", () => {
    const change = addTo("questions", question("extra"), question("next", implied("{ extra: yes }")));
    expect(details("unread-question", change)).toEqual([
      { id: "extra", readBy: [] },
      { id: "next", readBy: [] },
    ]);
    const read = together(change, swap("text: It is quick.", "when: { next: no }, text: It is quick."));
    expect(details("unread-question", read)).toEqual([
      { id: "extra", readBy: ["tradeoffs"] },
      { id: "next", readBy: ["tradeoffs"] },
    ]);
  });
});

describe("options that no condition tells apart", () => {
  it("are named together", () => {
    const change = swap("few: { label: Few", "none: { label: None, help: None. }\n      few: { label: Few");
    expect(found(change)).toEqual([
      { code: "options-alike", severity: "information", marked: "none", witness: { load: "none" } },
    ]);
    expect(details("options-alike", change)).toEqual([{ question: "load", options: ["none", "few"] }]);
  });

  it("are, of several, those that none names, and the one for none", () => {
    const change = swap("games: { label", "books: { label: Books, help: Books. }\n      games: { label");
    expect(found(change)).toEqual([
      { code: "options-alike", severity: "information", marked: "books", witness: { kinds: "books" } },
    ]);
    expect(details("options-alike", change)).toEqual([{ question: "kinds", options: ["books", "neither"] }]);
  });

  it("are told apart by a clash or an implication", () => {
    const none = swap("few: { label: Few", "none: { label: None, help: None. }\n      few: { label: Few");
    const clash = addTo("clashes", "busy: { when: { load: none }, because: It is., reconsider: load }");
    expect(found(together(none, clash))).toEqual([]);
  });
});
