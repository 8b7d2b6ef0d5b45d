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
    case "pattern":
      return `expected the pattern ${failure.expected} for ${failure.concern}, ${foundWords(failure.found)}`;
    case "beside":
      return `expected ${failure.expected} beside the pattern of ${failure.concern}, ${foundWords(failure.found)}`;
    case "backed-by":
      return failure.found === null
        ? `expected a conversation backed by ${failure.expected}, found none that is backed`
        : `expected a conversation backed by ${failure.expected}, found ${failure.found.pattern} by ${failure.found.backing}`;
    case "did-not-clash":
      return `expected the clash ${failure.id}: ${conditionAgainst(pack, failure.id, result.case.answers)}`;
    default:
      return failure satisfies never;
  }
}

function foundWords(found: Extract<Failure, { readonly kind: "pattern" | "beside" }>["found"]): string {
  if (found === null) return "found no placement";
  return `found ${found.pattern ?? "none"} by ${found.placement}`;
}

/** "it fires when load is many; here load is few". */
function conditionAgainst(pack: CompiledPack, id: string, answers: Answers): string {
  const found = [...pack.rules, ...pack.clashes].find(({ entry }) => entry.id === id);
  if (found === undefined) return "the pack has no such rule";
  const { when } = found.entry;
  const given = plainAnswers(answers);
  const here = dependenciesOf(when, pack.questionsById).map(({ question }) => {
    const answer = given[question];
    return `${question} is ${answer === undefined ? "not answered" : [answer].flat().join(", ")}`;
  });
  return `it fires when ${conditionWords(when, pack.questionsById)}; here ${here.join(", ")}`;
}
