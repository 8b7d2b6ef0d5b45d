import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { root, runMain } from "../cli/run-main.js";
import { drawScreen } from "./draw-screen.js";
import { atPage } from "./interview-page.js";
import { Screen } from "./screen.js";

/** Where the README's pictures are; `npm run pictures` draws them anew. */
const picture = (name: string): string => join(root, "docs/pictures", name);

const down = "\u001b[B";

it("the picture of the interview is what a terminal shows", async () => {
  const screen = new Screen(80, 50);
  screen.write("$ npx api-advisor\n");
  const title = "A question of the interview in a terminal: why it is asked, how to tell, and the options";
  const keys = {
    ...{ "service called": "shop", "Which surface": "checkout" },
    ...{ "What kind of exchange": down, "response depend": down },
  };
  const svg = await atPage(screen, "when a client has gone", keys, down, () => drawScreen(screen, title));
  await expect(svg).toMatchFileSnapshot(picture("interview.svg"));
});

it("the picture of the answer is what `advise` prints: the overview, and one surface of three", async () => {
  const command = "advise examples/checkout.yaml";
  const { stdout } = await runMain([...command.split(" "), "--color"]);
  const lines = stdout.trimEnd().split("\n");
  const titles = ["catalogue", "checkout", "support-chat"].map((surface) =>
    lines.findIndex((line) => stripVTControlCharacters(line).startsWith(`── shop · ${surface} ─`)),
  );
  expect(titles).not.toContain(-1);
  const [catalogue, checkout, chat] = titles;
  const shown = [...lines.slice(0, catalogue), "⋮", ...lines.slice(checkout, chat), "⋮"];
  const screen = new Screen(80, shown.length + 1);
  screen.write(`$ npx api-advisor ${command}\n${shown.join("\n")}`);
  await screen.drawn();
  const title =
    "The answer for one surface of a shop: verdict, where the state lives, why, and what to watch";
  await expect(drawScreen(screen, title)).toMatchFileSnapshot(picture("answer.svg"));
});

it("a screen is drawn run by run, in its colours and at its columns", async () => {
  const screen = new Screen(20, 4);
  const text = "a b  \u001b[1;36m<c>\u001b[0m\n\n \u001b[2md\u001b[0m";
  await new Promise((resolve) => screen.write(text, () => resolve(null)));
  expect(drawScreen(screen, "A & B").match(/<t(ext|itle).*/g)).toEqual([
    '<title id="title">A &amp; B</title>',
    '<text x="16" y="30" textLength="25.2">a b</text>',
    '<text class="bold cyan" x="58" y="30" textLength="25.2">&lt;c&gt;</text>',
    '<text class="dim" x="24.4" y="70" textLength="8.4">d</text>',
  ]);
});

it.each([
  ["a background", "\u001b[41ma"],
  ["white, which a light theme would not show", "\u001b[37ma"],
  ["a colour beyond the first sixteen", "\u001b[38;5;208ma"],
  ["any of 16 million", "\u001b[38;2;1;2;3ma"],
])("%s is refused, as the picture would not be true", async (_, text) => {
  const screen = new Screen(20, 4);
  await new Promise((resolve) => screen.write(text, () => resolve(null)));
  expect(() => drawScreen(screen, "")).toThrow(RangeError);
});
