import type { Recommendation } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { pictureTitle } from "../picture/picture.js";
import { type Section, section } from "./blocks.js";
import { clashesInFull } from "./head.js";
import { changeTitle } from "./outlook.js";
import { givenBlocks, implied, operation, otherAnswers, tradeoffs } from "./rest-entries.js";
import { assumptions, openQuestions, tipping, trust } from "./rest-outlook.js";
import { gauges, placements } from "./rest-state.js";
import { weighing } from "./rest-weighing.js";

/** All of a surface, in full, what matters most first; sections with nothing to say are left out. */
export function restOf(from: Recommendation): readonly Section[] {
  const undecided = from.verdict === "undecided";
  const open = section("open", openTitle(from), openQuestions(from));
  return [
    ...clashesInFull(from),
    ...(undecided ? open : []),
    ...section("places", pictureTitle, placements(from)),
    ...section("need", "What has to be kept", gauges(from)),
    ...section("givens", "Settled whatever the points", givenBlocks(from)),
    ...weighing(from),
    ...section("assumes", "What it assumes", assumptions(from)),
    ...section("tradeoffs", "What this choice brings and costs", tradeoffs(from)),
    ...section("operation", "Errors and operation", operation(from)),
    ...section("trust", undecided ? "Where it can still lead" : "How far to trust it", trust(from)),
    ...section("change", changeTitle, tipping(from)),
    ...(undecided ? [] : open),
    ...section("implied", "Implied answers", implied(from)),
    ...section("answers", "Other answers", otherAnswers(from)),
  ];
}

function openTitle({ open, verdict, analysis }: Recommendation): string {
  const many = plural(open.length, "open question");
  const order = analysis === null || open.length === 1 ? "" : ", most informative first";
  return verdict === "undecided"
    ? `What would help most (${many}${order})`
    : `Still unanswered (${many}${order})`;
}
