import { printable } from "../../engine/diagnostics/plain-text.js";
import { rulesOptions, shellFile } from "../../engine/diagnostics/shell-word.js";
import type { Interview } from "../../engine/interview/interview.js";
import { pendingQuestions } from "../../engine/interview/next-step.js";
import type { NextCommand } from "../../engine/report/answer/next-commands.js";
import type { GoingOn } from "../command-line/options.js";
import { paragraph, type Terminal, textWidth } from "./terminal.js";

/** What an interview says of itself before it begins. */
export interface Facts {
  readonly save: string | null;
  readonly from: string | null;
  /** How to go on with the answers file of this folder, which the interview leaves alone. */
  readonly instead: readonly string[];
  readonly ways: string;
}

/** What a person should know before the first question. */
export function introduction(interview: Interview, facts: Facts, terminal: Terminal): readonly string[] {
  const essential = pendingQuestions(interview, "essential").length;
  const given = interview.answers.size;
  const begin =
    facts.from === null
      ? "Stateful or stateless?"
      : `Continuing from ${printable(facts.from)}, with ${given === 1 ? "one answer" : `${given} answers`}.`;
  const course =
    essential === 0
      ? ""
      : ` ${essential === 1 ? "One essential question" : `${essential} essential questions`} at most, then the verdict so far.`;
  const kept =
    facts.save === null
      ? "Ctrl-C stops, and offers to save the answers."
      : `Ctrl-C stops; every answer is saved in ${printable(facts.save)} at once.`;
  const width = textWidth(terminal);
  return [
    ...paragraph(terminal.palette.bold(begin) + course, width),
    ...paragraph(terminal.palette.dim(`${facts.ways} ${kept}`), width),
    ...facts.instead.map((line) => terminal.palette.dim(line)),
  ];
}

/** Where the answers are and, if they went there after the result, the commands that go on from it. */
export function savedLines(
  file: string,
  next: readonly NextCommand[],
  { command, namedRules }: GoingOn,
  terminal: Terminal,
): readonly string[] {
  const saved = `The answers are saved in ${printable(file)}`;
  if (next.length === 0) return [`${saved}: ${command} advise ${shellFile(file)}${rulesOptions(namedRules)}`];
  const width = textWidth(terminal);
  return [
    `${saved}. Next:`,
    ...next.map(({ line, about }) => {
      const fitting = about
        .map((words) => ` (${words})`)
        .find((aside) => 2 + line.length + aside.length <= width);
      return `  ${line}${fitting === undefined ? "" : terminal.palette.dim(fitting)}`;
    }),
  ];
}
