import type { Answer, Answers } from "../engine/model/answers.js";
import type { Question, Topic } from "../engine/model/pack.js";
import { element } from "./element.js";
import { type Field, questionField } from "./field.js";
import type { Advice } from "./protocol.js";
import { remark } from "./remarks.js";
import { reveal } from "./reveal.js";
import { answerOf } from "./tick.js";

/** The questions of a pack as a form, folded away on a narrow page. */
export interface AnswersForm {
  readonly element: HTMLDetailsElement;
  /** For what concerns the answers as a whole. */
  readonly head: HTMLElement;
  /** Ticks the answers given. */
  readonly show: (answers: Answers) => void;
  /** Says of questions and options what the last advice says. */
  readonly signal: (advice: Pick<Advice, "signals" | "verdict">, answers: Answers) => void;
}

/** The id of a question in the form of a surface, whose own id is `surface`. */
export const questionAnchor = (surface: string, question: string): string => `${surface}-q-${question}`;

/**
 * The essential questions first, then the others by topic.
 * @param surface the id of the surface on the page
 * @param given the answers that the page came with
 * @param onChange is told each answer that changes; null if the question is left open
 */
export function answersForm(
  { topics, questions }: { readonly topics: readonly Topic[]; readonly questions: readonly Question[] },
  surface: string,
  given: Answers,
  onChange: (question: string, answer: Answer | null) => void,
): AnswersForm {
  const groups = [
    { id: "essential", title: "Essential questions", own: questions.filter(({ essential }) => essential) },
    ...topics.map(({ id, title }) => ({
      id,
      title,
      own: questions.filter((each) => each.topic === id && !each.essential),
    })),
  ].filter(({ own }) => own.length > 0);
  const drawn = groups.map(({ id, title, own }, at) => {
    const count = element("span", { class: "muted" });
    const fields = own.map((question) =>
      questionField(question, questionAnchor(surface, question.id), (words) =>
        onChange(question.id, answerOf(words, given.get(question.id))),
      ),
    );
    const part = element("details", at === 0 ? { open: "" } : {}, element("summary", {}, title, " ", count));
    part.id = `${surface}-topic-${id}`;
    part.append(...fields.map((field) => field.element));
    return { part, count, fields };
  });
  const fields = drawn.flatMap(({ fields }) => fields);
  const count = element("span", { class: "muted" });
  const hint = element("p", { class: "hint" }, "Arrow keys choose, Enter goes on.");
  const head = element("div", { class: "head" }, hint);
  const form = element(
    "form",
    { "aria-labelledby": `${surface}-answers-title ${surface}-name` },
    ...drawn.map(({ part }) => part),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) goOn(event, fields);
  });
  const whole = element(
    "details",
    { class: "answers", id: `${surface}-answers` },
    element(
      "summary",
      {},
      element(
        "strong",
        { id: `${surface}-answers-title` },
        given.size === 0 ? "Questions" : "Change the answers",
      ),
      " ",
      count,
    ),
    element("a", { class: "skip", href: `#${surface}-name` }, "Skip the answers"),
    head,
    form,
  );
  return {
    element: whole,
    head,
    show: (answers) => {
      for (const { question, show } of fields) show(answers.get(question.id));
    },
    signal: ({ signals, verdict }, answers) => {
      const implied = new Set(signals.implied.map(({ question }) => question));
      const known = (some: readonly Field[]): number =>
        some.filter(({ question: { id } }) => implied.has(id) || answers.get(id)?.kind === "chosen").length;
      count.textContent = `${known(fields)} of ${fields.length} answered`;
      const telling = signals.outlook?.telling;
      for (const { count, fields } of drawn) {
        const open = fields.filter(({ question: { id } }) => telling?.includes(id)).length;
        // Without a verdict, nearly all of them do.
        const more = open === 0 || verdict === "undecided" ? "" : `, ${open} can change the result`;
        if (telling !== undefined) count.textContent = `${known(fields)} of ${fields.length}${more}`;
      }
      for (const field of fields) remark(field, signals, answers, verdict !== "undecided");
    },
  };
}

/** Enter leads to the next question, as Tab would stop at all that is between. */
function goOn(event: Event, fields: readonly Field[]): void {
  event.preventDefault();
  const at = fields.findIndex(
    ({ element }) => event.target instanceof Node && element.contains(event.target),
  );
  const next = fields[at + 1]?.element;
  if (next !== undefined) reveal(next);
}
