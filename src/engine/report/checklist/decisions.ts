import type { Decision } from "../../model/answers.js";
import type { RuleKind } from "../../model/pack.js";
import type {
  Recommendation,
  ReportedClash,
  ReportedConcern,
  ReportedRule,
} from "../../model/recommendation.js";
import type { DecidedVerdict } from "../../model/verdict.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { currentDeviation } from "../selection.js";
import { clashingAnswers, reconsidered } from "../wording/clash-words.js";
import { agreement, lapseWords, reasonGiven } from "../wording/decision-words.js";
import { givenWords } from "../wording/rule-words.js";
import { concernScopes, concernTitles, labelsOf, placeWords, quotedPattern } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { meaning } from "../wording/verdict-words.js";
import { against, againstPoints } from "./contested.js";
import type { ReviewItem } from "./item.js";

/** What a review has to confirm: the verdict or the decision, what is given, and where each kind of state lives. */
export function decisions(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const deviation = currentDeviation(from);
  return [
    ...from.clashes.map((clash) => clashItem(from, writer, clash)),
    ...(from.verdict === "undecided" || deviation !== null ? [] : [verdictItem(from, writer)]),
    ...decisionItem(from, writer, deviation),
    ...from.settled.map((given) => givenItem(from, writer, given, deviation)),
    ...from.concerns.flatMap((concern) => placementItem(from, writer, concern, deviation)),
  ];
}

function clashItem(from: Recommendation, writer: MarkdownWriter, clash: ReportedClash): ReviewItem {
  const { md, prose, code, join } = writer;
  const given = clashingAnswers(from, clash).map(
    ({ question, labels }) => md`${code(question)} is “${labels}”`,
  );
  return {
    id: `clash/${clash.clash.id}`,
    task: md`Look again at an answer that does not fit the others: ${reconsidered(from, clash)} (${code(clash.clash.reconsider)})`,
    reason: md`*Why:* ${prose(clash.clash.because)} Now ${join(given, " and ")}.`,
  };
}

function verdictItem(from: Recommendation, writer: MarkdownWriter): ReviewItem {
  const { md } = writer;
  return {
    id: `verdict/${from.verdict}`,
    task: md`Confirm the verdict ${graded(from, writer)}, or record what is to be built instead and why.`,
    reason: md`*Why:* ${meaning(from)}`,
  };
}

function graded(from: Recommendation, { md }: MarkdownWriter): Markdown {
  const grade = gradeOf(from);
  return md`**${from.verdict}**${grade === null ? "" : md` (grade ${grade})`}`;
}

function decisionItem(
  from: Recommendation,
  writer: MarkdownWriter,
  deviation: Decision | null,
): readonly ReviewItem[] {
  const { decision, lapse, verdict } = from;
  if (decision === null) return [];
  const { md, prose } = writer;
  const by = decision.by === null ? md`` : md` by ${decision.by}`;
  const given = reasonGiven(decision.because);
  const because = given === "" ? md`` : md` ${prose(given.trim())}`;
  const style = md`**${decision.style}**`;
  if (lapse !== null) {
    return [
      {
        id: `decision/${decision.style}/anew`,
        task: md`Make the recorded decision${by} again: ${style}.`,
        reason: md`*Why:* It ${lapseWords(lapse)}.${because}`,
      },
    ];
  }
  const against = md`, against the recommended ${graded(from, writer)}`;
  const apart = md` Mitigations and guidance for ${verdict} alone are left out here.`;
  return [
    {
      id: `decision/${decision.style}`,
      task: md`Confirm the recorded decision${by}: ${style}${deviation === null ? "" : against}.`,
      reason: md`*Why:* The team decided this, ${agreement(from, decision)}.${because}${deviation === null ? "" : apart}`,
    },
  ];
}

/** If the decision is for a style that a given rules out, the review has to say how it can work. */
function givenItem(
  from: Recommendation,
  writer: MarkdownWriter,
  { rule, questions }: ReportedRule,
  deviation: Decision | null,
): ReviewItem {
  const { md, prose, code, join, cite } = writer;
  const given = questions.map((question) => md`${code(question)} is “${labelsOf(from, question)}”`);
  const ground = given.length === 0 ? md`` : md` as long as ${join(given, " and ")}`;
  const settled = givenWords(rule);
  const overruled = deviation !== null && ruledOut[deviation.style].includes(rule.kind);
  return {
    id: overruled ? `given/${rule.id}/overruled` : `given/${rule.id}`,
    task: overruled
      ? md`Say how the decided ${deviation.style} can work, although by the rule pack ${settled}${ground}.`
      : md`Confirm that ${settled}${ground}.`,
    reason: md`*Why:* ${prose(rule.because)}${cite(rule.sources, from.urls)}`,
    contested: against(rule.contested === null ? [] : [rule.contested], writer),
  };
}

/** The kinds of rules that a style contradicts. */
const ruledOut: Readonly<Record<DecidedVerdict, readonly RuleKind[]>> = {
  stateless: ["must", "must-bind"],
  stateful: ["may-not-bind"],
  hybrid: ["must-bind"],
};

function placementItem(
  from: Recommendation,
  writer: MarkdownWriter,
  { concern, placement }: ReportedConcern,
  deviation: Decision | null,
): readonly ReviewItem[] {
  if (placement === null) return [];
  const { md, prose, cite } = writer;
  const { id, place, pattern, beside, because, sources, backedBy } = placement;
  const state = md`**${concernTitles[concern].toLowerCase()}** state (${concernScopes[concern]})`;
  const backed =
    backedBy === null
      ? md``
      : md`, backed by ${quotedPattern(backedBy.pattern)} ${placeWords[backedBy.pattern.place]}`;
  const companion = beside === null ? md`` : md`, with ${quotedPattern(beside)} beside it`;
  const by = md`${pattern === null ? "" : md`, by the pattern ${quotedPattern(pattern)}`}${companion}${backed}`;
  const watch = pattern === null ? md`` : md` Watch: ${prose(pattern.watch)}`;
  const besideWatch = beside === null ? md`` : md` For “${beside.title}”: ${prose(beside.watch)}`;
  const reason = md`*Why:* ${prose(because)}${watch}${besideWatch}${cite(sources, from.urls)}`;
  const contested = againstPoints(from, concern, writer);
  if (deviation !== null) {
    const recommended =
      place === "nowhere" ? md`there is none${by}` : md`it lives **${placeWords[place]}**${by}`;
    return [
      {
        id: `placement/${concern}/decided`,
        task: md`Say where ${state} lives with the decided ${deviation.style}. With the recommended ${from.verdict}, ${recommended}.`,
        reason,
        contested,
      },
    ];
  }
  return [
    {
      id: `placement/${id}`,
      task:
        place === "nowhere"
          ? md`Confirm that there is no ${state} to keep${by}.`
          : md`Confirm that ${state} lives **${placeWords[place]}**${by}.`,
      reason,
      contested,
    },
  ];
}
