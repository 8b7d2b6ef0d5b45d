import type { FormatId } from "../engine/report/format-ids.js";
import type { Format } from "../engine/report/report-style.js";
import { text } from "../engine/report/text.js";

/** The library's `formats`, all but the default one loaded when it is asked for: so that `advise` starts fast. */
export const loadFormat = {
  text: async () => text,
  json: async () => (await import("../engine/report/json.js")).json,
  markdown: async () => (await import("../engine/report/markdown.js")).markdown,
  checklist: async () => (await import("../engine/report/checklist.js")).checklist,
  adr: async () => (await import("../engine/report/adr.js")).adr,
  html: async () => (await import("../engine/report/html.js")).html,
} as const satisfies Record<FormatId, () => Promise<Format>>;
