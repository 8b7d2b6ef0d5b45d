import { type GuidanceTopic, guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { guidanceOf, toBeBuilt, tradeoffsOf } from "../selection.js";
import { guidanceTitles } from "../wording/titles.js";
import { againstCited } from "./contested.js";
import type { ReviewItem } from "./item.js";

/** The mitigation of each disadvantage of the chosen style. */
export function mitigations(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  const { md, prose, cite } = writer;
  return tradeoffsOf(from, toBeBuilt(from)).flatMap(({ id, text, mitigation, sources }) =>
    mitigation === null
      ? []
      : [
          {
            id: `mitigate/${id}`,
            task: prose(text),
            reason: md`_What to do:_ ${prose(mitigation)}${cite(sources, from.urls)}`,
            contested: againstCited(from, sources, writer),
          },
        ],
  );
}

/** What errors, retries, consistency and monitoring should look like, in this order. */
export function handling(from: Recommendation, writer: MarkdownWriter): readonly ReviewItem[] {
  return guidanceTopics.flatMap((topic) => ofTopic(from, writer, topic));
}

function ofTopic(from: Recommendation, writer: MarkdownWriter, topic: GuidanceTopic): readonly ReviewItem[] {
  const { md, prose, cite } = writer;
  return guidanceOf(from, toBeBuilt(from))
    .filter((entry) => entry.topic === topic)
    .map(({ id, text, because, sources }) => ({
      id: `handle/${id}`,
      task: md`**${guidanceTitles[topic]}:** ${prose(text)}`,
      reason: md`_Why:_ ${prose(because)}${cite(sources, from.urls)}`,
    }));
}
