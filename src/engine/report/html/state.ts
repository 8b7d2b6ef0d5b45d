import { type GuidanceTopic, guidanceTopics, type Pattern, type Tradeoff } from "../../model/pack.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import { places } from "../../model/verdict.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import {
  concernScopes,
  concernTitles,
  guidanceTitles,
  labelsOf,
  placeWords,
  withExamples,
} from "../wording/titles.js";
import { type Html, html, joined, nothing, prose, trace } from "./writer.js";

/** What one requirement settles whatever the points. */
export function settled(from: Recommendation): Html {
  return html`${from.settled.map(({ rule, questions }) => {
    const given = questions.map((question) => html`${question}: ${labelsOf(from, question)}`);
    return html`<div class="callout given"><p><strong>${capital(givenWords(rule))}.</strong> ${prose(rule.because)}</p>${
      rule.contested === null ? null : html`<p class="muted">Contested: ${prose(rule.contested)}</p>`
    }${given.length === 0 ? null : html`<p class="muted">Because of ${joined(given, "; ")}</p>`}${trace(rule.id, rule.sources)}</div>
`;
  })}`;
}

/** Where the state of each concern lives: a map of the places, and a table with pattern and reason. */
export function placements(from: Recommendation): Html {
  const placed = from.concerns.filter(({ placement }) => placement !== null);
  if (placed.length === 0) return nothing;
  return html`<ol class="places" aria-label="Places where state can live, from the client to a connection or instance">${places
    .filter((place) => place !== "nowhere")
    .map((place) => {
      const here = placed.filter(({ placement }) => placement?.place === place);
      const chips = here.map(({ concern }) => html`<li>${concernTitles[concern]}</li>`);
      return html`<li${here.length === 0 ? null : html` class="used"`}><p class="place-name">${capital(placeWords[place])}</p>${
        here.length === 0 ? html`<p class="muted">–</p>` : html`<ul>${chips}</ul>`
      }</li>`;
    })}</ol>
<table class="placements">
<thead><tr><th scope="col">State of</th><th scope="col">Lives</th><th scope="col">By the pattern</th><th scope="col">Why</th></tr></thead>
<tbody>
${placed.map(row)}</tbody>
</table>
`;
}

function row({ concern, placement }: ReportedConcern): Html {
  if (placement === null) return nothing;
  const { id, place, pattern, beside, because, sources, backedBy } = placement;
  const about = pattern === null ? html`<span class="muted">–</span>` : patternHtml(pattern);
  const companion = beside === null ? null : besideHtml("with", beside);
  const backed = backedBy === null ? null : besideHtml("backed by", backedBy.pattern);
  const why =
    backedBy === null
      ? null
      : html`<p class="backed-why">${prose(backedBy.because)}</p>${trace(backedBy.id, backedBy.sources)}`;
  return html`<tr><th scope="row">${concernTitles[concern]}<p class="ask">${concernScopes[concern]}</p></th><td data-label="Lives">${
    place === "nowhere"
      ? html`<span class="muted">no state</span>`
      : html`<strong>${placeWords[place]}</strong>`
  }</td><td data-label="Pattern">${about}${companion}${backed}</td><td data-label="Why">${prose(because)}${trace(id, sources)}${why}</td></tr>
`;
}

const besideHtml = (lead: string, pattern: Pattern): Html =>
  html`<p class="backed">${lead}${pattern.place === "nowhere" ? "" : `, ${placeWords[pattern.place]}`}:</p>${patternHtml(pattern)}`;

function patternHtml(pattern: Pattern): Html {
  const { title, what, watch } = pattern;
  return html`<strong>${title}</strong>${withExamples(pattern)}<p class="muted">${prose(what)}</p><p>Watch: ${prose(watch)}</p>`;
}

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

/** What errors, retries, consistency and monitoring should look like for this surface. */
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
