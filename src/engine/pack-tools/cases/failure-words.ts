import { conditionWords, dependenciesOf, questionsById } from "../../explain/condition-words.js";
import type { Answers } from "../../model/answers.js";
import type { Condition } from "../../model/condition.js";
import type { Pack } from "../../model/pack.js";
import { plainAnswers } from "../witness/answers-of-term.js";
import type { CaseResult, Failure } from "./run-case.js";

/** A failure in one sentence: what was expected, what was found instead, and, of a condition, what the answers are. */
export function failureWords(failure: Failure, result: CaseResult, pack: Pack): string {
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

/** "it fires when load is many; load is few here". */
function conditionAgainst(pack: Pack, id: string, answers: Answers): string {
  const when: Condition | undefined = [...pack.rules, ...pack.vetoes].find((entry) => entry.id === id)?.when;
  if (when === undefined) return "the pack has no such rule or veto";
  const questions = questionsById(pack.questions);
  const given = plainAnswers(answers);
  const here = dependenciesOf(when, questions).map(({ question }) => {
    const answer = given[question];
    return `${question} is ${answer === undefined ? "not answered" : [answer].flat().join(", ")}`;
  });
  return `it fires when ${conditionWords(when, questions)}; here ${here.join(", ")}`;
}
