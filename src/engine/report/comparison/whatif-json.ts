import { jsonText } from "../../diagnostics/plain-text.js";
import type { Exchange, Movement } from "../../model/movement.js";
import type { Report, ReportedAnswer } from "../../model/recommendation.js";
import { jsonDocument } from "../json-document.js";
import type { ReportStyle } from "../report-style.js";

/** Before and after of each surface in the shape of the JSON report, and the ids of what moved. */
export function whatifJson(
  head: Pick<Report, "tool" | "pack">,
  movements: readonly Movement[],
  style: Pick<ReportStyle, "unicode">,
): string {
  const surfaces = movements.map((movement) => {
    const { service, source } = movement.before;
    const [before, after] = [movement.before, movement.after].map(
      (surface) =>
        jsonDocument({ ...head, services: [{ service, source, surfaces: [surface] }] }).services[0]
          ?.surfaces[0],
    );
    return {
      service,
      source,
      surface: movement.before.surface,
      before,
      after,
      answers: movement.answers.map(({ question, before: from, after: to }) => ({
        question,
        from: optionsOf(from),
        to: optionsOf(to),
      })),
      rules: ids(movement.rules),
      vetoes: ids(movement.vetoes),
      tradeoffs: ids(movement.tradeoffs),
      guidance: ids(movement.guidance),
    };
  });
  return jsonText({ version: 1, tool: head.tool, pack: head.pack, surfaces }, style);
}

function optionsOf(answer: ReportedAnswer | null): readonly string[] | null {
  return answer === null ? null : answer.options.map(({ id }) => id);
}

function ids<Entry extends { readonly id: string }>({ gained, lost }: Exchange<Entry>) {
  return { gained: gained.map(({ id }) => id), lost: lost.map(({ id }) => id) };
}
