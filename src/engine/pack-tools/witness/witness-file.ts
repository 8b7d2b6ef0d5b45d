import { printAnswers } from "../../answers-file/print-answers.js";
import type { Answers } from "../../model/answers.js";
import type { Pack } from "../../model/pack.js";
import { plainAnswers } from "./answers-of-term.js";

/** Answers that show something about a pack. */
export interface NamedWitness {
  /** Kebab-case; a file of the witness is named after it. */
  readonly name: string;
  /** The thing they show, in one sentence. */
  readonly shows: string;
  readonly answers: Answers;
}

/** A witness as an answers file; its first line says what it shows. */
export function witnessFile(
  { name, shows, answers }: NamedWitness,
  pack: Pick<Pack, "topics" | "questions">,
): { readonly name: string; readonly text: string } {
  const comment = shows.replace(/\s+/g, " ").trim();
  return { name: `${name}.yaml`, text: `# ${comment}\n${printAnswers(name, answers, pack)}` };
}

/** Answers as `--set` takes them: "interaction-style=server-push workload=gaming,commerce". */
export function answerWords(answers: Answers): string {
  const words = Object.entries(plainAnswers(answers)).map(
    ([question, options]) => `${question}=${[options].flat().join(",")}`,
  );
  return words.length === 0 ? "no answers" : words.join(" ");
}
