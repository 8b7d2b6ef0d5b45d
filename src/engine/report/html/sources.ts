import type { Recommendation } from "../../model/recommendation.js";
import { sourcesOf } from "../sources.js";
import { type Html, html, nothing, sourceAnchor } from "./html.js";

/** Everything that is cited, with an address where it has one: only web addresses become links. */
export function sources(surfaces: readonly Recommendation[]): Html {
  const all = sourcesOf(surfaces);
  if (all.length === 0) return nothing;
  return html`<section><h2 id="sources">Sources</h2>
<ul class="sources">${all.map(({ id, title, url }) => {
    const web = url !== null && /^https?:\/\/[^\s/]/i.test(url);
    return html`<li id="${sourceAnchor(id)}"><code>${id}</code><span>${
      web ? html`<a href="${url}" rel="noreferrer">${title}</a>` : title
    }</span></li>
`;
  })}</ul></section>
`;
}
