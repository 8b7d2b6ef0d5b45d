import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { type Known, optionsOf, type Questions, waysToAnswer } from "./world.js";

type Given = Readonly<Record<string, string | readonly string[] | { readonly answer: string }>>;

/** The answers of all cases of the default pack, documented systems among them. */
export function answersOfCases(questions: Questions, folder: string): readonly Known[] {
  const files = [folder, join(folder, "real")].flatMap((inside) =>
    readdirSync(inside)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => parse(readFileSync(join(inside, name), "utf8"))),
  );
  const given = files.flatMap(({ cases, answers }): readonly Given[] =>
    cases === undefined ? [answers] : Object.values<{ answers: Given }>(cases).map((each) => each.answers),
  );
  return given.map((each) => known(questions, each));
}

function known(questions: Questions, given: Given): Known {
  return new Map(
    Object.keys(questions).flatMap((id) => {
      const value = given[id];
      if (value === undefined) return [];
      const answer = typeof value === "object" && "answer" in value ? value.answer : value;
      const chosen = (typeof answer === "string" ? [answer] : answer) as readonly string[];
      return chosen[0] === "unsure" ? [] : [[id, chosen] as const];
    }),
  );
}

/** Random answers: to all questions, to all but a few, to half of them, to a few. */
export function randomAnswers(questions: Questions, count: number): readonly Known[] {
  const ids = Object.keys(questions);
  const open = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 4 }),
    fc.constant(Math.floor(ids.length / 2)),
    fc.integer({ min: ids.length - 6, max: ids.length }),
  );
  const sets = open.chain((left) =>
    fc
      .shuffledSubarray(ids, { minLength: ids.length - left, maxLength: ids.length - left })
      .chain((answered) => fc.record(Object.fromEntries(answered.map((id) => [id, answer(questions, id)])))),
  );
  return fc
    .sample(sets, { seed: 1, numRuns: count })
    .map((set) => new Map(ids.flatMap((id) => (set[id] === undefined ? [] : [[id, set[id]] as const]))));
}

function answer(questions: Questions, id: string): fc.Arbitrary<readonly string[]> {
  const options = optionsOf(questions, id);
  if (!questions[id]?.several) return fc.constantFrom(...options).map((option) => [option]);
  return fc
    .subarray([...options], { minLength: 1, maxLength: 3 })
    .chain((some) => fc.constantFrom(...waysToAnswer(questions, id, some).filter((way) => way.length > 0)));
}
