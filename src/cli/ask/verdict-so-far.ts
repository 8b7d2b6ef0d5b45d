import { recommend } from "../../engine/advise/recommend.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { verdicts } from "../../engine/model/verdict.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { headline } from "../../engine/report/text/surface.js";
import { listed } from "../../engine/report/wording/phrases.js";
import { type AnswersSource, serviceOf } from "./answers-source.js";
import { paragraph } from "./terminal.js";

/** The verdict so far, what it means, and which verdicts the open questions can still lead to. */
export function summaryOf(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  style: ReportStyle,
): readonly string[] {
  const recommendation = recommendationOf(pack, source, answers, true);
  const lead = paragraph(style.palette.bold("Verdict so far"), style.width);
  return [
    ...lead,
    ...headline(recommendation, style),
    ...paragraph(leadsTo(recommendation), style.width - 2, "  "),
  ];
}

/** The verdict alone, for the review. */
export function verdictLine(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  style: ReportStyle,
): string {
  const { verdict } = recommendationOf(pack, source, answers, false);
  return style.palette[verdict](verdict.toUpperCase());
}

function recommendationOf(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  analysis: boolean,
): Recommendation {
  const service = serviceOf(source, answers);
  const [surface] = service.surfaces;
  if (surface === undefined) throw new RangeError("a service has at least one surface");
  return recommend(pack, service, surface, { analysis });
}

function leadsTo({ verdict, analysis, open }: Recommendation): string {
  if (analysis === null) return "";
  const { reach } = analysis;
  const others = verdicts.filter((each) => each !== verdict && reach[each] > 0n);
  if (others.length === 0) return "No open question can change it.";
  const alone = open.filter(({ overturns }) => overturns).map(({ question }) => question);
  return `Still possible: ${listed(others, "or")}. ${byWhich(alone)}`;
}

/** Which open questions could change the verdict alone; `alone` has the most informative first. */
function byWhich(alone: readonly string[]): string {
  if (alone.length === 0) return "No single open question could change it, only several together.";
  if (alone.length <= 3) return `The answer to ${listed(alone, "or")} could change it alone.`;
  return `The answer to any of ${alone.length} open questions could change it alone, ${alone[0]} most of all.`;
}
