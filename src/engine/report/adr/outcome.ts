import { shellFile } from "../../diagnostics/shell-word.js";
import type { Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { DecidedVerdict, Verdict } from "../../model/verdict.js";
import { type Item, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import { placements } from "../markdown/state.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { chosenOf, deviationOf, guidanceOf, tradeoffsOf } from "../selection.js";
import { lapseWords } from "../wording/decision-words.js";
import { asSentence, because } from "../wording/phrases.js";
import { meaning } from "../wording/verdict-words.js";
import { optionTitles } from "./problem.js";

/** The option chosen and why, and where it puts each kind of state. */
export function outcome(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose } = writer;
  const { decision, lapse, verdict } = from;
  const chosen = chosenOf(from);
  if (chosen === null) return paragraph(md`Chosen option: none yet, because ${because(meaning(from))}`);
  const reason =
    decision === null || decision.because === null ? meaning(from) : asSentence(decision.because);
  const why =
    decision !== null && decision.because === null && decision.style !== verdict
      ? md`for reasons that are not recorded.`
      : md`because ${prose(because(reason))}`;
  const recommended = decision === null ? "" : md` ${agreed(decision.style, verdict)}`;
  return stacked([
    paragraph(md`Chosen option: "${optionTitles[chosen]}", ${why}${recommended}`),
    lapse === null
      ? []
      : paragraph(
          md`The recorded decision ${lapseWords(lapse)}. So it is only proposed here until it is made again.`,
        ),
    ...(chosen === verdict ? [paragraph(md`Where the state lives:`), placements(from, writer)] : []),
  ]);
}

function agreed(style: DecidedVerdict, verdict: Verdict): string {
  if (verdict === "undecided") return "The answers were too few for a recommendation.";
  if (style === verdict) return "This is what was recommended.";
  return `The recommendation was ${verdict}: the decision differs from it.`;
}

/**
 * What the choice brings and costs; for a decision against the recommendation, only what the pack says about its style.
 */
export function consequences(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, cite } = writer;
  const entries = tradeoffsOf(from, chosenOf(from));
  const ofKind = (kind: Tradeoff["kind"], side: string): readonly Item[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ text, mitigation, sources }) => ({
        line: md`${side}, because ${prose(because(text))}${cite(sources, from.urls)}`,
        below: mitigation === null ? [] : list(writer, [{ line: md`What to do: ${prose(mitigation)}` }]),
      }));
  return list(writer, [...ofKind("advantage", "Good"), ...ofKind("disadvantage", "Bad")]);
}

/**
 * How to check that the decision still holds and is followed. The pack's advice on monitoring is for the recommended
 * option; it says nothing about another one.
 */
export function confirmation(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, code, cite } = writer;
  // What is no file has a name such as `<stdin>`.
  const file = /^<\w+>$/.test(from.source) ? from.source : shellFile(from.source);
  const command = code(`api-advisor check ${file}`);
  const held = from.decision === null ? "the decision, once recorded," : "the recorded decision";
  const watched = from.guidance.filter(({ topic }) => topic === "monitoring");
  const applicable = guidanceOf({ ...from, guidance: watched }, chosenOf(from));
  const deviation = deviationOf(from);
  const lines = [
    md`${command} compares ${held} with the recommendation. It fails if the two differ, unless a reason and a last day are recorded and that day has not passed; if the answers have changed since; and if there are too few for a recommendation.`,
    ...applicable.map(({ text, sources }) => md`${prose(text)}${cite(sources, from.urls)}`),
  ];
  if (deviation !== null && applicable.length < watched.length)
    lines.push(
      md`Advice on monitoring the recommended ${from.verdict} is left out: the chosen ${deviation.style} needs monitoring of its own.`,
    );
  return list(
    writer,
    lines.map((line) => ({ line })),
  );
}
