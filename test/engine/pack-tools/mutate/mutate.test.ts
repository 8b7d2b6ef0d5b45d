import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import { readCases } from "../../../../src/engine/pack-tools/cases/read-cases.js";
import type { Mutant } from "../../../../src/engine/pack-tools/mutate/mutants.js";
import {
  type Mutation,
  mutantsOf,
  mutate,
  mutationScore,
} from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { mutationDocument } from "../../../../src/engine/pack-tools/mutate/mutation-json.js";
import {
  effectOf,
  mutationText,
  mutationWitnesses,
} from "../../../../src/engine/pack-tools/mutate/mutation-text.js";
import { differs } from "../../../../src/engine/pack-tools/mutate/tell-apart.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { smallPack } from "../../small-pack.js";

const pack = smallPack();

const casesOf = (text: string) =>
  unwrap(readCases(unwrap(parseText({ file: "cases.yaml", text })), pack.source));

/** A mutant in words. */
const named = ({ entry, change }: Mutant): string => `${entry} ${change}`;

const noCases = { cases: [], systems: [] };

describe("mutation", () => {
  let withoutCases: Mutation;
  beforeAll(() => {
    withoutCases = mutate(pack, noCases);
  });

  it("notices nothing without cases", () => {
    const { surviving, equivalent, undetermined, killed } = withoutCases;
    expect(killed).toBe(0);
    expect(undetermined).toEqual([]);
    const known = new Set([...surviving.map(({ mutant }) => mutant), ...equivalent].map(named));
    expect(known).toEqual(new Set(mutantsOf(pack).map(named)));
  });

  it("shows each surviving mutant by answers none of which can be left out", () => {
    for (const { mutant, difference } of withoutCases.surviving) {
      const { answers, by } = difference;
      expect(differs(pack, mutant.pack, answers, by)).toBe(true);
      for (const question of answers.keys()) {
        const fewer = new Map([...answers].filter(([id]) => id !== question));
        expect(differs(pack, mutant.pack, fewer, by)).toBe(false);
      }
    }
  });

  it("does not count what means the same on all answers", () => {
    // Worked out by hand: in each case the other side of the sum is empty, out of reach, or does not decide.
    expect(withoutCases.equivalent.map(named)).toEqual([
      "streams from 3 points for keeping it to 2 points for keeping it",
      "streams from 3 points for keeping it to 4 points for keeping it",
      "alone from 3 points against keeping it to 4 points against keeping it",
      "alone from 3 points against keeping it to 2 points against keeping it",
      "steps-fit from 1 point against keeping it to 2 points against keeping it",
      "steps-remembered from 2 points for keeping it to 1 point for keeping it",
      "steps-remembered from 2 points for keeping it to 3 points for keeping it",
      "ordered-games from 2 points for keeping it to 1 point for keeping it",
      "ordered-games from 2 points for keeping it to 3 points for keeping it",
      "shops-offline from 1 point for keeping it to 2 points for keeping it",
      "held-open from 2 points for binding it to 3 points for binding it",
      "crowds from 1 point for keeping it elsewhere to 1 point for binding it",
    ]);
    expect(mutationScore(withoutCases)).toEqual({ killed: 0, of: withoutCases.surviving.length });
  });

  const looser = "from 2 points for binding it to 1 point for binding it";
  const wider = "condition becomes: style is steps or stream";
  const [unkept, unfollowed] = ["left out (must be kept)", "left out (goes where the conversation goes)"];
  it.each([
    ["style: stream", "verdict: stateful", "held-open", looser, false],
    ["style: stream, load: some", "verdict: stateful", "held-open", looser, true],
    ["style: stream", "verdict: stateful", "steps-remembered", wider, false],
    ["style: stream", "not-fires: [steps-remembered]", "steps-remembered", wider, true],
    ["style: stream, order: strict", "verdict: stateful", "ordered-stream", unkept, false],
    ["style: stream, order: strict", "fires: [ordered-stream]", "ordered-stream", unkept, true],
    ["style: stream", "verdict: stateful", "login-on-stream", unfollowed, false],
    ["style: stream", "placement: { session: connection }", "login-on-stream", unfollowed, true],
  ])("on %s %s: %s, %s, noticed: %s", (answers, expectation, entry, change, noticed) => {
    const set = casesOf(`cases:\n  a: { about: A., answers: { ${answers} }, expect: { ${expectation} } }\n`);
    const { surviving } = mutate(pack, set, new Set([entry]));
    expect(surviving.some(({ mutant }) => mutant.entry === entry && mutant.change === change)).toBe(!noticed);
  });

  /** A real system as its file has it. */
  const systemOf = (documented: string, given: string, more = "") =>
    casesOf(
      `system: S\nsurface: All of it.\ndocumented: ${documented}\nbecause: So.\nconfidence: high\nsources: [a paper]\n${more}answers: { ${given} }\n`,
    );

  // On the answers the pack says stateful, and under the mutant stateless.
  it.each([
    ["stateful", "", true],
    ["stateless", "contradicts: It teaches.\n", true],
    ["stateless", "", false],
    ["hybrid", "", false],
  ])(
    "is noticed by a system documented as %s that it contradicts or whose remark it outdates: %s%s",
    (documented, more, noticed) => {
      const { surviving } = mutate(pack, systemOf(documented, "style: stream", more), new Set(["streams"]));
      const turned = "from 3 points for keeping it to 3 points against keeping it";
      expect(surviving.some(({ mutant: { change } }) => change === turned)).toBe(!noticed);
    },
  );

  it("is not noticed by a system that the pack contradicts anyway", () => {
    expect(mutate(pack, systemOf("stateful", "style: apart"), new Set(["alone"])).killed).toBe(0);
  });

  it("is not noticed by a case that does not hold anyway", () => {
    const set = casesOf(
      "cases:\n  a: { about: A., answers: { style: stream }, expect: { verdict: stateless } }\n",
    );
    expect(mutate(pack, set, new Set(["streams"])).killed).toBe(0);
  });

  it("says of each survivor what the difference is", () => {
    const { surviving } = withoutCases;
    for (const survivor of surviving) {
      const { by, before, after } = survivor.difference;
      expect(effectOf(survivor)).toBe(
        {
          verdict: `the verdict changes from ${before} to ${after}`,
          placement: "a placement changes",
          firing: `${survivor.mutant.entry} fires only before or only after the change`,
        }[by],
      );
    }
    expect(new Set(surviving.map(({ difference }) => difference.by)).size).toBe(3);
  });

  it("gives answers for each survivor, named after what was changed and numbered", () => {
    const mutation = mutate(pack, noCases, new Set(["crowds", "login-on-stream"]));
    const witnesses = mutationWitnesses(mutation);
    expect(mutation.surviving.map(({ mutant }) => named(mutant))).toEqual([
      "crowds from 1 point for keeping it elsewhere to 2 points for keeping it elsewhere",
      "login-on-stream left out (goes where the conversation goes)",
      "crowds condition becomes: load is many",
      "crowds condition becomes: load is some",
      "login-on-stream condition becomes: style is apart or stream",
      "login-on-stream condition becomes: style is steps or stream",
    ]);
    expect(witnesses.map(({ name }) => name)).toEqual([
      "crowds-1",
      "login-on-stream-1",
      "crowds-2",
      "crowds-3",
      "login-on-stream-2",
      "login-on-stream-3",
    ]);
    expect(witnesses[1]).toEqual({
      name: "login-on-stream-1",
      shows: "login-on-stream, left out (goes where the conversation goes): a placement changes.",
      answers: new Map([["style", { kind: "chosen", options: ["stream"], note: null }]]),
    });
  });

  it("counts among entries that are named those alone", () => {
    const set = casesOf(
      "cases:\n  a: { about: A., answers: { style: apart }, expect: { verdict: stateless } }\n",
    );
    const { killed, surviving, equivalent, undetermined } = mutate(pack, set, new Set(["alone"]));
    // Of the points: 4, 2 and 3 the other way, which alone is noticed. Of the condition: steps or streams as well.
    expect(killed).toBe(1);
    expect(equivalent.map(({ entry }) => entry)).toEqual(["alone", "alone"]);
    expect(surviving.map(({ mutant }) => mutant.entry)).toEqual(["alone", "alone"]);
    expect(undetermined).toEqual([]);
  });

  it("prints what no case notices, and the score", async () => {
    const cases = ["stream", "steps", "apart"].map(
      (style) =>
        `  ${style}: { about: A., answers: { style: ${style}, load: few }, expect: { verdict: ${{ stream: "stateful", steps: "hybrid", apart: "stateless" }[style]} } }`,
    );
    const mutation = mutate(pack, casesOf(`cases:\n${cases.join("\n")}\n`));
    // Noticed: the points of `streams`, `alone`, `steps-remembered` and `held-open` the other way, `alone` of streams as
    // well, and `steps-remembered` of requests apart as well. There are 57 mutants, 12 of them equivalent.
    expect(mutationScore(mutation)).toEqual({ killed: 6, of: 45 });
    expect(mutationDocument(mutation).surviving).toHaveLength(mutation.surviving.length);
    await expect(mutationText(mutation, plainStyle)).toMatchFileSnapshot("golden/mutation.txt");
  });
});
