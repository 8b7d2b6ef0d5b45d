import { describe, expect, it, vi } from "vitest";
import { recommend } from "../../src/engine/advise/recommend.js";
import { surfaceHtml } from "../../src/engine/report/html/document.js";
import type { Advice, PageData, Reply, Request, SurfaceNow } from "../../src/page/protocol.js";
import { work } from "../../src/page/worker.js";
import { chosen, dataOf, small } from "./page-data.js";

vi.mock("../../src/engine/advise/recommend.js", { spy: true });

const data = dataOf(`version: 1
service: shop
surfaces:
  cart: { answers: { style: apart }, decision: { style: stateless, basis: { style: apart } } }
  chat: { answers: { style: stream } }
`);

/** A worker whose messages are handed over by hand, and what it said. */
function started(of: PageData = data) {
  const said: Reply[] = [];
  const later: (() => void)[] = [];
  let hear: (event: { readonly data: Request }) => void = () => undefined;
  work(
    {
      postMessage: (reply) => said.push(structuredClone(reply)),
      addEventListener: (_, listener) => {
        hear = listener;
      },
    },
    (run) => later.push(run),
  );
  const send = (request: Request): void => hear({ data: structuredClone(request) });
  send({ kind: "start", data: of });
  return {
    send,
    advise: (
      surface: number,
      turn: number,
      answers: SurfaceNow["answers"],
      baseline?: SurfaceNow["baseline"],
    ): void =>
      send({
        kind: "advise",
        surface,
        turn,
        service: "shop",
        name: surface === 0 ? "cart" : "chat",
        answers,
        baseline,
      }),
    /** What it has said since the last time; then it goes on until it has nothing to do. */
    heard: (): readonly Reply[] => said.splice(0),
    goOn: (): void => {
      while (later.length > 0) later.shift()?.();
    },
  };
}

const inShort = (replies: readonly Reply[]): readonly string[] =>
  replies.map((reply) =>
    reply.kind === "advice"
      ? `${reply.surface}/${reply.turn}${reply.isAnalysed ? " analysed" : ""}: ${reply.verdict}`
      : reply.kind,
  );
const steps: SurfaceNow["answers"] = [["style", chosen("steps")]];
const stream: SurfaceNow["answers"] = [["style", chosen("stream")]];

/** The last, analysed reply on the first surface. */
function analysed(answers: SurfaceNow["answers"]): Advice {
  const { advise, goOn, heard } = started();
  advise(0, 1, answers);
  goOn();
  const last = heard().at(-1);
  if (last?.kind !== "advice" || !last.isAnalysed) throw new Error("no analysis");
  return last;
}

describe("the worker of a page", () => {
  it("answers at once, and again when it has analysed", () => {
    const { advise, heard, goOn } = started();
    advise(0, 1, stream);
    expect(inShort(heard())).toEqual(["0/1: stateful"]);
    goOn();
    expect(inShort(heard())).toEqual(["0/1 analysed: stateful"]);
  });

  it("analyses only the last answers of each surface, and first those of the one that changed last", () => {
    const { advise, heard, goOn } = started();
    advise(0, 1, stream);
    advise(1, 1, stream);
    advise(0, 2, steps);
    heard();
    goOn();
    expect(inShort(heard())).toEqual(["0/2 analysed: hybrid", "1/1 analysed: stateful"]);
  });

  it("takes up what comes while it has more to analyse", () => {
    const { advise, heard, goOn } = started();
    advise(0, 1, stream);
    goOn();
    advise(0, 2, steps);
    goOn();
    expect(inShort(heard())).toEqual([
      "0/1: stateful",
      "0/1 analysed: stateful",
      "0/2: hybrid",
      "0/2 analysed: hybrid",
    ]);
  });

  it("says what moved against the baseline, if there is one", () => {
    const { advise, heard, goOn } = started();
    const moves = (): readonly unknown[] =>
      heard().map((reply) => (reply.kind === "advice" ? (reply.moved?.summary ?? null) : reply.kind));
    advise(0, 1, steps);
    goOn();
    expect(moves().at(-1)).toMatch(/^stateless → hybrid/);
    advise(0, 2, steps, steps);
    advise(1, 1, stream);
    goOn();
    expect(moves()).toEqual([null, null, null, null]);
    advise(0, 3, stream, steps);
    goOn();
    expect(moves().at(-1)).toMatch(/^hybrid → stateful/);
    advise(0, 4, stream);
    goOn();
    expect(moves().at(-1)).toMatch(/^stateless → stateful/);
  });

  it("does not analyse answers twice to find that nothing has moved", () => {
    const { advise, goOn } = started();
    const runs = (
      turn: number,
      answers: SurfaceNow["answers"],
      baseline?: SurfaceNow["baseline"],
    ): number => {
      vi.mocked(recommend).mockClear();
      advise(0, turn, answers, baseline);
      goOn();
      return vi.mocked(recommend).mock.calls.length;
    };
    expect(runs(1, data.surfaces[0]?.answers ?? [])).toBe(2);
    expect(runs(2, steps)).toBe(4);
    // The answers to compare with stay the same.
    expect(runs(3, stream)).toBe(2);
    expect(runs(4, stream, stream)).toBe(2);
    expect(runs(5, steps, stream)).toBe(4);
  });

  it("says what the report of the same answers says", () => {
    const [given] = data.surfaces;
    if (given === undefined) throw new Error("no surface");
    const surface = { ...given, answers: new Map(stream), decision: null };
    const from = recommend(small.compiled, { service: "shop", source: "a.yaml" }, surface, {
      analysis: true,
    });
    const page = started({ ...data, surfaces: data.surfaces.map((each) => ({ ...each, decision: null })) });
    page.advise(0, 1, stream);
    page.goOn();
    expect(page.heard().at(-1)).toMatchObject({ html: surfaceHtml(from, 0, "report"), grade: "fair" });
  });

  it("says whether a decision still holds", () => {
    expect(analysed(data.surfaces[0]?.answers ?? []).html).toContain("stateless</strong>, as recommended.");
    expect(analysed(stream).html).toContain("it has lapsed, because an answer has changed since: style");
  });

  it("tells the page what goes wrong, and goes on", () => {
    const { advise, heard, goOn } = started();
    advise(7, 1, stream);
    advise(0, 1, [["style", chosen("no such option")]]);
    advise(0, 2, stream);
    goOn();
    expect(inShort(heard())).toEqual([
      "failure",
      "0/1: undecided",
      "0/2: stateful",
      "0/2 analysed: stateful",
      "failure",
    ]);
    const broken = started({ ...data, pack: { format: "of another version" } });
    broken.advise(0, 1, stream);
    expect(broken.heard()).toEqual([
      { kind: "failure", surface: null, message: expect.any(String) },
      { kind: "failure", surface: 0, message: "the page's data could not be read" },
    ]);
  });
});

describe("what moved against the answers of the file", () => {
  it("is nothing as long as they are the same", () => {
    expect(analysed(data.surfaces[0]?.answers ?? []).moved).toBeNull();
  });

  it("is in words, and in the answers, places and clashes behind them", () => {
    // A stream is held with its connection; requests apart keep nothing.
    const { moved } = analysed(stream);
    expect(moved?.summary).toBe("stateless → stateful: verdict, interaction, session");
    expect(moved?.html).toContain("How do they talk? Apart → <strong>Streaming</strong>");
    expect(moved?.html).toContain("nowhere → <strong>with the connection or instance (Socket)</strong>");
    const clash = analysed([
      ["style", chosen("apart")],
      ["order", chosen("strict")],
    ]);
    expect(clash.moved?.summary).toMatch(/^still stateless: .*clash$/);
    expect(clash.moved?.html).toContain("Requests apart have no order.");
  });
});

describe("what the form is told", () => {
  it("has the rules that fired with what made them fire", () => {
    const { fired } = analysed(stream).signals;
    expect(
      fired.map(({ id, questions, concern, points, speaksForKeeping }) => [
        id,
        questions,
        concern,
        points,
        speaksForKeeping,
      ]),
    ).toEqual([
      ["login-on-stream", ["style"], "session", 0, true],
      ["streams", ["style"], "interaction", 3, true],
      ["held-open", ["style"], "interaction", 2, true],
    ]);
    expect(fired[1]).toMatchObject({ lead: "A stream is held.", effect: "3 points for keeping it" });
    expect(fired[1]?.html).toContain('href="#source-claim"');
  });

  it("has implied answers with the reason, and clashes", () => {
    expect(analysed([["style", chosen("apart")]]).signals.implied).toEqual([
      { question: "order", options: ["any"], because: "Nothing is sent." },
    ]);
    expect(
      analysed([
        ["style", chosen("apart")],
        ["order", chosen("strict")],
      ]).signals.clashes,
    ).toEqual([{ questions: ["style", "order"], because: "Requests apart have no order." }]);
  });

  it("has what other answers would do", () => {
    const { outlook } = analysed(steps).signals;
    // Steps are kept as a workflow; apart nothing is, and a stream is bound.
    expect(outlook?.tipping).toEqual([
      { question: "style", option: "apart", verdict: "stateless" },
      { question: "style", option: "stream", verdict: "stateful" },
    ]);
    expect(outlook?.telling).toContain("kinds");
    expect(outlook?.next).toBe(outlook?.telling[0]);
    expect(outlook?.assumed.map(({ question, option }) => [question, option])).toContainEqual([
      "order",
      "any",
    ]);
  });

  it("is to ask the essential question first", () => {
    expect(analysed([]).signals.outlook?.next).toBe("style");
  });

  it("does not know that before the analysis", () => {
    const { advise, heard } = started();
    advise(0, 1, steps);
    expect(heard()).toMatchObject([{ signals: { outlook: null }, grade: null }]);
  });
});
