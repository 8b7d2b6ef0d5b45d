import type { Answers } from "../engine/model/answers.js";
import type { Question } from "../engine/model/pack.js";
import { capital } from "../engine/report/wording/phrases.js";
import { isChosen } from "./changes.js";
import { element, fromHtml } from "./element.js";
import type { Field } from "./field.js";
import { morph } from "./morph.js";
import type { FiredRule, Outlook, Signals } from "./protocol.js";

/** Says below a question what the last advice says of it, and beside its options where they would lead. */
export function remark(
  field: Field,
  { implied, clashes, fired, outlook }: Signals,
  answers: Answers,
  isDecided: boolean,
): void {
  const { question, remarks } = field;
  const isAbout = (each: { readonly question: string }): boolean => each.question === question.id;
  const next = element("div", { class: "remarks" });
  for (const { questions, because } of clashes)
    if (questions.includes(question.id)) next.append(line("clash", "Does not fit another answer.", because));
  const known = implied.find(isAbout);
  if (known !== undefined)
    next.append(
      line("implied", `Answered by another answer: ${labels(question, known.options)}.`, known.because),
    );
  else if (outlook === null)
    for (const old of remarks.querySelectorAll(".assumed, .telling")) next.append(old.cloneNode(true));
  else next.append(...outlookLines(question, outlook, isDecided));
  const note = answers.get(question.id)?.note;
  if (note) next.append(line("note", "Note:", note));
  const rules = fired.filter(({ questions }) => questions.includes(question.id));
  if (rules.length > 0)
    next.append(
      element(
        "ul",
        { class: "fired", "aria-label": "Rules that fired" },
        ...rules.map((rule) => ruleLine(rule, field.element.id)),
      ),
    );
  morph(remarks, next);
  if (outlook !== null) showChips(field, outlook, answers);
}

/** What is assumed while the question is open, and whether its answer still matters. */
function outlookLines(
  question: Question,
  { assumed, telling }: Outlook,
  isDecided: boolean,
): readonly Node[] {
  const taken = assumed.find((each) => each.question === question.id);
  const isTelling = isDecided && telling.includes(question.id);
  return [
    ...(isTelling ? [line("telling", "Can still change the result.", "")] : []),
    ...(taken === undefined
      ? []
      : [line("assumed", `Assumed: ${labels(question, [taken.option])};`, `${taken.otherwise}.`)]),
  ];
}

/** "→ hybrid" beside the options that alone make the verdict another. */
function showChips({ question, chips }: Field, { tipping }: Outlook, answers: Answers): void {
  for (const [option, chip] of chips) {
    const tip = tipping.find((each) => each.question === question.id && each.option === option);
    const without = isChosen(answers, question.id, option) ? "without it " : "";
    chip.className = tip === undefined ? "chip" : `chip ${tip.verdict}`;
    chip.textContent = tip === undefined ? "" : ` ${without}\u2192 ${tip.verdict}`;
  }
}

/** A rule that fired by its first sentence; all of it once unfolded. */
function ruleLine(
  { id, concern, points, lead, html, effect, speaksForKeeping }: FiredRule,
  field: string,
): Node {
  const sign = points === 0 ? "\u2022" : points > 0 ? `+${points}` : `\u2212${-points}`;
  const mark = element("span", { class: speaksForKeeping ? "sign hybrid" : "sign stateless" }, sign);
  const summary = element("summary", {}, mark, element("span", {}, lead));
  const whole = element("div", {}, element("p", {}, `${capital(concern)}: ${effect}.`), fromHtml(html));
  return element("li", {}, element("details", { id: `${field}-${id}` }, summary, whole));
}

const line = (kind: string, lead: string, rest: string): HTMLElement =>
  element("p", { class: kind }, element("strong", {}, lead), ` ${rest}`);

const labels = ({ options }: Question, ids: readonly string[]): string =>
  ids.map((id) => `\u201c${options.find((option) => option.id === id)?.label ?? id}\u201d`).join(", ");
