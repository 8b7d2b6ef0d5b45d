import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restorePack } from "../../src/engine/compile/precompiled-pack.js";
import { root, runMain } from "../cli/run-main.js";
import { present } from "./chromium.js";
import { LivePages, ready, verdict } from "./live-pages.js";

/* What people do with a page that answers back, by mouse or keyboard. */

const { source } = restorePack(JSON.parse(readFileSync(join(root, "dist/default-pack.json"), "utf8")));
const essentials = source.questions.filter(({ essential }) => essential);

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
  test("by keyboard alone, from the first question to a copied answers file", async () => {
    const page = await pages.open(empty);
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
    const file = join(pages.folder, "copied.yaml");
    writeFileSync(file, await page.evaluate<string>("navigator.clipboard.readText()"));
    const brief = JSON.parse((await runMain(["advise", file, "--format", "brief"])).stdout);
    expect(brief.verdict).toBe((await verdict(page)).toLowerCase());
    for (const [question, option] of chosen)
      expect(readFileSync(file, "utf8")).toContain(`  ${question}: ${option} `);
    await page.context().close();
  }, 60_000);

  test("has a verdict after at most 15 key presses, and at most 15 clicks", async () => {
    const page = await pages.open(empty);
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

    const other = await pages.open(empty);
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
    const page = await pages.open(three);
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

  test("keeps its answers when its address leads to a place on it", async () => {
    const page = await pages.open(three);
    await page.locator("#surface-1-q-interaction-style").getByLabel("Both sides send").check();
    await ready(page);
    const link = page.url();
    await page.evaluate("location.hash = '#surface-2'");
    await page.waitForURL(link);
    await ready(page);
    expect(await verdict(page)).toBe("Hybrid");
    await page.context().close();
  }, 60_000);

  test.each<[string, Parameters<Locator["click"]>[0]]>([
    ["ctrl and a click", { modifiers: ["Control"] }],
    ["the middle button", { button: "middle" }],
  ])(
    "opens a place in a tab of its own by %s, with the same answers",
    async (_, how) => {
      const page = await pages.open(three);
      await page.locator("#surface-3-q-failover input:not(:checked)").first().check();
      await ready(page);
      const link = page.locator('nav a[href="#surface-3-change"]');
      const before = await verdict(page, 3);
      const opened = page.context().waitForEvent("page");
      await link.click(how);
      const other = await opened;
      await ready(other);
      expect(await verdict(other, 3)).toBe(before);
      const panel = "#surface-3 .panel";
      expect(await other.locator(panel).innerText()).toBe(await page.locator(panel).innerText());
      expect(await focused(other, "at.id")).toBe("surface-3-change-live");
      await expect.poll(async () => (await other.locator(panel).boundingBox())?.y).toBeLessThan(300);
      // Where the link is, nothing moves, and it still leads to the place by an ordinary click.
      expect(await focused(page, "at.id")).not.toBe("surface-3-change-live");
      await link.click();
      expect(await focused(page, "at.id")).toBe("surface-3-change-live");
      await page.context().close();
    },
    60_000,
  );

  test("opens at a place that its address names, unfolded", async () => {
    const page = await pages.open(`${three}#surface-2-all-places`);
    expect(await page.locator("#surface-2-all-places").getAttribute("open")).not.toBeNull();
    expect(await focused(page, "at.id")).toBe("surface-2-all-places");
    await page.context().close();
  }, 60_000);

  test("hands over a link that shows the same, names included", async () => {
    const page = await pages.open(three);
    await page.locator("#surface-2-q-isolation").getByLabel("Not answered").check();
    await page.getByRole("textbox", { name: "Service" }).fill("kiosk");
    await page.getByRole("textbox", { name: "Surface" }).nth(1).fill("basket");
    await page.keyboard.press("Enter");
    await ready(page);
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("Copied: the link").waitFor();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    const other = await pages.open(link);
    const shown = (each: Page): Promise<string> => each.locator("#surface-2 .report").innerText();
    expect(await shown(other)).toBe(await shown(page));
    expect(await other.locator("h1").innerText()).toBe("kiosk: stateless or stateful?");
    expect(await other.locator("#surface-2 h2").innerText()).toBe("kiosk · basket");
    expect(await other.locator("#surface-2-q-isolation").getByLabel("Not answered").isChecked()).toBe(true);
    await other.context().close();
    await page.context().close();
  }, 60_000);

  test("tells services of one name apart by their files, and renames each by itself", async () => {
    const files = ["a", "b"].map((name) => join(pages.folder, `${"long-".repeat(20)}${name}.yaml`));
    for (const file of files) writeFileSync(file, "version: 1\nservice: shop\nanswers: {}\n");
    const page = await pages.open(await pages.write("two.html", "advise", ...files, "--format", "html"));
    const [a = "", b = ""] = files;
    const overview = page.locator(".overview a");
    const contents = page.locator("nav dt a");
    for (const links of [overview, contents])
      expect(await links.allInnerTexts()).toEqual([`shop (${a})`, `shop (${b})`]);
    // Names as long as these leave room for what stands beside them.
    expect((await page.locator("nav dd").first().boundingBox())?.width).toBeGreaterThan(200);
    await page.getByRole("textbox", { name: `Service (${b})` }).fill("kiosk");
    await page.keyboard.press("Enter");
    await ready(page);
    expect(await page.getByRole("textbox", { name: `Service (${a})` }).inputValue()).toBe("shop");
    for (const links of [overview, contents]) expect(await links.allInnerTexts()).toEqual(["shop", "kiosk"]);
    expect(await page.locator("h2[id^=surface]").allInnerTexts()).toEqual(["shop", "kiosk"]);
    await page.context().close();
  }, 60_000);

  test("starts from an example, and compares with a baseline", async () => {
    const page = await pages.open(empty);
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
    const compared = await moved.innerText();
    await page.reload();
    await ready(page);
    expect(await moved.innerText()).toBe(compared);
    await page.getByRole("button", { name: "Back to the baseline" }).click();
    await ready(page);
    expect(await moved.innerText()).toContain("Nothing differs.");
    const after = await page.locator("#surface-1 .report").innerText();
    expect(after.slice(after.indexOf("Where the state"))).toBe(
      before.slice(before.indexOf("Where the state")),
    );
    // Back from "Back to the baseline", from the baseline, and from the example.
    for (const [button, shown] of [
      ["Back to the baseline", 1],
      ["Clear all answers", 0],
    ] as const) {
      await page.goBack();
      await page.getByRole("button", { name: button }).waitFor();
      await ready(page);
      expect(await moved.count()).toBe(shown);
    }
    await page.context().close();
  }, 60_000);

  test("goes back with the browser to what an example or a clearing replaced", async () => {
    const page = await pages.open(empty);
    const own = page.locator("#surface-1-q-interaction-style input").nth(1);
    await own.check();
    await ready(page);
    await page.getByRole("button", { name: "Take its answers" }).click();
    await ready(page);
    expect(await own.isChecked()).toBe(false);
    await page.getByRole("button", { name: "Clear all answers" }).click();
    await ready(page);
    expect(await page.locator(".answers > summary").innerText()).toMatch(/\b0 of \d+ answered/);
    await page.goBack();
    await page.goBack();
    await page
      .locator(".answers > summary")
      .getByText(/\b1 of \d+ answered/)
      .waitFor();
    expect(await own.isChecked()).toBe(true);
    await page.context().close();
  }, 60_000);

  test("warns in the overview of answers that do not fit each other, as long as they do not", async () => {
    const page = await pages.open(three);
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
      const page = await pages.open(url);
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
    const page = await pages.open(three);
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

  test("says what was done until answers change again", async () => {
    const page = await pages.open(one);
    const said = page.locator(".toolbar [role=status]");
    const change = async (): Promise<void> => {
      await page.locator("#surface-1-q-failover input:not(:checked)").first().check();
      await ready(page);
    };
    await page.getByRole("button", { name: "Copy answers as YAML" }).click();
    await page.getByText("Copied.").waitFor();
    await change();
    expect(await said.innerText()).toBe("");
    await page.getByRole("button", { name: "Back to the file" }).click();
    await ready(page);
    expect(await said.innerText()).toMatch(/^Done\./);
    await page.evaluate("delete Navigator.prototype.clipboard");
    await page.getByRole("button", { name: "Copy a link" }).click();
    const byHand = page.getByLabel("To copy by hand");
    await byHand.waitFor();
    await change();
    expect([await said.innerText(), await byHand.isVisible()]).toEqual(["", false]);
    await page.context().close();
  }, 60_000);

  test("says in sight, on a phone too, what it can't show of a link", async () => {
    const page = await pages.open(`${one}#1.latency=bent`, { viewport: { width: 390, height: 844 } });
    const notice = page.getByText("Left out, as these rules do not have such an answer: latency=bent.");
    expect(await notice.isVisible()).toBe(true);
    await page.evaluate("location.hash = ''");
    await ready(page);
    expect(await notice.count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test("copies by hand where the browser does not let it", async () => {
    const page = await pages.open(one, { permissions: [] });
    await page.evaluate("delete Navigator.prototype.clipboard");
    await page.getByRole("button", { name: "Copy answers as YAML" }).click();
    const field = page.getByLabel("To copy by hand");
    await field.waitFor();
    expect(await field.inputValue()).toContain('service: "authorization-server"');
    expect(await focused(page, "at.selectionEnd - at.selectionStart === at.value.length")).toBe("true");
    await page.context().close();
  }, 60_000);

  test("shows the verdict before the analysis is done, and marks what is not known yet", async () => {
    const page = await pages.open(three);
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

  test("is quiet: no message, error or request in all of the above", () => {
    expect(pages.complaints).toEqual([]);
  });
});
