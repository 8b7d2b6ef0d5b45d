import type { Answer } from "../answer/answer.js";
import { as } from "../inline.js";
import { heading, type Lines } from "../layout.js";
import { type Sheet, shortBlock } from "./shorten.js";

/** Lines for a cost and for what to do about it. */
export interface CostRows {
  readonly cost: number;
  readonly toDo: number;
}

/** What it costs, and what to do about it. */
export function watchLines({ costs }: Answer, rows: CostRows, sheet: Sheet): Lines {
  if (costs.length === 0) return [];
  return [
    ...heading(sheet.style, "Watch (→ what to do)"),
    ...costs.flatMap(({ text, mitigation }) => [
      ...shortBlock(text, rows.cost, sheet, { mark: [as("bad", "!")] }),
      ...(mitigation === null
        ? []
        : shortBlock(mitigation, rows.toDo, sheet, { indent: 4, mark: [as("good", "→")] })),
    ]),
  ];
}
