import type { Citation } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern } from "../../model/verdict.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { gaugesOf } from "../wording/concern-words.js";
import { briefly } from "./sentences.js";

/** What speaks against an entry, as lines under its item; none if nothing does. */
export function against(
  texts: readonly (string | null)[],
  { md, prose, style }: MarkdownWriter,
): readonly Markdown[] {
  return texts.flatMap((text) => (text === null ? [] : [md`_Contested:_ ${prose(briefly(text, style))}`]));
}

/** What speaks against the criteria that an entry cites. */
export function againstCited(
  { contested }: Recommendation,
  sources: readonly Citation[],
  writer: MarkdownWriter,
): readonly Markdown[] {
  return against(
    sources.map(({ id }) => contested.get(id) ?? null),
    writer,
  );
}

/** What speaks against the rules whose points decide where the state of a concern lives, after what they claim. */
export function againstPoints(
  from: Recommendation,
  concern: Concern,
  { md, prose, style }: MarkdownWriter,
): readonly Markdown[] {
  const decided = gaugesOf(from).filter((gauge) => gauge.concern === concern && gauge.byPoints);
  return decided.flatMap(({ form, points }) =>
    from.rules.flatMap(({ rule }) => {
      const { because, contested } = rule;
      const speaks =
        rule.concern === concern && rule.kind === form && rule.points > 0 === points.for > points.against;
      return speaks && contested !== null
        ? [md`_Contested:_ “${prose(briefly(because, style))}” ${prose(briefly(contested, style))}`]
        : [];
    }),
  );
}
