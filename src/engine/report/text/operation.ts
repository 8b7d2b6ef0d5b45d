import { type GuidanceTopic, guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { guidanceTitles } from "../words.js";
import { remainder, shown, spaced, trace } from "./entries.js";

const mostOfTopic = 1;
const hang = 13;

/** How errors, retries, consistency and monitoring should look for this surface. */
export function operation(from: Recommendation, style: ReportStyle): readonly string[] {
  return spaced(guidanceTopics.map((topic) => ofTopic(from, style, topic)));
}

function ofTopic(from: Recommendation, style: ReportStyle, topic: GuidanceTopic): readonly string[] {
  const entries = from.guidance.filter((entry) => entry.topic === topic);
  const listed = shown(style, entries, mostOfTopic);
  return [
    ...listed.flatMap(({ id, text, because, sources }, at) => [
      ...block(style, [text], { mark: at === 0 ? [as("bold", guidanceTitles[topic])] : [], hang }),
      ...(style.detail === "normal" ? [] : block(style, [`Why: ${because}`], { hang })),
      ...trace(style, id, sources, { hang }),
    ]),
    ...remainder(style, entries.length - listed.length, "point", { hang }),
  ];
}
