import { type Guidance, type GuidanceTopic, guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../shown.js";
import { guidanceTitles } from "../words.js";
import { remainder, trace } from "./entries.js";

const mostOfTopic = 1;
const hang = 13;

/** How errors, retries, consistency and monitoring should look for this surface. */
export function operation(from: Recommendation, style: ReportStyle): readonly string[] {
  const topics = guidanceTopics.map((topic) => {
    const entries = from.guidance.filter((entry) => entry.topic === topic);
    return { topic, entries, first: shown(style, entries, mostOfTopic) };
  });
  const left = topics.reduce((sum, { entries, first }) => sum + entries.length - first.length, 0);
  return spaced([
    ...topics.map(({ topic, first }) => ofTopic(style, topic, first)),
    remainder(style, left, "piece of advice", {}, "pieces of advice"),
  ]);
}

function ofTopic(style: ReportStyle, topic: GuidanceTopic, entries: readonly Guidance[]): readonly string[] {
  return entries.flatMap(({ id, text, because, sources }, at) => [
    ...block(style, [text], { mark: at === 0 ? [as("bold", guidanceTitles[topic])] : [], hang }),
    ...(style.detail === "normal" ? [] : block(style, [`Why: ${because}`], { hang })),
    ...trace(style, id, sources, { hang }),
  ]);
}
