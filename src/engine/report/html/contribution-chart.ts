import { totalPoints } from "../../model/pack.js";
import type { Recommendation, ReportedContribution } from "../../model/recommendation.js";
import { plural, points } from "../numbers.js";
import { heavierFirst, kinds, type Weighing, weighingOf } from "../wording/verdict-words.js";
import { type Fill, fillOf, percent, swatch } from "./marks.js";
import { type Html, html, nothing, prose, trace } from "./writer.js";

/** Each answer that weighs, as a bar to the left (stateless) and to the right (stateful) of a common axis. */
export function contributionChart(from: Recommendation): Html {
  const all = weighingOf(from).filter((each) => totalPoints(each) > 0);
  if (all.length === 0) return nothing;
  const widest = Math.max(
    ...all.map(({ live, kept, stateless, denominator }) => Math.max(live + kept, stateless) / denominator),
  );
  return html`<ul class="legend"><li>${swatch("stateless")}for stateless</li><li>${swatch("live")}for stateful, live state</li><li>${swatch("kept")}for stateful, kept state</li></ul>
<table class="chart">
<thead><tr><th scope="col">Answer</th><th scope="col" class="axis"><span class="axis-ends"><span>◂ Points for stateless</span><span>Points for stateful ▸</span></span></th></tr></thead>
<tbody>
${all.map((weighing) => row(weighing, widest))}</tbody>
</table>
`;
}

function row(weighing: Weighing, widest: number): Html {
  const { implied, ask, labels, note } = weighing;
  return html`<tr><th scope="row"><p class="ask">${ask}</p><p>${labels}${
    implied ? html` <span class="tag">implied</span>` : null
  }</p>${note === null ? null : html`<p class="note">${note}</p>`}</th><td>${bar(weighing, widest)}</td></tr>
`;
}

/** Share of the chart's width that the longest bar takes on its side of the axis; the rest is for its label. */
const longest = 0.36;

function bar(contribution: ReportedContribution, widest: number): Html {
  const { live, kept, stateless, denominator } = contribution;
  const width = (value: number): number => (value / denominator / widest) * longest;
  const piece = (x: number, value: number, fill: Fill): Html | null =>
    value === 0
      ? null
      : html`<rect x="${percent(x)}" y="4" width="${percent(width(value))}" height="18" ${fillOf(fill)}/>`;
  const label = (x: number, value: number, side: -1 | 1): Html | null =>
    value === 0
      ? null
      : html`<text x="${percent(x)}" dx="${side * 6}" y="17.5" class="strong" text-anchor="${side === 1 ? "start" : "end"}">${points(value, denominator)}</text>`;
  const outline =
    kept === 0
      ? null
      : html`<rect x="${percent(0.5 + width(live))}" y="4" width="${percent(width(kept))}" height="18" fill="none" class="stroke-stateful"/>`;
  return html`<svg class="bar" role="img"><title>${inWords(contribution)}</title>${[
    piece(0.5 - width(stateless), stateless, "stateless"),
    piece(0.5, live, "live"),
    piece(0.5 + width(live), kept, "kept"),
    outline,
  ]}<line x1="50%" x2="50%" y1="0" y2="26" class="stroke-ink"/>${[
    label(0.5 - width(stateless), stateless, -1),
    label(0.5 + width(live + kept), live + kept, 1),
  ]}</svg>`;
}

function inWords(contribution: ReportedContribution): string {
  const { live, kept, stateless, denominator } = contribution;
  const side = (value: number, style: string): readonly string[] =>
    value === 0
      ? []
      : [`${points(value, denominator)} ${value === denominator ? "point" : "points"} for ${style}`];
  return [...side(live + kept, `stateful${kinds(contribution)}`), ...side(stateless, "stateless")].join("; ");
}

/** The rules that fired for each style, heaviest first. */
export function reasons(from: Recommendation): Html {
  return html`${heavierFirst(from.scores).map((style) => {
    const total = from.scores[style];
    const fired = from.rules.filter(({ rule }) => rule.favours === style);
    return html`<h4>For ${style}: <span class="${style}">${plural(total, "point")}</span></h4>
${fired.length === 0 ? html`<p class="muted">No evidence for it.</p>` : html`<ul class="entries weighed">${fired.map((each) => reason(each))}</ul>`}
`;
  })}`;
}

function reason({ rule, questions }: Recommendation["rules"][number]): Html {
  const from = questions.length === 0 ? "" : ` · from ${questions.join(" and ")}`;
  return html`<li><p class="weight ${rule.favours}">+${totalPoints(rule.weight)}</p><div><p>${prose(rule.because)}</p>${
    rule.contested === null ? null : html`<p class="muted">Contested: ${prose(rule.contested)}</p>`
  }${trace(rule.id, rule.sources, from)}</div></li>
`;
}
