import { describe, expect, it } from "vitest";
import { failureWords } from "../../../../src/engine/pack-tools/cases/failure-words.js";
import { type Failure, runCase } from "../../../../src/engine/pack-tools/cases/run-case.js";
import { smallPack } from "../../small-pack.js";
import { answersOf } from "../../tiny-pack.js";
import { expectNothing } from "./expect-nothing.js";

const pack = smallPack();

describe("a failure in words", () => {
  it.each<readonly [Parameters<typeof answersOf>[0], Failure, string]>([
    [
      {},
      { kind: "verdict", expected: "hybrid", found: "undecided" },
      "expected the verdict hybrid, found undecided",
    ],
    [
      { style: "stream" },
      { kind: "fired", id: "login-on-stream" },
      "expected login-on-stream not to fire: it fires when style is stream; here style is stream",
    ],
    [
      { kinds: ["games", "shops"] },
      { kind: "did-not-fire", id: "ordered-games" },
      "expected ordered-games to fire: it fires when kinds includes games, and order is strict; here kinds is games, shops, order is not answered",
    ],
    [{}, { kind: "did-not-fire", id: "gone" }, "expected gone to fire: the pack has no such rule"],
    [
      {},
      { kind: "placement", concern: "session", expected: "request", found: null },
      "expected the state of session in request, found no placement",
    ],
    [
      {},
      {
        kind: "placement",
        concern: "interaction",
        expected: "client",
        found: { place: "connection", placement: "on-the-wire" },
      },
      "expected the state of interaction in client, found connection by on-the-wire",
    ],
    [
      {},
      { kind: "pattern", concern: "session", expected: "socket", found: null },
      "expected the pattern socket for session, found no placement",
    ],
    [
      {},
      {
        ...{ kind: "pattern", concern: "interaction", expected: "numbered" },
        found: { pattern: null, placement: "nothing-there" },
      },
      "expected the pattern numbered for interaction, found none by nothing-there",
    ],
    [
      {},
      {
        ...{ kind: "beside", concern: "interaction", expected: "numbered" },
        found: { pattern: "any-store", placement: "on-the-wire" },
      },
      "expected numbered beside the pattern of interaction, found any-store by on-the-wire",
    ],
    [
      {},
      { kind: "backed-by", expected: "log", found: { pattern: "any-store", backing: "replayed" } },
      "expected a conversation backed by log, found any-store by replayed",
    ],
    [
      {},
      { kind: "backed-by", expected: "log", found: null },
      "expected a conversation backed by log, found none that is backed",
    ],
    [
      { style: "steps", order: "strict" },
      { kind: "did-not-clash", id: "apart-in-order" },
      "expected the clash apart-in-order: it fires when style is apart, and order is strict; here style is steps, order is strict",
    ],
  ])("with %j, %j", (answers, failure, words) => {
    const result = runCase(pack, {
      id: "it",
      about: "",
      answers: answersOf(answers),
      expect: expectNothing,
      at: { file: "a.yaml", line: 1, column: 1 },
    });
    expect(failureWords(failure, result, pack)).toBe(words);
  });
});
