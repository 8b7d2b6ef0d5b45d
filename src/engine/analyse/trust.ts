import type {
  AnswersTrust,
  GradeCap,
  OpenQuestion,
  Reach,
  Stability,
  Trust,
  WeightsTrust,
} from "../model/analysis.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Settings } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import { type Grade, type Verdict, verdicts } from "../model/verdict.js";
import { holds } from "../score/holds.js";

/** Sums of fewer points than this are thin evidence. */
const leastSum = 2;

/**
 * How far a verdict can be trusted: `firm` if the answers are settled and the weights givens or robust; `fragile` if the
 * answers are open, or the weights tight or thin; else `fair`. What would be firm is `fair` while a clash fires, or while
 * fewer than half of the essential questions are known (given or implied). Null for `undecided`.
 */
export function trustOf(
  pack: CompiledPack,
  profile: Profile,
  score: Score,
  { stability, reach, open }: { stability: Stability; reach: Reach; open: readonly OpenQuestion[] },
): Trust | null {
  if (score.verdict === "undecided") return null;
  const answers = answersTrustOf(pack, score.verdict, reach, open);
  const weights = weightsTrustOf(pack.source.settings, score, stability);
  const grade = gradeOf(answers, weights);
  const caps = grade === "firm" ? capsOf(pack, profile) : [];
  return { grade: caps.length > 0 ? "fair" : grade, answers, weights, caps };
}

/**
 * `settled`: every completion gives the present verdict, and no question alone changes it on the way there, while others
 * are open. Else `open` if a question without a harmless option can change it alone, otherwise `assumed`.
 */
function answersTrustOf(
  pack: CompiledPack,
  verdict: Verdict,
  reach: Reach,
  open: readonly OpenQuestion[],
): AnswersTrust {
  if (onlyVerdict(reach) === verdict && !open.some(({ overturns }) => overturns)) return "settled";
  const isUnassumed = ({ question, overturns }: OpenQuestion): boolean =>
    overturns && pack.questionsById.get(question)?.harmless === null;
  return open.some(isUnassumed) ? "open" : "assumed";
}

/** `thin` goes by the sum of points that gives the radius. */
function weightsTrustOf(
  { robustRadius, tightRadius }: Settings,
  score: Score,
  { radius, at }: Stability,
): WeightsTrust {
  if (radius === null || at === null) return "givens";
  const deciding = score.concerns[at.concern][at.form];
  if (deciding.for + deciding.against < leastSum) return "thin";
  if (radius < tightRadius) return "tight";
  return radius < robustRadius ? "moderate" : "robust";
}

function gradeOf(answers: AnswersTrust, weights: WeightsTrust): Grade {
  if (answers === "open" || weights === "tight" || weights === "thin") return "fragile";
  return answers === "settled" && weights !== "moderate" ? "firm" : "fair";
}

function capsOf(pack: CompiledPack, { possible, answerStates }: Profile): readonly GradeCap[] {
  const essential = pack.questions.filter((question) => question.essential);
  const known = essential.filter(
    ({ index }) => answerStates[index] === "given" || answerStates[index] === "implied",
  );
  const caps: GradeCap[] = [];
  if (pack.clashes.some(({ condition }) => holds(condition, possible))) caps.push("clash");
  if (2 * known.length < essential.length) caps.push("few-essentials");
  return caps;
}

/** The verdict that every completion leads to, or null if there are several: then more answers can still matter. */
export function onlyVerdict(reach: Reach): Verdict | null {
  const reached = verdicts.filter((verdict) => reach[verdict] > 0n);
  const [first, second] = reached;
  return first === undefined || second !== undefined ? null : first;
}
