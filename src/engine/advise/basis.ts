import type { Answers, Basis } from "../model/answers.js";
import type { AnswerChange } from "../model/check.js";
import { digestOf } from "./digest.js";

/** What a decision on these answers is taken on: chosen options alone. Notes and `unsure` decide nothing. */
export function basisOf(answers: Answers): Basis {
  return new Map(
    [...answers].flatMap(([question, answer]) =>
      answer.kind === "chosen" ? [[question, answer.options] as const] : [],
    ),
  );
}

/** `sha256-…` of a basis; the order of questions, and of options within one, does not count. */
export function basisDigest(basis: Basis): string {
  return digestOf(
    Object.fromEntries([...basis].map(([question, options]) => [question, [...options].sort()])),
  );
}

/** What differs between two bases: first what `was` held, in its order, then what is new. */
export function changesOf(was: Basis, is: Basis): readonly AnswerChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((question): readonly AnswerChange[] => {
    const before = was.get(question) ?? null;
    const after = is.get(question) ?? null;
    return sameOptions(before, after) ? [] : [{ question, was: before, is: after }];
  });
}

function sameOptions(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
