import type { Answers } from "../engine/model/answers.js";
import type { Verdict } from "../engine/model/verdict.js";
import type { Outlook } from "./protocol.js";

/** What other answers to one question lead to: any of these options alone. */
export interface GroupedChange {
  readonly question: string;
  readonly options: readonly [string, ...string[]];
  /** Whether the options are chosen now, and would be taken back. */
  readonly isWithout: boolean;
  /** Null if one concern moves, and the verdict stays. */
  readonly verdict: Verdict | null;
  /** The verdict, or what happens to the concern. */
  readonly words: string;
}

/** The single changes that matter, those that lead to the same together; changes of the verdict first. */
export function groupedChanges(
  { tipping, moving }: Pick<Outlook, "tipping" | "moving">,
  answers: Answers,
): readonly GroupedChange[] {
  const groups = new Map<string, GroupedChange>();
  const add = (question: string, option: string, verdict: Verdict | null, words: string): void => {
    const isWithout = isChosen(answers, question, option);
    const key = JSON.stringify([question, isWithout, words]);
    const group = groups.get(key);
    const options: GroupedChange["options"] = group === undefined ? [option] : [...group.options, option];
    groups.set(key, { question, options, isWithout, verdict, words });
  };
  for (const { question, option, verdict } of tipping) add(question, option, verdict, verdict);
  for (const { question, option, words } of moving) add(question, option, null, words);
  return [...groups.values()];
}

/** Whether an option is among the answers: to change it is to take it back. */
export function isChosen(answers: Answers, question: string, option: string): boolean {
  const answer = answers.get(question);
  return answer?.kind === "chosen" && answer.options.includes(option);
}
