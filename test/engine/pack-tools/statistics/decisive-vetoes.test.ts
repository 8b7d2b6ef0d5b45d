import { expect, it } from "vitest";
import { decisiveVetoes } from "../../../../src/engine/pack-tools/statistics/decisive-vetoes.js";
import { lettered, tangledPack } from "../../tangled-pack.js";

it("where questions are tied too closely, samples alone show that a veto decides", () => {
  const pack = tangledPack({ rules: [[{ q0: "d" }, { N: 9 }]], vetoes: [[{ q0: ["c", "d"] }, "stateful"]] });
  const decides = (...samples: readonly string[]) => decisiveVetoes(pack, samples.map(lettered))[0]?.decides;
  expect(decides()).toEqual({ kind: "unknown" });
  // On the first sample it fires but nothing would be stateful; on the second it does not fire.
  expect(decides("cccccc", "accccc")).toEqual({ kind: "unknown" });
  expect(decides("cccccc", "dccccc")).toMatchObject({
    kind: "shown",
    witness: { verdict: "hybrid", without: "stateful" },
  });
});

it("a veto whose condition never holds decides nothing, however closely questions are tied", () => {
  const pack = tangledPack({ vetoes: [[{ q0: "a" }, "stateful"]] });
  const vetoes = pack.vetoes.map((veto) => ({ ...veto, condition: [] }));
  expect(decisiveVetoes({ ...pack, vetoes }, [])).toEqual([{ veto: "v0", decides: { kind: "excluded" } }]);
});
