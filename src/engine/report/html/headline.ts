import type { Recommendation } from "../../model/recommendation.js";
import { clashingAnswers, clashTitle, reconsidered } from "../wording/clash-words.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { capital } from "../wording/phrases.js";
import { gradeOf } from "../wording/trust-words.js";
import { headlineOf, verdictMeaning } from "../wording/verdict-words.js";
import { gradeMark, verdictMark } from "./marks.js";
import { type Html, html, joined, nothing, prose } from "./writer.js";

/** The top of a surface: its name, answers that clash, the verdict and grade, and what is kept. */
export function headline(from: Recommendation, id: string): Html {
  const grade = gradeOf(from);
  const where = `${from.service} · ${from.at.file}:${from.at.line}`;
  return html`<header>
<p class="eyebrow">${where}</p>
<h2 id="${id}">${from.surface}</h2>
${clashes(from)}
<div class="verdict"><p class="verdict-word ${from.verdict}">${verdictMark(from.verdict)}${capital(from.verdict)}</p>${
    grade === null
      ? null
      : html`<p class="grade">${gradeMark(grade)}<span>Grade: <strong class="${grade}">${grade}</strong></span></p>`
  }</div>
<p class="meaning"><strong>${capital(headlineOf(from))}.</strong> ${verdictMeaning(from)}</p>
${recorded(from)}
</header>
`;
}

function clashes(from: Recommendation): Html {
  if (from.clashes.length === 0) return nothing;
  return html`<div class="callout clash"><p><strong class="fragile">${clashTitle}</strong></p><ul class="entries">${from.clashes.map(
    (each) => {
      const given = clashingAnswers(from, each).map(
        ({ question, labels }) => html`<code>${question}</code>: ${labels}`,
      );
      return html`<li><p>${prose(each.clash.because)}</p><p class="muted">${joined(given, "; ")}</p><p><strong>Look again at:</strong> ${reconsidered(from, each)} <code>${each.clash.reconsider}</code></p></li>
`;
    },
  )}</ul></div>`;
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
