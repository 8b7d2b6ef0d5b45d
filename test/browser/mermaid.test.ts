import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleaned } from "../../src/engine/report/inline.js";
import { mermaidReport } from "../../src/engine/report/picture/mermaid.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { attacks, reworded } from "../engine/report/hostile.js";
import { packaged } from "../engine/report/picture/packaged.js";
import { boundSample, reportOf, sample, undecidedSample } from "../engine/report/sample-recommendation.js";
import { launched, present } from "./chromium.js";

/* Mermaid's own parser and renderer, as GitHub and others have them. */

const mermaid = readFileSync(createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js"), "utf8");

/** Texts that try to be more than text to Mermaid, and those for Markdown and HTML, none so long that it is cut. */
const hostile = [
  ...attacks.filter((text) => text.length < 70),
  'a"] --> b["c',
  "end",
  "end\n  evil[x]",
  "]",
  ")] x",
  ";",
  "#",
  "#quot;#lt;b#gt;",
  "&lt;b&gt;",
  "ﬂ°°60¶ßb",
  "%%{init: {'securityLevel': 'loose'}}%%",
  "%% comment",
  "click client javascript:alert(1)",
  'click client href "https://evil.example"',
  "style client fill:#f00;stroke:#0f0;",
  "classDef default fill:'#f00';",
  "style:'x'",
  "fa:fa-bomb fab:fa-github",
  "`**bold** and _italic_`",
  "1. first",
  "- item",
  "$$\\frac{1}{2}$$",
  "<br>",
  "<br/>|x|",
  "subgraph x",
  "---",
  "@{ shape: circle }",
  "class:::name",
  "graph TD; A-->B",
  "Größe 状态 🛒 مرحبا",
];

interface Drawn {
  readonly text: string;
  readonly tags: readonly string[];
  /** Attributes that act or lead somewhere. */
  readonly active: readonly string[];
  readonly images: number;
}

describe.skipIf(!present)("Mermaid in a browser", () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launched();
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    await page.route("**/*", (route) => {
      const url = route.request().url();
      if (url === "http://report.test/") return route.fulfill({ contentType: "text/html", body: "<body>" });
      if (!url.endsWith("/favicon.ico")) complaints.push(`asked for ${url}`);
      return route.abort();
    });
    await page.goto("http://report.test/");
    await page.addScriptTag({ content: mermaid });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  /** Renders a flowchart, with labels in HTML, the default, or in SVG alone. */
  async function drawn(chart: string, htmlLabels = true): Promise<Drawn> {
    return page.evaluate(`(async () => {
      mermaid.initialize({ startOnLoad: false, htmlLabels: ${htmlLabels}, flowchart: { htmlLabels: ${htmlLabels} } });
      const { svg } = await mermaid.render("chart", ${JSON.stringify(chart)});
      document.body.innerHTML = svg;
      const all = [...document.body.querySelectorAll("*")];
      document.body.querySelectorAll("style").forEach((each) => each.remove());
      const names = all.flatMap((each) => each.getAttributeNames());
      return {
        text: document.body.textContent,
        tags: [...new Set(all.map((each) => each.localName))].sort(),
        active: names.filter((name) => /^on|href|^src/.test(name)),
        images: all.filter((each) => /^(a|i|img|script|iframe|strong|em)$/.test(each.localName)).length,
      };
    })()`);
  }

  test("reads every packaged case and example", async () => {
    const charts = (await packaged()).map((from) => mermaidReport(reportOf(from), plainStyle));
    expect(charts.length).toBeGreaterThan(100);
    const kinds = await page.evaluate(
      `Promise.all(${JSON.stringify(charts)}.map((chart) => mermaid.parse(chart).then(({ diagramType }) => diagramType)))`,
    );
    expect(new Set(kinds as readonly string[])).toEqual(new Set(["flowchart-v2"]));
  }, 120_000);

  test.each([
    ["one surface", reportOf(boundSample)],
    [
      "several surfaces",
      reportOf(sample, { ...boundSample, surface: "live" }, { ...undecidedSample, surface: "end" }),
    ],
  ])("draws %s, with a name and a description", async (_, report) => {
    const { text, active } = await drawn(mermaidReport(report, plainStyle));
    expect(text).toContain("Interaction, second home: Log of unread messages");
    expect(active).toEqual([]);
    const label = (name: string): string =>
      `document.getElementById(document.querySelector("svg").getAttribute("aria-${name}")).textContent`;
    expect(await page.evaluate(label("labelledby"))).toBe("Where the state lives");
    expect(await page.evaluate(label("describedby"))).toContain("With the connection or instance: ");
  });

  const unspaced = (text: string): string => text.replace(/[\s\u2060]+/g, "");
  const perChart = 12;
  const groups = Array.from({ length: Math.ceil(hostile.length / perChart) }, (_, at) =>
    hostile.slice(at * perChart, (at + 1) * perChart),
  );

  test.each(groups.flatMap((texts) => [true, false].map((htmlLabels) => ({ texts, htmlLabels }))))(
    "draws $texts as text (labels in HTML: $htmlLabels)",
    async ({ texts, htmlLabels }) => {
      const surfaces = texts.map((text) => ({ ...reworded(() => text, boundSample), service: "shop" }));
      const style = { ...plainStyle, unicode: htmlLabels };
      const usual = await drawn(mermaidReport(reportOf(boundSample, sample), style), htmlLabels);
      const found = await drawn(mermaidReport(reportOf(...surfaces), style), htmlLabels);
      for (const text of texts) {
        const times = unspaced(found.text).split(unspaced(cleaned(plainStyle, text))).length - 1;
        // A pattern, its companion, its second home and the frame, each also in the description. Without HTML, Mermaid
        // shows a reference as it is written in the titles of frames and of edges.
        expect(times, text).toBeGreaterThanOrEqual(htmlLabels ? 8 : 6);
      }
      expect(found.tags.filter((tag) => !usual.tags.includes(tag))).toEqual([]);
      expect(found).toMatchObject({ active: [], images: 0 });
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});
