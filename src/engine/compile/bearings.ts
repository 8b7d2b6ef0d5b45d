import type {
  Bearings,
  CompiledCondition,
  CompiledPack,
  CompiledQuestion,
  Variable,
} from "../model/compiled-pack.js";
import { boxesOf, visitVariables } from "../model/condition-code.js";

/** What is looked through to see what bears on what. */
type Looked = Pick<CompiledPack, "variables" | "questions" | "implicationOrder" | "rules" | "vetoes">;

/** The pack with what each variable bears on: to be found anew whenever a condition is another. */
export function withBearings<Pack extends Looked>(pack: Pack): Pack & { readonly bearings: Bearings } {
  return { ...pack, bearings: bearingsOf(pack) };
}

function bearingsOf(pack: Looked): Bearings {
  const conditions = [...pack.rules, ...pack.vetoes].map(({ condition }) => condition);
  const named = namedBy(pack, conditions);
  const throughImplication = implicationTouches(pack, named);
  const touched = named.map((own, variable) => {
    const through = throughImplication[variable] ?? [];
    return own.concat(through.filter((entry) => !own.includes(entry)));
  });
  const allowing = touched.map((entries, variable) =>
    entries.map((entry) => allowedStates(conditions[entry] ?? [], pack.variables[variable])),
  );
  const implies = pack.variables.map(() => false);
  for (const { implied } of pack.questions)
    for (const { condition } of implied)
      visitVariables(condition, (variable) => {
        implies[variable] = true;
      });
  const hanging = pack.questions.flatMap(({ implied, variables }) => (implied.length > 0 ? variables : []));
  return { touched, allowing, throughImplication, implies, hanging };
}

/** By variable: the entries whose condition names it. */
function namedBy(
  { variables }: Looked,
  conditions: readonly CompiledCondition[],
): readonly (readonly number[])[] {
  const named = variables.map((): number[] => []);
  conditions.forEach((condition, entry) => {
    visitVariables(condition, (variable) => {
      const own = named[variable];
      if (own !== undefined && own.at(-1) !== entry) own.push(entry);
    });
  });
  return named;
}

/** The states of a variable with which a condition can hold, as a mask: those of one that it does not name are all. */
function allowedStates(condition: CompiledCondition, { index, full }: Variable = noVariable): number {
  const allowed = boxesOf(condition).map(
    (box) => box.find(({ variable }) => variable === index)?.mask ?? full,
  );
  return allowed.reduce((union, mask) => union | mask, 0);
}

const noVariable: Variable = { index: -1, question: -1, states: [], full: 0 };

const nothingImplied: Pick<CompiledQuestion, "implied" | "variables"> = { implied: [], variables: [] };

/** By variable: the entries that name a question which an implication hangs on the variable, directly or through others. */
function implicationTouches(
  pack: Looked,
  named: readonly (readonly number[])[],
): Bearings["throughImplication"] {
  const through = pack.variables.map((): number[] => []);
  for (const index of pack.implicationOrder.toReversed()) {
    const { implied, variables } = pack.questions[index] ?? nothingImplied;
    const [own = -1] = variables;
    const entries = [...(named[own] ?? []), ...(through[own] ?? [])];
    for (const { condition } of implied)
      visitVariables(condition, (variable) => {
        const touched = through[variable];
        for (const entry of entries) if (touched?.includes(entry) === false) touched.push(entry);
      });
  }
  return through;
}
