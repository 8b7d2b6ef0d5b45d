import { createPrompt, useKeypress, usePagination, useState } from "@inquirer/core";
import { itemLines, layOut } from "./inquirer-page.js";
import { type List, type ListState, press } from "./list-state.js";
import type { Page, Picked, PickedSeveral, SeveralPage } from "./prompter.js";
import type { Terminal } from "./terminal.js";

export interface ListConfig {
  readonly page: Page | SeveralPage;
  readonly rows: List["rows"];
  readonly terminal: Terminal;
  readonly start: ListState;
  /** Called with every state, so that the page can go on where it was when it is drawn anew. */
  readonly onState: (state: ListState) => void;
}

const hideCursor = "\u001b[?25l";

/** A page with a list of rows to choose from, as one prompt of Inquirer. */
export const list = createPrompt<Picked | PickedSeveral, ListConfig>((config, done) => {
  const { page, rows, terminal, onState } = config;
  const [state, setState] = useState(config.start);
  const layout = layOut(page, rows, state, terminal);
  const { items, pageSize } = layout;
  useKeypress((key, line) => {
    // Node names no keys for punctuation, although Inquirer's type says so.
    const named = { name: String(key.name ?? ""), ctrl: key.ctrl };
    const typed = line.line.replaceAll("\t", "");
    const pressed = press({ page, rows, pageSize }, state, named, typed);
    if ("picked" in pressed) return done(pressed.picked);
    // Only a filter is typed over several keys.
    if (pressed.state.filter === null || state.filter === null) line.clearLine(0);
    onState(pressed.state);
    setState(pressed.state);
  });
  const active = items.findIndex((item) => item.kind === "row" && item.row === state.row);
  const drawn = usePagination({
    items,
    active: Math.max(0, active),
    renderItem: ({ item }) => itemLines(item, page, state, terminal).join("\n"),
    pageSize,
    loop: false,
  });
  return [layout.heading, drawn, ...layout.footer].join("\n") + hideCursor;
});
