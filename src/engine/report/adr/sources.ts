import type { Citation } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { citationTitle } from "../sources.js";

/** ` (source, source)`: the references of a statement by name, each linked if it has an address; empty without any. */
export function sourceLinks(
  { titles, urls }: Recommendation,
  sources: readonly Citation[],
  { md, join, link }: MarkdownWriter,
): Markdown {
  const links = sources
    .filter(({ kind }) => kind === "reference")
    .map((source) => link(citationTitle(source, titles), urls.get(source.id) ?? null));
  return links.length === 0 ? md`` : md` (${join(links, ", ")})`;
}

/** The claims of the criteria among the sources, once each, those that most of them rest on first. */
export function claimsIn({ titles }: Recommendation, sources: readonly Citation[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { kind, id } of sources) if (kind === "criterion") times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).flatMap(([id]) => titles.get(id) ?? []);
}
