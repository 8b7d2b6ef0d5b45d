import { recommend } from "../../../src/engine/advise/recommend.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";

/** The recommendation of a pack for a surface with these answers. */
export function recommended(pack: CompiledPack, answers: Answers, analysis = true): Recommendation {
  const at = { file: "x.yaml", line: 1, column: 1 };
  return recommend(
    pack,
    { service: "x", source: "x.yaml" },
    { name: "x", answers, decision: null, at },
    { analysis },
  );
}
