import { recommend } from "../../engine/advise/recommend.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { titleOf } from "../../engine/interview/review.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { verdicts } from "../../engine/model/verdict.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { headline } from "../../engine/report/text/surface.js";
import { clashSentence } from "../../engine/report/wording/clash-words.js";
import { listed } from "../../engine/report/wording/phrases.js";
import { gradeRoles } from "../../engine/report/wording/titles.js";
import { headlineOf } from "../../engine/report/wording/verdict-words.js";
import { type AnswersSource, serviceOf } from "./answers-source.js";
import type { SoFar } from "./prompter.js";
import { paragraph } from "./terminal.js";

/**
 * The answers that do not fit each other, the verdict so far, its grade and what is kept, and which verdicts the open
 * questions can still lead to.
 */
export function summaryOf(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  style: ReportStyle,
): readonly string[] {
  const recommendation = recommendationOf(pack, source, answers);
  const lead = paragraph(style.palette.bold("Verdict so far"), style.width);
  return [
    ...clashTexts(recommendation).flatMap((text) =>
      paragraph(`${style.palette.caution("Warning:")} ${text}`, style.width),
    ),
    ...lead,
    ...headline(recommendation, style),
    ...paragraph(leadsTo(recommendation), style.width - 2, "  "),
  ];
}

/** What the review says of the answers so far. */
export interface Standing {
  /** Verdict, grade and what is kept, in one line. */
  readonly verdict: string;
  /** One text for each clash. */
  readonly clashes: readonly string[];
}

export function standingOf(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  style: ReportStyle,
): Standing {
  const recommendation = recommendationOf(pack, source, answers);
  return { verdict: verdictText(recommendation, style), clashes: clashTexts(recommendation) };
}

/** The verdict on one surface, kept current while its questions are answered. */
export class RunningVerdict {
  readonly #pack: CompiledPack;
  readonly #source: AnswersSource;
  #answers: Answers | null = null;
  #soFar: SoFar | null = null;

  constructor(pack: CompiledPack, source: AnswersSource) {
    this.#pack = pack;
    this.#source = source;
  }

  /** The verdict on these answers, and on the answers asked about before, if that was another. */
  at(answers: Answers): SoFar {
    if (this.#soFar !== null && this.#answers === answers) return this.#soFar;
    const last = this.#soFar;
    const recommendation = recommendationOf(this.#pack, this.#source, answers);
    const { verdict } = recommendation;
    const grade = recommendation.analysis?.trust?.grade ?? null;
    const before =
      last === null || (last.verdict === verdict && last.grade === grade)
        ? null
        : { verdict: last.verdict, grade: last.grade };
    this.#answers = answers;
    this.#soFar = { verdict, grade, before, headline: headlineOf(recommendation) };
    return this.#soFar;
  }
}

/** What does not fit and which answer to look at again, one text for each clash. */
function clashTexts({ clashes }: Recommendation): readonly string[] {
  return clashes.map(({ clash, questions }) =>
    clashSentence(questions.map(quotedTitle), { ...clash, reconsider: quotedTitle(clash.reconsider) }),
  );
}

const quotedTitle = (id: string): string => `“${titleOf({ id })}”`;

/** Verdict, grade and what is kept of every surface, a paragraph each; beside others each with its name. */
export function verdictLines(
  pack: CompiledPack,
  source: AnswersSource,
  answers: Answers,
  style: ReportStyle,
): readonly string[] {
  const service = serviceOf(source, answers);
  return service.surfaces.flatMap((surface, _, { length }) => {
    const text = verdictText(recommend(pack, service, surface, { analysis: true }), style);
    return paragraph(length === 1 ? text : `${printable(surface.name)}: ${text}`, style.width);
  });
}

function verdictText(recommendation: Recommendation, { palette }: Pick<ReportStyle, "palette">): string {
  const { verdict, analysis } = recommendation;
  const trust = analysis?.trust ?? null;
  const grade = trust === null ? "" : ` (${palette[gradeRoles[trust.grade]](trust.grade)})`;
  return `${palette[verdict](verdict.toUpperCase())}${grade}: ${headlineOf(recommendation)}`;
}

function recommendationOf(pack: CompiledPack, source: AnswersSource, answers: Answers): Recommendation {
  const service = serviceOf(source, answers);
  const surface = service.surfaces.at(-1);
  if (surface === undefined) throw new RangeError("a service has at least one surface");
  return recommend(pack, service, surface, { analysis: true });
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
  const named = alone.map(quotedTitle);
  if (alone.length <= 3) return `The answer to ${listed(named, "or")} could change it alone.`;
  return `The answer to any of ${alone.length} open questions could change it alone, ${named[0]} most of all.`;
}
