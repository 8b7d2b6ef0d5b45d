import type { Decision } from "../../model/answers.js";
import type { Rule, RuleKind } from "../../model/pack.js";
import type { Recommendation, ReportedConcern, ReportedRule } from "../../model/recommendation.js";
import type { DecidedVerdict } from "../../model/verdict.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import { concernScopes, concernTitles, labelsOf, placeWords, quotedPattern } from "../wording/titles.js";
import { against, againstPoints } from "./contested.js";
import type { ReviewItem } from "./item.js";
import { briefly } from "./sentences.js";
import { claims, linked } from "./sources.js";

/** Where each kind of state lives, with the requirements that settle it; apart from it those that a decision is against. */
export function placements(
  from: Recommendation,
  writer: MarkdownWriter,
  deviation: Decision | null,
): readonly ReviewItem[] {
  return from.concerns.flatMap((concern) => {
    const settled = from.settled.filter(({ rule }) => rule.concern === concern.concern);
    const apart = settled.filter(({ rule }) => concern.placement === null || overrules(deviation, rule.kind));
    return [
      ...apart.map((given) => givenItem(from, writer, given, deviation)),
      ...placementItem(
        from,
        writer,
        concern,
        settled.filter((given) => !apart.includes(given) && settles(given, concern)),
        deviation,
      ),
    ];
  });
}

/** The kinds of rules that a style contradicts; `must-bind` binds only what is kept. */
const ruledOut: Readonly<Record<DecidedVerdict, readonly RuleKind[]>> = {
  stateless: ["must"],
  stateful: ["may-not-bind"],
  hybrid: ["must-bind"],
};

const overrules = (deviation: Decision | null, kind: RuleKind): boolean =>
  deviation !== null && ruledOut[deviation.style].includes(kind);

/** Whether a requirement is why the state of its concern is where it is. */
function settles({ rule: { kind } }: ReportedRule, concern: ReportedConcern): boolean {
  switch (kind) {
    case "must":
      return concern.kept;
    case "must-not":
      return !concern.kept;
    case "may-not-bind":
      return concern.class === "elsewhere";
    default:
      return concern.class === "bound";
  }
}

/** If the decision is for a style that a given rules out, the review has to say how it can work. */
function givenItem(
  from: Recommendation,
  writer: MarkdownWriter,
  given: ReportedRule,
  deviation: Decision | null,
): ReviewItem {
  const { md } = writer;
  const { rule } = given;
  const settled = givenWords(rule);
  const isOverruled = overrules(deviation, rule.kind);
  return {
    id: isOverruled ? `given/${rule.id}/overruled` : `given/${rule.id}`,
    task:
      isOverruled && deviation !== null
        ? md`Say how the decided ${deviation.style} design can work, although by the rule pack ${settled}${ground(from, writer, given)}.`
        : md`${capital(settled)}${ground(from, writer, given)}.`,
    below: [...reasoned(rule, from, writer), ...claims(from, rule.sources, writer)],
  };
}

/** Why, and what speaks against that. */
function reasoned(
  { because, sources, contested }: Pick<Rule, "because" | "sources" | "contested">,
  from: Recommendation,
  writer: MarkdownWriter,
): readonly Markdown[] {
  const { md, prose, style } = writer;
  return [
    md`_Why:_ ${prose(briefly(because, style))}${linked(from, sources, writer)}`,
    ...against([contested], writer),
  ];
}

/** " as long as the answers are “…” and “…”"; empty for a requirement that depends on no answer. */
function ground(from: Recommendation, { md, join }: MarkdownWriter, { questions }: ReportedRule): Markdown {
  if (questions.length === 0) return md``;
  const labels = questions.map((question) => md`“${labelsOf(from, question)}”`);
  return md` as long as ${labels.length === 1 ? "the answer is" : "the answers are"} ${join(labels, " and ")}`;
}

function placementItem(
  from: Recommendation,
  writer: MarkdownWriter,
  { concern, placement }: ReportedConcern,
  settled: readonly ReportedRule[],
  deviation: Decision | null,
): readonly ReviewItem[] {
  if (placement === null) return [];
  const { md, prose, style } = writer;
  const { id, place, pattern, beside, backedBy } = placement;
  const title = concernTitles[concern];
  const scope = md`state (${concernScopes[concern]})`;
  const lives = place === "nowhere" ? md`there is none` : md`it lives **${placeWords[place]}**`;
  const by = md`${pattern === null ? "" : md`: ${quotedPattern(pattern)}`}${
    beside === null ? "" : md`, with “${beside.title}” beside it`
  }${backedBy === null ? "" : md`, backed by “${backedBy.pattern.title}” ${placeWords[backedBy.pattern.place]}`}`;
  const whole = style.detail === "full" || settled.length === 0;
  const sources = [...settled.flatMap(({ rule }) => rule.sources), ...placement.sources];
  const below = [
    ...settled.flatMap(({ rule }) => reasoned(rule, from, writer)),
    ...(whole ? reasoned({ ...placement, contested: null }, from, writer) : []),
    ...[pattern, beside].flatMap((each, at) =>
      each === null
        ? []
        : [md`_Watch${at === 0 ? "" : md` “${each.title}”`}:_ ${prose(briefly(each.watch, style))}`],
    ),
    ...claims(from, sources, writer),
    ...againstPoints(from, concern, writer),
  ];
  if (deviation !== null)
    return [
      {
        id: `placement/${concern}/decided`,
        task: md`Say where **${title.toLowerCase()}** ${scope} lives in the decided ${deviation.style} design. In the recommended ${from.verdict} one, ${lives}${by}.`,
        below,
      },
    ];
  return [
    {
      id: `placement/${id}`,
      task:
        place === "nowhere"
          ? md`There is no **${title.toLowerCase()}** ${scope} to keep${by}.`
          : md`**${title}** ${scope} lives **${placeWords[place]}**${by}.`,
      below,
    },
  ];
}
