import { pageQuestions } from "../engine/compile/page-pack.js";
import type { Answer } from "../engine/model/answers.js";
import { type AnswersForm, answersForm } from "./form.js";
import { fragmentOf, readFragment } from "./fragment.js";
import type { PageData, Reply, Request } from "./protocol.js";

/** A surface on the page: its form, its report, and the answers that both show. */
interface LiveSurface {
  readonly form: AnswersForm;
  readonly report: HTMLElement;
  readonly answers: Map<string, Answer>;
  turn: number;
}

/** Makes the page answer back: forms beside the reports, and a worker that advises on each change. */
export function startPage(): void {
  const script = document.currentScript?.textContent ?? "";
  addEventListener("DOMContentLoaded", () => live(script));
}

function live(script: string): void {
  const data: PageData = JSON.parse(document.getElementById("page-data")?.textContent ?? "null");
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const send = (request: Request): void => worker.postMessage(request);
  send({ kind: "start", data });
  const { topics, questions } = pageQuestions(data.pack);
  const shared = readFragment(location.hash, data, questions);
  const surfaces = data.surfaces.map((given, at): LiveSurface => {
    const article = document.getElementById(`surface-${at + 1}`);
    const report = article?.querySelector<HTMLElement>(".report");
    if (!article || !report) throw new Error(`the page lacks surface ${at + 1}`);
    const answers = new Map((shared?.surfaces[at] ?? given).answers);
    const surface: LiveSurface = {
      report,
      answers,
      turn: 0,
      form: answersForm(topics, questions, given.name, (question, answer) => {
        if (answer === null) answers.delete(question);
        else answers.set(question, answer);
        update(at);
      }),
    };
    article.prepend(surface.form.element);
    surface.form.show(answers);
    return surface;
  });
  const named = (at: number) => {
    const { service = "", name = "" } = shared?.surfaces[at] ?? data.surfaces[at] ?? {};
    return { service, name };
  };
  const update = (at: number): void => {
    const surface = surfaces[at];
    if (surface === undefined) return;
    surface.turn += 1;
    surface.report.setAttribute("aria-busy", "true");
    const now = surfaces.map(({ answers }, each) => ({ ...named(each), answers: [...answers] }));
    history.replaceState(null, "", fragmentOf(now, data));
    send({ kind: "advise", surface: at, turn: surface.turn, ...named(at), answers: [...surface.answers] });
  };
  worker.addEventListener("message", ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.kind !== "advice") return;
    const surface = surfaces[reply.surface];
    if (surface === undefined || surface.turn !== reply.turn) return;
    redraw(surface.report, reply.html);
    surface.form.signal(reply.signals);
    if (reply.isAnalysed) surface.report.removeAttribute("aria-busy");
  });
  document.body.classList.add("live");
  surfaces.forEach((_, at) => {
    update(at);
  });
}

/** Draws a report anew; what was unfolded stays so. */
function redraw(report: HTMLElement, html: string): void {
  const open = [...report.querySelectorAll("details[open]")].map(({ id }) => id);
  report.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
}
