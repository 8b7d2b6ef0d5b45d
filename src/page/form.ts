import { type Answer, type Answers, unsureWord } from "../engine/model/answers.js";
import type { Question, Topic } from "../engine/model/pack.js";
import type { Signals } from "./protocol.js";

/** The questions of a pack as a form. */
export interface AnswersForm {
  readonly element: HTMLElement;
  /** Ticks the answers given. */
  readonly show: (answers: Answers) => void;
  /** Marks what the last advice says of questions and options. */
  readonly signal: (signals: Signals) => void;
}

/** Tells `onChange` each answer that changes; null if the question is left open. */
export function answersForm(
  topics: readonly Topic[],
  questions: readonly Question[],
  surface: string,
  onChange: (question: string, answer: Answer | null) => void,
): AnswersForm {
  const form = element("form", { class: "answers", "aria-label": `Answers: ${surface}` });
  const fields = new Map<string, HTMLFieldSetElement>();
  for (const { id, title } of topics) {
    const own = questions.filter(({ topic }) => topic === id);
    const details = element("details", own.some(({ essential }) => essential) ? { open: "" } : {});
    details.append(element("summary", {}, title));
    for (const question of own) {
      const field = fieldOf(question, surface);
      field.addEventListener("change", () => onChange(question.id, chosen(field)));
      fields.set(question.id, field);
      details.append(field);
    }
    form.append(details);
  }
  return {
    element: form,
    show: (answers) => {
      for (const [question, field] of fields) {
        const answer = answers.get(question);
        const words = answer === undefined ? [""] : answer.kind === "unsure" ? [unsureWord] : answer.options;
        for (const input of field.querySelectorAll("input")) input.checked = words.includes(input.value);
      }
    },
    signal: ({ implied, outlook }) => {
      const known = new Set(implied.map(({ question }) => question));
      const telling: readonly string[] = outlook?.telling ?? [];
      const tipping = outlook?.tipping ?? [];
      for (const [question, field] of fields) {
        field.classList.toggle("implied", known.has(question));
        field.classList.toggle("telling", telling.includes(question));
        for (const input of field.querySelectorAll("input")) {
          const tip = tipping.find((each) => each.question === question && each.option === input.value);
          const label = input.parentElement;
          if (label !== null) label.dataset["verdict"] = tip?.verdict ?? "";
        }
      }
    },
  };
}

function fieldOf(question: Question, surface: string): HTMLFieldSetElement {
  const field = element("fieldset", {});
  field.append(element("legend", {}, question.ask), element("p", { class: "muted" }, question.why));
  const name = `${surface}.${question.id}`;
  const options = [
    ...question.options,
    { id: unsureWord, label: "Not sure yet" },
    ...(question.several ? [] : [{ id: "", label: "Not answered" }]),
  ];
  for (const { id, label } of options) {
    const input = element("input", { type: question.several ? "checkbox" : "radio", name, value: id });
    const line = element("label", {});
    line.append(input, ` ${label}`);
    field.append(line);
  }
  return field;
}

function chosen(field: HTMLFieldSetElement): Answer | null {
  const words = [...field.querySelectorAll("input")]
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
  if (words.includes(unsureWord)) return { kind: "unsure", note: null };
  const options = words.filter((word) => word !== "");
  return options.length === 0 ? null : { kind: "chosen", options, note: null };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
