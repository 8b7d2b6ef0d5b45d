import { readdirSync, readFileSync } from "node:fs";
import { recommend, recommendService } from "../../../../src/engine/advise/recommend.js";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { parseText, readAnswers } from "../../../../src/index.js";
import { casesBeside } from "../../../../src/packs/load-cases.js";
import { readPacks } from "../../../../src/packs/load-pack.js";

/** Recommendations on the answers of every case of the default pack and on every example, without analysis. */
export async function packaged(): Promise<readonly Recommendation[]> {
  const pack = unwrap(await readPacks([], process.cwd())).compiled;
  const { cases, systems } = unwrap(await casesBeside("default", process.cwd(), pack.source));
  const ofCases = [...cases, ...systems].map(({ id, answers, at }) =>
    recommend(
      pack,
      { service: "cases", source: at.file },
      { name: id, at, answers, decision: null },
      { analysis: false },
    ),
  );
  const ofExamples = readdirSync("examples")
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((file) => {
      const text = readFileSync(`examples/${file}`, "utf8");
      return unwrap(parseText({ file, text })).flatMap(
        (document) =>
          recommendService(pack, unwrap(readAnswers(document, pack.source.questions)), { analysis: false })
            .surfaces,
      );
    });
  return [...ofCases, ...ofExamples];
}
