import type { Recommendation } from "../../model/recommendation.js";
import type { Block, SurfaceDocument } from "../document/blocks.js";
import { reportDocument, surfaceDocument } from "../document/document.js";
import { plural } from "../numbers.js";
import type { Format, LivePage } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { sourcesOf } from "../sources.js";
import { capital } from "../wording/phrases.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import { drawBlocks, drawSection, foldedSection, sourceItems, tableOf } from "./draw.js";
import { liveParts, policy } from "./live.js";
import { liveStyleElement } from "./live-styles.js";
import { gradeMark, verdictMark } from "./marks.js";
import { styleElement } from "./styles.js";
import { type Html, html, page } from "./writer.js";

/**
 * One self-contained file: no scripts, fonts or network, all forbidden by its content security policy. Always complete,
 * whatever the style's detail; pure ASCII (by character references, so nothing is lost) without `unicode`.
 */
export const htmlReport: Format = (report, style) => {
  const { title, overview, surfaces, closing } = reportDocument(report);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy(style.live)}">
<title>${title}</title>
${styleElement}
${style.live === undefined ? null : liveStyleElement}</head>
<body>
<a class="skip" href="#main">Skip to the recommendation</a>
<div class="wrap">
<header class="page">
<h1>${title}</h1>
<p>${leadOf(style.live?.kind, surfaces.length)} by the rule pack ${report.pack.name} ${report.pack.version}.</p>
${overviewOf(overview)}${contents(surfaces)}</header>
<main id="main">
${surfaces.map((each, at) => article(each, anchorOf(at), style.live?.kind))}${sources(surfacesOf(report), style.live !== undefined)}</main>
<footer>${drawBlocks(closing)}</footer>
</div>
${style.live === undefined ? null : liveParts(style.live)}</body>
</html>
`;
  return page(document, style);
};

const leadOf = (kind: PageKind | undefined, surfaces: number): Html =>
  kind === "questionnaire"
    ? html`<span class="on-screen">Answer what is known; the recommendation follows each answer, and none leaves this page. <noscript><strong>The questions need scripts, which do not run here.</strong> </noscript></span>Judged`
    : html`Architecture recommendation for ${plural(surfaces, "API surface")}`;

const anchorOf = (at: number): string => `surface-${at + 1}`;

/** What several surfaces come to; the table leads to each. */
const overviewOf = (overview: readonly Block[]): Html =>
  html`${overview.map((block) =>
    block.kind === "table"
      ? tableOf(block, (name, at) => html`<a href="#${anchorOf(at)}">${name}</a>`)
      : drawBlocks([block]),
  )}`;

/** The sections of every surface, and the folded part, which shows its own. */
const contents = (surfaces: readonly SurfaceDocument[]): Html =>
  html`<nav aria-label="Contents"><dl class="terms">${surfaces.map(
    ({ title, first }, at) =>
      html`<dt><a href="#${anchorOf(at)}">${title}</a></dt><dd><ul>${first.map(
        ({ id, title: name }) => html`<li><a href="#${anchorOf(at)}-${id}">${name}</a></li>`,
      )}<li><a href="#${anchorOf(at)}-all">${allTitle}</a></li></ul></dd>
`,
  )}</dl></nav>
`;

const allTitle = "In full, with rules and sources";

/** Where the rest is of which a questionnaire has no texts. */
const elsewhere = html`<p class="on-screen">This page has the questions, every rule and what a verdict costs. What each pattern is and when it fits, the reason for each place, and advice on errors, retries, security and monitoring are in the report in full, made by the same rules from the answers file of this page: <code>api-advisor advise FILE --format html --output report.html</code>.</p>
`;

function article(from: SurfaceDocument, id: string, kind: PageKind | undefined): Html {
  return html`<article id="${id}" aria-labelledby="${id}-name"><div class="report">
${surface(from, id, kind)}</div></article>
`;
}

/** The same of one recommendation, by its position in the report, without what is around it. */
export const surfaceHtml = (from: Recommendation, at: number, kind: PageKind): string =>
  surface(surfaceDocument(from, surfaceTitle(from)), anchorOf(at), kind).text;

type PageKind = LivePage["kind"];

/** What one needs of a surface, and everything else folded. */
function surface(from: SurfaceDocument, id: string, kind: PageKind = "report"): Html {
  const { title, where, verdict, grade, statement, meaning, answered, decision, clashes, first, rest } = from;
  return html`<header>
${
  kind === "questionnaire"
    ? null
    : html`<p class="eyebrow">${where}</p>
`
}<h2 id="${id}-name">${title}</h2>
${clashes.map((each) => html`<div class="callout clash">${drawSection(each, `${id}-${each.id}`)}</div>`)}<div class="verdict"><p class="verdict-word ${verdict}">${verdictMark(verdict)}${capital(verdict)}</p>${
    grade === null
      ? null
      : html`<p class="grade">${gradeMark(grade)}<span>Grade: <strong class="${gradeRoles[grade]}">${grade}</strong></span></p>`
  }<p class="muted">${answered}</p></div>
<p class="meaning"><strong>${capital(statement)}.</strong> ${meaning}</p>
${decision.length === 0 ? null : html`<div class="callout">${drawBlocks(decision)}</div>`}
</header>
<div class="sections">
${first.map((each) => drawSection(each, `${id}-${each.id}`))}<h3 id="${id}-all">${allTitle}</h3>
${kind === "questionnaire" ? elsewhere : rest.map((each) => foldedSection(each, `${id}-all-${each.id}`))}</div>
`;
}

/** Everything that is cited; on a page that answers back, where it will be. */
const sources = (surfaces: readonly Recommendation[], live: boolean): Html | null =>
  live || sourcesOf(surfaces).length > 0
    ? html`<details id="sources"><summary><h2>Sources</h2></summary>
<ul class="sources" id="page-sources">${sourceItems(surfaces)}</ul></details>
`
    : null;
