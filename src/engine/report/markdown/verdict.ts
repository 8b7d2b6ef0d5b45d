import type { Decision } from "../../model/answers.js";
import type { Recommendation } from "../../model/recommendation.js";
import { hundredths, plural, ratio } from "../numbers.js";
import { reasonGiven, standingWords } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { answers, gradeReason, margin, notAnalysed, radiusFigure } from "../wording/trust-words.js";
import { meaning } from "../wording/verdict-words.js";
import { type Lines, paragraph, stacked, table } from "./blocks.js";
import type { Markdown, Pen, Sheet } from "./writer.js";

/** The verdict with its grade, what it means, and the team's own decision where one is recorded. */
export function verdictLines(from: Recommendation, { pen }: Sheet): Lines {
  const { analysis, decision } = from;
  const graded = analysis?.grade == null ? pen.md`` : pen.md`, grade **${analysis.grade}**`;
  return stacked([
    paragraph(pen.md`**Verdict: ${from.verdict}**${graded}. ${meaning(from)}`),
    from.outOfReach.length > 0 ? paragraph(pen.md`${notAnalysed(from)}`) : [],
    analysis?.grade == null
      ? []
      : paragraph(pen.md`${capital(analysis.grade)}: ${gradeReason(from, analysis)}`),
    decision === null
      ? []
      : paragraph(
          pen.md`**Decided${decision.by === null ? "" : pen.md` by ${decision.by}`}: ${decision.style}**, ${standingWords(from, decision)}.${reasonOf(decision, pen)}`,
        ),
  ]);
}

function reasonOf({ because }: Decision, { md }: Pen): Markdown {
  const reason = reasonGiven(because);
  return reason === "" ? md`` : md` ${reason}`;
}

/** The figures behind the verdict and how far they can be trusted. */
export function figures(from: Recommendation, { pen }: Sheet): Lines {
  const { md } = pen;
  const { live, kept, stateful, stateless } = from.scores;
  const { needBoundaryPercent: need, boundBoundaryPercent: bound } = from.settings;
  const { analysis } = from;
  const row = (name: Markdown, value: string, told: string): readonly Markdown[] => [
    name,
    md`${value}`,
    md`${told}`,
  ];
  const total = stateful + stateless;
  const balance = { part: stateful - stateless, of: total };
  return table(
    [md`Figure`, md`Value`, md`What it says`],
    [
      row(
        md`Evidence`,
        plural(total, "point"),
        `F = ${stateful} stateful (N = ${live} live, K = ${kept} kept), L = ${stateless} stateless.`,
      ),
      ...(total === 0
        ? []
        : [
            row(
              md`Balance *b*`,
              ratio(balance, need, true),
              `(F − L) / (F + L): is state needed? Yes from ${hundredths(need)}.`,
            ),
          ]),
      ...(stateful === 0
        ? []
        : [
            row(
              md`Boundness *h*`,
              ratio({ part: live, of: stateful }, bound),
              `N / F: must it live with the connection? Yes from ${hundredths(bound)}.`,
            ),
          ]),
      ...(analysis === null
        ? []
        : [
            row(md`Stability radius *r*`, radiusFigure(from), margin(from, analysis)),
            row(md`Reach`, plural(from.open.length, "open question"), answers(from, analysis.reach)),
          ]),
    ],
  );
}
