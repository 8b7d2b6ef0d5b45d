import type { Recommendation, Report } from "../model/recommendation.js";
import { answers, openQuestions, tipping } from "./html/changes.js";
import { contributionChart, reasons } from "./html/contribution-chart.js";
import { headline } from "./html/headline.js";
import { type Html, html as markup, section } from "./html/html.js";
import { definitions } from "./html/marks.js";
import { overview } from "./html/overview.js";
import { scales } from "./html/scales.js";
import { sources } from "./html/sources.js";
import { placements, vetoes } from "./html/state.js";
import { styleElement } from "./html/styles.js";
import { guidance, tradeoffs } from "./html/tradeoffs.js";
import { trust } from "./html/trust.js";
import type { Format } from "./report-style.js";

/**
 * One file that needs nothing else: no script, no font, no network, which its content security policy forbids. Always
 * complete, whatever the style's detail; pure ASCII (by character references, so nothing is lost) without `unicode`.
 */
export const html: Format = (report, style) => {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const { text } = markup`<!doctype html>
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
${definitions}
<div class="wrap">
${overview(report, titleOf(report))}
<main id="main">
${surfaces.map((from, at) => surface(from, `surface-${at + 1}`))}${sources(surfaces)}</main>
${footer(report)}
</div>
</body>
</html>
`;
  return style.unicode
    ? text
    : text.replace(/[^\n -~]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
};

const titleOf = ({ services }: Report): string =>
  `Stateless or stateful? ${[...new Set(services.map(({ service }) => service))].join(", ")}`;

/** Everything about one surface, what matters most first. */
function surface(from: Recommendation, id: string): Html {
  const undecided = from.verdict === "undecided";
  const order = from.analysis === null ? "" : ", most telling first";
  const open = section(
    `${id}-open`,
    `${undecided ? "What would help most" : "Open questions"}${order}`,
    openQuestions(from),
  );
  return markup`<article id="${id}" aria-labelledby="${id}-name">
${headline(from, `${id}-name`)}
${undecided ? open : null}
${section(`${id}-balance`, "The two questions", scales(from, id))}
${section(`${id}-why`, "Why: what each answer contributes", contributionChart(from), reasons(from))}
${section(`${id}-vetoes`, "Ruled out whatever the points", vetoes(from))}
${section(`${id}-state`, "Where the state lives", placements(from))}
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
  return markup`<footer><p>${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (<code>${pack.digest}</code>)</p></footer>`;
}
