import { pageQuestions } from "../engine/compile/page-pack.js";
import { type Bar, barOf } from "./bar.js";
import { element, the } from "./element.js";
import { fragmentOf, placeIn, readFragment } from "./fragment.js";
import { type Names, nameFields, warnOfClashes } from "./names.js";
import { openWhereWide } from "./narrow.js";
import { presetsOf } from "./presets.js";
import { printPage } from "./print-file.js";
import type { AnswerEntries, PageData, Reply, Request, SurfaceNow } from "./protocol.js";
import { followLinks, placeCalled, reveal } from "./reveal.js";
import { type LiveSurface, liveSurface, show, stateOf, take } from "./surface.js";

/** Makes the page answer back: forms beside the reports, and a worker that advises on each change. */
export function startPage(): void {
  const script = document.currentScript?.textContent;
  if (script === undefined) throw new Error("the page's script has to be inside it");
  addEventListener("DOMContentLoaded", () => start(script));
}

function start(script: string): void {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const page = new LivePage(JSON.parse(the("#page-data").textContent), (request) =>
    worker.postMessage(request),
  );
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => page.hear(data));
  worker.addEventListener("error", () => fail("this browser does not run the part of the page that advises"));
  addEventListener("hashchange", () => page.follow());
  followLinks((place) => page.addressOf(place));
  const first = document.querySelector("fieldset");
  if (first !== null)
    the(".skip").after(element("a", { class: "skip", href: `#${first.id}` }, "Skip to the answers"));
  document.body.classList.add("live");
  page.showAddress();
  page.leadTo(location.hash);
}

const addressWith = (hash: string): string => location.href.replace(/#.*$/s, "") + hash;

/** The surfaces of a page and what is around them, which all say what its address has. */
class LivePage {
  readonly #data: PageData;
  readonly #pack: ReturnType<typeof pageQuestions>;
  readonly #send: (request: Request) => void;
  readonly #surfaces: readonly LiveSurface[];
  readonly #bar: Bar;
  readonly #names: Names;
  /** Says what a link asks to show and the page cannot. */
  readonly #notice = element("p", { role: "status", class: "notice" });
  /** The id of a place that the reader is still to be led to. */
  #place: string | null = null;

  constructor(data: PageData, send: (request: Request) => void) {
    this.#data = data;
    this.#pack = pageQuestions(data.pack);
    this.#send = send;
    send({ kind: "start", data });
    this.#surfaces = data.surfaces.map((given, at) =>
      liveSurface(given, at, this.#pack, (surface) => this.#changed([surface])),
    );
    this.#bar = this.#drawBar();
    this.#names = nameFields(this.#surfaces, this.#bar.head, (renamed) => {
      this.#names.show();
      this.#changed(renamed);
    });
    if (data.presets.length > 0)
      for (const surface of this.#surfaces)
        surface.form.head.append(
          presetsOf(data.presets, ({ answers }) => this.#takePreset(surface, answers)),
        );
    the("header.page").append(this.#bar.element, this.#notice);
    openWhereWide([
      { part: this.#bar.element, isOpenAnyway: false },
      // On a narrow page, answers come first only where there is nothing to report yet.
      ...this.#surfaces.map(({ form, answers }) => ({
        part: form.element,
        isOpenAnyway: answers.size === 0,
      })),
    ]);
  }

  #drawBar(): Bar {
    return barOf({
      print: () => printPage(this.#data, this.#now(), this.#pack),
      link: () => addressWith(this.#fragment()),
      isFilled: this.#data.surfaces.some(({ answers }) => answers.length > 0),
      setBaseline: () => {
        this.#takeAll(this.#now().map((state) => ({ ...state, baseline: state.answers })));
        this.#step(this.#fragment());
      },
      reset: () => this.#reset(),
    });
  }

  /** Shows the answers that the address has or, if it has none, those that the page came with. */
  showAddress(): void {
    const shared = this.#shared();
    this.#takeAll(shared?.surfaces ?? this.#data.surfaces);
    this.#notice.textContent = shared === null ? "" : shared.remarks.join(" ");
  }

  /** Shows what the address has become. */
  follow(): void {
    // A place on the page, from elsewhere: the answers stay as they are, and so does their address.
    const isPlace = location.hash !== "" && this.#shared() === null;
    if (!isPlace) {
      this.showAddress();
      return;
    }
    this.leadTo(location.hash);
    history.replaceState(null, "", this.#fragment());
  }

  /** Leads to the place in a fragment, if it has one, once the report that it is in has been drawn. */
  leadTo(fragment: string): void {
    this.#place = placeIn(fragment);
    this.#arrive();
  }

  /** The address of a place, by its id, with the answers as they are now. */
  addressOf(place: string): string {
    return addressWith(`${this.#fragment()}&${new URLSearchParams({ place })}`);
  }

  hear(reply: Reply): void {
    if (reply.kind === "failure") {
      fail(reply.message);
      return;
    }
    for (const surface of this.#surfaces) if (surface.at === reply.surface) show(surface, reply);
    if (this.#surfaces.length > 1) warnOfClashes(this.#surfaces);
    this.#arrive();
  }

  #arrive(): void {
    const target = this.#place === null ? null : placeCalled(this.#place);
    if (target === null || target.closest(".report[aria-busy]") !== null) return;
    this.#place = null;
    reveal(target);
  }

  #now(): readonly SurfaceNow[] {
    return this.#surfaces.map(stateOf);
  }

  #fragment(): string {
    return fragmentOf(this.#now(), this.#data);
  }

  #shared(): ReturnType<typeof readFragment> {
    return readFragment(location.hash, this.#data, this.#pack.questions);
  }

  #advise(surface: LiveSurface): void {
    const { at, report, baseline } = surface;
    this.#bar.renew(baseline !== undefined);
    surface.turn += 1;
    report.setAttribute("aria-busy", "true");
    this.#send({ kind: "advise", surface: at, turn: surface.turn, ...stateOf(surface) });
  }

  #changed(which: readonly LiveSurface[]): void {
    this.#place = null;
    history.replaceState(null, "", this.#fragment());
    for (const surface of which) this.#advise(surface);
  }

  /** What replaces the baseline or many answers at once is a step, which the browser's Back undoes. */
  #step(hash: string): void {
    history.pushState(null, "", addressWith(hash));
  }

  #takeAll(states: readonly SurfaceNow[]): void {
    for (const [at, surface] of this.#surfaces.entries()) {
      take(surface, states[at] ?? stateOf(surface));
      this.#advise(surface);
    }
    this.#names.show();
  }

  #takePreset(surface: LiveSurface, answers: AnswerEntries): void {
    take(surface, { ...stateOf(surface), answers });
    this.#step(this.#fragment());
    this.#advise(surface);
  }

  /** Goes back to the baseline, of answers alone, or to all that the page came with. */
  #reset(): void {
    if (this.#surfaces.every(({ baseline }) => baseline === undefined)) {
      this.#takeAll(this.#data.surfaces);
      this.#step("");
      return;
    }
    const back = ({ answers, baseline = answers, ...state }: SurfaceNow): SurfaceNow => ({
      ...state,
      answers: baseline,
      baseline,
    });
    this.#takeAll(this.#now().map(back));
    this.#step(this.#fragment());
  }
}

/** Says that the reports no longer follow the answers, and leaves them as reports. */
function fail(reason: string): void {
  document.body.classList.add("failed");
  for (const report of document.querySelectorAll(".report")) report.removeAttribute("aria-busy");
  document.querySelector(".failure")?.remove();
  const text = `The reports on this page do not follow the answers: ${reason}.`;
  the("header.page").append(element("p", { role: "alert", class: "failure" }, text));
}
