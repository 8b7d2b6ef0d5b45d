import { describe, expect, it } from "vitest";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Assumption } from "../../../src/engine/model/recommendation.js";
import { changedPack } from "../changed-pack.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

type Given = Parameters<typeof answersOf>[0];

const on = (given: Given) => recommended(smallPack(), answersOf(given)).assumptions;

/** Of one question, with the one option that would change something. */
function assumption(
  question: string,
  option: string,
  otherwise: Assumption["otherwise"][number],
): Assumption {
  return { question, option, otherwise: [otherwise] };
}

describe("what is assumed on the small pack", () => {
  it("is each harmless option but for which the verdict, a place or a second home would be another", () => {
    // Games alone bind what is bound already; the order gives the stream a second home.
    expect(on({ style: "stream" })).toEqual([
      assumption("kinds", "neither", { option: "shops", verdict: null, concerns: ["sync"] }),
      assumption("order", "any", { option: "strict", verdict: null, concerns: ["interaction"] }),
    ]);
  });

  it("names the verdict where that changes, the place with it", () => {
    expect(on({ style: "apart" })).toEqual([
      assumption("kinds", "neither", { option: "shops", verdict: "hybrid", concerns: ["sync"] }),
    ]);
    // With busy shops a stream is not bound; then no login is either.
    expect(on({ style: "stream", load: "many", order: "any" })).toEqual([
      assumption("kinds", "neither", {
        option: "shops",
        verdict: "hybrid",
        concerns: ["interaction", "session", "sync"],
      }),
    ]);
  });

  it("counts what an answer does together with those that are given", () => {
    // Games whose order is strict keep the login; so does an order for games.
    expect(on({ style: "steps", order: "strict" })).toEqual([
      {
        question: "kinds",
        option: "neither",
        otherwise: [
          { option: "games", verdict: null, concerns: ["session"] },
          { option: "shops", verdict: null, concerns: ["sync"] },
        ],
      },
    ]);
    expect(on({ style: "steps", kinds: "games" })).toEqual([
      assumption("order", "any", { option: "strict", verdict: null, concerns: ["interaction", "session"] }),
    ]);
  });

  it("is no question that is answered or implied, nor one without a harmless option", () => {
    expect(on({ style: "stream", kinds: "neither", order: "any" })).toEqual([]);
    // `order` is implied, and `load` would move the stream.
    expect(on({ style: "apart", kinds: "neither" })).toEqual([]);
    expect(on({ style: "stream", kinds: "shops", order: "any" })).toEqual([]);
  });

  it("may be a question whose answer is not sure yet", () => {
    const answers: Answers = new Map([
      ...answersOf({ style: "stream", kinds: "neither" }),
      ["order", { kind: "unsure", note: null }],
    ]);
    expect(recommended(smallPack(), answers).assumptions.map(({ question }) => question)).toEqual(["order"]);
  });

  it("is not said without an analysis, nor while the verdict is undecided", () => {
    expect(recommended(smallPack(), answersOf({ style: "stream" }), false).assumptions).toEqual([]);
    const undecided = tinyPack({
      questions: { kind: ["none", "some"] },
      harmless: { kind: "none" },
      rules: [[{ kind: "some" }, { need: -1 }]],
    });
    expect(recommended(undecided, answersOf({})).assumptions).toEqual([]);
  });

  it("may change what is beside a pattern alone", () => {
    const pack = changedPack([
      "placements:\n",
      "placements:\n  game-wire: { concern: interaction, when: { kinds: games }, place: connection, pattern: socket, beside: numbered, because: So be it., sources: [claim] }\n",
    ]);
    const [kinds] = recommended(pack, answersOf({ style: "stream", order: "any" })).assumptions;
    expect(kinds?.otherwise[0]).toEqual({ option: "games", verdict: null, concerns: ["interaction"] });
    const before = recommended(smallPack(), answersOf({ style: "stream", order: "any" })).assumptions;
    expect(before.flatMap(({ otherwise }) => otherwise.map(({ option }) => option))).not.toContain("games");
  });

  it("may change the pattern of a second home alone", () => {
    const pack = changedPack(
      [
        "backed-by:\n",
        "backed-by:\n  logged: { when: { kinds: games }, pattern: other-store, because: So be it., sources: [claim] }\n",
      ],
      [
        "patterns:\n",
        "patterns:\n  other-store: { title: Other, place: shared-store, concerns: [interaction], what: A., fits: B., watch: C., sources: [paper] }\n",
      ],
    );
    expect(recommended(pack, answersOf({ style: "stream", order: "strict" })).assumptions).toContainEqual({
      question: "kinds",
      option: "neither",
      otherwise: [
        // Games keep a login, too; it is on the stream already.
        { option: "games", verdict: null, concerns: ["interaction"] },
        { option: "shops", verdict: null, concerns: ["sync"] },
      ],
    });
  });

  it("may leave the place and change its pattern alone", () => {
    const pack = changedPack(
      [
        "  on-the-wire:",
        "  in-order: { concern: interaction, when: { order: strict }, place: connection, pattern: any-connection, because: It is in order., sources: [claim] }\n  on-the-wire:",
      ],
      ["  replayed: { when: { order: strict },", "  replayed: {"],
    );
    expect(recommended(pack, answersOf({ style: "stream", kinds: "neither" })).assumptions).toEqual([
      assumption("order", "any", { option: "strict", verdict: null, concerns: ["interaction"] }),
    ]);
  });
});

describe("what is assumed where answers imply others", () => {
  it("is as much as what follows from the answer that is tried", () => {
    const pack = tinyPack({
      questions: { talk: ["x", "y"], kind: ["none", "some"], depth: ["flat", "deep"] },
      harmless: { kind: "none", depth: "flat" },
      rules: [
        [{ talk: "x" }, { need: -1 }],
        [{ depth: "deep" }, { given: "must", concern: "workflow" }],
      ],
      implied: [["depth", { kind: "some" }, "deep"]],
    });
    expect(recommended(pack, answersOf({ talk: "x" })).assumptions).toEqual([
      assumption("kind", "none", { option: "some", verdict: "hybrid", concerns: ["workflow"] }),
      assumption("depth", "flat", { option: "deep", verdict: "hybrid", concerns: ["workflow"] }),
    ]);
    expect(recommended(pack, answersOf({ talk: "x", depth: "flat" })).assumptions).toEqual([]);
  });
});
