import { printAnswers } from "../../answers-file/print-answers.js";
import type { Answers } from "../../model/answers.js";
import type { Pack } from "../../model/pack.js";

/** Answers that show something about a pack. */
export interface NamedWitness {
  /** Kebab-case; a file of the witness is named after it. */
  readonly name: string;
  /** What they show, in one sentence. */
  readonly shows: string;
  readonly answers: Answers;
}

/** A witness as an answers file, with what it shows at its head. */
export function witnessFile(
  { name, shows, answers }: NamedWitness,
  pack: Pick<Pack, "topics" | "questions">,
): { readonly name: string; readonly text: string } {
  const comment = shows.replace(/\s+/g, " ").trim();
  return { name: `${name}.yaml`, text: `# ${comment}\n${printAnswers(name, answers, pack)}` };
}
