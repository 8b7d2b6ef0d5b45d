import { jsonText } from "../../diagnostics/plain-text.js";
import { concerns } from "../../model/verdict.js";
import type { ReportStyle } from "../../report/report-style.js";
import { failureWords } from "./failure-words.js";
import type { CaseResult, Run } from "./run-case.js";
import { agreementShare, confusionOf, type PackTest } from "./test-pack.js";

/** The result of all cases for programs (version 2); `more` adds keys to it. */
export function testJson(test: PackTest, style: Pick<ReportStyle, "unicode">, more: object = {}): string {
  const { name, version } = test.pack.source;
  return jsonText(
    {
      version: 2,
      pack: { name, version },
      failed: test.failed,
      cases: test.cases.map((result) => jsonCase(result, test)),
      coverage: test.coverage,
      systems: {
        agreement: agreementShare(test.systems),
        confusion: confusionOf(test.systems),
        results: test.systems.map(({ system, run, agreement }) => ({
          id: system.id,
          file: system.at.file,
          line: system.at.line,
          documented: system.documented,
          standing: agreement,
          contradicts: system.contradicts,
          ...jsonRun(run),
        })),
      },
      ...more,
    },
    style,
  );
}

function jsonCase(result: CaseResult, { pack }: PackTest) {
  const { id, at } = result.case;
  return {
    id,
    file: at.file,
    line: at.line,
    column: at.column,
    failures: result.failures.map((failure) => ({
      ...failure,
      message: failureWords(failure, result, pack),
    })),
    ...jsonRun(result.run),
  };
}

function jsonRun({ score, fired, placed, clashes }: Run) {
  return {
    verdict: score.verdict,
    concerns: concerns.map((id) => {
      const { need, place, kept, class: placeClass } = score.concerns[id];
      return { id, need, place, kept, class: placeClass };
    }),
    placement: placementsOf(placed),
    backing: placed?.backing?.id ?? null,
    clashes,
    fired: [...fired],
  };
}

/** By concern; empty while the verdict is undecided. */
function placementsOf(placed: Run["placed"]) {
  if (placed === null) return {};
  return Object.fromEntries(
    concerns.map((concern) => {
      const { id, place, pattern, beside } = placed.placements[concern];
      return [concern, { place, placement: id, pattern, beside }];
    }),
  );
}
