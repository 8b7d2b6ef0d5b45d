import type { Recommendation } from "../../model/recommendation.js";
import { sourcesOf } from "../sources.js";
import { type Lines, list } from "./blocks.js";
import type { Sheet } from "./sheet.js";

/** In full detail: the titles of all that is cited. Otherwise the links in the text have to do. */
export function sources(surfaces: readonly Recommendation[], { pen, style }: Sheet): Lines {
  const { md, code, link } = pen;
  if (style.detail === "normal") return [];
  return list(
    sourcesOf(surfaces).map(({ id, title, url }) => ({
      line: md`${code(id)}: ${link(title, url ?? "")}`,
    })),
  );
}
