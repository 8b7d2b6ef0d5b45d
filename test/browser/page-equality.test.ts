import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { livePage } from "../../src/cli/output/live-page.js";
import { reportOn } from "../../src/cli/report-on.js";
import { recommend } from "../../src/engine/advise/recommend.js";
import { readServices } from "../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { Answer, Answers, Service } from "../../src/engine/model/answers.js";
import type { LoadedPack } from "../../src/engine/model/compiled-pack.js";
import type { Question } from "../../src/engine/model/pack.js";
import { htmlReport } from "../../src/engine/report/html/document.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { casesBeside } from "../../src/packs/load-cases.js";
import { readPacks } from "../../src/packs/load-pack.js";
import { pageAdvice } from "../../src/page/advice.js";
import { fragmentOf } from "../../src/page/fragment.js";
import type { AnswerEntries, PageData } from "../../src/page/protocol.js";
import { launched, present } from "./chromium.js";

/*
 * The page says what the engine says here, word for word: the shipped script, in a page of its own from a file, offline.
 */

const randomSets = 200;
const batch = 50;
const changes = 25;

const answerTo = ({ several, options }: Question): fc.Arbitrary<Answer | null> => {
  const chosen = (ids: readonly string[]): Answer => ({ kind: "chosen", options: ids, note: null });
  const ids = options.map(({ id }) => id);
  const some = fc
    .subarray(
      options.flatMap(({ id, none }) => (none ? [] : [id])),
      { minLength: 1 },
    )
    .map(chosen);
  const one = fc.constantFrom(...ids).map((id) => chosen([id]));
  return fc.oneof(
    { weight: 4, arbitrary: several ? fc.oneof(one, some) : one },
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant<Answer>({ kind: "unsure", note: null }) },
  );
};

const randomAnswers = (questions: readonly Question[]): readonly Answers[] =>
  fc.sample(
    fc
      .tuple(...questions.map(answerTo))
      .map(
        (answers) =>
          new Map(questions.flatMap(({ id }, at) => (answers[at] ? [[id, answers[at]] as const] : []))),
      ),
    { numRuns: randomSets, seed: 20 },
  );

/** A surface of the page, by its position, and answers to ask about. */
interface Asked {
  readonly surface: number;
  readonly answers: Answers;
}

describe.skipIf(!present)("a page that answers back", () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let pack: LoadedPack;
  let services: readonly Service[];
  let data: PageData;
  let address = "";

  beforeAll(async () => {
    pack = unwrap(await readPacks([], process.cwd()));
    services = [...examples(pack), blank];
    const live = livePage("report", pack, services);
    data = live.data as PageData;
    const report = reportOn(pack, services, { analysis: true });
    const file = join(folder, "page.html");
    writeFileSync(file, htmlReport(report, { ...plainStyle, live }));
    address = pathToFileURL(file).href;
    browser = await launched();
    const context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(address);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** What the page's worker says after its analysis, as JSON: everything that the page shows. */
  async function asked(all: readonly Asked[]): Promise<readonly unknown[]> {
    const requests = all.map(({ surface, answers }, turn) => {
      const { service, name } = data.surfaces[surface] ?? { service: "", name: "" };
      return { kind: "advise", surface, turn, service, name, answers: [...answers] };
    });
    const replies = await page.evaluate(`(async () => {
      const script = [...document.scripts].find(({ type }) => type === "").textContent;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
      worker.postMessage({ kind: "start", data: JSON.parse(document.getElementById("page-data").textContent) });
      const replies = [];
      for (const request of ${JSON.stringify(requests)})
        replies.push(await new Promise((resolve) => {
          worker.onmessage = ({ data }) => { if (data.kind !== "advice" || data.isAnalysed) resolve(data); };
          worker.postMessage(request);
        }));
      worker.terminate();
      return JSON.stringify(replies);
    })()`);
    return JSON.parse(String(replies));
  }

  /** The same from the engine here. */
  function expected({ surface, answers }: Asked): object {
    const all = services.flatMap((service) => service.surfaces.map((each) => ({ service, each })));
    const found = all[surface];
    if (found === undefined) throw new Error("no such surface");
    const { service, each } = found;
    const on = (given: Answers) =>
      recommend(pack.compiled, service, { ...each, answers: given }, { analysis: true });
    return pageAdvice(on(answers), surface, on(each.answers), "report");
  }

  async function expectEqual(all: readonly Asked[]): Promise<void> {
    for (let at = 0; at < all.length; at += batch) {
      const some = all.slice(at, at + batch);
      const replies = await asked(some);
      for (const [index, ask] of some.entries())
        expect(replies[index], JSON.stringify([...ask.answers])).toMatchObject(
          JSON.parse(JSON.stringify(expected(ask))),
        );
    }
    expect(complaints).toEqual([]);
  }

  test("shows a linked set of answers as the engine has it, surface by surface", async () => {
    const swapped = data.surfaces.map(({ service, name }, at) => {
      const { answers } = data.surfaces[(at + 1) % data.surfaces.length] ?? { answers: [] as AnswerEntries };
      return { service, name, answers };
    });
    // Elsewhere first: to another fragment of the same page a browser only scrolls.
    await page.goto("about:blank");
    await page.goto(`${address}${fragmentOf(swapped, data)}`);
    for (const [surface, { answers }] of swapped.entries()) {
      const { verdict, grade } = expected({ surface, answers: new Map(answers) }) as {
        readonly verdict: string;
        readonly grade: string | null;
      };
      const report = page.locator(`#surface-${surface + 1} .report:not([aria-busy])`);
      expect((await report.locator(".verdict-word").innerText()).toLowerCase()).toBe(verdict);
      if (grade !== null) expect(await report.locator(".grade strong").innerText()).toBe(grade);
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  test("draws the last of many changes as if it were the first", async () => {
    await page.goto("about:blank");
    await page.goto(address);
    const { questions } = pack.compiled.source;
    const last = data.surfaces.length - 1;
    for (const answers of randomAnswers(questions).slice(0, changes)) {
      const now = data.surfaces.map((given, at) =>
        at === last ? { ...given, answers: [...answers] } : given,
      );
      await page.evaluate(`new Promise((resolve) => {
        addEventListener("hashchange", () => resolve(null), { once: true });
        location.hash = ${JSON.stringify(fragmentOf(now, data))};
      })`);
      const { html } = expected({ surface: last, answers }) as { readonly html: string };
      // What is unfolded, and where a link has led, is the reader's; the panel is beside the report.
      const drawn = await page.evaluate<readonly [string, string]>(`(async () => {
        const report = document.querySelector("#surface-${last + 1} .report");
        while (report.hasAttribute("aria-busy")) await new Promise((resolve) => setTimeout(resolve, 20));
        const fresh = document.createElement("div");
        fresh.innerHTML = ${JSON.stringify(html)};
        return [report.cloneNode(true), fresh].map((each) => {
          each.querySelector(".panel")?.remove();
          for (const part of each.querySelectorAll("*"))
            for (const name of ["open", "tabindex"]) part.removeAttribute(name);
          return each.innerHTML.replace(/\\s+/g, " ").replaceAll("> <", "><").trim();
        });
      })()`);
      expect(drawn[0]).toBe(drawn[1]);
    }
    expect(complaints).toEqual([]);
  }, 120_000);

  test("says of every example what the engine says, and of its decision on other answers", async () => {
    const own = data.surfaces.map(({ answers }, surface) => ({ surface, answers: new Map(answers) }));
    const others = own.map(({ surface }, at) => ({ surface, answers: own.at(at - 1)?.answers ?? new Map() }));
    await expectEqual([...own, ...others]);
  }, 120_000);

  test("says of every packaged case what the engine says", async () => {
    const { cases, systems } = unwrap(await casesBeside("default", process.cwd(), pack.compiled.source));
    const all = [...cases, ...systems];
    expect(all.length).toBeGreaterThan(100);
    await expectEqual(all.map(({ answers }) => ({ surface: data.surfaces.length - 1, answers })));
  }, 600_000);

  test(`says of ${randomSets} random sets of answers what the engine says`, async () => {
    const sets = randomAnswers(pack.compiled.source.questions);
    await expectEqual(sets.map((answers, at) => ({ surface: at % data.surfaces.length, answers })));
  }, 600_000);
});

const blank: Service = {
  service: "service",
  source: "a.yaml",
  surfaces: [
    { name: "surface", answers: new Map(), decision: null, at: { file: "a.yaml", line: 1, column: 1 } },
  ],
};

const examples = ({ compiled }: LoadedPack): readonly Service[] =>
  readdirSync("examples")
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((file) => {
      const source = { file, text: readFileSync(`examples/${file}`, "utf8") };
      return unwrap(readServices(source, compiled.source.questions)).map(({ service }) => service);
    });
