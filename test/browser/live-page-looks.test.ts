import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present } from "./chromium.js";
import { LivePages, ready } from "./live-pages.js";

/* How a page that answers back looks: wide, on a phone, in the dark, on paper, and without scripts. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!present)("a page that answers back", () => {
  const pages = new LivePages();
  let empty = "";
  let one = "";
  let three = "";
  beforeAll(async () => {
    ({ empty, one, three } = await pages.writeUsual());
    await pages.launch();
  }, 60_000);
  afterAll(() => pages.close());
  /** axe takes most of the time, and what it finds differs by colours and width alone. */
  test.each([
    ["wide", { colorScheme: "light" }, "inspected"],
    ["wide and dark", { colorScheme: "dark" }, "inspected"],
    ["phone", { viewport: { width: 390, height: 844 } }, "inspected"],
    ["dark phone", { colorScheme: "dark", viewport: { width: 390, height: 844 } }, "inspected"],
    ["forced colours", { forcedColors: "active" }, "measured"],
    ["reduced motion", { reducedMotion: "reduce" }, "measured"],
  ] as const)(
    "%s: no sideways scroll, nothing that axe finds",
    async (_, options, how) => {
      const page = await pages.open(three, options);
      await page.evaluate("document.querySelectorAll('#surface-1-q-interaction-style input')[3].click()");
      await ready(page);
      const width = page.viewportSize()?.width;
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await page.evaluate(
        "document.querySelectorAll('#surface-1 details').forEach((each) => { each.open = true; })",
      );
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      if (how === "inspected") {
        await page.evaluate(axe);
        const find =
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))";
        expect(await page.evaluate(find)).toEqual([]);
      }
      await page.context().close();
    },
    120_000,
  );

  test("folds the answers away on a phone, and keeps the verdict in sight", async () => {
    const page = await pages.open(one, { viewport: { width: 390, height: 844 } });
    expect(await page.locator("fieldset").first().isVisible()).toBe(false);
    await page.getByText("Change the answers").click();
    await page.locator("#surface-1-q-failover input").first().check();
    await ready(page);
    const box = await page.locator("#surface-1 [role=status]").boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await page.locator("#surface-1 .now.shown").count()).toBe(1);
    await page.setViewportSize({ width: 390, height: 500 });
    // Even a question that is taller than the view is led to by what it asks.
    await page.locator('#surface-1 .panel a[href="#surface-1-q-interaction-style"]').first().click();
    const asked = await page.locator("#surface-1-q-interaction-style legend").boundingBox();
    expect(asked?.y).toBeGreaterThanOrEqual(0);
    expect(asked?.y).toBeLessThan(400);
    await page.context().close();
  }, 60_000);

  test.each([
    ["one surface", () => one, 2],
    ["three surfaces", () => three, 6],
  ] as const)(
    "prints %s on two pages each, without what is folded",
    async (_, url, most) => {
      const page = await pages.open(url());
      const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
      const pdf = (await page.pdf({ format: "A4", margin })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(most);
      await page.emulateMedia({ media: "print" });
      for (const part of ["form", ".panel", ".toolbar"])
        expect(await page.locator(part).first().isVisible()).toBe(false);
      expect(await page.locator("#surface-1-change").isVisible()).toBe(true);
      await page.context().close();
    },
    60_000,
  );

  test("is the report, and nothing else, where scripts do not run", async () => {
    const page = await pages.blank({ javaScriptEnabled: false });
    await page.goto(one);
    for (const part of ["places", "why", "watch", "change"])
      expect(await page.locator(`#surface-1-${part}`).isVisible()).toBe(true);
    expect(await page.locator("form, button, input, .panel, .now").count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test("is a questionnaire that says why it does not ask, where scripts do not run", async () => {
    const asks = /The questions need scripts/;
    const page = await pages.blank({ javaScriptEnabled: false });
    await page.goto(empty);
    expect(await page.locator("header.page").innerText()).toMatch(asks);
    await page.context().close();
    const live = await pages.open(empty);
    expect(await live.locator("header.page").innerText()).not.toMatch(asks);
    // On paper, nothing speaks of answering.
    await live.emulateMedia({ media: "print" });
    expect(await live.locator("header.page").innerText()).not.toMatch(/Answer what is known/);
    await live.context().close();
  }, 60_000);

  test("is quiet: no message, error or request in all of the above", () => {
    expect(pages.complaints).toEqual([]);
  });
});
