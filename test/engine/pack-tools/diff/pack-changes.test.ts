import { describe, expect, it } from "vitest";
import { type PackChange, packChanges } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";
import {
  bulk,
  heavier,
  impliedStrict,
  line,
  type Swap,
  shopsRemember,
  wider,
  withoutAlone,
  withoutFollowing,
  withoutLiveGames,
} from "./small-changes.js";

const changesTo = (...swaps: readonly Swap[]) =>
  packChanges(smallPack().source, changedPack(...swaps).source);

describe("what changed", () => {
  it.each<[string, readonly Swap[], PackChange["kind"], string, PackChange["change"], string]>([
    [
      "points",
      [heavier],
      "rule",
      "crowds",
      "changed",
      "interaction: 1 point for keeping it elsewhere becomes interaction: 4 points for keeping it elsewhere",
    ],
    [
      "a condition",
      [wider],
      "rule",
      "steps-remembered",
      "changed",
      "when style is steps becomes when style is steps or apart",
    ],
    [
      "points and condition at once",
      [
        [
          "steps-fit: { concern: interaction, points: -1, when: { style: steps }",
          "steps-fit: { concern: interaction, points: 1, when: { style: apart }",
        ],
      ],
      "rule",
      "steps-fit",
      "changed",
      "interaction: 1 point against keeping it becomes interaction: 1 point for keeping it; when style is steps becomes when style is apart",
    ],
    [
      "a concern",
      [["nobody-stays: { concern: session", "nobody-stays: { concern: sync"]],
      "rule",
      "nobody-stays",
      "changed",
      "session: is not to be kept becomes sync: is not to be kept",
    ],
    [
      "a kind",
      [
        [line("crowds"), ""],
        ["may-not-bind:\n", `may-not-bind:\n${line("crowds").replace("points: -1, ", "")}`],
      ],
      "rule",
      "crowds",
      "changed",
      "interaction: 1 point for keeping it elsewhere becomes interaction: may not be bound to a connection or instance",
    ],
    [
      "a rule less",
      [withoutAlone],
      "rule",
      "alone",
      "removed",
      "interaction: 3 points against keeping it when style is apart",
    ],
    [
      "a given less",
      [withoutLiveGames],
      "rule",
      "games-are-live",
      "removed",
      "interaction: may be kept only with its connection or instance when style is stream, and kinds includes games",
    ],
    [
      "a follower less",
      [withoutFollowing],
      "rule",
      "login-on-stream",
      "removed",
      "session: goes where the conversation goes when style is stream",
    ],
    [
      "a given more",
      [shopsRemember],
      "rule",
      "shops-remember",
      "added",
      "session: must be kept when kinds includes shops",
    ],
    [
      "the place of a placement",
      [
        [
          "nothing-there: { concern: interaction, place: nowhere",
          "nothing-there: { concern: interaction, place: request, pattern: numbered",
        ],
      ],
      "placement",
      "nothing-there",
      "changed",
      "interaction: nowhere becomes interaction: request by numbered",
    ],
    [
      "what is beside a pattern",
      [["pattern: socket,", "pattern: socket, beside: numbered,"]],
      "placement",
      "on-the-wire",
      "changed",
      "interaction: connection by socket becomes interaction: connection by socket with numbered",
    ],
    [
      "a placement less",
      [[line("given-a-number"), ""]],
      "placement",
      "given-a-number",
      "removed",
      "interaction: request by numbered when order is strict",
    ],
    [
      "a placement more, without a condition",
      [["placements:\n", `placements:\n${line("on-the-wire").replace("on-the-wire", "any-wire")}`]],
      "placement",
      "any-wire",
      "added",
      "interaction: connection by socket always",
    ],
    [
      "the condition of a second home",
      [["replayed: { when: { order: strict }", "replayed: { when: { kinds: games }"]],
      "backing",
      "replayed",
      "changed",
      "when order is strict becomes when kinds includes games",
    ],
    [
      "a second home less",
      [[`backed-by:\n${line("replayed")}`, ""]],
      "backing",
      "replayed",
      "removed",
      "any-store when order is strict",
    ],
    [
      "what to reconsider",
      [["reconsider: order", "reconsider: style"]],
      "clash",
      "apart-in-order",
      "changed",
      "reconsider order becomes reconsider style",
    ],
    [
      "a clash less",
      [[`clashes:\n${line("apart-in-order")}`, ""]],
      "clash",
      "apart-in-order",
      "removed",
      "reconsider order when style is apart, and order is strict",
    ],
    [
      "an option more",
      [bulk],
      "question",
      "style",
      "changed",
      "one of apart, steps, stream becomes one of apart, steps, bulk, stream",
    ],
    [
      "another implied answer",
      [impliedStrict],
      "question",
      "order",
      "changed",
      "implied any when style is apart becomes implied strict when style is apart",
    ],
    [
      "no implied answer",
      [["    implied:\n      - { when: { style: apart }, answer: any, because: Nothing is sent. }\n", ""]],
      "question",
      "order",
      "changed",
      "implied any when style is apart becomes never implied",
    ],
    [
      "another harmless option",
      [["harmless: any", "harmless: strict"]],
      "question",
      "order",
      "changed",
      "harmless option any becomes harmless option strict",
    ],
    [
      "no harmless option",
      [["    harmless: any\n", ""]],
      "question",
      "order",
      "changed",
      "harmless option any becomes no harmless option",
    ],
    [
      "another reading of a retired option",
      [["lots: { replaced-by: many }", "lots: { replaced-by: unsure }"]],
      "question",
      "load",
      "changed",
      "retired options lots (many), varying (open) becomes retired options lots (open), varying (open)",
    ],
  ])("names %s", (_, swaps, kind, id, change, words) => {
    expect(changesTo(...swaps)).toEqual([{ kind, id, change, words }]);
  });

  it("names a question more, or less, by its options", () => {
    const asked = `  why-not:
    topic: talk
    ask: Why not?
    why: It helps.
    help: Say it.
    several: true
    options:
      cost: { label: Cost, help: Cost. }
      risk: { label: Risk, help: Risk. }
      no-reason: { label: None, help: None., none: true }
need:
`;
    const [old, now] = [smallPack().source, changedPack(["need:\n", asked]).source];
    const question = { kind: "question", id: "why-not", words: "any of cost, risk, no-reason" };
    expect(packChanges(old, now)).toEqual([{ ...question, change: "added" }]);
    expect(packChanges(now, old)).toEqual([{ ...question, change: "removed" }]);
  });

  it("names lists whose order changed, by concern and class", () => {
    const first = line("given-a-number");
    const second = first.replace("given-a-number", "given-two").replace("strict", "any");
    const [old, now] = [changedPack([first, first + second]), changedPack([first, second + first])];
    expect(packChanges(old.source, now.source)).toEqual([
      {
        kind: "order",
        id: "interaction/not-kept",
        change: "changed",
        words: "given-a-number, given-two, nothing-there becomes given-two, given-a-number, nothing-there",
      },
    ]);
  });

  it("takes a placement in front of others for one more, and for no other order", () => {
    const first = line("given-a-number");
    const front = first.replace("given-a-number", "given-two");
    expect(changesTo([first, front + first]).map(({ kind, id }) => [kind, id])).toEqual([
      ["placement", "given-two"],
    ]);
  });

  it("passes over what bears on no verdict, place or clash", () => {
    expect(
      changesTo(
        ["because: A stream is held.", "because: A stream is held open."],
        ["keeps: the stream", "keeps: the open stream"],
        ["ask: How many are there?", "ask: How many?"],
        ["mitigation: Keep it twice; costs memory.", "mitigation: Keep it twice; costs a lot."],
      ),
    ).toEqual([]);
  });
});
