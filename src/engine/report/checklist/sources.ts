import type { Citation } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { citationTitle } from "../sources.js";

/** ` (link, link)`: the sources that have an address, by the short forms of their titles, sections of one in one link; empty if none has. */
export function linked(
  { titles, urls }: Recommendation,
  sources: readonly Citation[],
  { md, join, link }: MarkdownWriter,
): Markdown {
  const links = [...new Set(sources.map(({ id }) => id))].flatMap((id) => {
    const url = urls.get(id);
    if (url === undefined) return [];
    const sections = sources.flatMap((each) =>
      each.id === id && each.section !== null ? [each.section] : [],
    );
    const section = sections.length === 0 ? null : [...new Set(sections)].join(", §");
    return [link(citationTitle({ kind: "reference", id, section }, titles, { short: true }), url)];
  });
  return links.length === 0 ? md`` : md` (${join(links, ", ")})`;
}

/** In full detail, a line with what the sources without an address say: the claims of criteria, in words. */
export function claims(
  { titles, urls }: Recommendation,
  sources: readonly Citation[],
  { md, prose, join, style }: MarkdownWriter,
): readonly Markdown[] {
  if (style.detail !== "full") return [];
  const said = new Set(sources.flatMap(({ id }) => (urls.has(id) ? [] : (titles.get(id) ?? []))));
  return said.size === 0 ? [] : [md`_Rests on:_ ${join([...said].map(prose), " ")}`];
}
