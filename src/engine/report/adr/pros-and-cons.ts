import { type Rule, totalPoints } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { heading, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import { shown } from "../selection.js";
import { because, capital } from "../wording/phrases.js";
import { balanceFigure, boundaryFigures, boundnessFigure, sidesOf } from "../wording/verdict-words.js";
import { optionMeanings, options, optionTitles } from "./problem.js";

const mostReasons = 6;

/** Each option with the reasons for it and against it. */
export function prosAndCons(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  return stacked(
    options.flatMap((option) => {
      const lines = option === "hybrid" ? ofHybrid(from, writer) : ofStyle(from, writer, option);
      return [
        heading(3, md`${optionTitles[option]}`),
        paragraph(md`${capital(optionMeanings[option])}.`),
        list(
          writer,
          lines.map((line) => ({ line })),
        ),
      ];
    }),
  );
}

/** For a pure style: the rules that favour it; against it: what rules it out, and the rules that favour the other. */
function ofStyle(from: Recommendation, writer: MarkdownWriter, style: Style): readonly Markdown[] {
  const { md, prose, cite } = writer;
  const ruledOut = from.vetoes
    .filter(({ veto }) => veto.forbids === style)
    .map(
      ({ veto }) =>
        md`Bad, because it is ruled out: ${prose(because(veto.because))}${cite(veto.sources, from.urls)}`,
    );
  return [
    ...reasonsOf(from, writer, "Good", (rule) => rule.favours === style),
    ...ruledOut,
    ...reasonsOf(from, writer, "Bad", (rule) => rule.favours !== style),
  ];
}

/** For the mix: evidence for kept state first, then what the points say about needing state at all. */
function ofHybrid(from: Recommendation, writer: MarkdownWriter): readonly Markdown[] {
  const { md } = writer;
  const good = reasonsOf(from, writer, "Good", ({ weight }) => weight.kept > 0);
  const both = from.vetoes.length > 0 ? [md`Good, because no veto rules it out.`] : [];
  return [...good, ...both, ...byPoints(from, writer)];
}

function byPoints(from: Recommendation, { md }: MarkdownWriter): readonly Markdown[] {
  const { kept, stateful } = from.scores;
  const { needed, bound } = sidesOf(from);
  const boundaries = boundaryFigures(from);
  if (!needed)
    return [
      md`Bad, because the points call for no state at all (balance ${balanceFigure(from)}, needed from ${boundaries.need}).`,
    ];
  const boundness = `boundness ${boundnessFigure(from)}, bound from ${boundaries.bound}`;
  if (bound)
    return [
      md`Bad, because most of the required state is live and has to stay with the connection (${boundness}).`,
    ];
  const elsewhere = md`Good, because ${plural(kept, "point")} of ${stateful} call for state that can be kept outside the server that answers (${boundness}).`;
  return [
    ...(kept === 0 ? [] : [elsewhere]),
    md`Neutral, because where each kind of state lives has to be decided, built and monitored on its own.`,
  ];
}

function reasonsOf(
  from: Recommendation,
  writer: MarkdownWriter,
  side: "Good" | "Bad",
  fits: (rule: Rule) => boolean,
): readonly Markdown[] {
  const { md, prose, cite } = writer;
  const matching = from.rules.filter(({ rule }) => fits(rule));
  const listed = shown(writer.style, matching, mostReasons);
  const left = matching.length - listed.length;
  return [
    ...listed.map(({ rule }) => {
      const weight = plural(totalPoints(rule.weight), "point");
      const contested = rule.contested === null ? md`` : md` Contested: ${prose(rule.contested)}`;
      return md`${side}, because ${prose(because(rule.because))}${contested}${cite(rule.sources, from.urls, weight)}`;
    }),
    ...(left === 0 ? [] : [md`${side}, because of ${plural(left, "more reason")} of no greater weight.`]),
  ];
}
