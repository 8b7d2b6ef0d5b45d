import { createRequire } from "node:module";
import { PassThrough } from "node:stream";
import { setTimeout } from "node:timers/promises";
import type { main as Main } from "../../src/cli/main.js";
import { root } from "../cli/run-main.js";
import type { Screen } from "./screen.js";

/** The built program, which has its own Inquirer: other tests replace that of the sources. */
const { main } = createRequire(import.meta.url)("../../dist/cli.cjs") as { readonly main: typeof Main };

const enter = "\r";
const interrupt = "\u0003";

/** How a page or a line that waits for keys ends: with what the keys do, or with what is asked and typed. */
const waits = /Ctrl-C stop$|\?( .*)?$/;

/**
 * Holds an interview on a screen up to the page on which `until` stands, presses `there`, and returns what `look` returns.
 * On the pages before it presses the keys that `keys` has for a text on them, and then Enter, which alone takes what is
 * offered first.
 */
export async function atPage<Seen>(
  screen: Screen,
  until: string,
  keys: Readonly<Record<string, string>>,
  there: string,
  look: () => Seen,
): Promise<Seen> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  let over = false;
  const ended = main(["interview"], {
    stdin,
    stdout: screen,
    stderr: screen,
    env: { LANG: "C.UTF-8", TERM: "xterm" },
    cwd: root,
    today: () => "2026-01-15",
  }).finally(() => {
    over = true;
  });

  /** Presses keys, and waits for what then asks for others, and no longer changes. */
  async function shown(pressed: string): Promise<string> {
    const before = screen.text();
    stdin.write(pressed);
    for (let last = before; ; ) {
      // Keys that come before the page listens are dropped, so it gets a moment even if it stands there already.
      await setTimeout(50);
      await screen.drawn();
      const text = screen.text();
      if (over) throw new Error(`the interview ended before “${until}”:\n${text}`);
      if (text !== before && text === last && waits.test(text)) return text.replaceAll(/\s+/g, " ");
      last = text;
    }
  }

  let page = await shown("");
  while (!page.includes(until)) {
    const [, pressed = ""] = Object.entries(keys).find(([asked]) => page.includes(asked)) ?? [];
    // Separately, as the page that the first keys draw anew asks no other question.
    if (pressed !== "") await shown(pressed);
    page = await shown(enter);
  }
  await shown(there);
  const seen = look();
  // The first one stops the questions, the second declines to save the answers.
  await shown(interrupt);
  stdin.write(interrupt);
  await ended;
  return seen;
}
