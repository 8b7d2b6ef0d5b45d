import { oneOf, quoted, type Wordings, wording } from "./phrases.js";
import type { ReviewProblem } from "./problem.js";

/** Wording of problems that prevent recording a decision or writing into a document. */
export const reviewWordings: Wordings<ReviewProblem> = {
  "same-name": ({ kind, id }) =>
    wording(`there is more than one ${kind} \`${id}\``, `a name of its own for each ${kind}`),
  "choice-needed": (problem) =>
    wording(`${quoted(problem.option)} is needed to say which one`, oneOf(problem.known)),
  "unexplained-deviation": (problem) =>
    wording(
      `${quoted(problem.style)} differs from the recommendation, ${quoted(problem.verdict)}: ${problem.missing.map(quoted).join(" and ")} ${problem.missing.length === 1 ? "is" : "are"} missing`,
      "a reason, and the last day on which the deviation is accepted",
    ),
  "day-passed": (problem) =>
    wording(`${quoted(problem.day)} is in the past: today is ${problem.today}`, "today or a later date"),
  "until-without-deviation": (problem) =>
    wording(
      `${quoted(problem.style)} is the recommendation, so there is no deviation to end`,
      "no `--until`",
    ),
  "unconfirmed-answer": ({ question }) =>
    wording(
      `an agent answered ${quoted(question)}, and no person has confirmed it; another answer would change the recommendation`,
      "a look at it with `api-advisor interview --from FILE --save FILE`; or `--confirm`, if what agents answered is right",
    ),
  "shared-by-alias": (problem) =>
    wording(
      `the surface ${quoted(problem.surface)} is shared through a YAML alias, so a decision here would apply in both places`,
      "the surface written out",
    ),
  "no-markers": () =>
    wording(
      "has no markers to write between",
      "the lines `<!-- api-advisor:begin -->` and `<!-- api-advisor:end -->`, each on its own, outside code and lists",
    ),
  "marker-without-end": (problem) =>
    wording(
      `this begin marker${ofBlock(problem.id)} has no end marker`,
      "`<!-- api-advisor:end -->` after it",
    ),
  "marker-without-begin": (problem) =>
    wording(
      `this end marker${ofBlock(problem.id)} has no begin marker`,
      "`<!-- api-advisor:begin -->` before it",
    ),
  "marker-repeated": (problem) =>
    wording(
      `second block ${problem.id === "" ? "without an id" : quoted(problem.id)}; the first begins on line ${problem.first}`,
      "a different id: `<!-- api-advisor:begin ID -->`",
    ),
};

function ofBlock(id: string): string {
  return id === "" ? "" : ` of block ${quoted(id)}`;
}
