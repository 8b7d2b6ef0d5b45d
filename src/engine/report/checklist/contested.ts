import type { Citation } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern } from "../../model/verdict.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { gaugesOf } from "../wording/concern-words.js";
import { ruleEffect } from "../wording/rule-words.js";

/** What speaks against an entry, as lines under its item; none if nothing does. */
export function against(texts: readonly string[], { md, prose }: MarkdownWriter): readonly Markdown[] {
  return texts.map((text) => md`_Contested:_ ${prose(text)}`);
}

/** What speaks against the criteria that an entry cites. */
export function againstCited(
  { contested }: Recommendation,
  sources: readonly Citation[],
  writer: MarkdownWriter,
): readonly Markdown[] {
  return against(
    sources.flatMap(({ id }) => contested.get(id) ?? []),
    writer,
  );
}

/** What speaks against the rules whose points decide where the state of a concern lives, and that speak for this. */
export function againstPoints(
  from: Recommendation,
  concern: Concern,
  { md, code, prose }: MarkdownWriter,
): readonly Markdown[] {
  const decided = gaugesOf(from).filter((gauge) => gauge.concern === concern && gauge.byPoints);
  return decided.flatMap(({ form, points }) =>
    from.rules.flatMap(({ rule }) => {
      const speaks =
        rule.concern === concern && rule.kind === form && rule.points > 0 === points.for > points.against;
      return speaks && rule.contested !== null
        ? [md`_Contested:_ ${code(rule.id)}, ${ruleEffect(rule)}. ${prose(rule.contested)}`]
        : [];
    }),
  );
}
