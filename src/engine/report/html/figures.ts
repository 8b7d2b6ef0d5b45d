import type { Figure } from "../document/blocks.js";
import { pictureSvg } from "../picture/svg.js";
import { gaugeEnds, sideRoles } from "../wording/concern-words.js";
import { fillOf, percent } from "./marks.js";
import { type Html, html } from "./writer.js";

export function figure(each: Figure): Html {
  return each.kind === "balance" ? balance(each) : pictureSvg(each.picture);
}

/** Share of the width that the longest bar takes on its side of the axis; the rest is for its label. */
const longest = 0.36;

/** Points against to the left and points for to the right of a common axis, in the colours of their sides. */
function balance({ form, points, widest, title }: Extract<Figure, { readonly kind: "balance" }>): Html {
  const width = (value: number): number => (value / widest) * longest;
  const bar = (value: number, x: number, role: "for" | "against"): Html | null =>
    value === 0
      ? null
      : html`<rect x="${percent(x)}" y="4" width="${percent(width(value))}" height="18" ${fillOf(sideRoles[form][role])}/>`;
  const number = (value: number, x: number, direction: -1 | 1): Html | null =>
    value === 0
      ? null
      : html`<text x="${percent(x)}" dx="${direction * 6}" y="17.5" class="strong" text-anchor="${direction === 1 ? "start" : "end"}">${value}</text>`;
  const ends = gaugeEnds[form];
  return html`<div class="balance"><span>${ends.against}</span><svg class="bar" role="img"><title>${title}</title>${bar(points.against, 0.5 - width(points.against), "against")}${bar(points.for, 0.5, "for")}<line x1="50%" x2="50%" y1="0" y2="26" class="stroke-ink"/>${number(points.against, 0.5 - width(points.against), -1)}${number(points.for, 0.5 + width(points.for), 1)}</svg><span>${ends.for}</span></div>
`;
}
