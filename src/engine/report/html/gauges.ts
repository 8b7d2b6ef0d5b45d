import type { Recommendation } from "../../model/recommendation.js";
import { gaugesOf } from "../wording/concern-words.js";
import { classRoles, concernScopes } from "../wording/titles.js";
import { axis, bar, legend } from "./bars.js";
import { type Html, html, nothing } from "./writer.js";

/** Each concern, kept or not and why, and whether the conversation is bound; with a bar where points decide. */
export function gauges(from: Recommendation): Html {
  const all = gaugesOf(from);
  if (all.length === 0) return nothing;
  const weighed = all.filter(({ byPoints }) => byPoints);
  const widest = Math.max(1, ...weighed.map(({ points }) => Math.max(points.for, points.against)));
  const forms = new Set(weighed.map(({ form }) => form));
  return html`${weighed.length === 0 ? nothing : legend(forms)}<table class="chart needs">
<thead><tr><th scope="col">State of</th><th scope="col">Result</th>${weighed.length === 0 ? null : axis(forms)}</tr></thead>
<tbody>
${all.map(({ concern, form, title, outcome, word, because, points, byPoints }) => {
  const scope = form === "need" ? concernScopes[concern] : "bound, or kept elsewhere";
  const drawn = byPoints ? bar(form, points, widest, String, `${title}: ${because}`) : null;
  return html`<tr><th scope="row">${title}<p class="ask">${scope}</p></th><td><strong class="${classRoles[outcome]}">${word}</strong><p class="ask">${because}</p></td>${weighed.length === 0 ? null : html`<td>${drawn}</td>`}</tr>
`;
})}</tbody>
</table>
`;
}
