import { shellFile } from "../../diagnostics/shell-word.js";
import type { Pattern, Tradeoff } from "../../model/pack.js";
import type { Recommendation, ReportedPlacement } from "../../model/recommendation.js";
import type { Concern, DecidedVerdict, Verdict } from "../../model/verdict.js";
import { costsOf } from "../answer/costs.js";
import { placesOf } from "../answer/places.js";
import { type Item, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { mermaidBlock } from "../picture/mermaid.js";
import { chosenOf, deviationOf, guidanceOf, shown, tradeoffsOf } from "../selection.js";
import { lapseWords } from "../wording/decision-words.js";
import { asSentence, because, listed } from "../wording/phrases.js";
import { concernScopes, concernTitles, patternTitle, placeWords } from "../wording/titles.js";
import { meaning } from "../wording/verdict-words.js";
import { optionTitles } from "./problem.js";
import { sourceLinks } from "./sources.js";

const mostOf = { advantages: 1, costs: 3, confirmations: 1, examples: 2 } as const;

/** The option chosen and why, and where it puts each kind of state, in words and as a picture. */
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
    ...(chosen === verdict
      ? [paragraph(md`Where the state lives:`), places(from, writer), mermaidBlock([from], writer.style)]
      : []),
  ]);
}

function agreed(style: DecidedVerdict, verdict: Verdict): string {
  if (verdict === "undecided") return "The answers were too few for a recommendation.";
  if (style === verdict) return "This is what was recommended.";
  return `The recommendation was ${verdict}: the decision differs from it.`;
}

/** An item for each concern that has state, and one for those that have none. */
function places(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const { without } = placesOf(from);
  const none = listed(without.map((concern) => concernTitles[concern].toLowerCase()));
  return list(writer, [
    ...from.concerns.flatMap(({ concern, placement }) =>
      placement === null || without.includes(concern)
        ? []
        : [{ line: placeLine(from, concern, placement, writer) }],
    ),
    ...(none === "" ? [] : [{ line: md`No state to keep: ${none}` }]),
  ]);
}

/** "Session (login), **in a shared store**: Server-side session, e.g. Redis. Nobody may …" */
function placeLine(
  from: Recommendation,
  concern: Concern,
  { place, pattern, beside, backedBy, because: why, sources }: ReportedPlacement,
  writer: MarkdownWriter,
): Markdown {
  const { md, bold, prose } = writer;
  const where = place === "nowhere" ? md`no state` : md`${bold(placeWords[place])}`;
  const by = pattern === null ? md`` : md`: ${patternTitle(pattern, mostOf.examples)}`;
  const companion = beside === null ? md`` : md`; with ${placed(beside)}`;
  const backed = backedBy === null ? md`` : md`; backed by ${placed(backedBy.pattern)}`;
  return md`${concernTitles[concern]} (${concernScopes[concern]}), ${where}${by}${companion}${backed}. ${prose(why)}${sourceLinks(from, sources, writer)}`;
}

const placed = ({ title, place }: Pattern): string =>
  place === "nowhere" ? title : `${title}, ${placeWords[place]}`;

/**
 * What the choice brings and costs; for a decision against the recommendation, only what the pack says about its style.
 */
export function consequences(from: Recommendation, writer: MarkdownWriter): Lines {
  return list(
    writer,
    consequencesGiven(from, writer).map((each) => consequence(from, each, writer)),
  );
}

/** The tradeoffs that a record names: advantages, then costs. */
export function consequencesGiven(from: Recommendation, { style }: MarkdownWriter): readonly Tradeoff[] {
  const tradeoffs = tradeoffsOf(from, chosenOf(from));
  const advantages = tradeoffs.filter(({ kind }) => kind === "advantage");
  const costs = costsOf({ ...from, tradeoffs }, style.detail === "full" ? tradeoffs.length : mostOf.costs);
  return [...shown(style, advantages, mostOf.advantages), ...costs];
}

function consequence(
  from: Recommendation,
  { kind, text, mitigation, sources }: Tradeoff,
  writer: MarkdownWriter,
): Item {
  const { md, prose } = writer;
  const side = kind === "advantage" ? "Good" : "Bad";
  return {
    line: md`${side}, because ${prose(because(text))}${sourceLinks(from, sources, writer)}`,
    below: mitigation === null ? [] : list(writer, [{ line: md`What to do: ${prose(mitigation)}` }]),
  };
}

/**
 * How to check that the decision still holds and is followed. The pack's advice on monitoring is for the recommended
 * option; it says nothing about another one.
 */
export function confirmation(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, code } = writer;
  // What is no file has a name such as `<stdin>`; without a file, `check` takes those that are there.
  const file = /^<\w+>$/.test(from.source) ? "" : ` ${shellFile(from.source)}`;
  const command = code(`api-advisor check${file}`);
  const held = from.decision === null ? "the decision, once recorded," : "the recorded decision";
  const watched = from.guidance.filter(({ topic }) => topic === "monitoring");
  const applicable = guidanceOf({ ...from, guidance: watched }, chosenOf(from));
  const deviation = deviationOf(from);
  const lines = [
    md`${command} fails if ${held} differs from the recommendation without a reason and a last day that is still ahead, or if the answers have changed since.`,
    ...shown(writer.style, applicable, mostOf.confirmations).map(
      ({ text, sources }) => md`${prose(text)}${sourceLinks(from, sources, writer)}`,
    ),
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
