import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Recommendation } from "../../src/engine/model/recommendation.js";
import { htmlReport as html } from "../../src/engine/report/html/document.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { attacks, reworded } from "../engine/report/hostile.js";
import { boundSample, reportOf, sample, undecidedSample } from "../engine/report/sample-recommendation.js";
import { launched, present } from "./chromium.js";

/* The HTML report in a real browser. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every attack somewhere on one page. */
function attacked(): Recommendation {
  let at = 0;
  return reworded((text) => `${attacks[at++ % attacks.length]} ${text}`);
}

const decided = reworded((text) => text, undecidedSample);
const views = {
  light: { colorScheme: "light", width: 1280 },
  dark: { colorScheme: "dark", width: 1280 },
  phone: { colorScheme: "light", width: 390 },
  "dark phone": { colorScheme: "dark", width: 390 },
} as const;
type View = keyof typeof views;

const single = html(reportOf(sample), plainStyle);
const several = html(reportOf(sample, boundSample, decided, { ...sample, analysis: null }), plainStyle);
const hostile = html(reportOf(attacked()), plainStyle);
const longWord = html(reportOf(reworded(() => "Donaudampfschifffahrtsgesellschaft".repeat(6))), plainStyle);

/** Looking for violations takes most of the time, and what they depend on differs by colours and width alone. */
const cases: readonly (readonly [string, View, string, "inspected" | "measured"])[] = [
  ["several surfaces", "light", several, "inspected"],
  ["several surfaces", "dark", several, "inspected"],
  ["several surfaces", "phone", several, "inspected"],
  ["several surfaces", "dark phone", several, "measured"],
  ["hostile texts", "dark", hostile, "inspected"],
  ["hostile texts", "phone", hostile, "measured"],
  ["one long word", "light", longWord, "measured"],
  ["one long word", "phone", longWord, "measured"],
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe.skipIf(!present)("the HTML report in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page and records its errors and network requests. */
  async function opened(content: string, name: View): Promise<{ page: Page; complaints: string[] }> {
    const view = views[name];
    const context = await browser.newContext({
      viewport: { width: view.width, height: 900 },
      colorScheme: view.colorScheme,
      bypassCSP: false,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    await page.route("**/*", (route) => {
      const url = route.request().url();
      if (url === "http://report.test/")
        return route.fulfill({ contentType: "text/html; charset=utf-8", body: content });
      if (!url.endsWith("/favicon.ico")) complaints.push(`asked for ${url}`);
      return route.abort();
    });
    await page.goto("http://report.test/");
    return { page, complaints };
  }

  test.each(cases)(
    "%s, %s: quiet, as wide as the window, and accessible",
    async (_, view, content, how) => {
      const { page, complaints } = await opened(content, view);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(views[view].width);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      expect(await page.locator("details[open]").count()).toBeGreaterThan(5);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(views[view].width);
      if (how === "inspected") {
        await page.evaluate(axe);
        const violations: readonly Violation[] = await page.evaluate(
          "axe.run().then(({ violations }) => violations)",
        );
        expect(violations.map(({ id, nodes }) => ({ id, first: nodes[0] }))).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  test("follows the colour scheme, and is always light on paper", async () => {
    const background = "getComputedStyle(document.body).backgroundColor";
    const { page: bright } = await opened(single, "light");
    const { page } = await opened(single, "dark");
    expect(await bright.evaluate(background)).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate(background)).not.toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(background)).toBe("rgb(255, 255, 255)");
  });

  test("leaves out on paper what is folded", async () => {
    const { page } = await opened(single, "light");
    await page.emulateMedia({ media: "print" });
    const folded = page.locator(".report details summary");
    const title = page.locator("#surface-1-all");
    expect(await folded.first().isVisible()).toBe(false);
    expect(await title.isVisible()).toBe(false);
    await page.evaluate("[...document.querySelectorAll('.report details')].at(-1).open = true");
    expect(await folded.first().isVisible()).toBe(false);
    expect(await folded.last().isVisible()).toBe(true);
    expect(await title.isVisible()).toBe(true);
  });
});
