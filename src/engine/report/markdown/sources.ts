import type { Recommendation } from "../../model/recommendation.js";
import { sourcesOf } from "../sources.js";
import { type Lines, list } from "./blocks.js";
import type { Sheet } from "./sheet.js";

/** What is cited: what has an address, with a link; in full detail the criteria too. */
export function sources(surfaces: readonly Recommendation[], { pen, style }: Sheet): Lines {
  const { md, code, link } = pen;
  return list(
    sourcesOf(surfaces)
      .filter(({ url }) => style.detail === "full" || url !== null)
      .map(({ id, title, url }) => ({ line: md`${code(id)}: ${url === null ? title : link(title, url)}` })),
  );
}
