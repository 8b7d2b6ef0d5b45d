import { type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { MovedAnswer, MovedConcern, Movement, Moves } from "../../model/movement.js";
import type { Clash } from "../../model/pack.js";
import type { Recommendation, Report, ReportedClash } from "../../model/recommendation.js";
import {
  alignedTable,
  heading,
  type Item,
  type Lines,
  list,
  paragraph,
  remainder,
  stacked,
} from "../markdown/blocks.js";
import { type Markdown, type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import type { ReportStyle } from "../report-style.js";
import { clashSentence } from "../wording/clash-words.js";
import {
  homeWords,
  movedLabels,
  movedWords,
  titlesIn,
  titleWithFormer,
  unchangedWords,
} from "../wording/movement-words.js";
import { capital } from "../wording/phrases.js";
import { concernTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";

const mostRows = 50;
const mostSections = 10;
const mostAnswers = 5;

/**
 * What a change of answers moves, short enough for a comment: a row for each surface that changes, then for each that
 * moves the answers behind it and where its state went. What is cut is counted.
 */
export function movesMarkdown(
  head: Pick<Report, "tool" | "pack">,
  moves: Moves,
  style: ReportStyle,
): Escaped {
  const writer = markdownWriter(style);
  const { md } = writer;
  const titleOf = titlesIn(moves);
  const rows = rowsOf(moves, titleOf, writer);
  const moving = moves.changed.filter((movement) => movedWords(movement).length > 0);
  return joinedLines(
    stacked([
      heading(2, md`Stateless or stateful: what moves`),
      rows.length === 0 ? paragraph(md`Nothing moves: the answers are as they were.`) : [],
      alignedTable([md`Surface`, md`Before`, md`After`, md`What moves`], rows.slice(0, mostRows)),
      remainder(writer, rows.length - mostRows, "changed surface"),
      paragraph(md`${unchangedWords(moves)}`),
      ...moving
        .slice(0, mostSections)
        .map((movement) => sectionOf(movement, titleOf(movement.after), writer)),
      remainder(writer, moving.length - mostSections, "moving surface"),
      paragraph(
        md`_${head.tool.name} ${head.tool.version}, rule pack ${head.pack.name} ${head.pack.version}_`,
      ),
    ]),
  );
}

function rowsOf(
  { changed, added, removed }: Moves,
  titleOf: (from: Recommendation) => string,
  { md, join, bold }: MarkdownWriter,
): readonly (readonly Markdown[])[] {
  const cell = (from: Recommendation, isOther = false): Markdown => {
    const grade = gradeOf(from);
    const verdict = isOther ? bold(from.verdict) : md`${from.verdict}`;
    return grade === null ? verdict : md`${verdict} (${grade})`;
  };
  const none = md`–`;
  return [
    ...changed.map((movement) => {
      const { before, after } = movement;
      const words = movedWords(movement);
      return [
        md`${titleWithFormer(titleOf(after), movement)}`,
        cell(before),
        cell(after, before.verdict !== after.verdict),
        words.length === 0 ? md`nothing` : join(words, ", "),
      ];
    }),
    ...added.map((from) => [md`${titleOf(from)}`, none, cell(from), md`new; kept: ${keptShort(from)}`]),
    ...removed.map((from) => [md`${titleOf(from)}`, cell(from), none, md`removed`]),
  ];
}

function sectionOf(movement: Movement, title: string, writer: MarkdownWriter): Lines {
  const { before, after, answers, concerns } = movement;
  const { md } = writer;
  const outcome =
    before.verdict === after.verdict
      ? `stays ${after.verdict}`
      : `from ${before.verdict} to ${after.verdict}`;
  const items: readonly Item[] = [
    answersItem(answers, writer),
    ...(concerns.length === 0
      ? []
      : [{ line: md`Where the state lives`, below: list(writer, concerns.map(concernItem(writer))) }]),
    ...clashItems(movement, writer),
  ];
  return stacked([heading(3, md`${title}: ${outcome}`), list(writer, items)]);
}

/** The given answers that changed; those implied, and those left out, are only counted. */
function answersItem(answers: readonly MovedAnswer[], writer: MarkdownWriter): Item {
  const { md, bold, code } = writer;
  const given = answers.filter(({ before, after }) =>
    [before, after].some((each) => each?.state === "given"),
  );
  const listed = given.slice(0, mostAnswers);
  const more = [
    ...(given.length === listed.length ? [] : [`${given.length - listed.length} more`]),
    ...(answers.length === given.length ? [] : [`${answers.length - given.length} implied`]),
  ];
  return {
    line: md`Answers${more.length === 0 ? "" : md` (and ${more.join(", ")})`}`,
    below: list(
      writer,
      listed.map(({ question, ask, before, after }) => ({
        line: md`${ask} ${movedLabels(before)} → ${bold(movedLabels(after))} (${code(question)})`,
      })),
    ),
  };
}

const concernItem =
  ({ md, bold }: MarkdownWriter) =>
  ({ concern, before, after }: MovedConcern): Item => ({
    line: md`${concernTitles[concern]}: ${homeWords(before)} → ${bold(homeWords(after))}`,
  });

/** The clashes that come, in words, and the answers of those that go. */
function clashItems(
  { before, after, clashes }: Movement,
  { md, prose, code, join }: MarkdownWriter,
): readonly Item[] {
  const among = (reported: readonly ReportedClash[], ids: readonly Clash[]): readonly ReportedClash[] =>
    reported.filter(({ clash }) => ids.some(({ id }) => id === clash.id));
  return [
    ...among(after.clashes, clashes.gained).map(({ clash, questions }) => ({
      line: prose(capital(clashSentence(questions, clash))),
    })),
    ...among(before.clashes, clashes.lost).map(({ questions }) => ({
      line: md`Answers that fit each other again: ${join(questions.map(code), ", ")}`,
    })),
  ];
}
