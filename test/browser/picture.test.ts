import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { styleElement } from "../../src/engine/report/html/styles.js";
import { page as document, html } from "../../src/engine/report/html/writer.js";
import { type Picture, pictureOf } from "../../src/engine/report/picture/picture.js";
import { pictureStyles } from "../../src/engine/report/picture/picture-styles.js";
import { pictureSvg } from "../../src/engine/report/picture/svg.js";
import { reworded } from "../engine/report/hostile.js";
import { packaged } from "../engine/report/picture/packaged.js";
import { boundSample } from "../engine/report/sample-recommendation.js";
import { launched, present } from "./chromium.js";

/* The picture of where the state lives, in a page with the report's style sheet. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const titles = [
  "状态保存在共享存储中的会话模式".repeat(4),
  "SESSION KEPT IN THE ORGANISATION'S OWN STORE (APPROVED)",
  "Сессия в общем хранилище с буфером повторной передачи",
  "Donaudampfschifffahrtsgesellschaft".repeat(6),
  "@@@@@@ %%%%%%%% MMMMMMMMMMMM",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "<script>alert(1)</script> & \"quotes\" 'and' more",
  "i ".repeat(400),
];

const drawn = (pictures: readonly Picture[]): string =>
  document(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Pictures</title>${styleElement}<style>${pictureStyles}</style></head><body><div class="wrap"><main><h1>Pictures</h1>${pictures.map((picture) => pictureSvg(picture))}</main></div></body></html>`,
    { unicode: true },
  );

describe.skipIf(!present)("the picture in a browser", () => {
  let browser: Browser;
  let pictures: readonly Picture[];
  beforeAll(async () => {
    browser = await launched();
    const all = [...(await packaged()), ...titles.map((title) => reworded(() => title, boundSample))];
    pictures = all.flatMap((from) => pictureOf(from) ?? []);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  async function opened(width: number, content: string, more = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...more });
    await page.setContent(content);
    return page;
  }

  /** Texts that leave the box around them, and boxes that leave the picture or meet other boxes. */
  const misfits = `[...document.querySelectorAll("svg.picture")].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
    const room = (node) => node.getBoundingClientRect();
    const within = (a, b) => a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const boxes = [...svg.querySelectorAll("g:has(> rect)")].map((g) => ({ g, rect: room(g.querySelector(":scope > rect")) }));
    return [
      ...boxes.flatMap(({ g, rect }) => [...g.querySelectorAll("text, rect")].filter((each) => !within(room(each), rect))),
      ...boxes.filter(({ rect }) => !within(rect, room(svg))).map(({ g }) => g),
      ...boxes.flatMap(({ g, rect }) => boxes.filter((other) => !g.contains(other.g) && !other.g.contains(g) && !apart(rect, other.rect)).map(() => g)),
      ...[...svg.querySelectorAll("text.label")].filter((label) => boxes.some(({ rect }) => !apart(room(label), rect))),
    ].map((each) => each.textContent);
  })`;

  test.each([
    ["wide", 1000],
    ["tall", 390],
    ["tall", 320],
  ])("is %s at %i pixels, and nothing leaves its box", async (name, width) => {
    const page = await opened(width, drawn(pictures));
    const shown = `[...document.querySelectorAll("svg.picture")].filter((each) => each.checkVisibility()).map((each) => each.classList.value)`;
    expect(new Set(await page.evaluate<string[]>(shown))).toEqual(new Set([`picture ${name}`]));
    expect(await page.evaluate("document.querySelectorAll('svg.picture').length")).toBe(2 * pictures.length);
    expect(await page.evaluate(misfits)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(0);
    await page.context().close();
  });

  test.each([
    ["light", 1000],
    ["dark", 1000],
    ["dark", 390],
  ] as const)("is accessible in %s at %i pixels", async (colorScheme, width) => {
    const page = await opened(width, drawn(pictures.slice(-3)), { colorScheme });
    await page.evaluate(axe);
    expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
      [],
    );
    await page.context().close();
  });

  test("is read as one image with what it shows, and shows a whole title that it cuts", async () => {
    const [picture] = pictures.slice(-1);
    if (picture === undefined) throw new Error("there are pictures");
    const page = await opened(1000, drawn([picture]));
    const image = page.getByRole("img");
    expect(await image.count()).toBe(1);
    expect(await image.getAttribute("aria-label")).toBe(`Where the state lives. ${picture.description}`);
    expect(await page.locator("svg.wide .chip.second-home > title").textContent()).toBe("i ".repeat(400));
    await page.context().close();
  });

  test("is legible in forced colours and on paper", async () => {
    const page = await opened(1000, drawn(pictures.slice(-1)), {
      forcedColors: "active",
      colorScheme: "dark",
    });
    const colours = `(() => {
      const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
      return [of(".picture .strong", "fill"), of(".chip > rect", "fill"), of(".chip > rect", "stroke")];
    })()`;
    const [ink, paper, edge] = await page.evaluate<string[]>(colours);
    expect(ink).not.toBe(paper);
    expect(edge).toBe(ink);
    await page.emulateMedia({ media: "print", forcedColors: "none" });
    expect(await page.evaluate(colours)).toEqual([
      "rgb(27, 31, 36)",
      "rgb(255, 255, 255)",
      "rgb(27, 95, 168)",
    ]);
    expect(await page.locator("svg.wide").isVisible()).toBe(true);
    await page.context().close();
  });
});
