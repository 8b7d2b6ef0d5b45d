import type { Interview } from "../../engine/interview/interview.js";
import { pendingQuestions } from "../../engine/interview/next-step.js";
import { type Look, measureOf, paragraph } from "./look.js";

/** What a person should know before the first question. */
export function introduction(
  interview: Interview,
  facts: { readonly save: string | null; readonly from: string | null; readonly ways: string },
  look: Look,
): readonly string[] {
  const essential = pendingQuestions(interview, "essential").length;
  const given = interview.answers.size;
  const begin =
    facts.from === null
      ? "Stateful or stateless?"
      : `Going on from ${facts.from}, with ${given === 1 ? "one answer" : `${given} answers`}.`;
  const course =
    essential === 0
      ? ""
      : ` ${essential === 1 ? "One essential question" : `${essential} essential questions`} at most, then the verdict so far.`;
  const kept =
    facts.save === null
      ? "Ctrl-C stops; at the end you can save the answers."
      : `Ctrl-C stops; every answer is kept in ${facts.save} at once.`;
  const width = measureOf(look);
  return [
    ...paragraph(look.palette.bold(begin) + course, width),
    ...paragraph(look.palette.dim(`${facts.ways} ${kept}`), width),
  ];
}
