import { printable } from "../engine/diagnostics/plain-text.js";
import type { Problem } from "../engine/diagnostics/problem.js";
import { renderProblems } from "../engine/diagnostics/render-problem.js";
import type { Recommendation } from "../engine/model/recommendation.js";
import { clashSentence } from "../engine/report/wording/clash-words.js";
import { surfaceTitle } from "../engine/report/wording/titles.js";
import type { Host } from "./host.js";

/** Says on standard error what is doubtful about the input; the command goes on. */
export function warn(warnings: readonly Problem[], host: Pick<Host, "stderr">): void {
  if (warnings.length > 0) host.stderr.write(`${renderProblems(warnings)}\n`);
}

/** Says on standard error which answers do not fit each other, for commands that print no report. */
export function warnOfClashes(recommendations: readonly Recommendation[], host: Pick<Host, "stderr">): void {
  for (const from of recommendations)
    for (const { clash, questions } of from.clashes) {
      const text = `warning: ${surfaceTitle(from)}: ${clashSentence(questions, clash)}`;
      host.stderr.write(`${printable(text)}\n`);
    }
}
