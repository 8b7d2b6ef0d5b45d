import { describe, expect, it } from "vitest";
import { areSameAnswers, pairSurfaces } from "../../../src/engine/compare/pair-surfaces.js";
import type { Answers, Service } from "../../../src/engine/model/answers.js";

const answersOf = (chosen: Readonly<Record<string, string>>): Answers =>
  new Map(
    Object.entries(chosen).map(([question, options]) => [
      question,
      { kind: "chosen", options: options.split(" "), note: null },
    ]),
  );

/** A surface: "file service surface", with its answers. */
type Sketch = readonly [names: string, answers?: Readonly<Record<string, string>>];

/** One service for each surface. */
const services = (...sketches: readonly Sketch[]): readonly Service[] =>
  sketches.map(([names, answers = {}]) => {
    const [source = "", service = "", name = ""] = names.split(" ");
    const at = { file: source, line: 1, column: 1 };
    return { service, source, surfaces: [{ name, answers: answersOf(answers), decision: null, at }] };
  });

function paired(before: readonly Sketch[], after: readonly Sketch[]) {
  const named = ({ service, surface }: { service: Service; surface: { name: string } }): string =>
    `${service.source} ${service.service} ${surface.name}`;
  const { pairs, added, removed } = pairSurfaces(services(...before), services(...after));
  return {
    pairs: pairs.map(({ before: was, after: is }) => [named(was), named(is)]),
    added: added.map(named),
    removed: removed.map(named),
  };
}

const one = { style: "stream" };
const two = { style: "apart", load: "many" };

describe("the surfaces of two sets of files", () => {
  it.each<[string, readonly Sketch[], readonly Sketch[], ReturnType<typeof paired>]>([
    [
      "are paired by file and names, whatever their order and answers",
      [
        ["a s x", one],
        ["b s x", two],
      ],
      [
        ["b s x", one],
        ["a s x", two],
      ],
      {
        pairs: [
          ["b s x", "b s x"],
          ["a s x", "a s x"],
        ],
        added: [],
        removed: [],
      },
    ],
    [
      "are paired by their names if a file is moved",
      [["a s x", one]],
      [["dir/a s x", two]],
      { pairs: [["a s x", "dir/a s x"]], added: [], removed: [] },
    ],
    [
      "take a copy for a new surface",
      [["a s x", one]],
      [
        ["a s x", one],
        ["b s x", one],
      ],
      { pairs: [["a s x", "a s x"]], added: ["b s x"], removed: [] },
    ],
    [
      "are paired by file and surface if the service gets another name",
      [["a s x", one], ["a s y"]],
      [["a t x", two], ["a t y"]],
      {
        pairs: [
          ["a s x", "a t x"],
          ["a s y", "a t y"],
        ],
        added: [],
        removed: [],
      },
    ],
    [
      "are paired by their answers if a surface gets another name",
      [
        ["a s x", one],
        ["a s y", two],
      ],
      [
        ["a s z", one],
        ["a s y", two],
      ],
      {
        pairs: [
          ["a s x", "a s z"],
          ["a s y", "a s y"],
        ],
        added: [],
        removed: [],
      },
    ],
    [
      "are not paired by having no answers, or by answers that several have",
      [["a s x"], ["b s p", one], ["c s q", one]],
      [["a s y"], ["d s r", one]],
      { pairs: [], added: ["a s y", "d s r"], removed: ["a s x", "b s p", "c s q"] },
    ],
    ["come and go", [["a s x", one]], [["b t y", two]], { pairs: [], added: ["b t y"], removed: ["a s x"] }],
  ])("%s", (_, before, after, expected) => {
    expect(paired(before, after)).toEqual(expected);
  });
});

describe("the same answers", () => {
  const unsure: Answers = new Map([["load", { kind: "unsure", note: "ask Ann" }]]);
  it.each<[boolean, string, Answers, Answers]>([
    [true, "in another order", answersOf({ a: "x", b: "y z" }), answersOf({ b: "z y", a: "x" })],
    [true, "with a question that is unsure", new Map(), unsure],
    [false, "with another option", answersOf({ a: "x" }), answersOf({ a: "y" })],
    [false, "with one more", answersOf({ a: "x" }), answersOf({ a: "x", b: "y" })],
  ])("%s: %s", (same, _, before, after) => {
    expect(areSameAnswers(before, after)).toBe(same);
  });
});
