import {
  type Concern,
  concerns,
  homes,
  namedByRules,
  type Pack,
  scored,
  sum,
  type Verdict,
  verdictOf,
} from "./evaluate.js";
import { completions, holds, type Known, optionsOf, waysToAnswer, withImplied } from "./world.js";

/** More ways than this of answering the open questions are not listed. */
const listed = 20_000;

/** Every way of answering the open questions with the verdict that it ends in; undefined if there are too many. */
export function endings(pack: Pack, known: Known): readonly (readonly [Known, Verdict])[] | undefined {
  const open = openQuestions(pack, known).map((id) => [id, waysToAnswer(pack.questions, id)] as const);
  if (open.length > 4 || open.reduce((ways, [, of]) => ways * of.length, 1) > listed) return undefined;
  return [...completions(pack.questions, known, open)]
    .filter((world) => open.every(([id]) => isOwn(pack, world, id)))
    .map((world) => [world, scored(pack, world).verdict]);
}

/** Whether the answer to an open question is what the other answers imply, if they imply one. */
function isOwn({ questions }: Pack, world: Known, question: string): boolean {
  const found = questions[question]?.implied?.find(({ when }) => holds(questions, when, world));
  return found === undefined || world.get(question)?.[0] === found.answer;
}

export function openQuestions({ questions }: Pack, known: Known): readonly string[] {
  return Object.keys(questions).filter((id) => !known.has(id));
}

/** In bits: how much the entropy of the verdict falls on average once the question is answered. */
export function valueOfInformation(ends: readonly (readonly [Known, Verdict])[], question: string): number {
  const after = grouped(ends, ([world]) => String(world.get(question)));
  return entropy(ends) - sum(after.map((group) => (group.length / ends.length) * entropy(group)));
}

function entropy(ends: readonly (readonly [Known, Verdict])[]): number {
  const shares = grouped(ends, ([, verdict]) => verdict).map((group) => group.length / ends.length);
  return sum(shares.map((share) => -share * Math.log2(share)));
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Whether some answer to an open question changes the verdict while the others stay open. */
export function overturns(pack: Pack, given: Known, question: string): boolean {
  const now = verdictOf(pack, given);
  // Of a question that takes several options, the sets of those that a rule names; the others change nothing.
  const named = namedByRules(pack, question);
  return waysToAnswer(pack.questions, question, named).some(
    (way) => verdictOf(pack, new Map([...given, [question, way]])) !== now,
  );
}

export interface Otherwise {
  readonly question: string;
  readonly option: string;
  readonly verdict: Verdict | null;
  readonly concerns: readonly Concern[];
}

/** What would move if an open question with a harmless option were answered, the harmless option among the answers. */
export function otherwise(pack: Pack, given: Known): readonly Otherwise[] {
  const now = outcome(pack, given);
  if (now.verdict === "undecided") return [];
  const open = openQuestions(pack, now.known).filter((id) => pack.questions[id]?.harmless !== undefined);
  return open.flatMap((question) =>
    optionsOf(pack.questions, question)
      .map((option) => {
        const then = outcome(pack, new Map([...given, [question, [option]]]));
        const moved = concerns.filter((id) => then.home(id) !== now.home(id));
        const verdict = then.verdict === now.verdict ? null : then.verdict;
        return { question, option, verdict, concerns: moved };
      })
      .filter(({ concerns: moved }) => moved.length > 0),
  );
}

function outcome(pack: Pack, given: Known) {
  const known = withImplied(pack.questions, given);
  const now = scored(pack, known);
  const { homes: all, backedBy } = homes(pack, known, now);
  const home = (concern: Concern) => {
    const { place, pattern, beside } = all[concern];
    return [place, pattern, beside, concern === "interaction" ? backedBy : null].join(" ");
  };
  return { verdict: now.verdict, known, home };
}
