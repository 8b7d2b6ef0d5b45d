import type { Recommendation } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { answers, gradeReason, margin, notAnalysed, radiusFigure } from "../wording/trust-words.js";
import { balanceFigure, boundaryFigures, boundnessFigure, meaning } from "../wording/verdict-words.js";
import { type Lines, paragraph, stacked, table } from "./blocks.js";
import type { Markdown, MarkdownWriter } from "./writer.js";

/** The verdict with its grade, what it means, and the team's own decision if one is recorded. */
export function verdictLines(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const { analysis, outOfReach, verdict } = from;
  const grade = analysis?.grade ?? null;
  return stacked([
    paragraph(md`**Verdict: ${verdict}**${grade === null ? "" : md`, grade **${grade}**`}. ${meaning(from)}`),
    outOfReach.length > 0 ? paragraph(md`${notAnalysed(from)}`) : [],
    analysis === null || grade === null
      ? []
      : paragraph(md`${capital(grade)}: ${gradeReason(from, analysis)}`),
    recorded(from, writer),
  ]);
}

function recorded(from: Recommendation, { md }: MarkdownWriter): Lines {
  const { decision } = from;
  if (decision === null) return [];
  const by = decision.by === null ? "" : md` by ${decision.by}`;
  const reason = reasonGiven(decision.because);
  return paragraph(
    md`**Decided${by}: ${decision.style}**, ${statusOf(from, decision)}.${reason === "" ? "" : md` ${reason}`}`,
  );
}

/** The figures behind the verdict, and how far it can be trusted. */
export function figures(from: Recommendation, { md }: MarkdownWriter): Lines {
  const { live, kept, stateful, stateless } = from.scores;
  const { need, bound } = boundaryFigures(from);
  const { analysis } = from;
  const total = stateful + stateless;
  const row = (name: Markdown, value: string, meaning: string): readonly Markdown[] => [
    name,
    md`${value}`,
    md`${meaning}`,
  ];
  const rows = [
    row(
      md`Evidence`,
      plural(total, "point"),
      `F = ${stateful} stateful (N = ${live} live, K = ${kept} kept), L = ${stateless} stateless.`,
    ),
  ];
  if (total > 0)
    rows.push(
      row(md`Balance *b*`, balanceFigure(from), `(F − L) / (F + L): is state needed? Yes from ${need}.`),
    );
  if (stateful > 0)
    rows.push(
      row(
        md`Boundness *h*`,
        boundnessFigure(from),
        `N / F: must it live with the connection? Yes from ${bound}.`,
      ),
    );
  if (analysis !== null)
    rows.push(
      row(md`Stability radius *r*`, radiusFigure(from), margin(from, analysis)),
      row(md`Reach`, plural(from.open.length, "open question"), answers(from, analysis.reach)),
    );
  return table([md`Figure`, md`Value`, md`What it says`], rows);
}
