import { authors, unsureWord } from "../model/answers.js";
import { helpWithExamples } from "../model/examples.js";
import type { Option, Pack, Question, RetiredOption } from "../model/pack.js";
import { answersSchema, decisionSchema, textSchema } from "./answers-schema.js";

/**
 * JSON Schema (draft-07) of answers files for one pack: its questions as keys, its options as values, each with its
 * title and help, for editors. Accepts what `readAnswers` accepts, and also days that are not calendar dates.
 */
export function answersSchemaOf(pack: Pick<Pack, "name" | "version" | "topics" | "questions">): object {
  return {
    ...answersSchema,
    description: `What one service, or each of its surfaces, has to do: answers to the questions of the rule pack ${pack.name} ${pack.version}`,
    dependencies: { surfaces: { properties: { decision: false } } },
    definitions: {
      answers: {
        title: "Answers",
        description: "Answers by question; those not known yet are left out",
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(
          pack.questions.map((question) => [question.id, entryOf(question, pack)]),
        ),
      },
      decision: { title: "Decision", ...decisionSchema },
    },
  };
}

function entryOf(question: Question, { topics }: Pick<Pack, "topics">): object {
  const topic = topics.find(({ id }) => id === question.topic)?.title ?? question.topic;
  const several = question.several ? " Any that apply." : "";
  const ordered = question.ordered ? " Options run from least to most." : "";
  const current = question.options.map((option): Shown => ({ ...option, help: helpWithExamples(option) }));
  const options = [...current, ...question.retired.map(retiredOption)];
  const list = question.several
    ? severalOf(question, options)
    : { type: "array", minItems: 1, maxItems: 1, items: oneOf(options) };
  const value = [oneOf([...current, unsure, ...question.retired.map(retiredOption)]), list];
  return {
    title: question.ask,
    description: `${topic}. ${question.help} ${question.why}${several}${ordered}`,
    anyOf: [
      ...value,
      {
        type: "object",
        description: "An answer with a note, or by an agent",
        additionalProperties: false,
        properties: {
          answer: { anyOf: value, description: question.ask },
          note: { ...textSchema, description: "Why this is the answer; it is not scored" },
          by: {
            enum: authors,
            description:
              "Who wrote it; a person if left out. What an agent wrote is unconfirmed until a person writes `person` here",
          },
        },
        required: ["answer"],
      },
    ],
  };
}

type Shown = Pick<Option, "id" | "label" | "help"> & { readonly deprecated?: true };

const unsure: Shown = {
  id: unsureWord,
  label: "Not sure yet",
  help: "It leaves the question open.",
};

/** Valid, as older files may name it, but marked as something that no longer should be. */
function retiredOption({ id, replacedBy }: RetiredOption): Shown {
  const help = replacedBy === null ? "It is left out." : `It is read as \`${replacedBy}\`.`;
  return { id, label: "No longer an option", help, deprecated: true };
}

function oneOf(options: readonly Shown[]): object {
  return {
    oneOf: options.map(({ id, label, help, deprecated }) => ({
      const: id,
      title: label,
      description: `${label}. ${help}`,
      ...(deprecated && { deprecated }),
    })),
  };
}

/** A list of options; the option that means none of the others must be alone. */
function severalOf(question: Question, options: readonly Shown[]): object {
  const none = question.options.find((option) => option.none)?.id;
  const list = { type: "array", minItems: 1, uniqueItems: true, items: oneOf(options) };
  if (none === undefined) return list;
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { ...list, if: { contains: { const: none } }, then: { maxItems: 1 } };
}
