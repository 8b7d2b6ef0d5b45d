import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * Tests in a real browser need Debian's package `chromium` (or CHROMIUM, the path of another build of it); without it,
 * they are skipped.
 */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const present = existsSync(executablePath);
if (!present) console.warn(`Skipped: no browser at ${executablePath}; install chromium or set CHROMIUM.`);

export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
