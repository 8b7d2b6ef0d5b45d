import { pageQuestions } from "../engine/compile/page-pack.js";
import { barOf } from "./bar.js";
import { element, the } from "./element.js";
import { fragmentOf, readFragment } from "./fragment.js";
import { nameFields, warnOfClashes } from "./names.js";
import { openWhereWide } from "./narrow.js";
import { presetsOf } from "./presets.js";
import { printPage } from "./print-file.js";
import type { PageData, Reply, Request, SurfaceNow } from "./protocol.js";
import { followLinks } from "./reveal.js";
import { type LiveSurface, liveSurface, show, stateOf, take } from "./surface.js";

/** Makes the page answer back: forms beside the reports, and a worker that advises on each change. */
export function startPage(): void {
  const script = document.currentScript?.textContent ?? "";
  addEventListener("DOMContentLoaded", () => live(script));
}

const addressWith = (hash: string): string => location.href.replace(/#.*$/s, "") + hash;

function live(script: string): void {
  const data: PageData = JSON.parse(document.getElementById("page-data")?.textContent ?? "null");
  const { topics, questions } = pageQuestions(data.pack);
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const send = (request: Request): void => worker.postMessage(request);
  send({ kind: "start", data });
  const surfaces: readonly LiveSurface[] = data.surfaces.map((given, at) =>
    liveSurface(given, at, { topics, questions }, () => changed([at])),
  );
  const now = (): readonly SurfaceNow[] => surfaces.map(stateOf);
  const advise = (at: number): void => {
    const surface = surfaces[at];
    if (surface === undefined) return;
    bar.renew(surface.baseline !== undefined);
    surface.turn += 1;
    surface.report.setAttribute("aria-busy", "true");
    send({ kind: "advise", surface: at, turn: surface.turn, ...stateOf(surface) });
  };
  const changed = (which: readonly number[]): void => {
    history.replaceState(null, "", fragmentOf(now(), data));
    for (const at of which) advise(at);
  };
  /** What replaces many answers at once, or the baseline, is a step, which the browser's Back undoes. */
  const step = (hash: string): void => history.pushState(null, "", addressWith(hash));
  const takeAll = (states: readonly SurfaceNow[]): void => {
    surfaces.forEach((surface, at) => {
      take(surface, states[at] ?? stateOf(surface));
      advise(at);
    });
    names.show();
  };
  const bar = barOf({
    print: () => printPage(data, now(), { topics, questions }),
    isFilled: data.surfaces.some(({ answers }) => answers.length > 0),
    link: () => addressWith(fragmentOf(now(), data)),
    setBaseline: () => {
      takeAll(now().map((state) => ({ ...state, baseline: state.answers })));
      step(fragmentOf(now(), data));
    },
    reset: () => {
      const hasBaseline = surfaces.some(({ baseline }) => baseline !== undefined);
      takeAll(
        hasBaseline
          ? now().map(({ answers, baseline = answers, ...state }) => ({
              ...state,
              answers: baseline,
              baseline,
            }))
          : data.surfaces,
      );
      step(hasBaseline ? fragmentOf(now(), data) : "");
    },
  });
  const names = nameFields(surfaces, bar.head, (renamed) => {
    names.show();
    changed(renamed.map((surface) => surfaces.indexOf(surface)));
  });
  for (const [at, surface] of surfaces.entries())
    if (data.presets.length > 0)
      surface.form.head.append(
        presetsOf(data.presets, ({ answers }) => {
          take(surface, { ...stateOf(surface), answers });
          step(fragmentOf(now(), data));
          advise(at);
        }),
      );
  const notice = element("p", { role: "status", class: "notice" });
  the("header.page", document).append(bar.element, notice);
  worker.addEventListener("message", ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.kind === "failure") fail(reply.message);
    else {
      const surface = surfaces[reply.surface];
      if (surface === undefined) return;
      show(surface, reply);
      if (surfaces.length > 1) warnOfClashes(surfaces);
    }
  });
  worker.addEventListener("error", () => fail("this browser does not run the part of the page that advises"));
  const [first] = document.querySelectorAll("fieldset");
  if (first !== undefined)
    document
      .querySelector(".skip")
      ?.after(element("a", { class: "skip", href: `#${first.id}` }, "Skip to the answers"));
  document.body.classList.add("live");
  openWhereWide([
    { part: bar.element, isOpenAnyway: false },
    // On a narrow page, answers come first only where there is nothing to report yet.
    ...surfaces.map(({ form, answers }) => ({ part: form.element, isOpenAnyway: answers.size === 0 })),
  ]);
  followLinks();
  const showAddress = (): void => {
    const shared = readFragment(location.hash, data, questions);
    takeAll(shared?.surfaces ?? data.surfaces);
    notice.textContent = shared === null ? "" : shared.remarks.join(" ");
  };
  addEventListener("hashchange", () => {
    // A place on the page, from elsewhere: the answers stay as they are, and so does their address.
    const isPlace = location.hash !== "" && readFragment(location.hash, data, questions) === null;
    if (isPlace) history.replaceState(null, "", fragmentOf(now(), data));
    else showAddress();
  });
  showAddress();
}

/** Says that the reports no longer follow the answers, and leaves them as reports. */
function fail(reason: string): void {
  document.body.classList.add("failed");
  for (const report of document.querySelectorAll(".report")) report.removeAttribute("aria-busy");
  document.querySelector(".failure")?.remove();
  const text = `The reports on this page do not follow the answers: ${reason}.`;
  document.querySelector("header.page")?.append(element("p", { role: "alert", class: "failure" }, text));
}
