import type { Report } from "../../model/recommendation.js";
import type { Markdown } from "./markdown.js";
import type { Sheet } from "./sheet.js";

/** What a document was made by: the tool and the rule pack with its digest. */
export function origin({ tool, pack }: Report, { pen }: Sheet): Markdown {
  return pen.md`*${tool.name} ${tool.version}, rule pack ${pack.name} ${pack.version} (${pen.code(pack.digest)})*`;
}
