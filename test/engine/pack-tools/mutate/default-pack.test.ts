import { expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import { mutate, mutationScore } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { loadPack } from "../../../../src/node.js";
import { caseFolders, loadCases } from "../../../../src/packs/load-cases.js";

it("the cases of the default pack notice at least nine of ten changes of points, of a condition, or without a rule", async () => {
  const pack = await loadPack();
  const set = unwrap(await loadCases(caseFolders([], process.cwd()), pack.source));
  const mutation = mutate(pack, set);
  const { killed, of } = mutationScore(mutation);
  const unnoticed = mutation.surviving.map(({ mutant: { entry, change } }) => `${entry}: ${change}`);
  expect(of).toBeGreaterThan(500);
  expect(killed / of, unnoticed.join("\n")).toBeGreaterThanOrEqual(0.9);
}, 120_000);
