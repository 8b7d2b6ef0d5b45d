import { recommend } from "../engine/advise/recommend.js";
import { restorePack } from "../engine/compile/precompiled-pack.js";
import type { CompiledPack } from "../engine/model/compiled-pack.js";
import type { Recommendation } from "../engine/model/recommendation.js";
import { surfaceHtml } from "../engine/report/html/document.js";
import type { PageData, Reply, Request, Signals } from "./protocol.js";

/** Advises on the answers that the page sends, so that the page never waits for an analysis. */
export function work(scope: Pick<Worker, "postMessage" | "addEventListener">): void {
  let started: { readonly pack: CompiledPack; readonly data: PageData } | null = null;
  const latest = new Map<number, Request & { readonly kind: "advise" }>();
  scope.addEventListener("message", (event) => {
    const request = (event as MessageEvent<Request>).data;
    if (request.kind === "start") {
      started = { pack: restorePack(request.data.pack).compiled, data: request.data };
      return;
    }
    if (started === null) return;
    const { pack, data } = started;
    latest.set(request.surface, request);
    scope.postMessage(replyTo(request, pack, data, false));
    // Requests that came meanwhile are read first: an analysis of answers that have changed again is of no use.
    setTimeout(() => {
      if (latest.get(request.surface) === request) scope.postMessage(replyTo(request, pack, data, true));
    });
  });
}

function replyTo(
  { surface, turn, answers }: Request & { readonly kind: "advise" },
  pack: CompiledPack,
  data: PageData,
  analysis: boolean,
): Reply {
  const given = data.surfaces[surface];
  if (given === undefined) throw new RangeError(`there is no surface ${surface}`);
  const { service, source, name, at, decision } = given;
  const from = recommend(
    pack,
    { service, source },
    { name, at, decision, answers: new Map(answers) },
    { analysis },
  );
  return {
    surface,
    turn,
    isAnalysed: analysis,
    html: surfaceHtml(from, surface),
    verdict: from.verdict,
    signals: signalsOf(from),
  };
}

function signalsOf({ answers, open, analysis }: Recommendation): Signals {
  return {
    implied: answers
      .filter(({ state }) => state === "implied")
      .map(({ question, options }) => [question, options.map(({ id }) => id)]),
    telling: open.filter(({ overturns }) => overturns).map(({ question }) => question),
    tipping: (analysis?.tippingPoints.points ?? []).flatMap(({ changes, verdict }) => {
      const [only, ...more] = changes;
      return only === undefined || more.length > 0 || only.to === null
        ? []
        : [{ question: only.question, option: only.to, verdict }];
    }),
  };
}
