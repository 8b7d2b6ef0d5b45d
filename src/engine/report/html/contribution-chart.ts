import type { Recommendation, ReportedRule } from "../../model/recommendation.js";
import { points } from "../numbers.js";
import { sideRoles } from "../wording/concern-words.js";
import { signedPoints } from "../wording/rule-words.js";
import {
  formTitle,
  signed,
  sumWords,
  unownedPoints,
  type WeighedForm,
  type Weighing,
  weighedForms,
} from "../wording/weighing.js";
import { axis, bar, legend } from "./bars.js";
import { type Html, html, nothing, prose, trace } from "./writer.js";

/** What weighs on each concern's need and place: the answers as bars, and the rules through which they do. */
export function contributionChart(from: Recommendation): Html {
  const all = weighedForms(from);
  if (all.length === 0) return nothing;
  const widest = Math.max(
    ...all.flatMap(({ answers }) =>
      answers.map((each) => Math.max(each.for, each.against) / each.denominator),
    ),
  );
  return html`${legend(new Set(all.map(({ form }) => form)))}${all.map((weighed) => ofForm(weighed, widest))}`;
}

function ofForm(weighed: WeighedForm, widest: number): Html {
  const { form, answers, rules } = weighed;
  const rest = unownedPoints(weighed);
  const chart =
    answers.length === 0
      ? nothing
      : html`<table class="chart">
<thead><tr><th scope="col">Answer</th>${axis(new Set([form]))}</tr></thead>
<tbody>
${answers.map((weighing) => row(weighing, widest))}</tbody>
</table>
`;
  return html`<h4>${formTitle(weighed)}: ${sumWords(form, weighed)}</h4>
${chart}${rest === null ? null : html`<p class="muted">${rest} of them come from rules that hold for every answer.</p>`}<ul class="entries weighed">${rules.map(reason)}</ul>
`;
}

function row(weighing: Weighing, widest: number): Html {
  const { implied, ask, labels, note, form, denominator } = weighing;
  const share = { for: weighing.for / denominator, against: weighing.against / denominator };
  const label = (value: number): string => points(Math.round(value * denominator), denominator);
  const drawn = bar(form, share, widest, label, `${form}: ${signed(weighing)}`);
  return html`<tr><th scope="row"><p class="ask">${ask}</p><p>${labels}${
    implied ? html` <span class="tag">implied</span>` : null
  }</p>${note === null ? null : html`<p class="note">${note}</p>`}</th><td>${drawn}</td></tr>
`;
}

function reason({ rule, questions }: ReportedRule): Html {
  const from = questions.length === 0 ? "" : ` · from ${questions.join(" and ")}`;
  const form = rule.kind === "place" ? "place" : "need";
  const role = sideRoles[form][rule.points > 0 ? "for" : "against"];
  return html`<li><p class="weight ${role}">${signedPoints(rule)}</p><div><p>${prose(rule.because)}</p>${
    rule.contested === null ? null : html`<p class="muted">Contested: ${prose(rule.contested)}</p>`
  }${trace(rule.id, rule.sources, from)}</div></li>
`;
}
