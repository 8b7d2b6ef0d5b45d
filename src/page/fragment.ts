import { type Answer, type Answers, unsureWord } from "../engine/model/answers.js";
import type { AnswerEntries, PageData } from "./protocol.js";

/**
 * The answers of all surfaces as the fragment of an address, so that a link shows the same and no server sees them:
 * `#1.latency=real-time&1.workload=commerce,media&2.identity=unsure`. Notes are not in it.
 */
export function fragmentOf(surfaces: readonly Answers[]): string {
  const parts = new URLSearchParams(
    surfaces.flatMap((answers, at) =>
      [...answers].map(([question, answer]) => [`${at + 1}.${question}`, words(answer).join(",")]),
    ),
  );
  return `#${parts}`;
}

const words = (answer: Answer): readonly string[] =>
  answer.kind === "unsure" ? [unsureWord] : answer.options;

/** The answers in a fragment, by surface; null if it has none. What the pack does not know is left out. */
export function answersFrom(fragment: string, { surfaces }: PageData): readonly AnswerEntries[] | null {
  const parts = [...new URLSearchParams(fragment.slice(1))];
  if (!parts.some(([key]) => /^\d+\./.test(key))) return null;
  return surfaces.map((_, at) =>
    parts.flatMap(([key, value]): AnswerEntries => {
      const [, number, question] = /^(\d+)\.(.+)$/.exec(key) ?? [];
      if (Number(number) !== at + 1 || question === undefined) return [];
      const answer: Answer =
        value === unsureWord
          ? { kind: "unsure", note: null }
          : { kind: "chosen", options: value.split(","), note: null };
      return [[question, answer]];
    }),
  );
}
