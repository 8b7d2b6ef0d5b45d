import type { Answer, Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Question } from "../../model/pack.js";

/** Answers to replay, and their name: a file and surface, a case or real system, or the change that they reveal. */
export interface Recorded {
  readonly kind: "file" | "case" | "system" | "witness";
  readonly name: string;
  readonly answers: Answers;
}

/** The first of each set of equal answers, notes and "not sure yet" aside. */
export function distinct(recorded: readonly Recorded[]): readonly Recorded[] {
  const first = new Map<string, Recorded>();
  for (const each of recorded) {
    const named = [...each.answers].flatMap(([question, answer]) => {
      const options = namedOptions(answer);
      return options.length === 0 ? [] : [`${question}=${[...options].sort().join()}`];
    });
    const key = named.sort().join(" ");
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

/**
 * The answers as the pack reads them: without questions and options that it does not have, retired options replaced. What
 * is left of an answer is dropped if the question does not take that many options.
 */
export function knownAnswers({ questionsById }: CompiledPack, answers: Answers): Answers {
  return new Map(
    [...answers].flatMap(([id, answer]) => {
      const question = questionsById.get(id);
      if (question === undefined) return [];
      const options = [...new Set(namedOptions(answer).flatMap((option) => readAs(question, option) ?? []))];
      const fits = question.several ? options.length > 0 : options.length === 1;
      return fits ? [[id, { kind: "chosen", options, note: answer.note } as const] as const] : [];
    }),
  );
}

/** The options as written: one that is retired in the version that read the answers may be an option of the other. */
function namedOptions(answer: Answer): readonly string[] {
  return answer.written ?? (answer.kind === "chosen" ? answer.options : []);
}

function readAs({ options, retired }: Question, option: string): string | null {
  if (options.some(({ id }) => id === option)) return option;
  return retired.find(({ id }) => id === option)?.replacedBy ?? null;
}
