import type { Analysis, Change } from "../../model/analysis.js";
import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import { bits } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { concernTippingGroups, type TippingGroup, tippingSection, worded } from "../tipping.js";
import { assumptionsInOrder, assumptionWords } from "../wording/assumption-words.js";
import { capital } from "../wording/phrases.js";
import { gradeRoles, optionLabels } from "../wording/titles.js";
import { answers, gradeOf, gradeReason, notAnalysed, weights } from "../wording/trust-words.js";

const hang = 11;

/** The grade in words, with the two words that it sums up and the figures behind them. */
export function trust(from: Recommendation, style: ReportStyle): Lines {
  const { analysis } = from;
  if (analysis === null) return block(style, [notAnalysed(from)]);
  const labelled = (label: string, text: string): Lines =>
    block(style, [text], { mark: [as("bold", label)], hang });
  return spaced([
    gradeLines(from, analysis, style),
    [...labelled("Answers", answers(from, analysis)), ...labelled("Weights", weights(from, analysis))],
  ]);
}

function gradeLines(from: Recommendation, analysis: Analysis, style: ReportStyle): Lines {
  const grade = gradeOf(from);
  if (grade === null) return [];
  return block(style, [as(gradeRoles[grade], `${capital(grade)}: `), gradeReason(from, analysis)]);
}

/** The open questions that are read as their harmless option, and what happens otherwise; those on the verdict first. */
export function assumptions(from: Recommendation, style: ReportStyle): Lines {
  return assumptionsInOrder(from).flatMap((each) =>
    block(style, assumptionWords(from, each), { mark: ["•"] }),
  );
}

/** The smallest changes of given answers that change the verdict, and single ones that move one concern. */
export function tipping(from: Recommendation, style: ReportStyle): Lines {
  return spaced([verdictTipping(from, style), concernTipping(from, style)]);
}

function verdictTipping(from: Recommendation, style: ReportStyle): Lines {
  const section = tippingSection(from, () => Number.POSITIVE_INFINITY);
  if (section === null) return [];
  const { lead, groups, more } = section;
  return spaced([
    block(style, [lead]),
    ...groups.map((group) => leadingTo(from, style, group)),
    more === null ? [] : block(style, [as("dim", more)]),
  ]);
}

function concernTipping(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    concernTippingGroups(from).map(({ lead, alternatives }) => [
      ...block(style, [lead]),
      ...alternatives.flatMap(({ changes, others }) =>
        changes.flatMap((change) => block(style, worded(from, change, others), { indent: 4, mark: ["•"] })),
      ),
    ]),
  );
}

/** The sets that lead to one verdict; what they all share is listed once. */
function leadingTo(from: Recommendation, style: ReportStyle, group: TippingGroup): Lines {
  const { verdict, shared, alternatives } = group;
  const together = shared.flatMap((change, at) =>
    block(style, worded(from, change, []), { indent: 4, mark: [at === 0 ? "•" : "+"] }),
  );
  const sets = shared.length > 0 || alternatives.some(({ changes }) => changes.length > 1);
  return [
    ...block(style, [as("bold", "→ "), as(verdict, verdict)]),
    ...together,
    ...(sets && alternatives.length > 0
      ? block(style, [shared.length === 0 ? "any one of these sets:" : "together with any one of"], {
          indent: 6,
        })
      : []),
    ...alternatives.flatMap(({ changes, others }) =>
      sets
        ? block(style, inShort(changes, others), { indent: 6, mark: ["•"] })
        : changes.flatMap((change) => block(style, worded(from, change, others), { indent: 4, mark: ["•"] })),
    ),
  ];
}

/** A set of changes by ids alone: many sets in full words would hide what they have in common. */
function inShort(changes: readonly Change[], others: readonly Change[]): readonly Inline[] {
  return changes.flatMap(({ question, from, to }, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" + "]),
    `${question} ${to === null ? "without " : from === null ? "also " : ""}`,
    as("bold", [to ?? from, ...others.map((other) => other.to)].join(" or ")),
  ]);
}

/** The open questions, most informative first. */
export function unanswered(from: Recommendation, style: ReportStyle): Lines {
  const { open, analysis } = from;
  if (open.length === 0) return [];
  const undecided = from.verdict === "undecided";
  const questions = open.flatMap((each) =>
    block(style, question(each, undecided), {
      mark: [as("dim", worth(each))],
      hang: analysis === null ? 0 : 12,
    }),
  );
  const legend = "Bits: how much an answer narrows the verdict down, on average.";
  return spaced([analysis === null ? [] : block(style, [as("dim", legend)]), questions]);
}

const worth = ({ valueOfInformation }: ReportedOpenQuestion): string =>
  valueOfInformation === null ? "" : `${bits(valueOfInformation)} bits`;

function question(
  { question: id, ask, unsure, overturns }: ReportedOpenQuestion,
  undecided: boolean,
): readonly Inline[] {
  const alone = undecided ? "can settle it alone" : "can overturn it alone";
  return [
    ask,
    as("dim", ` (${id}${unsure ? ", not sure yet" : ""})`),
    ...(overturns ? [": ", as("caution", alone)] : []),
  ];
}

/** What other answers imply, with the reason. */
export function implied(from: Recommendation, style: ReportStyle): Lines {
  const taken = from.answers.filter(({ state }) => state === "implied");
  return spaced(
    taken.map(({ question: id, ask, options, impliedBecause }) => [
      ...block(style, [`${ask} `, as("bold", optionLabels({ options })), as("dim", ` (${id})`)], {
        mark: ["•"],
      }),
      ...(impliedBecause === null ? [] : block(style, [impliedBecause], { indent: 4 })),
    ]),
  );
}
