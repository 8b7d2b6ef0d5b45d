import { type GuidanceTopic, guidanceTopics, type Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { guidanceTitles } from "../words.js";
import { type Html, html, nothing, prose, trace } from "./html.js";

/** What the verdict brings and costs, each cost with what to do about it. */
export function tradeoffs({ tradeoffs: all }: Recommendation): Html {
  const gains = all.filter(({ kind }) => kind === "advantage");
  const costs = all.filter(({ kind }) => kind === "disadvantage");
  if (all.length === 0) return nothing;
  return html`<div class="columns">${column("What it brings", gains)}${column("What it costs", costs)}</div>
`;
}

function column(title: string, entries: readonly Tradeoff[]): Html {
  if (entries.length === 0) return nothing;
  return html`<div><h4>${title}</h4>
<ul class="entries">${entries.map(
    ({ id, text, mitigation, sources }) => html`<li><p>${prose(text)}</p>${
      mitigation === null ? null : html`<p><strong>What to do:</strong> ${prose(mitigation)}</p>`
    }${trace(id, sources)}</li>
`,
  )}</ul></div>
`;
}

/** How errors, retries, consistency and monitoring should look for this surface. */
export function guidance({ guidance: all }: Recommendation): Html {
  return html`${guidanceTopics.map((topic: GuidanceTopic) => {
    const entries = all.filter((entry) => entry.topic === topic);
    if (entries.length === 0) return nothing;
    return html`<h4>${guidanceTitles[topic]}</h4>
<ul class="entries">${entries.map(
      ({ id, text, because, sources }) =>
        html`<li><p>${prose(text)}</p><p class="muted">Why: ${prose(because)}</p>${trace(id, sources)}</li>
`,
    )}</ul>
`;
  })}`;
}
