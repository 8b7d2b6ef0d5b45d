import type { Recommendation, Report } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import type { Format } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { type Source, sourcesOf } from "../sources.js";
import { drawnFromLead, notAskedWords } from "../wording/pack-words.js";
import { withShortTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";
import { answers, openQuestions, tipping } from "./changes.js";
import { contributionChart } from "./contribution-chart.js";
import { gauges } from "./gauges.js";
import { headline } from "./headline.js";
import { guidance, placements, settled, tradeoffs } from "./state.js";
import { styleElement } from "./styles.js";
import { assumptions, trust } from "./trust.js";
import { type Html, html, nothing, page, section, sourceAnchor } from "./writer.js";

/**
 * One self-contained file: no scripts, fonts or network, all forbidden by its content security policy. Always complete,
 * whatever the style's detail; pure ASCII (by character references, so nothing is lost) without `unicode`.
 */
export const htmlReport: Format = (report, style) => {
  const surfaces = surfacesOf(report);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${titleOf(report)}</title>
${styleElement}
</head>
<body>
<a class="skip" href="#main">Skip to the recommendation</a>
<div class="wrap">
${overview(report, titleOf(report))}
<main id="main">
${surfaces.map((from, at) => surface(from, `surface-${at + 1}`))}${sources(surfaces)}</main>
${footer(report)}
</div>
</body>
</html>
`;
  return page(document, style);
};

const titleOf = ({ services }: Report): string =>
  `${[...new Set(services.map(({ service }) => service))].join(", ")}: stateless or stateful?`;

/** Everything about one surface, what matters most first. */
function surface(from: Recommendation, id: string): Html {
  const undecided = from.verdict === "undecided";
  const order = from.analysis === null ? "" : ", most informative first";
  const open = section(
    `${id}-open`,
    `${undecided ? "What would help most" : "Open questions"}${order}`,
    openQuestions(from),
  );
  return html`<article id="${id}" aria-labelledby="${id}-name">
${headline(from, `${id}-name`)}
${undecided ? open : null}
${section(`${id}-need`, "What has to be kept", gauges(from))}
${section(`${id}-givens`, "Settled whatever the points", settled(from))}
${section(`${id}-why`, "Why: what each answer contributes", contributionChart(from))}
${section(`${id}-state`, "Where the state lives", placements(from))}
${section(`${id}-assumptions`, "What it assumes", assumptions(from))}
${section(`${id}-tradeoffs`, "What this choice brings and costs", tradeoffs(from))}
${section(`${id}-guidance`, "Errors and operation", guidance(from))}
${section(`${id}-trust`, undecided ? "Where it can still lead" : "How far to trust it", trust(from, id))}
${section(`${id}-tipping`, "What would change it", tipping(from))}
${undecided ? null : open}
${section(`${id}-answers`, "The answers", answers(from))}
</article>
`;
}

function footer({ tool, pack }: Report): Html {
  const { drawnFrom } = pack;
  const words = notAskedWords(pack);
  const notAsked = words === null ? null : html`<p>${words.text} <code>${words.command}</code></p>`;
  const source = drawnFrom === null ? null : html`<p>${drawnFromLead}${webLink(drawnFrom)}.</p>`;
  return html`<footer>${notAsked}${source}<p>${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (<code>${pack.digest}</code>)</p></footer>`;
}

/** The head of the page: what it is about, and with several surfaces a table that leads to each. */
export function overview(report: Report, title: string): Html {
  const surfaces = surfacesOf(report);
  const { pack } = report;
  return html`<header class="page">
<h1>${title}</h1>
<p>Architecture recommendation for ${plural(surfaces.length, "API surface")} by the rule pack ${pack.name} ${pack.version}.</p>
${surfaces.length < 2 ? nothing : contents(surfaces)}
</header>`;
}

function contents(surfaces: readonly Recommendation[]): Html {
  return html`<nav aria-label="Surfaces"><table class="overview">
<thead><tr><th scope="col">Surface</th><th scope="col">Verdict</th><th scope="col">Grade</th><th scope="col">Kept</th></tr></thead>
<tbody>
${withShortTitles(surfaces).map(([title, from], at) => {
  const { verdict, clashes } = from;
  return html`<tr><th scope="row"><a href="#surface-${at + 1}">${title}</a></th><td><strong class="${verdict}">${verdict}</strong></td><td>${gradeOf(from) ?? "–"}</td><td>${keptShort(from)}${clashes.length === 0 ? null : html` <strong class="fragile">answers clash</strong>`}</td></tr>
`;
})}</tbody>
</table></nav>
`;
}

/** Everything that is cited, linked if it has an address on the web. */
export function sources(surfaces: readonly Recommendation[]): Html {
  const all = sourcesOf(surfaces);
  if (all.length === 0) return nothing;
  return html`<section><h2 id="sources">Sources</h2>
<ul class="sources">${all.map(
    (source) =>
      html`<li id="${sourceAnchor(source.id)}"><code>${source.id}</code><span>${webLink(source)}</span></li>
`,
  )}</ul></section>
`;
}

/** The title of a source, linked if it has an address on the web. */
function webLink({ title, url }: Source): Html {
  const web = url !== null && /^https?:\/\/[^\s/]/i.test(url);
  return web ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title}`;
}
