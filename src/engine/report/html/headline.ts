import type { Recommendation } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { margin, radiusFigure } from "../wording/trust-words.js";
import { balanceFigure, boundaryFigures, boundnessFigure, meaning } from "../wording/verdict-words.js";
import { gradeMark, verdictMark } from "./marks.js";
import { type Html, html, nothing } from "./writer.js";

/** The top of a surface: its name, the verdict and grade, what they mean, and the figures in short. */
export function headline(from: Recommendation, id: string): Html {
  const grade = from.analysis?.grade ?? null;
  const where = `${from.service} · ${from.at.file}:${from.at.line}`;
  return html`<header>
<p class="eyebrow">${where}</p>
<h2 id="${id}">${from.surface}</h2>
<div class="verdict"><p class="verdict-word ${from.verdict}">${verdictMark(from.verdict)}${capital(from.verdict)}</p>${
    grade === null
      ? null
      : html`<p class="grade">${gradeMark(grade)}<span>Grade: <strong class="${grade}">${grade}</strong></span></p>`
  }</div>
<p class="meaning">${meaning(from)}</p>
${recorded(from)}
${figures(from)}
</header>
`;
}

function recorded(from: Recommendation): Html {
  const { decision } = from;
  if (decision === null) return nothing;
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  const reason = reasonGiven(decision.because);
  return html`<div class="callout"><p><strong>Decided${by}: <span class="${decision.style}">${decision.style}</span></strong>, ${statusOf(from, decision)}.</p>${
    reason === "" ? null : html`<p>${reason.trim()}</p>`
  }</div>`;
}

function figures(from: Recommendation): Html {
  const { live, kept, stateful, stateless } = from.scores;
  const { need, bound } = boundaryFigures(from);
  const figure = (name: string, value: string, meaning: string): Html =>
    html`<div><dt>${name}</dt><dd>${value}</dd><dd>${meaning}</dd></div>`;
  const boundness =
    stateful === 0 ? "no point calls for state" : `${live} live, ${kept} kept; bound from ${bound}`;
  return html`<dl class="figures">${[
    figure("Evidence", plural(stateful + stateless, "point"), `${stateful} stateful, ${stateless} stateless`),
    figure("Balance b", balanceFigure(from), `state is needed from ${need}`),
    figure("Boundness h", boundnessFigure(from), boundness),
    figure("Stability radius r", radiusFigure(from), radiusMeaning(from)),
  ]}</dl>`;
}

function radiusMeaning(from: Recommendation): string {
  const { analysis, settings } = from;
  if (analysis === null) return "not analysed";
  if (analysis.stability.radius === null) return margin(from, analysis);
  return `firm from ${settings.firmRadius}, fragile below ${settings.fragileRadius}`;
}
