import { conditionWords, dependenciesOf } from "../../explain/condition-words.js";
import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { plainAnswers } from "../witness/answers-of-term.js";
import type { CaseResult, Failure } from "./run-case.js";

/** A failure in one sentence: what was expected, what was found, and for a condition the answers that it depends on. */
export function failureWords(failure: Failure, result: CaseResult, pack: CompiledPack): string {
  switch (failure.kind) {
    case "verdict":
      return `expected the verdict ${failure.expected}, found ${failure.found}`;
    case "did-not-fire":
      return `expected ${failure.id} to fire: ${conditionAgainst(pack, failure.id, result.case.answers)}`;
    case "fired":
      return `expected ${failure.id} not to fire: ${conditionAgainst(pack, failure.id, result.case.answers)}`;
    case "placement":
      return failure.found === null
        ? `expected the state of ${failure.concern} in ${failure.expected}, found no placement`
        : `expected the state of ${failure.concern} in ${failure.expected}, found ${failure.found.place} by ${failure.found.placement}`;
    default:
      return failure satisfies never;
  }
}

/** "it fires when load is many; here load is few". */
function conditionAgainst(pack: CompiledPack, id: string, answers: Answers): string {
  const found = pack.rules.find(({ entry }) => entry.id === id);
  if (found === undefined) return "the pack has no such rule";
  const { when } = found.entry;
  const given = plainAnswers(answers);
  const here = dependenciesOf(when, pack.questionsById).map(({ question }) => {
    const answer = given[question];
    return `${question} is ${answer === undefined ? "not answered" : [answer].flat().join(", ")}`;
  });
  return `it fires when ${conditionWords(when, pack.questionsById)}; here ${here.join(", ")}`;
}
