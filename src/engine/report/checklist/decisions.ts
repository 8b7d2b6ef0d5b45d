import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import { labelsOf } from "../labels.js";
import type { Sheet } from "../markdown/sheet.js";
import { agreement, meaning } from "../wording/verdict-words.js";
import { concernScopes, concernTitles, placeWords } from "../words.js";
import type { ReviewItem } from "./item.js";

/** What a review has to confirm: the verdict, what is ruled out, and where each kind of state lives. */
export function decisions(from: Recommendation, sheet: Sheet): readonly ReviewItem[] {
  return [
    ...(from.verdict === "undecided" ? [] : [verdictItem(from, sheet)]),
    ...decisionItem(from, sheet),
    ...vetoItems(from, sheet),
    ...from.concerns.flatMap((concern) => placementItem(from, sheet, concern)),
  ];
}

function verdictItem(from: Recommendation, { pen }: Sheet): ReviewItem {
  const { md } = pen;
  const grade = from.analysis?.grade ?? null;
  return {
    id: `verdict/${from.verdict}`,
    task: md`Confirm the verdict **${from.verdict}**${grade === null ? "" : md` (grade ${grade})`}, or record what is to be built instead and why.`,
    reason: md`*Why:* ${meaning(from)}`,
  };
}

function decisionItem(from: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  const { decision } = from;
  if (decision === null) return [];
  const { md, prose } = pen;
  const by = decision.by === null ? md`` : md` by ${decision.by}`;
  const because = decision.because === null ? md`` : md` Reason given: ${prose(decision.because)}`;
  return [
    {
      id: `decision/${decision.style}`,
      task: md`Confirm the recorded decision${by}: **${decision.style}**.`,
      reason: md`*Why:* It is recorded beside the answers, ${agreement(from, decision)}.${because}`,
    },
  ];
}

function vetoItems(from: Recommendation, { pen }: Sheet): readonly ReviewItem[] {
  const { md, prose, code, join, cite } = pen;
  return from.vetoes.map(({ veto, questions }) => {
    const given = questions.map((question) => md`${code(question)} is “${labelsOf(from, question)}”`);
    const ground = given.length === 0 ? md`` : md` as long as ${join(given, " and ")}`;
    return {
      id: `veto/${veto.id}`,
      task: md`Confirm that pure ${veto.forbids} is ruled out${ground}.`,
      reason: md`*Why:* ${prose(veto.because)}${cite(veto.sources, from.urls)}`,
    };
  });
}

function placementItem(
  from: Recommendation,
  { pen }: Sheet,
  { concern, placement }: ReportedConcern,
): readonly ReviewItem[] {
  if (placement === null) return [];
  const { md, prose, cite } = pen;
  const { id, place, pattern, because, sources } = placement;
  const state = md`**${concernTitles[concern].toLowerCase()}** state (${concernScopes[concern]})`;
  const by = pattern === null ? md`` : md`, by the pattern “${pattern.title}”`;
  const watch = pattern === null ? md`` : md` Watch: ${prose(pattern.watch)}`;
  return [
    {
      id: `placement/${id}`,
      task:
        place === "nowhere"
          ? md`Confirm that there is no ${state} to keep.`
          : md`Confirm that ${state} lives **${placeWords[place]}**${by}.`,
      reason: md`*Why:* ${prose(because)}${watch}${cite(sources, from.urls)}`,
    },
  ];
}
