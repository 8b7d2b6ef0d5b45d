import { recommend } from "../engine/advise/recommend.js";
import { restorePagePack } from "../engine/compile/page-pack.js";
import type { Surface } from "../engine/model/answers.js";
import type { CompiledPack } from "../engine/model/compiled-pack.js";
import type { Recommendation } from "../engine/model/recommendation.js";
import { sourcesHtml } from "../engine/report/html/parts.js";
import { pageAdvice } from "./advice.js";
import type { Advice, PageData, PageSurface, Reply, Request, SurfaceNow } from "./protocol.js";

/** The inside of a worker, as far as it is needed here. */
export interface WorkerScope {
  readonly postMessage: (reply: Reply) => void;
  readonly addEventListener: (type: "message", listener: (event: { readonly data: Request }) => void) => void;
}

type AdviseRequest = Extract<Request, { readonly kind: "advise" }>;

/**
 * Serves the requests of a page, so that it never waits for an analysis. Whatever goes wrong is told to the page.
 * @param later runs a function after the messages that have come meanwhile
 */
export function work(scope: WorkerScope, later: (run: () => void) => void = setTimeout): void {
  let desk: Desk | null = null;
  /** By surface, the last request that is still to be analysed. */
  const waiting = new Map<number, AdviseRequest>();
  const serve = (surface: number | null, reply: () => Reply): void => {
    try {
      scope.postMessage(reply());
    } catch (error) {
      scope.postMessage({ kind: "failure", surface, message: messageOf(error) });
    }
  };
  const analyseNext = (): void => {
    // The surface that changed last is the one that is looked at.
    const last = [...waiting.values()].at(-1);
    if (last === undefined) return;
    waiting.delete(last.surface);
    serve(last.surface, () => existing(desk).advise(last, true));
    if (waiting.size > 0) later(analyseNext);
  };
  scope.addEventListener("message", ({ data: request }) => {
    switch (request.kind) {
      case "start":
        try {
          desk = new Desk(request.data);
        } catch (error) {
          scope.postMessage({ kind: "failure", surface: null, message: messageOf(error) });
        }
        return;
      case "advise":
        serve(request.surface, () => existing(desk).advise(request, false));
        if (waiting.size === 0) later(analyseNext);
        waiting.delete(request.surface);
        waiting.set(request.surface, request);
        return;
      default:
        request satisfies never;
    }
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function existing(desk: Desk | null): Desk {
  if (desk === null) throw new Error("the page's data could not be read");
  return desk;
}

/** What is known of a page: its data, and what was last said of each surface. */
class Desk {
  readonly #pack: CompiledPack;
  readonly #data: PageData;
  readonly #said = new Map<number, Recommendation>();
  /** By surface, without and with analysis: of the answers that were last compared with. */
  readonly #before = new Map<string, { readonly answers: string; readonly recommended: Recommendation }>();

  constructor(data: PageData) {
    this.#data = data;
    this.#pack = restorePagePack(data.pack).compiled;
  }

  advise({ surface, turn, ...now }: AdviseRequest, analysis: boolean): Advice {
    const given = this.#surface(surface);
    const from = this.#recommend(given, now, analysis);
    this.#said.set(surface, from);
    const sources = sourcesHtml([...this.#said.values()]);
    const { baseline = given.answers } = now;
    // Of the same answers nothing has moved, and there is no need to analyse them twice.
    const isSame = JSON.stringify(now.answers) === JSON.stringify(baseline);
    const before = isSame ? null : this.#recommendBefore(surface, { ...now, answers: baseline }, analysis);
    const advice = pageAdvice(from, surface, before, this.#data.kind);
    return { kind: "advice", turn, isAnalysed: analysis, ...advice, sources };
  }

  #surface(at: number): PageSurface {
    const given = this.#data.surfaces[at];
    if (given === undefined) throw new RangeError(`the page has no surface ${at + 1}`);
    return given;
  }

  #recommendBefore(surface: number, before: SurfaceNow, analysis: boolean): Recommendation {
    const key = `${surface} ${analysis}`;
    const answers = JSON.stringify(before.answers);
    const last = this.#before.get(key);
    if (last?.answers === answers) return last.recommended;
    const recommended = this.#recommend(this.#surface(surface), before, analysis);
    this.#before.set(key, { answers, recommended });
    return recommended;
  }

  #recommend({ source, at, decision }: PageSurface, now: SurfaceNow, analysis: boolean): Recommendation {
    const { service, name, answers } = now;
    const surface: Surface = {
      name,
      at,
      answers: new Map(answers),
      decision: decision && { ...decision, basis: decision.basis && new Map(decision.basis) },
    };
    return recommend(this.#pack, { service, source }, surface, { analysis });
  }
}
