import type { Recommendation } from "../../model/recommendation.js";
import type { Ratio } from "../numbers.js";
import {
  balanceFigure,
  balanceOf,
  boundaryFigures,
  boundnessFigure,
  boundnessOf,
} from "../wording/verdict-words.js";
import { percent } from "./marks.js";
import { type Html, html, nothing } from "./writer.js";

/** The decision model's two questions as scales, with the points they come from. */
export function scales(from: Recommendation, id: string): Html {
  const { live, kept, stateful, stateless } = from.scores;
  if (stateful + stateless === 0) return nothing;
  const { needBoundaryPercent: need, boundBoundaryPercent: bound } = from.settings;
  const boundaries = boundaryFigures(from);
  const [b, h] = [balanceFigure(from), boundnessFigure(from)];
  return html`<div class="scales">${scale({
    id: `${id}-need`,
    title: "Is state needed?",
    least: -1,
    value: balanceOf(from.scores),
    label: b,
    boundaryPercent: need,
    ends: ["stateless −1", "+1 stateful"],
    boundary: `needed from ${boundaries.need}`,
    formula: `b = (F − L) / (F + L) = (${stateful} − ${stateless}) / ${stateful + stateless} = ${b}`,
  })}${
    stateful === 0
      ? null
      : scale({
          id: `${id}-bound`,
          title: "Must it live with the connection?",
          least: 0,
          value: boundnessOf(from.scores),
          label: h,
          boundaryPercent: bound,
          ends: ["elsewhere 0", "1 connection"],
          boundary: `bound from ${boundaries.bound}`,
          formula: `h = N / F = ${live} / ${stateful} = ${h} (N = ${live} live, K = ${kept} kept)`,
        })
  }</div>`;
}

interface Scale {
  readonly id: string;
  readonly title: string;
  readonly least: -1 | 0;
  readonly value: Ratio;
  readonly label: string;
  readonly boundaryPercent: number;
  readonly ends: readonly [string, string];
  readonly boundary: string;
  readonly formula: string;
}

function scale({ id, title, least, value, label, boundaryPercent, ends, boundary, formula }: Scale): Html {
  const place = (position: number): number => (position - least) / (1 - least);
  const at = place(value.part / value.of);
  const edge = place(boundaryPercent / 100);
  const description = `The value is ${label} on a scale from ${least === -1 ? "−1" : "0"} (${ends[0]}) to 1 (${ends[1]}); ${boundary}.`;
  return html`<figure>
<h4>${title}</h4>
<svg class="scale" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
<rect x="0" y="25" width="${percent(edge)}" height="8" class="fill-stateless" opacity="0.35"/><rect x="${percent(edge)}" y="25" width="${percent(1 - edge)}" height="8" class="fill-stateful" opacity="0.35"/>
<line x1="${percent(edge)}" x2="${percent(edge)}" y1="19" y2="39" class="stroke-ink" stroke-width="2"/>
<circle cx="${percent(at)}" cy="29" r="7.5" class="fill-ink stroke-page" stroke-width="2"/>
<text x="${percent(at)}" y="13" class="strong" text-anchor="${anchor(at)}">${label}</text>
<text x="0" y="54" text-anchor="start">${ends[0]}</text><text x="100%" y="54" text-anchor="end">${ends[1]}</text>
<text x="${percent(edge)}" y="70" text-anchor="${anchor(edge)}">${boundary}</text></svg>
<figcaption class="muted">${formula}</figcaption>
</figure>
`;
}

/** Labels near an end are kept inside. */
const anchor = (share: number): string => (share < 0.15 ? "start" : share > 0.85 ? "end" : "middle");
