import type { Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../shown.js";
import { remainder, trace } from "./entries.js";

const mostGains = 2;
const mostCosts = 3;

/** What the verdict costs and brings for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, style: ReportStyle): readonly string[] {
  const costs = from.tradeoffs.filter(({ kind }) => kind === "disadvantage");
  const gains = from.tradeoffs.filter(({ kind }) => kind === "advantage");
  const shownCosts = shown(style, costs, mostCosts);
  const shownGains = shown(style, gains, mostGains);
  return spaced([
    ...shownGains.map((gain) => entry(style, gain, as("good", "+"))),
    remainder(style, gains.length - shownGains.length, "advantage"),
    ...shownCosts.map((cost) => entry(style, cost, as("bad", "−"))),
    remainder(style, costs.length - shownCosts.length, "disadvantage"),
  ]);
}

function entry(
  style: ReportStyle,
  { id, text, mitigation, sources }: Tradeoff,
  mark: Inline,
): readonly string[] {
  return [
    ...block(style, [text], { mark: [mark] }),
    ...(mitigation === null ? [] : block(style, [as("bold", "What to do: "), mitigation], { indent: 4 })),
    ...trace(style, id, sources, { indent: 4 }),
  ];
}
