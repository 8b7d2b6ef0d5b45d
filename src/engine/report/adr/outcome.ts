import type { Recommendation } from "../../model/recommendation.js";
import type { Verdict } from "../../model/verdict.js";
import { chosenOf, deviationOf, guidanceOf, type Option, tradeoffsOf } from "../chosen.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import { placements } from "../markdown/state.js";
import type { Sheet } from "../markdown/writer.js";
import { lapseWords } from "../wording/decision-words.js";
import { asSentence, because } from "../wording/phrases.js";
import { meaning } from "../wording/verdict-words.js";
import { optionTitles } from "./problem.js";

/** The option chosen with its ground, and where it puts each kind of state. */
export function outcome(from: Recommendation, sheet: Sheet): Lines {
  const { md, prose } = sheet.pen;
  const { decision, lapse, verdict } = from;
  const chosen = chosenOf(from);
  if (chosen === null) return paragraph(md`Chosen option: none yet, because ${because(meaning(from))}`);
  const ground =
    decision?.because == null ? prose(because(meaning(from))) : prose(because(asSentence(decision.because)));
  const recommended = decision === null ? "" : md` ${agreed(decision.style, verdict)}`;
  return stacked([
    paragraph(
      decision !== null && decision.because === null && decision.style !== verdict
        ? md`Chosen option: "${optionTitles[chosen]}", for reasons that are not recorded.${recommended}`
        : md`Chosen option: "${optionTitles[chosen]}", because ${ground}${recommended}`,
    ),
    lapse === null
      ? []
      : paragraph(
          md`The recorded decision is ${lapseWords(lapse)}. So it is no more than proposed here, until it is taken anew.`,
        ),
    ...(chosen === verdict ? [paragraph(md`Where the state lives:`), placements(from, sheet)] : []),
  ]);
}

function agreed(style: Option, verdict: Verdict): string {
  if (verdict === "undecided") return "The answers were too few for a recommendation.";
  if (style === verdict) return "That is what was recommended.";
  return `The recommendation was ${verdict}: the decision differs from it.`;
}

/** What the choice brings and costs; for a decision against the recommendation only what the pack says of its style. */
export function consequences(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, cite } = pen;
  const entries = tradeoffsOf(from, chosenOf(from));
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

/**
 * How it is checked that the decision holds and is kept to. What the pack says of watching the recommended option says
 * nothing of another one.
 */
export function confirmation(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, code, cite } = pen;
  const command = code(`api-advisor check ${from.source}`);
  const held = from.decision === null ? "the decision, once it is recorded," : "the recorded decision";
  const watched = from.guidance.filter(({ topic }) => topic === "monitoring");
  const fitting = guidanceOf({ ...from, guidance: watched }, chosenOf(from));
  const deviation = deviationOf(from);
  return list(
    [
      {
        line: md`${command} holds ${held} against the recommendation. It fails when the two differ, unless a reason and a last day are recorded and that day is not past; when the answers have changed since; and when they are too few for a recommendation.`,
      },
      ...fitting.map(({ text, sources }) => ({ line: md`${prose(text)}${cite(sources, from.urls)}` })),
      ...(deviation === null || fitting.length === watched.length
        ? []
        : [
            {
              line: md`How to watch the recommended ${from.verdict} in operation is left out: what was chosen is ${deviation.style}, and has to be watched in its own way.`,
            },
          ]),
    ],
    "*",
  );
}
