import { describe, expect, it } from "vitest";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";
import { packOf, smallPackText } from "../small-pack.js";

/** The problems of the small pack after a change, or of a pack that extends it, as a person reads them. */
const messages =
  (change: (text: string) => string, ...over: readonly string[]) =>
  (): string => {
    const outcome = packOf(change(smallPackText), ...over);
    return outcome.kind === "failed" ? renderProblems(outcome.problems) : "fine";
  };

const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the small pack has no ${from}`);
  return text.replace(from, to);
};

/** The first line of each message, without its line and column: they are checked once below. */
function headlines(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => line.includes(": error: "))
    .map((line) => line.replace(/^([\w.-]+):\d+:\d+: error: /, "$1: "));
}

const same = (text: string) => text;
const over = (text: string) => `pack: { format: 1, name: over, version: "1", extends: base }\n${text}`;

const table: readonly (readonly [what: string, find: () => string, message: readonly string[]])[] = [
  [
    "an unknown question",
    messages(swap("when: { style: steps }", "when: { stile: steps }")),
    ["pack.yaml: there is no question `stile`; did you mean `style`?"],
  ],
  [
    "an unknown option",
    messages(swap("when: { style: steps }", "when: { style: step }")),
    ["pack.yaml: `step` is not an option of `style`; did you mean `steps`?"],
  ],
  [
    "an option of a range",
    messages(swap("at-least: some", "at-least: sme")),
    ["pack.yaml: `sme` is not an option of `load`; did you mean `some`?"],
  ],
  [
    "a range on what has no order",
    messages(swap("when: { style: steps }", "when: { style: { at-least: steps } }")),
    ["pack.yaml: `style` is not ordered"],
  ],
  [
    "a range that is empty",
    messages(swap("{ at-least: some }", "{ at-least: many, at-most: few }")),
    ["pack.yaml: no option of `load` is both at least `many` and at most `few`"],
  ],
  [
    "an unknown source",
    messages(swap('["paper §2"]', '["papr §2"]')),
    ["pack.yaml: there is no source `papr`; did you mean `paper`?"],
  ],
  [
    "an unknown pattern",
    messages(swap("pattern: socket", "pattern: soket")),
    ["pack.yaml: there is no pattern `soket`; did you mean `socket`?"],
  ],
  [
    "an unknown topic",
    messages(swap("    topic: talk\n    ask: How do", "    topic: tolk\n    ask: How do")),
    ["pack.yaml: there is no topic `tolk`; did you mean `talk`?"],
  ],
  [
    "a number for stateful",
    messages(swap("weight: { live: 3 }", "weight: 3")),
    ["pack.yaml: the weight of `streams` does not match what it favours"],
  ],
  [
    "a kind of state for stateless",
    messages(swap("weight: 3,", "weight: { kept: 3 },")),
    ["pack.yaml: the weight of `alone` does not match what it favours"],
  ],
  [
    "a weight that is too great",
    messages(swap("weight: { live: 1, kept: 2 }", "weight: { live: 3, kept: 3 }")),
    ["pack.yaml: `ordered-games.weight` cannot be `6`"],
  ],
  [
    "a weight of nothing",
    messages(swap("weight: 3,", "weight: 0,")),
    ["pack.yaml: `rules.alone.weight` cannot be `0`"],
  ],
  [
    "a style that is none",
    messages(swap("favours: stateless", "favours: statless")),
    ["pack.yaml: `rules.alone.favours` cannot be `statless`; did you mean `stateless`?"],
  ],
  [
    "a missing reason",
    messages(swap("because: A stream is held., ", "")),
    ["pack.yaml: in `rules.streams`: missing key `because`"],
  ],
  [
    "a key that is nearly right",
    messages(swap("concern: workflow", "concerns: workflow")),
    [
      "pack.yaml: in `rules.steps-remembered`: missing key `concern`",
      "pack.yaml: in `rules.steps-remembered`: unknown key `concerns`; did you mean `concern`?",
    ],
  ],
  [
    "an id that is none",
    messages(swap("  crowds:", "  Crowds_1:")),
    ["pack.yaml: `rules.Crowds_1` cannot be `Crowds_1`"],
  ],
  [
    "an id that is taken by another kind",
    messages(swap("  crowds:", "  load:")),
    ["pack.yaml: the id `load` is already used in `questions` at pack.yaml:18"],
  ],
  [
    "a disadvantage without mitigation",
    messages(swap(", mitigation: Keep it twice; costs memory.", "")),
    ["pack.yaml: the disadvantage `lost` has no `mitigation`"],
  ],
  [
    "an advantage with one",
    messages(swap("text: It is quick.", "text: It is quick., mitigation: None.")),
    ["pack.yaml: the advantage `fast` has a `mitigation`"],
  ],
  [
    "a pattern for another place",
    messages(swap("title: Socket, place: connection", "title: Socket, place: client")),
    ["pack.yaml: `on-the-wire` puts state in `connection`, but its pattern `socket` is for `client`"],
  ],
  [
    "a place without a pattern",
    messages(swap("pattern: socket, ", "")),
    ["pack.yaml: `on-the-wire` puts state in `connection` but names no `pattern`"],
  ],
  [
    "two options for none",
    messages(swap("{ label: Shops, help: Shops. }", "{ label: Shops, help: Shops., none: true }")),
    [
      "pack.yaml: `kinds` needs exactly one option with `none: true` if it takes several options, and otherwise no such option",
    ],
  ],
  [
    "a direction without an order",
    messages(swap("    ask: How do they talk?", "    direction: stateful\n    ask: How do they talk?")),
    ["pack.yaml: `style` is not ordered"],
  ],
  [
    "an implied answer that is none",
    messages(swap("answer: any,", "answer: all,")),
    ["pack.yaml: `all` is not an option of `order`"],
  ],
  [
    "an implication of its own question",
    messages(swap("when: { style: apart }, answer: any", "when: { order: strict }, answer: any")),
    ["pack.yaml: circular implications: order"],
  ],
  [
    "implications that disagree",
    messages(
      swap(
        "      - { when: { style: apart }, answer: any, because: Nothing is sent. }\n",
        "      - { when: { style: apart }, answer: any, because: One. }\n      - { when: { load: few }, answer: strict, because: Two. }\n",
      ),
    ),
    ["pack.yaml: two implications of `order` can hold at once and disagree: `any` and `strict`"],
  ],
  [
    "a condition that always holds",
    messages(swap("when: { style: steps }", "when: { any: [{ style: steps }, { not: { style: steps } }] }")),
    ["pack.yaml: the condition of `steps-remembered` always holds"],
  ],
  [
    "a condition of nothing",
    messages(swap("when: { style: steps }", "when: {}")),
    ["pack.yaml: `rules.steps-remembered.when` is empty"],
  ],
  [
    "no header",
    messages(swap("pack:\n  format: 1\n  name: small\n  version: 1.2.3\n  minimum-evidence: 2\n", "")),
    ["pack.yaml: error: no file of this pack has the header `pack`"],
  ],
  [
    "a boundary out of range",
    messages(swap("minimum-evidence: 2", "need-boundary: 0.999")),
    [
      "pack.yaml: `pack.need-boundary` cannot be `0.999`",
      "pack.yaml: `pack.need-boundary` cannot be `0.999`",
    ],
  ],
  [
    "an id of the pack below",
    messages(
      same,
      over(
        "rules:\n  alone: { when: { load: few }, favours: stateless, weight: 1, concern: operation, because: x, sources: [claim] }\n",
      ),
    ),
    ["pack-2.yaml: the id `alone` is already used in the base pack (pack.yaml:53)"],
  ],
  [
    "an override of nothing",
    messages(same, over("override: { rules: { alon: { weight: 1 } } }\n")),
    ["pack-2.yaml: the base pack has no `alon` here; did you mean `alone`?"],
  ],
  [
    "an override in the wrong section",
    messages(same, over("override: { vetoes: { alone: { because: x } } }\n")),
    ["pack-2.yaml: the base pack has no `alone` here"],
  ],
  [
    "a switch-off of nothing",
    messages(same, over("switch-off: { crowd: We are few. }\n")),
    ["pack-2.yaml: the base pack has no `crowd` here; did you mean `crowds`?"],
  ],
  [
    "an override with a bad value",
    messages(same, over("override: { rules: { alone: { weight: { kept: 1 } } } }\n")),
    ["pack-2.yaml: the weight of `alone` does not match what it favours"],
  ],
];

describe("problems of packs", () => {
  it.each(table)("%s", (_, find, expected) => {
    expect(headlines(find())).toEqual(expected);
  });

  it("show the place, the line and what was expected", () => {
    expect(messages(swap("weight: { live: 3 }", "weight: 3"))()).toBe(
      [
        "pack.yaml:51:66: error: the weight of `streams` does not match what it favours",
        "  51 | ...e: stream }, favours: stateful, weight: 3, concern: interaction, because: A stream is held., sources...",
        "     |                                            ^",
        "  expected the kind of state: { live: 2 }, { kept: 2 } or both",
      ].join("\n"),
    );
  });

  it("let the small pack pass, alone and changed from above", () => {
    expect(messages(same)()).toBe("fine");
    expect(
      messages(
        same,
        over("override: { rules: { alone: { weight: 1 } } }\nswitch-off: { crowds: We are few. }\n"),
      )(),
    ).toBe("fine");
  });
});
