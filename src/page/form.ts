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
  const groups = groupsOf(topics, questions).map((group, at) => {
    const part = drawGroup(group, surface, (question, words) =>
      onChange(question, answerOf(words, given.get(question))),
    );
    part.element.open = at === 0;
    return part;
  });
  const fields = groups.flatMap(({ fields }) => fields);
  const count = element("span", { class: "muted" });
  const title = given.size === 0 ? "Questions" : "Change the answers";
  const hint = element("p", { class: "hint" }, "Arrow keys choose, Enter goes on.");
  const head = element("div", { class: "head" }, hint);
  const form = element(
    "form",
    { "aria-labelledby": `${surface}-answers-title ${surface}-name` },
    ...groups.map(({ element }) => element),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) goOn(event, fields);
  });
  const whole = element(
    "details",
    { class: "answers", id: `${surface}-answers` },
    element("summary", {}, element("strong", { id: `${surface}-answers-title` }, title), " ", count),
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
    signal: (advice, answers) => {
      const { signals, verdict } = advice;
      count.textContent = `${known(fields, signals, answers)} of ${fields.length} answered`;
      for (const group of groups) showCount(group, advice, answers);
      for (const field of fields) remark(field, signals, answers, verdict !== "undecided");
    },
  };
}

/** Questions under one heading. */
interface Group {
  readonly id: string;
  readonly title: string;
  readonly own: readonly Question[];
}

interface DrawnGroup {
  readonly element: HTMLDetailsElement;
  /** For how many of the fields are answered, and what the others can do. */
  readonly count: HTMLElement;
  readonly fields: readonly Field[];
}

const groupsOf = (topics: readonly Topic[], questions: readonly Question[]): readonly Group[] =>
  [
    { id: "essential", title: "Essential questions", own: questions.filter(({ essential }) => essential) },
    ...topics.map(({ id, title }) => ({
      id,
      title,
      own: questions.filter((each) => each.topic === id && !each.essential),
    })),
  ].filter(({ own }) => own.length > 0);

function drawGroup(
  { id, title, own }: Group,
  surface: string,
  onChange: (question: string, words: readonly string[]) => void,
): DrawnGroup {
  const count = element("span", { class: "muted" });
  const fields = own.map((question) =>
    questionField(question, questionAnchor(surface, question.id), (words) => onChange(question.id, words)),
  );
  const part = element(
    "details",
    { id: `${surface}-topic-${id}` },
    element("summary", {}, title, " ", count),
    ...fields.map(({ element }) => element),
  );
  return { element: part, count, fields };
}

/** How many questions are answered, or answered by other answers. */
const known = (fields: readonly Field[], { implied }: Advice["signals"], answers: Answers): number =>
  fields.filter(
    ({ question: { id } }) =>
      answers.get(id)?.kind === "chosen" || implied.some(({ question }) => question === id),
  ).length;

function showCount(
  { count, fields }: DrawnGroup,
  { signals, verdict }: Pick<Advice, "signals" | "verdict">,
  answers: Answers,
): void {
  if (signals.outlook === null) return;
  const { telling } = signals.outlook;
  const open = fields.filter(({ question: { id } }) => telling.includes(id)).length;
  // Without a verdict, nearly all of them do.
  const more = open === 0 || verdict === "undecided" ? "" : `, ${open} can change the result`;
  count.textContent = `${known(fields, signals, answers)} of ${fields.length}${more}`;
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
