import { expect, it } from "vitest";
import { digestOf } from "../../../src/engine/advise/canonical-digest.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";

const stream = digestOf({ style: ["stream"] });
const apart = digestOf({ style: ["apart"] });
const moved = { kind: "known", changes: [{ question: "style", was: ["apart"], is: ["stream"] }] };

it.each([
  ["nothing that could be held against the answers", "{ style: stateful }", null],
  ["the digest of these answers", `{ style: stateful, answers: ${stream} }`, null],
  ["these answers", "{ style: stateful, basis: { style: stream } }", null],
  [
    "the digest of other answers",
    `{ style: stateful, answers: ${apart} }`,
    { kind: "answers-changed", drift: { kind: "unknown" } },
  ],
  [
    "other answers",
    "{ style: stateful, basis: { style: apart } }",
    { kind: "answers-changed", drift: moved },
  ],
  [
    "these answers and the digest of others",
    `{ style: stateful, answers: ${apart}, basis: { style: stream } }`,
    { kind: "basis-mismatch" },
  ],
])("a recommendation reports a decision with %s", (_, decision, lapse) => {
  expect(recommendationFor(surfaceOf("{ style: stream }", decision)).lapse).toEqual(lapse);
});

it("reports nothing if nothing was decided", () => {
  expect(recommendationFor(surfaceOf("{ style: stream }", null)).lapse).toBeNull();
});
