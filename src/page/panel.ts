import type { Answers } from "../engine/model/answers.js";
import type { Question } from "../engine/model/pack.js";
import { type GroupedChange, groupedChanges } from "./changes.js";
import { element, fromHtml } from "./element.js";
import { questionAnchor } from "./form.js";
import { morph } from "./morph.js";
import type { Advice, Moved, Outlook } from "./protocol.js";

/** What to try next, in sight of the verdict: what would change it, what to answer, and what moved. */
export interface Panel {
  readonly element: HTMLElement;
  /** @param compared what is compared with, as a title; null if there is nothing yet */
  readonly show: (advice: Advice, answers: Answers, compared: string | null) => void;
}

const mostChanges = 4;
const mostToAsk = 3;
const mostMoved = 5;

export function panelOf(surface: string, questions: ReadonlyMap<string, Question>): Panel {
  const panel = element("div", { class: "panel" });
  const own = { surface, questions };
  const part = (id: string, title: string, ...body: readonly Node[]): HTMLElement =>
    element("section", {}, element("h3", { id: `${surface}-${id}-live` }, title), ...body);
  return {
    element: panel,
    show: ({ signals: { outlook }, moved, verdict, isAnalysed }, answers, compared) => {
      panel.toggleAttribute("data-busy", !isAnalysed);
      if (!isAnalysed) return;
      const isUndecided = verdict === "undecided";
      const unknown = [muted("Out of reach: the open questions are tied together too closely.")];
      const changes = outlook === null ? unknown : changesIn(own, groupedChanges(outlook, answers));
      const parts = [
        ...(isUndecided ? [] : [part("change", "What would change it", ...changes)]),
        ...(outlook === null
          ? []
          : [part("ask", isUndecided ? "What would help most" : "To answer next", toAnswer(own, outlook))]),
        ...(compared === null ? [] : [part("moved", compared, differences(surface, moved))]),
      ];
      morph(panel, element("div", { class: "panel" }, ...parts));
    },
  };
}

/** The surface that a panel is of, and the questions of its pack by id. */
interface Own {
  readonly surface: string;
  readonly questions: ReadonlyMap<string, Question>;
}

const muted = (text: string): HTMLElement => element("p", { class: "muted" }, text);

const link = ({ surface }: Own, question: string, text: string): HTMLElement =>
  element("a", { href: `#${questionAnchor(surface, question)}` }, text);

const label = ({ questions }: Own, question: string, id: string): string =>
  `\u201c${questions.get(question)?.options.find((option) => option.id === id)?.label ?? id}\u201d`;

function changesIn(own: Own, groups: readonly GroupedChange[]): readonly Node[] {
  const first = groups.filter(({ verdict }) => verdict !== null).slice(0, mostChanges);
  const rest = groups.filter((each) => !first.includes(each));
  const list = (some: readonly GroupedChange[]): Node =>
    element("ul", {}, ...some.map((each) => changeLine(own, each)));
  const more = element(
    "summary",
    {},
    first.length > 0 ? `${rest.length} more` : `${rest.length} would move one concern`,
  );
  return [
    first.length > 0 ? list(first) : muted("No single answer changes the verdict."),
    ...(rest.length === 0 ? [] : [element("details", { id: `${own.surface}-more` }, more, list(rest))]),
  ];
}

function changeLine(own: Own, { question, options, isWithout, verdict, words }: GroupedChange): HTMLElement {
  const [first, ...others] = options;
  const more =
    others.length === 0 ? "" : ` or ${others.length === 1 ? "another" : `${others.length} others`}`;
  const name = `${question.replaceAll("-", " ")}: ${isWithout ? "without " : ""}${label(own, question, first)}${more}`;
  const chip = element("span", { class: verdict === null ? "chip" : `chip ${verdict}` }, `\u2192 ${words}`);
  return element("li", {}, link(own, question, name), " ", chip);
}

function toAnswer(own: Own, { next, telling, assumed }: Outlook): Node {
  if (next === null) return muted("No open question can change the result.");
  const asked = [next, ...telling.filter((each) => each !== next)].slice(0, mostToAsk);
  const lines = asked.map((question) => {
    const taken = assumed.find((each) => each.question === question);
    const line = element("li", {}, link(own, question, own.questions.get(question)?.ask ?? question));
    if (taken !== undefined)
      line.append(element("span", { class: "muted" }, ` assumed: ${label(own, question, taken.option)}`));
    return line;
  });
  return element("ul", {}, ...lines);
}

function differences(surface: string, moved: Moved | null): Node {
  if (moved === null) return muted("Nothing differs.");
  const list = fromHtml(moved.html);
  const summary = element("summary", {}, moved.summary);
  const details = element("details", { id: `${surface}-moves` }, summary, list);
  details.open = list.querySelectorAll("li, dd").length <= mostMoved;
  return details;
}
