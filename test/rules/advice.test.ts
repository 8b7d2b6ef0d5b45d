import { beforeAll, describe, expect, it } from "vitest";
import { applicableGuidance, applicableTradeoffs } from "../../src/engine/advise/applicable.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../src/engine/score/fill-implied.js";
import { placeState, withHarmless } from "../../src/engine/score/place-state.js";
import { score } from "../../src/engine/score/score.js";
import { readPacks } from "../../src/packs/load-pack.js";
import { chosen } from "./outcomes.js";

let pack: CompiledPack;

beforeAll(async () => {
  pack = unwrap(await readPacks([], process.cwd())).compiled;
});

/** Ids of the tradeoffs and the guidance that apply. */
function adviceFor(given: Readonly<Record<string, string>>): readonly string[] {
  const answers = new Map(Object.entries(given).map(([id, option]) => [id, chosen(option)]));
  const profile = profileOf(pack, answers);
  const scored = score(pack, profile.possible);
  const assumed = withHarmless(pack, profile);
  const placed = placeState(pack, assumed, scored);
  return [applicableTradeoffs, applicableGuidance].flatMap((applicable) =>
    applicable(pack, assumed, scored.verdict, placed).map(({ id }) => id),
  );
}

describe("the advice of the default pack", () => {
  const login = { "interaction-style": "multi-step-workflow", "replay-protection": "use-once" };
  const consent = { ...login, identity: "signed-in-user", "client-variety": "third-party" };
  const longTask = { "interaction-style": "multi-step-workflow", "task-duration": "hours-or-days" };

  // A code that one program hands to another is neither typed nor mailed.
  it.each([
    ["a consent that programs of others ask for", consent, false],
    ["a consent, by clients that nobody has named", { ...login, identity: "signed-in-user" }, false],
    ["a payment confirmed in an app of one's own", { ...consent, "client-variety": "one-first-party" }, true],
    ["a link that signs a visitor in", { ...login, identity: "recognised-visitor" }, true],
  ])("warns of guessed codes where people may type one: %s", (_, answers, warned) => {
    expect(adviceFor(answers).includes("codes-get-guessed-and-scanned")).toBe(warned);
  });

  const jobs = {
    "interaction-style": "server-push",
    "context-size": "small",
    "client-liveness": "release-on-loss",
    delivery: "at-least-once",
    "peak-clients": "1k-100k",
    deployment: "cluster",
    identity: "machine-credential",
    revocation: "within-minutes",
  };
  const ofConnections = ["access-outlives-its-check", "connections-do-not-rebalance", "silence-gets-cut"];
  const ofLeases = ["leased-work-comes-back", "lag-and-dead-letters"];

  // The jobs are leased in both: whoever holds a connection open to wait for one may vanish with it, too.
  it.each([
    ["unreachable", [...ofConnections, ...ofLeases]],
    ["polls-only", ofLeases],
  ])(
    "speaks of leases where jobs may be lost with a worker, and of connections where it keeps one: %s",
    (reachability, told) => {
      const advice = adviceFor({ ...jobs, failover: "resume-expected", "client-reachability": reachability });
      expect(advice.filter((id) => [...ofConnections, ...ofLeases].includes(id)).sort()).toEqual(
        [...told].sort(),
      );
    },
  );

  it("sends nobody to look for the connection of one worker among many, any of which may take the job", () => {
    const held = { ...jobs, failover: "resume-expected", "client-reachability": "unreachable" };
    expect(adviceFor(held)).not.toContain("finding-the-connection");
    expect(adviceFor({ ...held, "client-liveness": "not-needed" })).toContain("finding-the-connection");
  });

  it("tells of offline work whatever the verdict", () => {
    const offline = { "offline-need": "edit-and-sync", contention: "constant", "context-size": "small" };
    for (const style of ["independent-requests", "real-time-two-way"])
      expect(adviceFor({ ...offline, "interaction-style": style })).toEqual(
        expect.arrayContaining(["merged-is-not-agreed", "back-after-months"]),
      );
  });

  it.each([
    ["an approval", longTask, true],
    [
      "a lock among programs",
      { ...longTask, isolation: "exclusive-lock", identity: "machine-credential" },
      false,
    ],
    ["an upload", { ...longTask, workload: "file-storage" }, false],
  ])("speaks of durable execution where an engine may run the task: %s", (_, answers, told) => {
    expect(adviceFor(answers).includes("replayed-code-is-deterministic")).toBe(told);
  });

  const ofTheAccount = {
    identity: "program-for-person",
    compliance: "regulated-audit",
    workload: "finance-trading",
  };

  it.each([
    ["independent-requests", true],
    ["server-push", false],
  ])("asks for a confirmation of what clients do, not of what they hear: %s", (style, asked) => {
    const advice = adviceFor({ ...ofTheAccount, "interaction-style": style });
    for (const id of ["what-you-see-is-what-you-sign", "step-up-for-sensitive-operations"])
      expect(advice.includes(id)).toBe(asked);
  });
});
