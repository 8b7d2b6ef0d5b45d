import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledQuestion } from "../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { oncePer } from "../../src/engine/model/once-per.js";
import type { Possible, Profile } from "../../src/engine/model/profile.js";
import { holds } from "../../src/engine/score/holds.js";

/** Every completion of a profile, by listing all assignments and leaving out those that an implication rules out. */
export function completionsOf(pack: CompiledPack, profile: Profile): readonly Possible[] {
  const given = pack.questions.map(({ index }) => profile.answerStates[index] === "given");
  const all = pack.variables.reduce<readonly Possible[]>(
    (prefixes, { index, question, states }) => {
      const masks =
        given[question.index] === true
          ? [profile.possible[index] ?? 0]
          : states.map((_, state) => 1 << state);
      return prefixes.flatMap((prefix) => masks.map((mask) => [...prefix, mask]));
    },
    [[]],
  );
  return all.filter((possible) =>
    pack.questions.every(
      ({ index, implied, variables: [own] }) =>
        given[index] === true ||
        implied.every(
          ({ condition, mask }) =>
            !holds(condition, possible) || own === undefined || possible[own.index] === mask,
        ),
    ),
  );
}

/** Every way of answering one question. */
export const answersTo = oncePer(({ options, several }: CompiledQuestion): readonly Answer[] => {
  const ids = options.filter(({ none }) => !none).map(({ id }) => id);
  if (!several) return ids.map((id) => chosen([id]));
  const sets = Array.from({ length: 2 ** ids.length }, (_, chosenBits) =>
    ids.filter((_id, bit) => (chosenBits & (1 << bit)) !== 0),
  );
  return sets.map((set) => chosen(set.length === 0 ? ["none-of-these"] : set));
});

export function withAnswer(answers: Answers, question: string, answer: Answer): Answers {
  return new Map([...answers, [question, answer]]);
}

function chosen(options: readonly string[]): Answer {
  return { kind: "chosen", options, note: null };
}
