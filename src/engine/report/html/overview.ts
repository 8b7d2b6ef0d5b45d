import type { Recommendation, Report } from "../../model/recommendation.js";
import { plural, ratio } from "../numbers.js";
import { shortTitles } from "../wording/surface-title.js";
import { type Html, html, nothing } from "./html.js";

/** The head of the page: what it is about, and with several surfaces a table that leads to each. */
export function overview(report: Report, title: string): Html {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const { pack } = report;
  return html`<header class="page">
<h1>${title}</h1>
<p>Architecture recommendation for ${plural(surfaces.length, "API surface")} by the rule pack ${pack.name} ${pack.version}.</p>
${surfaces.length < 2 ? nothing : contents(surfaces)}
</header>`;
}

function contents(surfaces: readonly Recommendation[]): Html {
  const titles = shortTitles(surfaces);
  return html`<nav aria-label="Surfaces"><table class="overview">
<thead><tr><th scope="col">Surface</th><th scope="col">Verdict</th><th scope="col">Grade</th><th scope="col">Balance</th></tr></thead>
<tbody>
${surfaces.map(({ verdict, analysis, balance, scores, settings }, at) => {
  const value = { part: scores.stateful - scores.stateless, of: scores.stateful + scores.stateless };
  return html`<tr><th scope="row"><a href="#surface-${at + 1}">${titles[at] ?? ""}</a></th><td><strong class="${verdict}">${verdict}</strong></td><td>${analysis?.grade ?? "–"}</td><td class="number">${
    balance === null ? "–" : ratio(value, settings.needBoundaryPercent, true)
  }</td></tr>
`;
})}</tbody>
</table></nav>
`;
}
