import { describe, expect, it } from "vitest";
import { addTo, details, found, placementLine, together } from "../linted-small-pack.js";

/** Which placements of the conversation are shadowed if these stand before its others. */
const shadowed = (...entries: readonly string[]) =>
  details("shadowed-placement", addTo("placements", ...entries));

const placed = (id: string, when: string) => placementLine(id, when);

describe("a placement is never reached", () => {
  it("after one of its list without a condition", () => {
    const first = placementLine("first", null);
    expect(found(addTo("placements", first))).toEqual([
      {
        code: "shadowed-placement",
        severity: "error",
        marked: "given-a-number",
        witness: { order: "strict" },
      },
      { code: "shadowed-placement", severity: "error", marked: "nothing-there", witness: {} },
    ]);
    expect(shadowed(first)).toEqual([
      { id: "given-a-number", by: ["first"] },
      { id: "nothing-there", by: ["first"] },
    ]);
  });

  it("after one whose condition takes it in, or always holds", () => {
    expect(
      shadowed(
        placed("wide", "{ load: { at-least: some } }"),
        placed("narrow", "{ load: many, style: steps }"),
      ),
    ).toEqual([{ id: "narrow", by: ["wide"] }]);
    expect(shadowed(placed("all", "{ load: { at-least: few } }"))).toEqual([
      { id: "given-a-number", by: ["all"] },
      { id: "nothing-there", by: ["all"] },
    ]);
  });

  it("after several that leave it no answer", () => {
    const [some, many] = [placed("for-some", "{ load: some }"), placed("for-many", "{ load: many }")];
    const both = placed("for-both", "{ load: [some, many] }");
    expect(shadowed(some, many, both)).toEqual([{ id: "for-both", by: ["for-some", "for-many"] }]);
    expect(shadowed(some, both, many)).toEqual([{ id: "for-many", by: ["for-both"] }]);
  });

  it("even if only together its alternatives are taken in", () => {
    const either = placed("either", "{ any: [{ style: steps }, { load: many }] }");
    expect(shadowed(placed("steps", "{ style: steps }"), placed("many", "{ load: many }"), either)).toEqual([
      { id: "either", by: ["steps", "many"] },
    ]);
  });

  it("but is while the question is open on which all earlier ones depend", () => {
    const [few, more] = [placed("for-few", "{ load: few }"), placed("for-more", "{ load: [some, many] }")];
    expect(shadowed(few, more)).toEqual([]);
    const steps = placed("more-steps", "{ load: [some, many], style: steps }");
    const either = placed("either", "{ any: [{ load: few }, { load: [some, many], style: steps }] }");
    expect(shadowed(few, steps, either)).toEqual([]);
  });

  it.each([
    ["another concern", "concern: session, place: nowhere"],
    ["another class", "concern: interaction, place: shared-store, pattern: any-store"],
  ])("and an entry for %s is of another list", (_, where) => {
    const other = placementLine("other", "{ order: strict }", where);
    expect(shadowed(other, placed("here", "{ order: strict, load: many }"))).toEqual([]);
  });

  it("and so are second homes, which are one list", () => {
    const home = (id: string, when: string) =>
      `${id}: { when: ${when}, pattern: any-store, because: It is., sources: [claim] }`;
    const wide = addTo("backed-by", home("wide", "{ order: { at-least: any } }"));
    expect(details("shadowed-placement", wide)).toEqual([{ id: "replayed", by: ["wide"] }]);
    // One of the same condition in a list of placements does not count.
    const strict = placementLine(
      "strict",
      "{ order: strict }",
      "concern: interaction, place: connection, pattern: socket",
    );
    const apart = together(
      addTo("placements", strict),
      addTo("backed-by", home("narrow", "{ order: strict, style: stream }")),
    );
    expect(found(apart)).toEqual([]);
  });
});
