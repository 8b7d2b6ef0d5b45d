import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { concerns } from "../../../../src/engine/model/verdict.js";
import { randomNumbers } from "../../../../src/engine/pack-tools/witness/random-numbers.js";
import {
  allOf,
  barePack,
  bareQuestion,
  bareRule,
  compiled,
  type Effect,
  type When,
} from "../../bare-pack.js";

const options = ["o0", "o1", "o2", "o3"];

/**
 * A pack of ordered questions in which each rule reads five of them at random, so that every question is tied to every
 * other; and for each question a rule that its first option alone makes fire.
 */
export function densePack(rules: number, questions = 29): CompiledPack {
  const random = randomNumbers(9);
  const below = (count: number): number => Math.floor(random() * count);
  const ids = Array.from({ length: questions }, (_, index) => `q${index}`);
  const effects: readonly Effect[] = [
    ...concerns.map((concern) => ({ need: 5, concern })),
    { place: 5 },
    { given: "must", concern: "workflow" },
  ];
  const reading = Array.from({ length: rules }, (_, index) => {
    const left = [...ids];
    const read = Array.from({ length: 5 }, () => left.splice(below(left.length), 1)).flat();
    const when: When = Object.fromEntries(read.map((id) => [id, options[1 + below(3)] ?? "o1"]));
    return bareRule(`r${index}`, allOf(when), effects[index % effects.length] ?? { place: 5 });
  });
  const against = ids.map((id, index) =>
    bareRule(`z${index}`, allOf({ [id]: "o0" }), {
      need: -1,
      concern: concerns[index % concerns.length] ?? "sync",
    }),
  );
  return compiled(
    barePack({
      name: "dense",
      questions: ids.map((id) => bareQuestion(id, options, { ordered: true, direction: "stateful" })),
      rules: [...reading, ...against],
    }),
  );
}
