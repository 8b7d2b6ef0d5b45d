import { describe, expect, it } from "vitest";
import { buildPack } from "../../../src/engine/compile/build-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import {
  conditionWords,
  dependenciesOf,
  questionsById,
} from "../../../src/engine/explain/condition-words.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { bareQuestion } from "../bare-pack.js";
import { smallPackText } from "../small-pack.js";

/** The small pack with the condition of its rule `held-open` replaced, which may read any question. */
function ruleWhen(condition: string) {
  const text = smallPackText.replace(
    "points: 2, when: { style: stream }, because",
    `points: 2, when: ${condition}, because`,
  );
  const documents = unwrap(parseText({ file: "pack.yaml", text }));
  const { source: pack } = unwrap(buildPack([{ name: "small", documents }]));
  const when = pack.rules.find(({ id }) => id === "held-open")?.when;
  if (when === undefined) throw new Error("the small pack has a rule `held-open`");
  return { when, questions: questionsById(pack.questions) };
}

const table: readonly (readonly [condition: string, words: string])[] = [
  ["{ style: stream }", "style is stream"],
  ["{ style: [steps, stream] }", "style is steps or stream"],
  ["{ load: { at-least: some } }", "load is at least some"],
  ["{ load: { at-most: some } }", "load is at most some"],
  ["{ load: { at-least: many } }", "load is many"],
  ["{ load: [few, some] }", "load is at most some"],
  ["{ load: [few, many] }", "load is few or many"],
  ["{ kinds: games }", "kinds includes games"],
  ["{ kinds: [games, shops] }", "kinds includes games or shops"],
  ["{ kinds: neither }", "kinds is neither"],
  ["{ style: stream, load: { at-least: some } }", "style is stream, and load is at least some"],
  ["{ not: { style: stream } }", "style is not stream"],
  ["{ not: { style: [steps, stream] } }", "style is neither steps nor stream"],
  ["{ not: { load: { at-least: some } } }", "load is not at least some"],
  ["{ not: { kinds: games } }", "kinds does not include games"],
  ["{ not: { kinds: [games, shops] } }", "kinds includes none of games, shops"],
  ["{ not: { kinds: neither } }", "kinds is not neither"],
  ["{ not: { style: stream, load: few } }", "not (style is stream, and load is few)"],
  ["{ not: { not: { style: stream } } }", "not (style is not stream)"],
  ["{ any: [{ style: stream }, { kinds: games }] }", "style is stream, or kinds includes games"],
  [
    "{ load: few, any: [{ style: stream }, { kinds: games }] }",
    "load is few, and (style is stream, or kinds includes games)",
  ],
  [
    "{ any: [{ style: stream, load: few }, { kinds: games }] }",
    "(style is stream, and load is few), or kinds includes games",
  ],
  ["{ all: [{ any: [{ style: stream }, { kinds: games }] }] }", "style is stream, or kinds includes games"],
  ["{ any: [{ all: [{ style: stream }] }, { load: few }] }", "style is stream, or load is few"],
];

/** Of questions with four options each. */
const longer: readonly (readonly [question: string, options: readonly string[], is: string, not: string])[] =
  [
    ["tool", ["saw", "axe", "plane"], "is one of saw, axe, plane", "is none of saw, axe, plane"],
    ["tool", ["axe", "plane", "file"], "is one of axe, plane, file", "is none of axe, plane, file"],
    ["tool", ["saw", "axe", "plane", "file"], "is anything", "is not anything"],
    ["rate", ["low", "mid", "high"], "is at most high", "is not at most high"],
    ["rate", ["mid", "high", "top"], "is at least mid", "is not at least mid"],
    ["rate", ["mid", "high"], "is mid or high", "is neither mid nor high"],
    ["rate", ["low", "mid", "top"], "is one of low, mid, top", "is none of low, mid, top"],
    ["rate", ["low", "high", "top"], "is one of low, high, top", "is none of low, high, top"],
    ["rate", ["low", "mid", "high", "top"], "is anything", "is not anything"],
    [
      "uses",
      ["sale", "rent", "loan"],
      "includes one of sale, rent, loan",
      "includes none of sale, rent, loan",
    ],
    ["uses", ["none", "sale"], "includes none or sale", "includes none of none, sale"],
    [
      "uses",
      ["sale", "rent", "loan", "none"],
      "includes one of sale, rent, loan, none",
      "includes none of sale, rent, loan, none",
    ],
  ];

describe("a condition in words", () => {
  it.each(table)("%s", (condition, words) => {
    const { when, questions } = ruleWhen(condition);
    expect(conditionWords(when, questions)).toBe(words);
  });

  it.each(longer)("%s of %j %s, negated %s", (question, options, is, not) => {
    const none = { id: "none", label: "None", help: "", examples: [], none: true };
    const uses = bareQuestion("uses", ["sale", "rent", "loan"]);
    const questions = questionsById([
      bareQuestion("tool", ["saw", "axe", "plane", "file"]),
      bareQuestion("rate", ["low", "mid", "high", "top"], { ordered: true }),
      { ...uses, several: true, options: [...uses.options, none] },
    ]);
    const of: Condition = { kind: "answer", question, options };
    expect(conditionWords(of, questions)).toBe(`${question} ${is}`);
    expect(conditionWords({ kind: "not", of }, questions)).toBe(`${question} ${not}`);
  });
});

describe("what a condition depends on", () => {
  it.each([
    ["{ style: stream, load: { at-least: some } }", { style: ["stream"], load: ["some", "many"] }],
    ["{ not: { style: stream } }", { style: ["apart", "steps"] }],
    [
      "{ any: [{ style: stream }, { style: steps, load: few }] }",
      { style: ["steps", "stream"], load: ["few"] },
    ],
    [
      "{ not: { any: [{ style: stream }, { kinds: games }] } }",
      { style: ["apart", "steps"], kinds: ["shops", "neither"] },
    ],
  ])("%s", (condition, expected) => {
    const { when, questions } = ruleWhen(condition);
    const hinges = dependenciesOf(when, questions).map(({ question, options }) => [
      question,
      options.map(({ id }) => id),
    ]);
    expect(Object.fromEntries(hinges)).toEqual(expected);
  });
});
