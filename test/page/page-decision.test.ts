import { describe, expect, test } from "vitest";
import { basisDigest } from "../../src/engine/advise/basis.js";
import { dataOf } from "./page-data.js";

/* A page cannot make digests: what it has to compare is in its data. */

const apart = basisDigest(new Map([["style", ["apart"]]]));
const other = basisDigest(new Map([["style", ["stream"]]]));

describe("the decision of a page", () => {
  test.each([
    ["nothing of its answers recorded", "", { answers: null, basis: null }],
    ["a record alone", "basis: { style: stream }", { answers: null, basis: [["style", ["stream"]]] }],
    [
      "a record and its digest",
      `answers: ${apart}, basis: { style: apart }`,
      { answers: null, basis: [["style", ["apart"]]] },
    ],
    [
      "the digest of the answers as they are",
      `answers: ${apart}`,
      { answers: null, basis: [["style", ["apart"]]] },
    ],
    // These two have lapsed, and answers on the page cannot change that.
    ["the digest of other answers", `answers: ${other}`, { answers: other, basis: null }],
    [
      "a digest that contradicts its record",
      `answers: ${other}, basis: { style: apart }`,
      { answers: other, basis: [["style", ["apart"]]] },
    ],
  ])("with %s", (_, recorded, expected) => {
    const data = dataOf(
      `version: 1\nservice: shop\nanswers: { style: apart }\ndecision: { style: stateless${recorded === "" ? "" : `, ${recorded}`} }\n`,
    );
    expect(data.surfaces[0]?.decision).toMatchObject({ style: "stateless", ...expected });
  });
});
