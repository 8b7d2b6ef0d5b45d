import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { runMain } from "../cli/run-main.js";
import { launched } from "./chromium.js";

/** Pages that answer back, opened from files, without a network. */
export class LivePages {
  /** Messages, errors and requests of all pages: there should be none. */
  readonly complaints: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), "page-"));
  #browser: Browser | null = null;

  async launch(): Promise<void> {
    this.#browser = await launched();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true });
  }

  /** The address of a page that a command line writes. */
  async write(name: string, ...args: readonly string[]): Promise<string> {
    const path = join(this.folder, name);
    writeFileSync(path, (await runMain(args)).stdout);
    return pathToFileURL(path).href;
  }

  /** The addresses of the pages that tests share: a questionnaire, and reports on one surface and on three. */
  async writeUsual(): Promise<{ readonly empty: string; readonly one: string; readonly three: string }> {
    const report = (name: string, example: string): Promise<string> =>
      this.write(name, "advise", `examples/${example}`, "--format", "html");
    return {
      empty: await this.write("empty.html", "page"),
      one: await report("one.html", "oauth-authorization-code.yaml"),
      three: await report("three.html", "checkout.yaml"),
    };
  }

  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    if (this.#browser === null) throw new Error("no browser was launched");
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
      offline: true,
      ...options,
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) this.complaints.push(`asked for ${request.url()}`);
    });
    return page;
  }

  /** Opens a page, and waits for its first analyses. */
  async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(options);
    await page.goto(url);
    await ready(page);
    return page;
  }
}

/** Waits until nothing on the page is being analysed. */
export const ready = (page: Page): Promise<void> =>
  page.locator("body.live:not(:has(.report[aria-busy], [data-busy]))").waitFor();

export const verdict = (page: Page, surface = 1): Promise<string> =>
  page.locator(`#surface-${surface} .verdict-word`).innerText();
