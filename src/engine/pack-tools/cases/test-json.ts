import { jsonText } from "../../diagnostics/plain-text.js";
import type { ReportStyle } from "../../report/report-style.js";
import { failureWords } from "./failure-words.js";
import type { CaseResult, Run } from "./run-case.js";
import { agreementShare, confusionOf, type PackTest } from "./test-pack.js";

/** The result of all cases for programs (version 1); `more` adds keys to it. */
export function testJson(test: PackTest, style: Pick<ReportStyle, "unicode">, more: object = {}): string {
  const { name, version } = test.pack.source;
  return jsonText(
    {
      version: 1,
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

function jsonRun({ score, fired, placed }: Run) {
  const { verdict, scores, balance, boundness } = score;
  const placement = [...placed].map(([concern, { id, place }]) => [concern, { place, placement: id }]);
  return { verdict, scores, balance, boundness, fired: [...fired], placement: Object.fromEntries(placement) };
}
