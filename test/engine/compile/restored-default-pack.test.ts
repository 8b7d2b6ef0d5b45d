import { expect, it } from "vitest";
import { precompilePack, restoreLoaded } from "../../../src/engine/compile/precompiled-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { buildPacks } from "../../../src/packs/build-packs.js";

it("restores the default pack as its YAML has it", async () => {
  const fromYaml = unwrap(await buildPacks([], import.meta.dirname));
  expect(restoreLoaded(JSON.parse(JSON.stringify(precompilePack(fromYaml))))).toStrictEqual(fromYaml);
});
