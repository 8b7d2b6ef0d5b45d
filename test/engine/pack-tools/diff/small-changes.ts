import type { Answer } from "../../../../src/engine/model/answers.js";
import type { PackDiff } from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import type { Recorded } from "../../../../src/engine/pack-tools/diff/recorded-answers.js";
import { smallPackText } from "../../small-pack.js";

/** A replacement in the text of the small pack. */
export type Swap = readonly [from: string, to: string];

/** Four points for keeping it elsewhere instead of one: a stream of some or many is not bound any more. */
export const heavier: Swap = ["crowds: { points: -1", "crowds: { points: -4"];
/** Requests apart have a task, too. */
export const wider: Swap = [
  "steps-remembered: { concern: workflow, points: 2, when: { style: steps }",
  "steps-remembered: { concern: workflow, points: 2, when: { style: [steps, apart] }",
];
export const withoutAlone: Swap = [line("alone"), ""];
export const withoutLiveGames: Swap = [`must-bind:\n${line("games-are-live")}`, ""];
export const withoutFollowing: Swap = [`follows:\n${line("login-on-stream")}`, ""];
/** Shops have to remember who is asking. */
export const shopsRemember: Swap = [
  "\nmust:\n",
  "\nmust:\n  shops-remember: { concern: session, when: { kinds: shops }, because: Shops., sources: [claim] }\n",
];
/** There is one more style. */
export const bulk: Swap = [
  "      stream: { label",
  "      bulk: { label: Bulk, help: Much at once. }\n      stream: { label",
];
/** Steps of requests apart are in strict order. */
export const impliedStrict: Swap = ["answer: any, because", "answer: strict, because"];

/** The line of an entry that is written on one. */
export function line(id: string): string {
  const found = new RegExp(`^ +${id}: .*\n`, "m").exec(smallPackText)?.[0];
  if (found === undefined) throw new Error(`the small pack has no ${id}`);
  return found;
}

export const chosen = (...options: readonly string[]): Answer => ({ kind: "chosen", options, note: null });

/** Answers of a case: an option, several, or an answer as it is. */
export function recorded(
  name: string,
  answers: Readonly<Record<string, string | readonly string[] | Answer>>,
): Recorded {
  const given = Object.entries(answers).map(([id, answer]): [string, Answer] => [
    id,
    typeof answer === "object" && "kind" in answer ? answer : chosen(...[answer].flat()),
  ]);
  return { kind: "case", name, answers: new Map(given) };
}

/** The moves of recorded answers: from what to what, and by which changes. */
export const movesOf = ({ moves }: PackDiff) =>
  moves
    .filter(({ recorded: { kind } }) => kind === "case")
    .map(({ recorded: { name }, before, after, by }) => [name, before, after, by.map(({ id }) => id)]);
