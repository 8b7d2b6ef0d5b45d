import type { Box, Variable } from "../model/compiled-pack.js";
import type { Question } from "../model/pack.js";
import type { AtomBoxes } from "./boxes.js";

/** The variables of all questions, in the pack's order. */
export function variablesOf(questions: readonly Question[]): readonly Variable[] {
  const variables: Variable[] = [];
  questions.forEach((question, index) => {
    const states = question.several
      ? question.options.filter((option) => !option.none).map((option) => ["", option.id])
      : [question.options.map((option) => option.id)];
    for (const ids of states) {
      variables.push({ index: variables.length, question: index, states: ids, full: 2 ** ids.length - 1 });
    }
  });
  return variables;
}

/** Where the answer to a question is one of `options`, and where it is not. */
export function atomBoxes(
  question: Question,
  variables: readonly Variable[],
  options: readonly string[],
): AtomBoxes {
  if (question.several) return severalBoxes(question, variables, options);
  const variable = variables[0];
  if (variable === undefined) return { inside: [], outside: [] };
  const mask = variable.states.reduce(
    (sum, state, bit) => (options.includes(state) ? sum + 2 ** bit : sum),
    0,
  );
  return { inside: boxesOf(variable, mask), outside: boxesOf(variable, variable.full - mask) };
}

/** For a question that takes several: any of the named options is chosen, or, for its `none`, nothing is. */
function severalBoxes(
  question: Question,
  variables: readonly Variable[],
  options: readonly string[],
): AtomBoxes {
  const named = variables.filter((variable) => options.includes(variable.states[1] ?? ""));
  const none = question.options.some((option) => option.none && options.includes(option.id));
  const nothing: Box = variables.map(({ index }) => ({ variable: index, mask: 1 }));
  const inside = named.map(({ index }): Box => [{ variable: index, mask: 2 }]);
  const noneNamed: Box = named.map(({ index }) => ({ variable: index, mask: 1 }));
  if (!none) return { inside, outside: [noneNamed] };
  const others = variables.filter((variable) => !named.includes(variable));
  return {
    inside: [...inside, nothing],
    outside: others.map(
      ({ index }): Box =>
        [...noneNamed, { variable: index, mask: 2 }].sort((a, b) => a.variable - b.variable),
    ),
  };
}

function boxesOf(variable: Variable, mask: number): readonly Box[] {
  if (mask === 0) return [];
  return mask === variable.full ? [[]] : [[{ variable: variable.index, mask }]];
}
