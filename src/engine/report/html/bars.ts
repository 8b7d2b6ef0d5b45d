import type { Form, Points } from "../../model/scores.js";
import { sideRoles } from "../wording/concern-words.js";
import { fillOf, percent, swatch } from "./marks.js";
import { type Html, html } from "./writer.js";

/** Share of the chart's width that the longest bar takes on its side of the axis; the rest is for its label. */
const longest = 0.36;

/** Points against to the left and points for to the right of a common axis, in the colours of their sides. */
export function bar(
  form: Form,
  value: Points,
  widest: number,
  label: (value: number) => string,
  title: string,
): Html {
  const width = (points: number): number => (points / widest) * longest;
  const side = (points: number, x: number, role: "for" | "against"): Html | null =>
    points === 0
      ? null
      : html`<rect x="${percent(x)}" y="4" width="${percent(width(points))}" height="18" ${fillOf(sideRoles[form][role])}/>`;
  const number = (points: number, x: number, direction: -1 | 1): Html | null =>
    points === 0
      ? null
      : html`<text x="${percent(x)}" dx="${direction * 6}" y="17.5" class="strong" text-anchor="${direction === 1 ? "start" : "end"}">${label(points)}</text>`;
  return html`<svg class="bar" role="img"><title>${title}</title>${side(value.against, 0.5 - width(value.against), "against")}${side(value.for, 0.5, "for")}<line x1="50%" x2="50%" y1="0" y2="26" class="stroke-ink"/>${number(value.against, 0.5 - width(value.against), -1)}${number(value.for, 0.5 + width(value.for), 1)}</svg>`;
}

/** What the colours of bars mean, for these forms. */
export function legend(forms: ReadonlySet<Form>): Html {
  const place = [
    html`<li>${swatch("stateful")}for binding it</li>`,
    html`<li>${swatch("hybrid")}for keeping it elsewhere</li>`,
  ];
  const need = [
    html`<li>${swatch("stateless")}against keeping it</li>`,
    html`<li>${swatch("hybrid")}for keeping it</li>`,
  ];
  return html`<ul class="legend">${forms.has("need") ? need : null}${forms.has("place") ? place : null}</ul>
`;
}

/** The heading of a column of bars of these forms. */
export function axis(forms: ReadonlySet<Form>): Html {
  const [left, right] = forms.size > 1 ? mixedEnds : forms.has("place") ? placeEnds : needEnds;
  return html`<th scope="col" class="axis"><span class="axis-ends"><span>◂ ${left}</span><span>${right} ▸</span></span></th>`;
}

const needEnds = ["against keeping it", "for keeping it"] as const;
const placeEnds = ["for keeping it elsewhere", "for binding it"] as const;
const mixedEnds = ["against, or elsewhere", "for, or bound"] as const;
