import { oneLine, printable } from "../diagnostics/plain-text.js";
import { unsureWord } from "../model/answers.js";
import type { Pack, Question } from "../model/pack.js";

const columns = 100;

/**
 * An answers file to fill in: every question of the pack with its help and all its options, as comments; the header
 * alone is no comment, so that it is valid as it stands. Taking the `#` off an option's line answers its question.
 */
export function printBlankAnswers(
  service: string,
  pack: Pick<Pack, "name" | "version" | "topics" | "questions">,
): string {
  const topics = pack.topics.flatMap(({ id, title, about }) => [
    "",
    ...comment(`== ${title} ==`, "  "),
    ...comment(about, "  "),
    ...pack.questions.filter(({ topic }) => topic === id).flatMap(questionLines),
  ]);
  return `${[...introduction(pack), "version: 1", `service: ${JSON.stringify(service)}`, "", "answers:", ...topics].join("\n")}\n`;
}

function introduction({ name, version }: Pick<Pack, "name" | "version">): readonly string[] {
  return [
    ...comment(
      `What a service has to do, for a recommendation by the rule pack ${name} ${version}. Take the # and the space behind it off the line of each answer that holds. Leave out what is not known yet, or answer \`${unsureWord}\`. A note goes beside an answer: { answer: …, note: why }.`,
      "",
    ),
    ...comment(
      "Groups of operations with different audiences or ways of talking are surfaces of their own: `surfaces: { cart: { answers: … }, chat: { answers: … } }`; what stands under `answers` here then holds for all of them.",
      "",
    ),
  ];
}

function questionLines(question: Question): readonly string[] {
  const { id, ask, help, why, options, several, ordered } = question;
  const remarks = [
    ...(several ? ["Any that fit, each on a line of its own."] : []),
    ...(ordered ? ["From least to most."] : []),
  ];
  return [
    "",
    ...comment(ask, "  "),
    ...comment([help, why, ...remarks].join(" "), "  ", "  "),
    ...(several ? [`  # ${id}:`] : []),
    ...options.flatMap((option) => [
      `  # ${several ? `  - ${word(option.id)}` : `${id}: ${word(option.id)}`} # ${line(option.label)}`,
      ...comment(option.help, "  ", "      "),
    ]),
  ];
}

/** A text as comment lines; `hang` stands between the mark and the words. */
function comment(text: string, indent: string, hang = ""): readonly string[] {
  const room = columns - indent.length - hang.length - 2;
  const rows: string[] = [];
  for (const next of line(text).split(" ")) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + next.length <= room)
      rows[rows.length - 1] = `${last} ${next}`;
    else rows.push(next);
  }
  return rows.map((row) => `${indent}# ${hang}${row}`);
}

const line = (text: string): string => printable(oneLine(text));

/** An option as a plain scalar, quoted where YAML would take it for something else than a text. */
const word = (id: string): string =>
  /^(true|false|null)$/.test(id) || !Number.isNaN(Number(id)) ? JSON.stringify(id) : id;
