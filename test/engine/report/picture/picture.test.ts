import { beforeAll, describe, expect, it } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { places } from "../../../../src/engine/model/verdict.js";
import {
  chipTitle,
  pictureOf,
  shortTitle,
  spots,
  storesOf,
} from "../../../../src/engine/report/picture/picture.js";
import { boundSample, sample, undecidedSample } from "../sample-recommendation.js";
import { packaged } from "./packaged.js";

describe("what a picture shows", () => {
  let all: readonly Recommendation[];
  beforeAll(async () => {
    all = await packaged();
  });

  /** Every home, companion and second home with a place, as words, straight from the recommendation. */
  function expected({ concerns }: Recommendation): readonly string[] {
    const found: string[] = [];
    for (const { concern, placement } of concerns) {
      if (placement === null) continue;
      const { place, pattern, beside, backedBy } = placement;
      if (place !== "nowhere") found.push(`${place}: ${concern} home ${pattern?.id}`);
      if (beside !== null && beside.place !== "nowhere")
        found.push(`${beside.place}: ${concern} companion ${beside.id}`);
      if (backedBy !== null)
        found.push(`${backedBy.pattern.place}: ${concern} second-home ${backedBy.pattern.id}`);
    }
    return found.sort();
  }

  function shown(from: Recommendation): readonly string[] {
    const chips = pictureOf(from)?.chips;
    if (chips === undefined) return [];
    return spots
      .flatMap((spot) =>
        chips[spot].map(({ concern, role, pattern }) => `${spot}: ${concern} ${role} ${pattern?.id}`),
      )
      .sort();
  }

  it("is every placement of the packaged cases and examples, once", () => {
    for (const from of [...all, sample, boundSample])
      expect(shown(from), from.surface).toEqual(expected(from));
    const every = all.flatMap(shown);
    for (const role of [" home ", " companion ", " second-home "])
      expect(every.filter((each) => each.includes(role)).length).toBeGreaterThan(5);
    for (const place of places.filter((each) => each !== "nowhere"))
      expect(every.some((each) => each.startsWith(`${place}: `))).toBe(true);
  });

  it("is one instance only where the verdict is stateful", () => {
    for (const from of all)
      expect(pictureOf(from)?.isBound ?? false, from.surface).toBe(from.verdict === "stateful");
  });

  it("is said in its description, pattern by pattern", () => {
    for (const from of all) {
      const picture = pictureOf(from);
      if (picture === null) continue;
      for (const spot of spots)
        for (const { pattern } of picture.chips[spot])
          expect(picture.description).toContain(pattern?.title ?? "");
    }
  });

  it("is nothing while the verdict is undecided", () => {
    expect(pictureOf(undecidedSample)).toBe(null);
  });
});

describe("the description", () => {
  it.each([
    [
      "a task kept elsewhere",
      sample,
      "In each request: session state. In a resource of its own: workflow state (Task record). Any instance can serve each request.",
    ],
    [
      "a conversation with a second home",
      boundSample,
      "In each request: interaction state (Resume token). With the connection or instance: interaction state (Gateway) and session state. In a shared store: a second home of the interaction state (Log of unread messages). Only one instance can serve each client.",
    ],
    [
      "nothing",
      { ...sample, concerns: [] },
      "There is no state to keep. Any instance can serve each request.",
    ],
  ])("of %s", (_, from, words) => {
    expect(pictureOf(from)?.description).toBe(words);
  });
});

describe("a picture", () => {
  const picture = pictureOf(boundSample);
  if (picture === null) throw new Error("the sample is decided");

  it("names a second home as one", () => {
    expect(picture.chips["shared-store"].map(chipTitle)).toEqual(["Interaction, second home"]);
    expect(picture.chips.request.map(chipTitle)).toEqual(["Interaction"]);
  });

  it("has business data in it, and the other stores if they keep something", () => {
    expect(storesOf(picture)).toEqual(["shared-store", "data"]);
  });

  it("cuts a long title at a word, and says so", () => {
    const [pattern] = picture.chips.connection.flatMap((chip) => chip.pattern ?? []);
    if (pattern === undefined) throw new Error("the sample has a pattern");
    const titled = (title: string): string => shortTitle({ ...pattern, title });
    expect(titled("word ".repeat(16))).toBe("word ".repeat(16).trim());
    expect(titled("word ".repeat(17))).toBe(`${"word ".repeat(16)}…`);
    expect(titled("状态".repeat(30))).toBe(`${"状态".repeat(20)} …`);
  });
});
