import type { Recommendation } from "../../model/recommendation.js";
import type { Verdict } from "../../model/verdict.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Sheet } from "../markdown/sheet.js";
import { placements } from "../markdown/state.js";
import { meaning } from "../wording/verdict-words.js";
import { because } from "./because.js";
import { chosenOf, type Option, optionTitles } from "./option.js";

/** The option chosen with its ground, and where it puts each kind of state. */
export function outcome(from: Recommendation, sheet: Sheet): Lines {
  const { md, prose } = sheet.pen;
  const { decision, verdict } = from;
  const chosen = chosenOf(from);
  if (chosen === null) return paragraph(md`Chosen option: none yet, because ${because(meaning(from))}`);
  const ground =
    decision?.because == null ? prose(because(meaning(from))) : prose(because(ended(decision.because)));
  const recommended = decision === null ? "" : md` ${agreed(decision.style, verdict)}`;
  return stacked([
    paragraph(
      decision !== null && decision.because === null && decision.style !== verdict
        ? md`Chosen option: "${optionTitles[chosen]}", for reasons that are not recorded.${recommended}`
        : md`Chosen option: "${optionTitles[chosen]}", because ${ground}${recommended}`,
    ),
    ...(chosen === verdict ? [paragraph(md`Where the state lives:`), placements(from, sheet)] : []),
  ]);
}

function agreed(style: Option, verdict: Verdict): string {
  if (verdict === "undecided") return "The answers were too few for a recommendation.";
  if (style === verdict) return "That is what was recommended.";
  return `The recommendation was ${verdict}: the decision differs from it.`;
}

function ended(text: string): string {
  const sentence = text.trim();
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What the choice brings and costs; for a decision against the recommendation only what the pack says of its style. */
export function consequences(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, cite } = pen;
  const chosen = chosenOf(from);
  const entries = from.tradeoffs.filter(({ style }) => chosen === "hybrid" || style === chosen);
  return list(
    [
      ...entries.filter(({ kind }) => kind === "advantage"),
      ...entries.filter(({ kind }) => kind === "disadvantage"),
    ].map(({ kind, text, mitigation, sources }) => ({
      line: md`${kind === "advantage" ? "Good" : "Bad"}, because ${prose(because(text))}${cite(sources, from.urls)}`,
      below: mitigation === null ? [] : list([{ line: md`What to do: ${prose(mitigation)}` }], "*"),
    })),
    "*",
  );
}

/** How it is checked that the decision holds and is kept to. */
export function confirmation(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, code, cite } = pen;
  const command = code(`api-advisor check ${from.source}`);
  return list(
    [
      {
        line: md`${command} holds the recorded decision against the recommendation: it fails when the two part, and when the answers have changed since.`,
      },
      ...from.guidance
        .filter(({ topic }) => topic === "monitoring")
        .map(({ text, sources }) => ({ line: md`${prose(text)}${cite(sources, from.urls)}` })),
    ],
    "*",
  );
}
