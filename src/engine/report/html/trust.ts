import type { Reach } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { count, percentage, shareOf } from "../numbers.js";
import { assumptionsInOrder, assumptionWords } from "../wording/assumption-words.js";
import { capital } from "../wording/phrases.js";
import { allWays, answers, gradeOf, gradeReason, notAnalysed, weights } from "../wording/trust-words.js";
import { fillOf, percent, swatch } from "./marks.js";
import { type Html, html, inline, nothing } from "./writer.js";

/** The grade in words, the figures behind it, and the verdicts that the open questions can lead to. */
export function trust(from: Recommendation, id: string): Html {
  const { analysis } = from;
  if (analysis === null) return html`<p class="muted">${notAnalysed(from)}</p>`;
  const grade = gradeOf(from);
  return html`${grade === null ? null : html`<p><strong class="${grade}">${capital(grade)}:</strong> ${gradeReason(from, analysis)}</p>`}
<dl class="pairs"><dt>Answers</dt><dd>${answers(from, analysis)}</dd><dt>Weights</dt><dd>${weights(from, analysis)}</dd></dl>
${from.open.length === 0 ? nothing : reachBar(analysis.reach, `${id}-reach`)}`;
}

/** The open questions that are read as their harmless option, and what happens otherwise. */
export function assumptions(from: Recommendation): Html {
  if (from.assumptions.length === 0) return nothing;
  return html`<ul class="entries">${assumptionsInOrder(from).map(
    (each) => html`<li>${inline(assumptionWords(from, each))}</li>
`,
  )}</ul>
`;
}

/** The verdicts that the open questions can lead to, as shares of one bar and as a table. */
function reachBar(reach: Reach, id: string): Html {
  const total = allWays(reach);
  const reached = verdicts.filter((verdict) => reach[verdict] > 0n);
  let start = 0;
  const pieces = reached.map((verdict) => {
    const share = shareOf(reach[verdict], total);
    const piece = segment(verdict, start, share);
    start += share;
    return piece;
  });
  const description = reached.map((verdict) => `${verdict} ${percentage(reach[verdict], total)}`).join(", ");
  return html`<figure>
<svg class="reach" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">Verdicts that the open questions can lead to</title><desc id="${id}-desc">${description}</desc>${pieces}</svg>
<table class="reach-legend"><thead><tr><th scope="col">Verdict reached</th><th scope="col">Share</th><th scope="col">Ways of answering</th></tr></thead><tbody>${reached.map(
    (verdict) =>
      html`<tr><th scope="row">${swatch(verdict)}${verdict}</th><td class="number">${percentage(reach[verdict], total)}</td><td class="number">${count(reach[verdict])}</td></tr>`,
  )}</tbody></table>
</figure>
`;
}

/** Shares from which a segment has room for its name. */
const named = 0.3;

function segment(verdict: Verdict, start: number, share: number): Html {
  const name =
    share < named
      ? null
      : html`<text x="${percent(start + share / 2)}" y="22" class="on-fill" text-anchor="middle">${verdict}</text>`;
  return html`<rect x="${percent(start)}" y="0" width="${percent(share)}" height="34" ${fillOf(verdict)}/><line x1="${percent(start + share)}" x2="${percent(start + share)}" y1="0" y2="34" class="stroke-page" stroke-width="2"/>${name}`;
}
