import { type Escaped, joinedLines } from "../diagnostics/plain-text.js";
import type { Pack } from "../model/pack.js";
import { block, empty, fact, type Lines } from "../report/layout.js";
import type { ReportStyle } from "../report/report-style.js";
import { type EntryKind, entriesOf } from "./find-entry.js";

/** The kinds of entries in the plural. */
const titles = {
  topic: "topics",
  question: "questions",
  option: "options",
  rule: "rules",
  placement: "placements",
  "backed-by": "backed-by",
  clash: "clashes",
  tradeoff: "tradeoffs",
  pattern: "patterns",
  guidance: "guidance",
  criterion: "criteria",
  reference: "references",
} as const satisfies Partial<Record<EntryKind, string>>;

interface KindOfEntry {
  readonly title: string;
  readonly ids: readonly string[];
}

/** The ids of a pack by kind; options as `question=option`. Kinds without entries are left out. */
function kindsIn(pack: Pack): readonly KindOfEntry[] {
  const entries = entriesOf(pack);
  const options = pack.questions.flatMap(({ id, options }) => options.map((option) => `${id}=${option.id}`));
  return Object.entries(titles)
    .map(([kind, title]) => ({
      title,
      ids:
        kind === "option"
          ? options
          : entries.filter((each) => each.kind === kind).map(({ entry }) => entry.id),
    }))
    .filter(({ ids }) => ids.length > 0);
}

/** What ids a pack has: how many of each kind, the first of them, and how to find the others. */
export function entryKindsText(pack: Pack, style: ReportStyle): Escaped {
  const plain = (text: string): Lines => block(style, [text], { indent: 0 });
  return joinedLines([
    ...plain("`api-advisor explain ID` explains one of these:"),
    empty,
    ...kindsIn(pack).flatMap(({ title, ids }) => fact(style, title, `${ids.length}, such as ${ids[0]}`)),
    empty,
    ...plain(
      "All rules: `api-advisor rules list`. All questions and options: `api-advisor init -`. A part of an id, such as `retr`, finds those that contain it.",
    ),
  ]);
}
