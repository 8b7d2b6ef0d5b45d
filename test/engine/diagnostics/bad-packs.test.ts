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
const over = (text: string) => `pack: { format: 2, name: over, version: "1", extends: base }\n${text}`;

const table: readonly (readonly [what: string, find: () => string, message: readonly string[]])[] = [
  [
    "an unknown question",
    messages(swap("points: 2, when: { style: steps }", "points: 2, when: { stile: steps }")),
    ["pack.yaml: there is no question `stile`; did you mean `style`?"],
  ],
  [
    "an unknown option",
    messages(swap("points: 2, when: { style: steps }", "points: 2, when: { style: step }")),
    ["pack.yaml: `step` is not an option of `style`; did you mean `steps`?"],
  ],
  [
    "an option of a range",
    messages(swap("at-least: some", "at-least: sme")),
    ["pack.yaml: `sme` is not an option of `load`; did you mean `some`?"],
  ],
  [
    "a range on what has no order",
    messages(swap("points: 2, when: { style: steps }", "points: 2, when: { style: { at-least: steps } }")),
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
    "points that are too many",
    messages(swap("points: 3,", "points: 6,")),
    ["pack.yaml: `need.streams.points` cannot be `6`"],
  ],
  [
    "points of nothing",
    messages(swap("points: 3,", "points: 0,")),
    ["pack.yaml: `need.streams.points` cannot be `0`"],
  ],
  [
    "points as a text",
    messages(swap("points: 3,", 'points: "3",')),
    ['pack.yaml: `need.streams.points` cannot be `"3"`'],
  ],
  [
    "a concern that is none",
    messages(swap("concern: sync, points", "concern: synch, points")),
    ["pack.yaml: `need.shops-offline.concern` cannot be `synch`; did you mean `sync`?"],
  ],
  [
    "a concern of a rule about the place",
    messages(swap("held-open: { points: 2", "held-open: { concern: interaction, points: 2")),
    ["pack.yaml: in `place.held-open`: unknown key `concern`"],
  ],
  [
    "what is kept by a rule against keeping",
    messages(swap("points: -3,", "points: -3, keeps: it,")),
    ["pack.yaml: `alone` speaks against keeping anything, so it cannot say what is kept"],
  ],
  [
    "what is kept by a rule about the place",
    messages(swap("held-open: { points: 2", "held-open: { keeps: it, points: 2")),
    ["pack.yaml: in `place.held-open`: unknown key `keeps`"],
  ],
  [
    "a question about the place in a rule about need",
    messages(swap("points: 2, when: { style: steps }", "points: 2, when: { load: few }")),
    [
      "pack.yaml: `steps-remembered` decides about need, so it cannot read `load`, which bears on the place alone",
    ],
  ],
  [
    "a question about the place behind one about need",
    messages(swap("when: { style: apart }, answer: any", "when: { load: few }, answer: any")),
    [
      "pack.yaml: `order` cannot be implied by `load`, which bears on the place alone: `ordered-games` reads `order` and decides about need",
    ],
  ],
  [
    "a list of placements without an end",
    messages(
      swap(
        "  nothing-there: { concern: interaction, place",
        "  nothing-there: { concern: interaction, when: { style: apart }, place",
      ),
    ),
    [
      "pack.yaml: the last placement for `interaction` when its state is not kept, `nothing-there`, does not always hold",
    ],
  ],
  [
    "a list of placements that is empty",
    messages(same, over("switch-off: { on-the-wire: We hold nothing open. }\n")),
    ["pack-2.yaml: there is no placement for `interaction` when its state is bound"],
  ],
  [
    "copies at a connection",
    messages(
      swap(
        "sync-elsewhere: { concern: sync, place: shared-store, pattern: any-store",
        "sync-elsewhere: { concern: sync, place: connection, pattern: socket",
      ),
    ),
    [
      "pack.yaml: there is no placement for `sync` when its state is kept elsewhere",
      "pack.yaml: `sync-elsewhere` binds `sync` to a connection or instance, which is never done",
    ],
  ],
  [
    "a second home at the connection",
    messages(swap("pattern: any-store, because: It can", "pattern: socket, because: It can")),
    ["pack.yaml: the pattern `socket` is for `connection`, which is no second home for a bound conversation"],
  ],
  [
    "a clash that reconsiders another question",
    messages(swap("reconsider: order", "reconsider: kinds")),
    [
      "pack.yaml: the condition of `apart-in-order` does not name `kinds`, so reconsidering it would not help",
    ],
  ],
  [
    "a harmless option that is none",
    messages(swap("harmless: any", "harmless: ann")),
    ["pack.yaml: `ann` is not an option of `order`; did you mean `any`?"],
  ],
  [
    "a question that bears on something else",
    messages(swap("bears-on: place", "bears-on: need")),
    ["pack.yaml: `questions.load.bears-on` cannot be `need`"],
  ],
  [
    "a retired option that is still there",
    messages(swap("lots: { replaced-by: many }", "few: { replaced-by: many }")),
    ["pack.yaml: `few` is still an option of `load`, so it cannot be retired"],
  ],
  [
    "a retired option for one that is none",
    messages(swap("lots: { replaced-by: many }", "lots: { replaced-by: manny }")),
    ["pack.yaml: `manny` is not an option of `load`; did you mean `many`?"],
  ],
  [
    "format 1",
    messages(swap("format: 2", "format: 1")),
    ["pack.yaml: this pack is written in format 1, which this version no longer reads"],
  ],
  [
    "a missing reason",
    messages(swap("because: A stream is held., ", "")),
    ["pack.yaml: in `need.streams`: missing key `because`"],
  ],
  [
    "a key that is nearly right",
    messages(swap("concern: workflow, points", "concerns: workflow, points")),
    [
      "pack.yaml: in `need.steps-remembered`: missing key `concern`",
      "pack.yaml: in `need.steps-remembered`: unknown key `concerns`; did you mean `concern`?",
    ],
  ],
  [
    "an id that is none",
    messages(swap("  crowds:", "  Crowds_1:")),
    ["pack.yaml: `place.Crowds_1` cannot be `Crowds_1`"],
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
        "      - { when: { style: apart }, answer: any, because: One. }\n      - { when: { kinds: games }, answer: strict, because: Two. }\n",
      ),
    ),
    ["pack.yaml: two implications of `order` can hold at once and disagree: `any` and `strict`"],
  ],
  [
    "a condition that always holds",
    messages(
      swap(
        "points: 2, when: { style: steps }",
        "points: 2, when: { any: [{ style: steps }, { not: { style: steps } }] }",
      ),
    ),
    ["pack.yaml: the condition of `steps-remembered` always holds"],
  ],
  [
    "a condition of nothing",
    messages(swap("points: 2, when: { style: steps }", "points: 2, when: {}")),
    ["pack.yaml: `need.steps-remembered.when` is empty"],
  ],
  [
    "no header",
    messages(swap("pack:\n  format: 2\n  name: small\n  version: 1.2.3\n", "")),
    ["pack.yaml: error: no file of this pack has the header `pack`"],
  ],
  [
    "a radius out of range",
    messages(swap("version: 1.2.3", "version: 1.2.3\n  tight-radius: 1.5")),
    ["pack.yaml: `pack.tight-radius` cannot be `1.5`"],
  ],
  [
    "an id of the pack below",
    messages(
      same,
      over("place:\n  alone: { points: -1, when: { load: few }, because: x, sources: [claim] }\n"),
    ),
    ["pack-2.yaml: the id `alone` is already used in the base pack (pack.yaml:61)"],
  ],
  [
    "an override of nothing",
    messages(same, over("override: { need: { alon: { points: 1 } } }\n")),
    ["pack-2.yaml: the base pack has no `alon` here; did you mean `alone`?"],
  ],
  [
    "an override in the wrong section",
    messages(same, over("override: { must: { alone: { because: x } } }\n")),
    ["pack-2.yaml: the base pack has no `alone` here"],
  ],
  [
    "a switch-off of nothing",
    messages(same, over("switch-off: { crowd: We are few. }\n")),
    ["pack-2.yaml: the base pack has no `crowd` here; did you mean `crowds`?"],
  ],
  [
    "an override with a bad value",
    messages(same, over("override: { need: { streams: { points: -1 } } }\n")),
    ["pack.yaml: `streams` speaks against keeping anything, so it cannot say what is kept"],
  ],
  [
    "an answers file in place of a pack",
    messages(() => "version: 1\nservice: x\nanswers: {}\n"),
    ["pack.yaml: this is an answers file, not a rule pack"],
  ],
  [
    "a duplicate key, along with other slips",
    messages(swap("    harmless: any\n", "    harmless: any\n    harmless: any\n    harm: any\n")),
    [
      "pack.yaml: duplicate key `harmless`",
      "pack.yaml: in `questions.order`: unknown key `harm`; did you mean `harmless`?",
    ],
  ],
  [
    "radii out of order",
    messages(swap("version: 1.2.3", "version: 1.2.3\n  tight-radius: 0.3\n  robust-radius: 0.2")),
    ["pack.yaml: `tight-radius`, 0.3, is above `robust-radius`, 0.2"],
  ],
  [
    "a radius that is out of order with what the other is if left out",
    messages(swap("version: 1.2.3", "version: 1.2.3\n  robust-radius: 0.09")),
    ["pack.yaml: `tight-radius`, 0.1, is above `robust-radius`, 0.09"],
  ],
  [
    "a radius that is out of order with that of the pack below",
    messages(
      swap("version: 1.2.3", "version: 1.2.3\n  robust-radius: 0.5"),
      `pack: { format: 2, name: over, version: "1", extends: base, tight-radius: 0.6 }\n`,
    ),
    ["pack-2.yaml: `tight-radius`, 0.6, is above `robust-radius`, 0.5"],
  ],
];

describe("problems of packs", () => {
  it.each(table)("%s", (_, find, expected) => {
    expect(headlines(find())).toEqual(expected);
  });

  it("show the place, the line and what was expected", () => {
    expect(messages(swap("harmless: any", "harmless: all"))()).toBe(
      [
        "pack.yaml:53:15: error: `all` is not an option of `order`",
        "  53 |     harmless: all",
        "     |               ^^^",
        "  expected one of any, strict",
      ].join("\n"),
    );
    expect(
      messages(
        swap(
          "  nothing-there: { concern: interaction, place",
          "  nothing-there: { concern: interaction, when: { style: apart }, place",
        ),
      )()
        .split("\n")
        .at(-1),
    ).toBe("  expected a last one without `when`, at `nowhere`, `client`, `request` or `data`");
  });

  it("show which radius is out of order", () => {
    expect(
      messages(swap("version: 1.2.3", "version: 1.2.3\n  tight-radius: 0.3\n  robust-radius: 0.2"))(),
    ).toBe(
      [
        "pack.yaml:5:17: error: `tight-radius`, 0.3, is above `robust-radius`, 0.2",
        "  5 |   tight-radius: 0.3",
        "    |                 ^^^",
        "  expected a `tight-radius` of at most `robust-radius`; where no header gives them they are 0.1 and 0.25",
      ].join("\n"),
    );
  });

  it("let the small pack pass, alone and changed from above", () => {
    expect(messages(same)()).toBe("fine");
    const equal = "version: 1.2.3\n  tight-radius: 0.25";
    expect(messages(swap("version: 1.2.3", equal))()).toBe("fine");
    expect(
      messages(
        same,
        over("override: { need: { alone: { points: -1 } } }\nswitch-off: { crowds: We are few. }\n"),
      )(),
    ).toBe("fine");
  });
});
