import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restorePack } from "../../src/engine/compile/precompiled-pack.js";

/**
 * The page that answers back, as a person uses it: from a file, by mouse or keyboard. Needs Debian's package `chromium` (or
 * CHROMIUM, the path of another build of it); without it, these tests are skipped.
 */

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
const root = join(import.meta.dirname, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { source } = restorePack(JSON.parse(readFileSync(join(root, "dist/default-pack.json"), "utf8")));
const essentials = source.questions.filter(({ essential }) => essential);

const folder = mkdtempSync(join(tmpdir(), "page-"));

/** Command lines that print or check something. */
const advisor = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, "bin/api-advisor.js"), ...args], {
    encoding: "utf8",
    cwd: root,
  });

function pageOf(name: string, ...args: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, advisor(...args));
  return pathToFileURL(path).href;
}

describe.skipIf(!present)("the page that answers back", () => {
  let browser: Browser;
  let empty = "";
  let one = "";
  let three = "";
  beforeAll(async () => {
    empty = pageOf("empty.html", "page");
    one = pageOf("one.html", "advise", "examples/oauth-authorization-code.yaml", "--format", "html");
    three = pageOf("three.html", "advise", "examples/checkout.yaml", "--format", "html");
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page without a network, and waits for its first analyses. */
  async function opened(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
      offline: true,
      ...options,
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(url);
    await ready(page);
    return page;
  }
  const complaints: string[] = [];

  async function ready(page: Page): Promise<void> {
    await page.locator("body.live:not(:has(.report[aria-busy], [data-busy]))").waitFor();
  }

  const verdict = (page: Page, surface = 1): Promise<string> =>
    page.locator(`#surface-${surface} .verdict-word`).innerText();

  /** Presses a key, and counts it. */
  function keyboard(page: Page): { readonly press: (...keys: string[]) => Promise<void>; presses: number } {
    const hands = {
      presses: 0,
      press: async (...keys: string[]): Promise<void> => {
        for (const key of keys) {
          hands.presses += 1;
          await page.keyboard.press(key);
        }
      },
    };
    return hands;
  }

  const focused = (page: Page, what: string): Promise<string> =>
    page.evaluate(`(() => { const at = document.activeElement; return String(${what}); })()`);

  test("by keyboard alone, from the first question to a copied answers file", async () => {
    const page = await opened(empty);
    const { press } = keyboard(page);
    while ((await focused(page, "at.closest('fieldset')?.id ?? ''")) === "") await press("Tab");
    const chosen = new Map<string, string>();
    for (const question of essentials) {
      expect(await focused(page, "at.closest('fieldset').id")).toBe(`surface-1-q-${question.id}`);
      // From "not answered", the arrow leads on to the first option; a box is ticked by the space bar.
      await press(question.several ? "Space" : "ArrowDown");
      chosen.set(question.id, await focused(page, "at.value"));
      await press("Enter");
    }
    for (const question of essentials)
      expect(question.options.map(({ id }) => id)).toContain(chosen.get(question.id));
    await ready(page);
    expect(await verdict(page)).not.toBe("Undecided");
    while ((await focused(page, "at.textContent")) !== "Copy answers as YAML") await press("Shift+Tab");
    await press("Enter");
    await page.getByText("Copied.").waitFor();
    const file = join(folder, "copied.yaml");
    writeFileSync(file, await page.evaluate<string>("navigator.clipboard.readText()"));
    const brief = JSON.parse(advisor("advise", file, "--format", "brief"));
    expect(brief.verdict).toBe((await verdict(page)).toLowerCase());
    for (const [question, option] of chosen)
      expect(readFileSync(file, "utf8")).toContain(`  ${question}: ${option} `);
    await page.context().close();
  }, 60_000);

  test("has a verdict after at most 15 key presses, and at most 15 clicks", async () => {
    const page = await opened(empty);
    const hands = keyboard(page);
    await hands.press("Tab", "Tab", "Enter"); // the second link skips to the answers
    while ((await verdict(page)) === "Undecided" && hands.presses <= 15) {
      await hands.press("ArrowDown");
      await ready(page);
      if ((await verdict(page)) === "Undecided") await hands.press("Enter");
    }
    expect(await verdict(page)).not.toBe("Undecided");
    expect(hands.presses).toBeLessThanOrEqual(15);
    await page.context().close();

    const other = await opened(empty);
    let clicks = 0;
    for (const { id } of essentials) {
      await other.locator(`#surface-1-q-${id} .options label`).nth(1).click();
      clicks += 1;
    }
    await ready(other);
    expect(clicks).toBeLessThanOrEqual(15);
    expect(await verdict(other)).not.toBe("Undecided");
    expect(await other.locator(".verdict .muted").innerText()).toMatch(/^(1[3-9]|2\d) of /);
    await other.context().close();
  }, 60_000);

  test("shows what moved when an answer changes, and goes back", async () => {
    const page = await opened(three);
    expect(await verdict(page)).toBe("Stateless");
    const moved = page.locator("section:has(> #surface-1-moved-live)");
    expect(await moved.innerText()).toContain("Nothing differs.");
    await page.locator("#surface-1-q-interaction-style").getByLabel("Both sides send").check();
    await ready(page);
    expect(await verdict(page)).toBe("Hybrid");
    expect(await moved.locator("summary").innerText()).toMatch(/^stateless → hybrid/);
    expect(await moved.innerText()).toContain("Both sides send at any moment");
    expect(await page.locator("#surface-1 [role=status]").innerText()).toMatch(/^hybrid · \w+ · the server/i);
    expect(await page.locator(".overview tr", { hasText: "catalogue" }).innerText()).toContain("hybrid");
    expect(await verdict(page, 2)).toBe("Hybrid");
    await page.getByRole("button", { name: "Back to the file" }).click();
    await ready(page);
    expect(await verdict(page)).toBe("Stateless");
    expect(await moved.innerText()).toContain("Nothing differs.");
    expect(new URL(page.url()).hash).toBe("");
    await page.context().close();
  }, 60_000);

  test("hands over a link that shows the same, names included", async () => {
    const page = await opened(three);
    await page.locator("#surface-2-q-isolation").getByLabel("Not answered").check();
    await page.getByRole("textbox", { name: "Service" }).fill("kiosk");
    await page.getByRole("textbox", { name: "Surface" }).nth(1).fill("basket");
    await page.keyboard.press("Enter");
    await ready(page);
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("Copied: the link").waitFor();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    const other = await opened(link);
    const shown = (each: Page): Promise<string> => each.locator("#surface-2 .report").innerText();
    expect(await shown(other)).toBe(await shown(page));
    expect(await other.locator("h1").innerText()).toBe("kiosk: stateless or stateful?");
    expect(await other.locator("#surface-2 h2").innerText()).toBe("kiosk · basket");
    expect(await other.locator("#surface-2-q-isolation").getByLabel("Not answered").isChecked()).toBe(true);
    await other.context().close();
    await page.context().close();
  }, 60_000);

  test("starts from an example, and compares with a baseline", async () => {
    const page = await opened(empty);
    const moved = page.locator("section:has(> #surface-1-moved-live)");
    expect(await moved.count()).toBe(0);
    await page.getByLabel("Start from").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Take its answers" }).click();
    await ready(page);
    const before = await page.locator("#surface-1 .report").innerText();
    expect(before).not.toContain("Undecided");
    await page.getByRole("button", { name: "Set as baseline" }).click();
    await ready(page);
    expect(await moved.innerText()).toContain("Nothing differs.");
    await page.locator("#surface-1-q-interaction-style").getByLabel("Not answered").check();
    await ready(page);
    expect(await moved.locator("summary").innerText()).toMatch(/^stateless → undecided/);
    await page.getByRole("button", { name: "Back to the baseline" }).click();
    await ready(page);
    expect(await moved.innerText()).toContain("Nothing differs.");
    const after = await page.locator("#surface-1 .report").innerText();
    expect(after.slice(after.indexOf("Where the state"))).toBe(
      before.slice(before.indexOf("Where the state")),
    );
    await page.context().close();
  }, 60_000);

  test("warns in the overview of answers that do not fit each other, as long as they do not", async () => {
    const page = await opened(three);
    const warning = page.locator(".page .clashing");
    expect(await warning.count()).toBe(0);
    // The catalogue is public: there is no access of one's own to withdraw.
    await page.locator("#surface-1-q-revocation input[value='immediate']").check();
    await ready(page);
    expect(await warning.innerText()).toBe("Some answers do not fit each other: catalogue.");
    expect(await page.locator("#surface-1-q-identity .clash").count()).toBe(1);
    await page.getByRole("button", { name: "Back to the file" }).click();
    await ready(page);
    expect(await warning.count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test("has what to try in sight at 1280 × 800, and leads to the question", async () => {
    for (const [url, name] of [
      [one, "authorization-server"],
      [three, "catalogue"],
    ] as const) {
      const page = await opened(url);
      await page.locator("#surface-1-q-failover input").first().check();
      await ready(page);
      const panel = page.locator("#surface-1 .panel");
      const heads = ["What would change it", "To answer next", "Against the file’s answers"];
      for (const text of [
        page.locator("#surface-1 .verdict-word"),
        ...heads.map((head) => panel.getByText(head)),
      ]) {
        const box = await text.boundingBox();
        expect(box === null ? name : box.y + box.height).toBeLessThan(800);
      }
      const first = panel.locator("section").first().locator("a").first();
      const box = await first.boundingBox();
      expect(box === null ? name : box.y + box.height).toBeLessThan(800);
      const target = (await first.getAttribute("href"))?.slice(1) ?? "";
      await first.press("Enter");
      expect(await focused(page, "at.closest('fieldset').id")).toBe(target);
      expect(await page.locator(`#${target}`).isVisible()).toBe(true);
      await page.context().close();
    }
  }, 60_000);

  test("keeps the focus and what is unfolded when the report is drawn anew", async () => {
    const page = await opened(three);
    await page.locator("#surface-2-all-places > summary").click();
    await page.locator("#surface-2-q-failover input").first().focus();
    await page.keyboard.press("ArrowDown");
    await ready(page);
    expect(await focused(page, "at.closest('fieldset').id")).toBe("surface-2-q-failover");
    expect(await page.locator("#surface-2-all-places").getAttribute("open")).not.toBeNull();
    const link = page.locator('nav a[href="#surface-2-all"]');
    await link.focus();
    await page.evaluate("document.querySelector('#surface-2-q-offline-need input').click()");
    await ready(page);
    expect(await focused(page, "at.getAttribute('href')")).toBe("#surface-2-all");
    await page.context().close();
  }, 60_000);

  test("copies by hand where the browser does not let it", async () => {
    const page = await opened(one, { permissions: [] });
    await page.evaluate("delete Navigator.prototype.clipboard");
    await page.getByRole("button", { name: "Copy answers as YAML" }).click();
    const field = page.getByLabel("To copy by hand");
    await field.waitFor();
    expect(await field.inputValue()).toContain('service: "authorization-server"');
    expect(await focused(page, "at.selectionEnd - at.selectionStart === at.value.length")).toBe("true");
    await page.context().close();
  }, 60_000);

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
      const page = await opened(three, options);
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
    const page = await opened(one, { viewport: { width: 390, height: 844 } });
    expect(await page.locator("fieldset").first().isVisible()).toBe(false);
    await page.getByText("Change the answers").click();
    await page.locator("#surface-1-q-failover input").first().check();
    await ready(page);
    const box = await page.locator("#surface-1 [role=status]").boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await page.locator("#surface-1 .now.shown").count()).toBe(1);
    await page.context().close();
  }, 60_000);

  test.each([
    ["one surface", () => one, 2],
    ["three surfaces", () => three, 6],
  ] as const)(
    "prints %s on two pages each, without what is folded",
    async (_, url, most) => {
      const page = await opened(url());
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(most);
      await page.emulateMedia({ media: "print" });
      for (const part of ["form", ".panel", ".toolbar"])
        expect(await page.locator(part).first().isVisible()).toBe(false);
      expect(await page.locator("#surface-1-change").isVisible()).toBe(true);
      await page.context().close();
    },
    60_000,
  );

  test("shows the verdict before the analysis is done, and marks what is not known yet", async () => {
    const page = await opened(three);
    await page.evaluate(`window.seen = [];
      new MutationObserver(() => {
        const word = document.querySelector("#surface-1 .verdict-word").textContent;
        const busy = document.querySelector("#surface-1 .panel").hasAttribute("data-busy");
        const grade = document.querySelector("#surface-1 .grade[aria-busy]") !== null;
        window.seen.push({ word, busy, grade });
      }).observe(document.querySelector("#surface-1 .panel"), { attributes: true, childList: true });`);
    await page.locator("#surface-1-q-interaction-style input").nth(3).check();
    await ready(page);
    const seen = await page.evaluate<readonly object[]>("window.seen");
    expect(seen[0]).toMatchObject({ word: "Hybrid", busy: true, grade: true });
    await page.context().close();
  }, 60_000);

  test("is the report, and nothing else, where scripts do not run", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(one);
    for (const part of ["places", "why", "watch", "change"])
      expect(await page.locator(`#surface-1-${part}`).isVisible()).toBe(true);
    expect(await page.locator("form, button, input, .panel, .now").count()).toBe(0);
    await context.close();
  }, 60_000);

  test("is quiet: no message, error or request in all of the above", () => {
    expect(complaints).toEqual([]);
  });
});
