import { oneLine, printable } from "../diagnostics/plain-text.js";
import {
  type Answer,
  type Answers,
  type Service,
  type Surface,
  unsureWord,
  wordsOf,
} from "../model/answers.js";
import { helpWithExamples } from "../model/examples.js";
import type { Pack, Question } from "../model/pack.js";

/** Width of comments. */
const columns = 100;

/**
 * An answers file of one surface without a name, as YAML: by topic, in the pack's order, with the label of each answer
 * beside it. Reading it gives the same answers, including notes and authors.
 * @param schema the path of its schema, from its folder; null: none is named
 */
export function printAnswers(
  service: string,
  answers: Answers,
  pack: Pick<Pack, "topics" | "questions">,
  schema: string | null = null,
): string {
  return fileText(service, answersLines(answers, pack, ""), schema);
}

/** The same for surfaces with names of their own; there is at least one. */
export function printSurfaces(
  { service, surfaces }: Pick<Service, "service"> & { readonly surfaces: readonly NamedAnswers[] },
  pack: Pick<Pack, "topics" | "questions">,
  schema: string | null = null,
): string {
  const lines = surfaces.flatMap(({ name, answers }) => [
    `  ${key(name)}:`,
    ...answersLines(answers, pack, "    "),
  ]);
  return fileText(service, ["surfaces:", ...lines], schema);
}

type NamedAnswers = Pick<Surface, "name" | "answers">;

function fileText(service: string, body: readonly string[], schema: string | null): string {
  return `${[...modeline(schema), "version: 1", `service: ${quoted(service)}`, ...body].join("\n")}\n`;
}

function answersLines(
  answers: Answers,
  pack: Pick<Pack, "topics" | "questions">,
  indent: string,
): readonly string[] {
  const topics = pack.topics.flatMap(({ id, title }) => {
    const lines = pack.questions
      .filter(({ topic }) => topic === id)
      .flatMap((question) => {
        const answer = answers.get(question.id);
        return answer === undefined
          ? []
          : [`${indent}  ${question.id}: ${printed(answer)}${beside(labelOf(question, answer))}`];
      });
    return lines.length === 0 ? [] : [`${indent}  # ${title}`, ...lines];
  });
  return topics.length === 0 ? [`${indent}answers: {}`] : [`${indent}answers:`, ...topics];
}

/** The comment by which editors with the YAML language server, and others that know it, find the schema of a file. */
function modeline(schema: string | null): readonly string[] {
  return schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
}

function printed(answer: Answer): string {
  const words = wordsOf(answer);
  const listed = words.map(word).join(", ");
  const value = words.length === 1 ? listed : `[${listed}]`;
  const more = [
    ...(answer.note === null ? [] : [`note: ${quoted(answer.note)}`]),
    ...(answer.by === undefined ? [] : [`by: ${answer.by}`]),
  ];
  return more.length === 0 ? value : `{ ${[`answer: ${value}`, ...more].join(", ")} }`;
}

const beside = (label: string | null): string => (label === null ? "" : ` # ${label}`);

/** What the comment beside an answer says: the label of its one option. */
export function labelOf({ options }: Question, answer: Answer): string | null {
  if (answer.kind === "unsure") return "Not sure yet";
  const [label, ...others] = options
    .filter(({ id }) => answer.options.includes(id))
    .map(({ label }) => label);
  return label === undefined || others.length > 0 ? null : line(label);
}

/**
 * An answers file to fill in: every question of the pack with its help and all its options, as comments; the header
 * alone is not commented out, so that the file is valid. Removing the `#` from an option's line answers its question.
 * @param schema the path of its schema, from its folder; null: none is named
 */
export function printBlankAnswers(
  service: string,
  pack: Pick<Pack, "name" | "version" | "topics" | "questions">,
  schema: string | null = null,
): string {
  const topics = pack.topics.flatMap(({ id, title, about }) => [
    "",
    ...comment(`== ${title} ==`, "  "),
    ...comment(about, "  "),
    ...pack.questions.filter(({ topic }) => topic === id).flatMap(questionLines),
  ]);
  return `${[...modeline(schema), ...introduction(pack), "version: 1", `service: ${quoted(service)}`, "", "answers:", ...topics].join("\n")}\n`;
}

function introduction({ name, version }: Pick<Pack, "name" | "version">): readonly string[] {
  return [
    ...comment(
      `What a service has to do, for a recommendation by the rule pack ${name} ${version}. Remove the # and the space after it from the line of each answer that applies. Leave out what is not known yet, or answer \`${unsureWord}\`. A note goes beside an answer: { answer: …, note: why }. An agent adds \`by: agent\` there, until a person has confirmed the answer.`,
      "",
    ),
    ...comment(
      "Groups of operations with different audiences or styles of communication are separate surfaces: `surfaces: { cart: { answers: … }, chat: { answers: … } }`; the `answers` here then apply to all of them.",
      "",
    ),
  ];
}

function questionLines(question: Question): readonly string[] {
  const { id, ask, help, why, options, several, ordered } = question;
  const remarks = [
    ...(several ? ["Any that apply, each on its own line."] : []),
    ...(ordered ? ["From least to most."] : []),
  ];
  return [
    "",
    ...comment(ask, "  "),
    ...comment([help, why, ...remarks].join(" "), "  ", "  "),
    ...(several ? [`  # ${id}:`] : []),
    ...options.flatMap((option) => [
      `  # ${several ? `  - ${word(option.id)}` : `${id}: ${word(option.id)}`} # ${line(option.label)}`,
      ...comment(helpWithExamples(option), "  ", "      "),
    ]),
  ];
}

/** A text as comment lines; `hang` comes between the `#` and the words. */
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

/** An option as a plain scalar, quoted if YAML would not read it as a text. */
const word = (id: string): string =>
  /^(true|false|null)$/.test(id) || !Number.isNaN(Number(id)) ? quoted(id) : id;

/** A name as a key, quoted unless every version of YAML reads it as a text. */
const key = (name: string): string =>
  /^[a-z][a-z0-9-]*$/.test(name) && !/^(y|n|yes|no|on|off|true|false|null)$/.test(name) ? name : quoted(name);

/** Every JSON string is a YAML string. */
const quoted = (text: string): string => JSON.stringify(text);
