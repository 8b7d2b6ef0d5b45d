import type { AnswerToConfirm } from "../../engine/diagnostics/problem.js";
import type { Question } from "../../engine/model/pack.js";
import { exitCodes, type Host } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { AccessiblePrompter } from "./accessible-prompter.js";
import { agentNote } from "./agent-note.js";
import { Interruption, type OnInterrupt, processInterrupts } from "./interruption.js";
import { isCancelled, type Page, plainPage } from "./prompter.js";

/** Whether there is a person to ask: both to read what they type, and to show them the question. */
export const canAsk = ({ stdin, stderr }: Pick<Host, "stdin" | "stderr">): boolean =>
  stdin.isTTY === true && stderr.isTTY === true;

/**
 * Asks a person at the terminal whether what an agent answered is right.
 * @returns the exit code if they stop
 */
export async function askWhetherRight(
  answers: readonly AnswerToConfirm[],
  questions: readonly Question[],
  host: Host,
  onInterrupt: OnInterrupt = processInterrupts,
): Promise<boolean | number> {
  const interruption = new Interruption(onInterrupt);
  const { stdin: input, stderr: output } = host;
  const { unicode, palette } = styleFor(output, host, {});
  const terminal = () => ({ columns: output.columns || 80, rows: output.rows || 24, unicode, palette });
  const prompter = new AccessiblePrompter({ input, output, terminal, interruption });
  try {
    const picked = await prompter.choose(pageOf(answers, questions));
    return picked.kind === "choice" && picked.id === "yes";
  } catch (error) {
    if (!isCancelled(error)) throw error;
    output.write("\nStopped; nothing was recorded.\n");
    return exitCodes.cancelled;
  } finally {
    interruption.close();
    prompter.close();
  }
}

function pageOf(answers: readonly AnswerToConfirm[], questions: readonly Question[]): Page {
  const askOf = (id: string): string => questions.find((question) => question.id === id)?.ask ?? "";
  const one = answers.length === 1;
  return {
    ...plainPage,
    ask: one ? "Is what an agent answered right?" : `Are these ${answers.length} answers of an agent right?`,
    notes: answers.map(({ question, labels, note }) => ({
      label: question,
      text: `${askOf(question)} “${labels}”.${agentNote(note)}`,
    })),
    choices: [
      {
        id: "yes",
        label: one ? "Yes: confirm it" : "Yes: confirm them",
        help: "The decision is recorded, and the file says that a person confirmed this.",
        group: "",
      },
      { id: "no", label: "No", help: "Nothing is recorded.", group: "" },
    ],
  };
}
