import { type Class, type Concern, concerns, type Pack, scored, type Verdict } from "./evaluate.js";
import { type Known, optionsOf, type Question, withImplied } from "./world.js";

export interface Tipping {
  readonly change: string;
  readonly verdict: Verdict;
  readonly moved: readonly (readonly [Concern, Class])[];
}

/** Every single change of a given answer, with the verdict after it and the concerns that it moves to another class. */
export function singleChanges(pack: Pack, given: Known): readonly Tipping[] {
  const now = scored(pack, withImplied(pack.questions, given));
  return [...given].flatMap(([question, chosen]) =>
    changes(pack, question, chosen).map(([change, to]) => {
      const then = scored(pack, withImplied(pack.questions, new Map([...given, [question, to]])));
      const moved = concerns
        .filter((concern) => then.classes[concern] !== now.classes[concern])
        .map((concern) => [concern, then.classes[concern]] as const);
      return { change, verdict: then.verdict, moved };
    }),
  );
}

/** To another option; of a question that takes several, one option more or fewer, and instead of none the one for that. */
function changes(
  { questions }: Pack,
  question: string,
  chosen: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  const { several, options } = questions[question] as Question;
  const others = optionsOf(questions, question).filter((option) => !chosen.includes(option));
  if (!several) return others.map((to) => [`${question}: ${chosen} > ${to}`, [to]]);
  const stands = (option: string) => options[option]?.none === true;
  const real = chosen.filter((option) => !stands(option));
  const none = optionsOf(questions, question).filter(stands);
  const more = others
    .filter((to) => !stands(to))
    .map((to) => [`${question}: null > ${to}`, [...real, to]] as const);
  const fewer = real.map((from) => {
    const left = real.filter((option) => option !== from);
    return [`${question}: ${from} > null`, left.length > 0 ? left : none] as const;
  });
  return [...more, ...fewer];
}
