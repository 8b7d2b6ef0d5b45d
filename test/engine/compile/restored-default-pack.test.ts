import { expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { buildPacks } from "../../../src/packs/build-packs.js";
import { opened, readToItsEnd, throughJson } from "./reopened.js";

it("restores the default pack as its YAML has it, as a whole and split", async () => {
  const fromYaml = unwrap(await buildPacks([], import.meta.dirname));
  expect(throughJson(fromYaml)).toStrictEqual(fromYaml);
  expect(readToItsEnd(opened(fromYaml))).toStrictEqual(fromYaml);
});
