import type { Decision } from "../../model/answers.js";
import type { Recommendation } from "../../model/recommendation.js";
import { hundredths, plural, ratio } from "../numbers.js";
import { reasonGiven, standingWords } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { margin, radiusFigure } from "../wording/trust-words.js";
import { meaning } from "../wording/verdict-words.js";
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
${from.decision === null ? nothing : recorded(from, from.decision)}
${figures(from)}
</header>
`;
}

function recorded(from: Recommendation, decision: Decision): Html {
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  const reason = reasonGiven(decision.because);
  return html`<div class="callout"><p><strong>Decided${by}: <span class="${decision.style}">${decision.style}</span></strong>, ${standingWords(from, decision)}.</p>${
    reason === "" ? null : html`<p>${reason.trim()}</p>`
  }</div>`;
}

function figures(from: Recommendation): Html {
  const { scores, settings, analysis } = from;
  const { live, kept, stateful, stateless } = scores;
  const total = stateful + stateless;
  const { needBoundaryPercent: need, boundBoundaryPercent: bound } = settings;
  const figure = (name: string, value: string, told: string): Html =>
    html`<div><dt>${name}</dt><dd>${value}</dd><dd>${told}</dd></div>`;
  return html`<dl class="figures">${[
    figure("Evidence", plural(total, "point"), `${stateful} stateful, ${stateless} stateless`),
    figure(
      "Balance b",
      total === 0 ? "–" : ratio({ part: stateful - stateless, of: total }, need, true),
      `state is needed from ${hundredths(need)}`,
    ),
    figure(
      "Boundness h",
      stateful === 0 ? "–" : ratio({ part: live, of: stateful }, bound),
      stateful === 0
        ? "no point calls for state"
        : `${live} live, ${kept} kept; bound from ${hundredths(bound)}`,
    ),
    figure(
      "Stability radius r",
      radiusFigure(from),
      analysis === null
        ? "not analysed"
        : analysis.stability.radius === null
          ? margin(from, analysis)
          : `firm from ${settings.firmRadius}, fragile below ${settings.fragileRadius}`,
    ),
  ]}</dl>`;
}
