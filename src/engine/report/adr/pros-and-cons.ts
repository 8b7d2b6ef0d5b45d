import type { Rule } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { DecidedVerdict } from "../../model/verdict.js";
import { contestedWords, heading, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import { shown } from "../selection.js";
import { because, capital } from "../wording/phrases.js";
import { ruleEffect } from "../wording/rule-words.js";
import { concernTitles } from "../wording/titles.js";
import { optionMeanings, options, optionTitles } from "./problem.js";

const mostReasons = 6;

/** Each option with the reasons for it and against it: givens first, then rules by their points. */
export function prosAndCons(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  return stacked(
    options.flatMap((option) => [
      heading(3, md`${optionTitles[option]}`),
      paragraph(md`${capital(optionMeanings[option])}.`),
      list(
        writer,
        reasons(from, writer, option).map((line) => ({ line })),
      ),
    ]),
  );
}

function reasons(from: Recommendation, writer: MarkdownWriter, option: DecidedVerdict): readonly Markdown[] {
  const { good, bad } = sides[option];
  const apart = writer.md`Neutral, because where each kind of state lives has to be decided, built and monitored on its own.`;
  return [
    ...reasonsOf(from, writer, "Good", good),
    ...reasonsOf(from, writer, "Bad", bad),
    ...(option === "hybrid" ? [apart] : []),
  ];
}

type Speaks = (rule: Pick<Rule, "kind" | "points">) => boolean;

const keeping: Speaks = ({ kind, points }) => kind === "must" || (kind === "need" && points > 0);
const notKeeping: Speaks = ({ kind, points }) => kind === "must-not" || (kind === "need" && points < 0);
const binding: Speaks = ({ kind, points }) => kind === "must-bind" || (kind === "place" && points > 0);
const notBinding: Speaks = ({ kind, points }) => kind === "may-not-bind" || (kind === "place" && points < 0);

/** Which rules speak for and against each option: stateless is about need, the other two are about the place. */
const sides: Readonly<Record<DecidedVerdict, { readonly good: Speaks; readonly bad: Speaks }>> = {
  stateless: { good: notKeeping, bad: keeping },
  stateful: { good: binding, bad: notBinding },
  hybrid: { good: notBinding, bad: binding },
};

function reasonsOf(
  from: Recommendation,
  writer: MarkdownWriter,
  side: "Good" | "Bad",
  speaks: Speaks,
): readonly Markdown[] {
  const { md, prose, cite } = writer;
  const matching = [...from.settled, ...from.rules].filter(({ rule }) => speaks(rule));
  const listed = shown(writer.style, matching, mostReasons);
  const left = matching.length - listed.length;
  return [
    ...listed.map(({ rule }) => {
      const effect = `${concernTitles[rule.concern].toLowerCase()}: ${ruleEffect(rule)}`;
      return md`${side}, because ${prose(because(rule.because))}${contestedWords(rule.contested, writer)}${cite(rule.sources, from.urls, effect)}`;
    }),
    ...(left === 0 ? [] : [md`${side}, because of ${plural(left, "more reason")} of no greater weight.`]),
  ];
}
