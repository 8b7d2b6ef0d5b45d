import { guidanceTopics, type Pattern } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { shown } from "../selection.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import {
  concernScopes,
  concernTitles,
  guidanceTitles,
  labelsOf,
  patternTitle,
  placedPattern,
  placeWords,
} from "../wording/titles.js";
import { alignedTable, contestedWords, type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { MarkdownWriter } from "./writer.js";

/** What one requirement settles whatever the points, with the answers that do so. */
export function settled(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, code, join, cite } = writer;
  return list(
    writer,
    from.settled.map(({ rule, questions }) => {
      const given = questions.map((question) => md`${code(question)}: ${labelsOf(from, question)}`);
      return {
        line: md`**${capital(givenWords(rule))}.** ${prose(rule.because)}${contestedWords(rule.contested, writer)}${cite(rule.sources, from.urls)}`,
        below: list(writer, given.length === 0 ? [] : [{ line: md`Because of ${join(given, "; ")}` }]),
      };
    }),
  );
}

/** Where the state of each concern lives, by which pattern, and why. */
export function placements(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, cite } = writer;
  return alignedTable(
    [md`State of`, md`Lives`, md`Pattern`, md`Why`],
    from.concerns.flatMap(({ concern, placement }) => {
      if (placement === null) return [];
      const { place, pattern, beside, because, sources, backedBy } = placement;
      const by = pattern === null ? "–" : patternTitle(pattern);
      const companion = beside === null ? md`` : md`; **with:** ${placedPattern(beside)}`;
      const backed = backedBy === null ? md`` : md`; **backed by** ${placedPattern(backedBy.pattern)}`;
      const why =
        backedBy === null ? md`` : md` ${prose(backedBy.because)}${cite(backedBy.sources, from.urls)}`;
      return [
        [
          md`**${concernTitles[concern]}** (${concernScopes[concern]})`,
          place === "nowhere" ? md`nowhere: there is none` : md`**${placeWords[place]}**`,
          md`${by}${companion}${backed}`,
          md`${prose(because)}${cite(sources, from.urls)}${why}`,
        ],
      ];
    }),
  );
}

/** In full detail: the patterns of the placements, and what to watch out for. */
export function patterns(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, bold, prose, cite } = writer;
  if (writer.style.detail === "normal") return [];
  const used = new Map<string, Pattern>();
  for (const { placement } of from.concerns)
    for (const pattern of [placement?.pattern, placement?.beside, placement?.backedBy?.pattern])
      if (pattern != null) used.set(pattern.id, pattern);
  return list(
    writer,
    [...used.values()].map(({ title, what, fits, watch, sources }) => ({
      line: md`${bold(title)}: ${prose(what)}${cite(sources, from.urls)}`,
      below: list(writer, [{ line: md`Fits when: ${prose(fits)}` }, { line: md`Watch: ${prose(watch)}` }]),
    })),
  );
}

const mostOf = { advantage: 3, disadvantage: 4 } as const;

/** What the verdict brings and costs for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, writer: MarkdownWriter): Lines {
  return stacked([tradeoffsOf(from, writer, "advantage"), tradeoffsOf(from, writer, "disadvantage")]);
}

function tradeoffsOf(from: Recommendation, writer: MarkdownWriter, kind: keyof typeof mostOf): Lines {
  const { md, prose, cite } = writer;
  const all = from.tradeoffs.filter((entry) => entry.kind === kind);
  const listed = shown(writer.style, all, mostOf[kind]);
  if (all.length === 0) return [];
  return stacked([
    paragraph(kind === "advantage" ? md`**It brings:**` : md`**It costs:**`),
    list(
      writer,
      listed.map(({ text, mitigation, sources }) => ({
        line: md`${prose(text)}${cite(sources, from.urls)}`,
        below: mitigation === null ? [] : list(writer, [{ line: md`**What to do:** ${prose(mitigation)}` }]),
      })),
    ),
    remainder(writer, all.length - listed.length, kind),
  ]);
}

/** In full detail: what errors, retries, consistency and monitoring should look like. */
export function guidance(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, cite } = writer;
  if (writer.style.detail === "normal") return [];
  return list(
    writer,
    guidanceTopics
      .flatMap((topic) => from.guidance.filter((entry) => entry.topic === topic))
      .map(({ topic, text, because, sources }) => ({
        line: md`**${guidanceTitles[topic]}:** ${prose(text)}${cite(sources, from.urls)}`,
        below: list(writer, [{ line: md`Why: ${prose(because)}` }]),
      })),
  );
}
