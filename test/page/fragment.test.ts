import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fragmentOf, placeIn, readFragment, type Shared } from "../../src/page/fragment.js";
import type { AnswerEntries } from "../../src/page/protocol.js";
import { attacks } from "../engine/report/hostile.js";
import { chosen, dataOf, small, surfacesOf } from "./page-data.js";

const data = dataOf(`version: 1
service: shop
surfaces:
  cart: { answers: { style: { answer: steps, note: As in the app. }, kinds: [games, shops] } }
  chat: { answers: { style: stream } }
`);
const { questions } = small.compiled.source;
const { pack, file } = data.marks;
const marks = `pack=${pack}&file=${file}`;
const read = (fragment: string): Shared | null => readFragment(fragment, data, questions);
const answersIn = (fragment: string): readonly AnswerEntries[] | undefined =>
  read(fragment)?.surfaces.map(({ answers }) => answers);
const remarksOn = (fragment: string): readonly string[] | undefined => read(fragment)?.remarks;

describe("answers in the fragment of an address", () => {
  it("can be read by people", () => {
    expect(fragmentOf(surfacesOf(data, [["kinds", chosen("games", "shops")]]), data)).toBe(
      `#${marks}&1.kinds=games,shops&2.style=stream`,
    );
  });

  it("come back as they were, the notes of unchanged answers too", () => {
    const { surfaces } = data;
    expect(read(fragmentOf(surfaces, data))).toEqual({
      surfaces: surfaces.map(({ service, name, answers }) => ({ service, name, answers })),
      remarks: [],
    });
    const changed: AnswerEntries = [["style", { kind: "unsure", note: null }]];
    expect(answersIn(fragmentOf(surfacesOf(data, changed), data))?.[0]).toEqual(changed);
  });

  it("come with the names that were changed", () => {
    const renamed = data.surfaces.map(({ answers }) => ({
      service: "Łódź & co",
      name: "a=b#c,d+e",
      answers,
    }));
    const fragment = fragmentOf(renamed, data);
    expect(fragment).toMatch(/^#[!-~]+$/);
    expect(read(fragment)?.surfaces).toEqual(renamed);
  });

  it("may be none: the link of an emptied form is not an address on the page", () => {
    expect(answersIn(`#${marks}`)).toEqual([[], []]);
    for (const place of [
      "",
      "#",
      "#surface-1",
      "#surface-1-places",
      "#source-rfc-6455",
      "#0.style=x",
      "#x.y=z",
    ])
      expect(read(place)).toBeNull();
  });

  it("come with the baseline, by what it has instead of them", () => {
    const surfaces = surfacesOf(data, [
      ["style", chosen("steps")],
      ["load", chosen("many")],
    ]).map((surface) => ({ ...surface, baseline: surface.answers }));
    expect(fragmentOf(surfaces, data)).toBe(
      `#${marks}&baseline=set&1.style=steps&1.load=many&2.style=stream`,
    );
    const [cart, ...others] = surfaces;
    if (cart === undefined) throw new Error("no surface");
    const baseline: AnswerEntries = [
      ["style", chosen("apart")],
      ["kinds", chosen("games", "shops")],
    ];
    const fragment = fragmentOf([{ ...cart, baseline }, ...others], data);
    expect(fragment).toBe(
      `#${marks}&baseline=set&1.style=steps&1.load=many&1-style=apart&1-kinds=games,shops&1-load=&2.style=stream`,
    );
    const [given] = data.surfaces;
    expect(read(fragment)).toEqual({
      // An answer that the page came with has its note again.
      surfaces: [{ ...cart, answers: [given?.answers[0], cart.answers[1]], baseline }, ...others],
      remarks: [],
    });
  });

  it("come without a baseline where none was set", () => {
    expect(read(`#${marks}&1.style=steps&1-style=apart`)?.surfaces[0]?.baseline).toBeUndefined();
  });

  it("of any names come back", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: "binary", maxLength: 40 })),
        (text) => {
          const names = { service: text, name: text };
          const fragment = fragmentOf([{ ...names, answers: [] }], data);
          const wellFormed = text.replace(/\p{Surrogate}/gu, "\ufffd").trim();
          expect(fragment).toMatch(/^#[!-~]+$/);
          expect(read(fragment)?.surfaces[0]?.name).toBe(wellFormed === "" ? "cart" : wellFormed);
        },
      ),
    );
  });
});

describe("the place in the fragment of an address", () => {
  it.each([
    ["#surface-1-places", "surface-1-places"],
    [`#${marks}&1.style=steps&place=surface-1-q-style`, "surface-1-q-style"],
    [`#${marks}&1.style=steps`, null],
    ["#", null],
    ["", null],
  ])("of %s is %s", (fragment, place) => {
    expect(placeIn(fragment)).toBe(place);
  });

  it("leaves the answers as they are", () => {
    expect(read(`#${marks}&1.load=many&place=surface-1`)).toEqual(read(`#${marks}&1.load=many`));
  });
});

describe("a link that says what this page does not have", () => {
  test.each([
    ["an unknown question", "1.colour=red", []],
    ["an unknown option", "1.style=bent", []],
    ["two options of a question that takes one", "1.style=steps,stream", []],
    ["none with others", "1.kinds=games,neither", []],
    ["a retired option with an unknown one", "1.kinds=other,bent", []],
    ["no option at all", "1.style=", []],
    ["an unknown option of the baseline", "baseline=set&1-style=bent", []],
    ["an inherited key", "1.__proto__=x&1.constructor=y", []],
  ])("%s is left out, and said", (_, part, answers) => {
    expect(answersIn(`#${marks}&${part}`)?.[0]).toEqual(answers);
    const named = part.replaceAll(/baseline=set&|1[.-]/g, "").replaceAll("&", "; ");
    expect(remarksOn(`#${marks}&${part}`)).toEqual([
      `Left out, as these rules do not have such an answer: ${named}.`,
    ]);
  });

  it("reads a retired option as its successor, and says so", () => {
    const fragment = `#${marks}&1.load=lots&2.kinds=other`;
    expect(answersIn(fragment)).toEqual([
      [["load", { ...chosen("many"), written: ["lots"] }]],
      [["kinds", { kind: "unsure", note: null, written: ["other"] }]],
    ]);
    expect(remarksOn(fragment)).toEqual([
      "Options of an earlier version are read as others: load=lots as many; kinds=other as an open question.",
    ]);
    // The link that the page makes of it is the same.
    expect(fragmentOf(read(fragment)?.surfaces ?? [], data)).toBe(fragment);
  });

  it.each([
    [`pack=00000000&file=${file}&1.style=steps`, /another rule pack/],
    [`pack=${pack}&file=00000000&1.style=steps`, /other surfaces/],
    [`${marks}&1.style=steps&3.style=steps`, /has 3 surfaces and this page 2/],
  ])("%s", (fragment, remark) => {
    expect(answersIn(`#${fragment}`)?.[0]).toEqual([["style", data.surfaces[0]?.answers[0]?.[1]]]);
    expect(remarksOn(`#${fragment}`)).toEqual([expect.stringMatching(remark)]);
  });

  it("names a few of many, in short", () => {
    const parts = Array.from({ length: 20 }, (_, at) => `1.${"x".repeat(at * 20)}y=z`);
    const [remark = ""] = remarksOn(`#${parts.join("&")}`) ?? [];
    expect(remark).toMatch(/; and 15 more\.$/);
    expect(remark.length).toBeLessThan(400);
  });

  it("takes anything for a fragment", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: "binary" })), (text) => {
        expect(() => read(`#${marks}&1.${text}`)).not.toThrow();
        expect(() => read(text)).not.toThrow();
      }),
    );
  });

  it("cuts a name that no answers file could have", () => {
    const name = read(`#1:service=${"n".repeat(500)}&1:surface=++`)?.surfaces[0];
    expect(name).toMatchObject({ service: "n".repeat(200), name: "cart" });
  });
});
