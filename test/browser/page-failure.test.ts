import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../cli/run-main.js";
import { launched, present } from "./chromium.js";

/* A page whose advice cannot follow its answers says so, and stays a report. */

describe.skipIf(!present)("a page that cannot answer back", () => {
  let browser: Browser;
  let report = "";
  beforeAll(async () => {
    browser = await launched();
    report = (await runMain(["advise", "examples/amazon-s3-rest.yaml", "--format", "html"])).stdout;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  async function opened(body: string, headers: Readonly<Record<string, string>>, more = {}): Promise<Page> {
    const page = await browser.newPage(more);
    await page.route("**/*", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body, headers }),
    );
    await page.goto("http://report.test/");
    return page;
  }

  test.each([
    [
      "a host that forbids workers",
      (html: string) => html,
      { "Content-Security-Policy": "worker-src 'none'" },
    ],
    [
      "a pack that it cannot read",
      (html: string) => html.replace(/api-advisor-precompiled-\d+/, "other"),
      {},
    ],
  ])("because of %s", async (_, change, headers) => {
    const page = await opened(change(report), headers);
    const alert = page.getByRole("alert").first();
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/not follow the answers/);
    expect(await page.locator(".verdict-word").innerText()).toBe("Stateless");
    // What the panel would say, the report says again, and nothing waits any longer.
    expect(await page.locator("#surface-1-change").isVisible()).toBe(true);
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await page.locator("[aria-busy]").count()).toBe(0);
    // Answers are not lost with it.
    await page.getByRole("button", { name: "Copy answers as YAML" }).click();
    expect(await page.getByLabel("To copy by hand").inputValue()).toContain("interaction-style:");
  });

  test("because there are no scripts", async () => {
    const page = await opened(report, {}, { javaScriptEnabled: false });
    expect(await page.locator(".verdict-word").innerText()).toBe("Stateless");
    expect(await page.locator("form").count()).toBe(0);
  });
});
