import type { Recommendation } from "../../model/recommendation.js";
import type { DecidedVerdict } from "../../model/verdict.js";
import { heading, type Lines, list, stacked } from "../markdown/blocks.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import { because, listed } from "../wording/phrases.js";
import { argumentsOf, type OptionArguments } from "./arguments.js";
import { optionTitles } from "./problem.js";
import { sourceLinks } from "./sources.js";

/** Each option with the reasons that favour it, and where those against it stand. */
export function prosAndCons(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  return stacked(
    argumentsOf(from, writer.style).flatMap((each) => [
      heading(3, md`${optionTitles[each.option]}`),
      list(
        writer,
        [...pros(from, each, writer), ...others(each, writer)].map((line) => ({ line })),
      ),
    ]),
  );
}

function pros(
  from: Recommendation,
  { pros: given, morePros }: OptionArguments,
  writer: MarkdownWriter,
): readonly Markdown[] {
  const { md, prose } = writer;
  return [
    ...given.map(({ because: why, contested, sources }) => {
      const against = contested === null ? md`` : md` Contested: ${prose(contested)}`;
      return md`Good, because ${prose(because(why))}${against}${sourceLinks(from, sources, writer)}`;
    }),
    ...(morePros === 0 ? [] : [md`Good, because of ${plural(morePros, "more reason")}.`]),
  ];
}

/** What the reasons against an option speak for. */
const opposing: Readonly<Record<DecidedVerdict, string>> = {
  stateless: "for keeping state",
  stateful: "for keeping the conversation elsewhere",
  hybrid: "for binding the conversation",
};

function others(
  { option, pros: given, consUnder }: OptionArguments,
  { md }: MarkdownWriter,
): readonly Markdown[] {
  const titles = listed(consUnder.map((other) => optionTitles[other]));
  const cons =
    consUnder.length === 0
      ? []
      : [md`Bad, because of the reasons ${opposing[option]} that stand under ${titles}.`];
  if (option === "hybrid")
    return [
      ...cons,
      md`Neutral, because where each kind of state lives has to be decided, built and monitored on its own.`,
    ];
  return given.length + cons.length > 0 ? cons : [md`Neutral, because no answer speaks for or against it.`];
}
