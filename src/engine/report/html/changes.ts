import type { Recommendation } from "../../model/recommendation.js";
import { bits, plural } from "../numbers.js";
import { questionOf } from "../selection.js";
import {
  type Alternative,
  concernTippingGroups,
  type TippingGroup,
  tippingSection,
  worded,
} from "../tipping.js";
import { optionLabels } from "../wording/titles.js";
import { verdictMark } from "./marks.js";
import { type Html, html, inline, joined, nothing, prose } from "./writer.js";

const mostPoints = 24;

/** The smallest changes of given answers that change the verdict, and single ones that move one concern. */
export function tipping(from: Recommendation): Html {
  return html`${verdictTipping(from)}${concernTipping(from)}`;
}

function concernTipping(from: Recommendation): Html {
  const groups = concernTippingGroups(from);
  if (groups.length === 0) return nothing;
  return html`<ul class="changes">${groups.map(
    ({ lead, alternatives }) =>
      html`<li>${lead}<ul>${alternatives.map((each) => html`<li>${wordedAlternative(from, each)}</li>`)}</ul></li>
`,
  )}</ul>
`;
}

function verdictTipping(from: Recommendation): Html {
  const section = tippingSection(from, () => mostPoints);
  if (section === null) return nothing;
  const { lead, groups, more } = section;
  if (groups.length === 0) return html`<p>${lead}</p>`;
  return html`<p>${lead}</p>
<ul class="changes">${groups.map((group) => grouped(from, group))}</ul>
${more === null ? nothing : html`<p class="muted">${more}.</p>`}`;
}

function grouped(from: Recommendation, { verdict, shared, alternatives }: TippingGroup): Html {
  const items = alternatives.map((alternative) => html`<li>${wordedAlternative(from, alternative)}</li>`);
  const together = shared.map((change) => html`<li>${inline(worded(from, change, []))}</li>`);
  const rest =
    shared.length === 0 || items.length === 0 ? items : html`<li>and any one of<ul>${items}</ul></li>`;
  return html`<li><strong class="${verdict} turned">${verdictMark(verdict)} ${verdict}</strong> ${groupLead(shared.length, items.length)}<ul>${together}${rest}</ul></li>
`;
}

function groupLead(shared: number, alternatives: number): string {
  if (shared + alternatives < 2) return "with";
  return shared === 0 ? "with any one of" : "with all of";
}

const wordedAlternative = (from: Recommendation, { changes, others }: Alternative): Html =>
  joined(
    changes.map((change) => inline(worded(from, change, others))),
    " and ",
  );

/** The open questions, most informative first. */
export function openQuestions({ open, questions, verdict, analysis }: Recommendation): Html {
  if (open.length === 0) return nothing;
  const alone = verdict === "undecided" ? "settle" : "overturn";
  return html`<table class="open">
<thead><tr><th scope="col">Question</th>${analysis === null ? null : html`<th scope="col">Worth</th>`}<th scope="col">Why it matters</th></tr></thead>
<tbody>
${open.map(({ question, ask, unsure, overturns, valueOfInformation: value }) => {
  const { why } = questionOf({ questions }, question);
  return html`<tr><th scope="row">${ask}<p class="ask"><code>${question}</code>${unsure ? html` <span class="tag">not sure yet</span>` : null}</p></th>${
    analysis === null
      ? null
      : html`<td class="number" data-label="Worth">${value === null ? "–" : `${bits(value)} bits`}</td>`
  }<td>${prose(why)}${overturns ? html` <strong class="fragile">Can ${alone} the verdict alone.</strong>` : null}</td></tr>
`;
})}</tbody>
</table>
${analysis === null ? nothing : html`<p class="trace">Worth: how much an answer narrows the verdict down on average, in bits.</p>`}`;
}

/** All answers, the implied ones with the reason, folded away. */
export function answers({ answers: all }: Recommendation): Html {
  if (all.length === 0) return nothing;
  const implied = all.filter(({ state }) => state === "implied").length;
  return html`<details><summary>All ${plural(all.length, "answer")}${implied === 0 ? "" : `, ${implied} of them implied`}</summary>
<table class="open"><thead><tr><th scope="col">Question</th><th scope="col">Answer</th></tr></thead><tbody>
${all.map(
  ({ question, ask, options, state, note, impliedBecause }) =>
    html`<tr><th scope="row">${ask}<p class="ask"><code>${question}</code></p></th><td>${optionLabels({ options })}${
      state === "implied" ? html` <span class="tag">implied</span>` : null
    }${impliedBecause === null ? null : html`<p class="muted">${prose(impliedBecause)}</p>`}${note === null ? null : html`<p class="note">${note}</p>`}</td></tr>
`,
)}</tbody></table></details>
`;
}
