import type { Answer } from "../engine/model/answers.js";
import type { Question, Topic } from "../engine/model/pack.js";
import { showContents } from "./contents.js";
import { fromHtml, the } from "./element.js";
import { type AnswersForm, answersForm } from "./form.js";
import { type Now, nowLine } from "./now.js";
import { type Panel, panelOf } from "./panel.js";
import type { Advice, AnswerEntries, PageSurface, SurfaceNow } from "./protocol.js";
import { redraw } from "./redraw.js";

/** A surface on the page: its names and answers, and what shows them. */
export interface LiveSurface {
  readonly given: PageSurface;
  /** Its position on the page, from 0. */
  readonly at: number;
  readonly anchor: string;
  readonly report: HTMLElement;
  readonly form: AnswersForm;
  readonly panel: Panel;
  readonly now: Now;
  readonly answers: Map<string, Answer>;
  baseline: AnswerEntries | undefined;
  service: string;
  name: string;
  /** Whether the last advice found answers that do not fit each other. */
  isClashing: boolean;
  /** Counts the requests: only the replies to the last one are shown. */
  turn: number;
}

/** Puts a form before the report that the page has at this position, and a panel into it. */
export function liveSurface(
  given: PageSurface,
  at: number,
  pack: { readonly topics: readonly Topic[]; readonly questions: readonly Question[] },
  onChange: (surface: LiveSurface) => void,
): LiveSurface {
  const anchor = `surface-${at + 1}`;
  const article = the(`#${anchor}`);
  const report = the(".report", article);
  const header = the("header", report);
  const original = new Map(given.answers);
  const answers = new Map(original);
  const form = answersForm(pack, anchor, original, (question, answer) => {
    if (answer === null) answers.delete(question);
    else answers.set(question, answer);
    onChange(surface);
  });
  const byId = new Map(pack.questions.map((question) => [question.id, question]));
  const panel = panelOf(anchor, byId);
  const now = nowLine(header, `${anchor}-name`);
  header.after(panel.element);
  article.prepend(now.element, form.element);
  const { service, name } = given;
  const surface: LiveSurface = {
    ...{ given, at, anchor, report, form, panel, now, answers, service, name },
    ...{ baseline: undefined, isClashing: false, turn: 0 },
  };
  return surface;
}

export function take(surface: LiveSurface, { service, name, answers, baseline }: SurfaceNow): void {
  surface.baseline = baseline;
  surface.service = service;
  surface.name = name;
  surface.answers.clear();
  for (const [question, answer] of answers) surface.answers.set(question, answer);
  surface.form.show(surface.answers);
}

export const stateOf = ({ service, name, answers, baseline }: LiveSurface): SurfaceNow => ({
  ...{ service, name, baseline },
  answers: [...answers],
});

/** What is compared with, as a title; null if there is nothing yet. */
function comparedWith({ baseline, given }: LiveSurface): string | null {
  if (baseline !== undefined) return "Against the baseline";
  return given.answers.length > 0 ? "Against the file\u2019s answers" : null;
}

/** Shows an advice, unless another is on its way. */
export function show(surface: LiveSurface, advice: Advice): void {
  const { anchor, report, form, panel, now, answers } = surface;
  if (surface.turn !== advice.turn) return;
  surface.isClashing = advice.signals.clashes.length > 0;
  redraw(report, anchor, advice.html, advice.isAnalysed);
  form.signal(advice, answers);
  panel.show(advice, answers, comparedWith(surface));
  now.show(advice);
  if (!advice.isAnalysed) return;
  report.removeAttribute("aria-busy");
  showContents(anchor, report);
  showRow(anchor, advice);
  showSources(advice);
}

/** The page's list of what its reports cite. */
function showSources({ sources }: Advice): void {
  the("#page-sources").replaceChildren(...fromHtml(sources).childNodes);
}

/** The surface's row in the overview. */
function showRow(anchor: string, { overview }: Advice): void {
  const cells = document.querySelectorAll(`.overview tr:has(a[href="#${anchor}"]) > td`);
  for (const [at, html] of overview.entries()) cells[at]?.replaceChildren(...fromHtml(html).childNodes);
}
