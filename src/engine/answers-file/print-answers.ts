import { type Answer, type Answers, unsureWord } from "../model/answers.js";
import type { Pack, Question } from "../model/pack.js";

/**
 * An answers file of one surface, as YAML: by topic, in the pack's order, with the label of each answer beside it.
 * Read again it gives the same answers, notes included.
 */
export function printAnswers(
  service: string,
  answers: Answers,
  pack: Pick<Pack, "topics" | "questions">,
): string {
  const topics = pack.topics.flatMap(({ id, title }) => {
    const lines = pack.questions
      .filter(({ topic }) => topic === id)
      .flatMap((question) => {
        const answer = answers.get(question.id);
        return answer === undefined
          ? []
          : [`  ${question.id}: ${printed(answer)}${labelled(question, answer)}`];
      });
    return lines.length === 0 ? [] : [`  # ${title}`, ...lines];
  });
  const body = topics.length === 0 ? ["answers: {}"] : ["answers:", ...topics];
  return `${["version: 1", `service: ${quoted(service)}`, ...body].join("\n")}\n`;
}

function printed(answer: Answer): string {
  const words = answer.kind === "unsure" ? [unsureWord] : answer.options;
  const value = words.length === 1 ? word(words[0] ?? "") : `[${words.map(word).join(", ")}]`;
  return answer.note === null ? value : `{ answer: ${value}, note: ${quoted(answer.note)} }`;
}

function labelled(question: Question, answer: Answer): string {
  if (answer.kind === "unsure") return " # Not sure yet";
  const labels = question.options.filter(({ id }) => answer.options.includes(id)).map(({ label }) => label);
  return labels.length === 1 ? ` # ${labels[0]}` : "";
}

/** An option as a plain scalar, quoted where YAML would take it for something else than a text. */
const word = (id: string): string =>
  /^(true|false|null)$/.test(id) || !Number.isNaN(Number(id)) ? quoted(id) : id;

/** A JSON string is a YAML string whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text);
