import { type Guidance, guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { costsOf } from "../answer/costs.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import type { ReportStyle } from "../report-style.js";
import { guidanceOf, shown, toBeBuilt, tradeoffsOf } from "../selection.js";
import { guidanceTitles } from "../wording/titles.js";
import { againstCited } from "./contested.js";
import type { Selected } from "./item.js";
import { briefly, inOneLine, words } from "./sentences.js";
import { claims, linked } from "./sources.js";

/** How many items of each a review has time for. */
const most = { costs: 5, guidance: 8 };

/** The costs of the chosen style that something can be done about. */
export function mitigations(from: Recommendation, writer: MarkdownWriter): Selected {
  const { md, prose, style } = writer;
  const tradeoffs = tradeoffsOf(from, toBeBuilt(from)).filter(
    ({ kind, mitigation }) => kind === "disadvantage" && mitigation !== null,
  );
  const costs = costsOf({ ...from, tradeoffs }, style.detail === "full" ? tradeoffs.length : most.costs);
  const items = costs.map(({ id, text, mitigation, sources }) => ({
    id: `mitigate/${id}`,
    task: prose(inOneLine(text, style)),
    below: [
      md`_What to do:_ ${prose(briefly(mitigation ?? "", style, words.more))}${linked(from, sources, writer)}`,
      ...claims(from, sources, writer),
      ...againstCited(from, sources, writer),
    ],
  }));
  return { items, left: tradeoffs.length - costs.length };
}

/** What errors, retries, consistency, security and monitoring should look like, in this order. */
export function handling(from: Recommendation, writer: MarkdownWriter): Selected {
  const { md, prose, style } = writer;
  const all = guidanceOf(from, toBeBuilt(from));
  const guidance = inTurn(all, style);
  const items = guidance.map(({ id, topic, text, because, sources }) => ({
    id: `handle/${id}`,
    task: md`**${guidanceTitles[topic]}:** ${prose(inOneLine(text, style))}`,
    below: [
      md`_Why:_ ${prose(briefly(because, style))}${linked(from, sources, writer)}`,
      ...claims(from, sources, writer),
    ],
  }));
  return { items, left: all.length - guidance.length };
}

/** By topic; of what is shown, the first of each topic before the second of any, as packs put the particular first. */
function inTurn(guidance: readonly Guidance[], style: Pick<ReportStyle, "detail">): readonly Guidance[] {
  const topics = guidanceTopics.map((topic) => guidance.filter((entry) => entry.topic === topic));
  const turns = topics.flatMap((entries) => entries.map((entry, turn) => ({ entry, turn })));
  const first = shown(
    style,
    turns.toSorted((a, b) => a.turn - b.turn),
    most.guidance,
  );
  const taken = new Set(first.map(({ entry }) => entry));
  return topics.flat().filter((entry) => taken.has(entry));
}
