import { type Concern, concerns, type Pack, type Points, type Scored } from "./evaluate.js";
import { type Condition, holds, type Known, readBy } from "./world.js";

export interface Contribution extends Points {
  readonly concern: Concern;
  readonly form: string;
  readonly question: string;
}

/** The points of the rules that an answer made fire. */
export function contributions(pack: Pack, known: Known, { fired }: Scored): readonly Contribution[] {
  const sums = new Map<string, Contribution>();
  for (const form of ["need", "place"])
    for (const concern of concerns)
      for (const id of fired(form, concern)) {
        const { when, points = 0 } = pack.rules[form]?.[id] ?? {};
        const questions = responsible(pack, when, known);
        for (const question of questions) {
          const key = `${concern} ${form} ${question}`;
          const old = sums.get(key) ?? { concern, form, question, for: 0, against: 0 };
          const side = points > 0 ? "for" : "against";
          sums.set(key, { ...old, [side]: old[side] + Math.abs(points) / questions.length });
        }
      }
  return [...sums.values()];
}

/** The answered questions of the alternatives that hold; if they hold only together, of the whole condition. */
function responsible({ questions }: Pack, when: Condition, known: Known): readonly string[] {
  const holding = alternatives(when).filter((each) => holds(questions, { all: each }, known));
  const all = (holding.length > 0 ? holding.flat() : [when]).flatMap((each) => [
    ...readBy(questions, each).keys(),
  ]);
  return [...new Set(all)].filter((question) => known.has(question));
}

type Alternatives = readonly (readonly Condition[])[];

/** The ways in which a condition can hold, or fail to, each without a choice. */
function alternatives(condition: Condition, wanted = true): Alternatives {
  const parts = Object.entries(condition ?? {}).map(([key, value]) => choices(key, value, wanted));
  return wanted ? together(parts) : parts.flat();
}

function choices(key: string, value: unknown, wanted: boolean): Alternatives {
  if (key === "not") return alternatives(value as Condition, !wanted);
  if (key !== "any" && key !== "all") return [[wanted ? { [key]: value } : { not: { [key]: value } }]];
  const parts = (value as readonly Condition[]).map((part) => alternatives(part, wanted));
  return (key === "all") === wanted ? together(parts) : parts.flat();
}

function together(parts: readonly Alternatives[]): Alternatives {
  return parts.reduce<Alternatives>(
    (ways, part) => ways.flatMap((way) => part.map((more) => [...way, ...more])),
    [[]],
  );
}
