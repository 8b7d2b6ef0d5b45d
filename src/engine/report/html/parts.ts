import type { Movement } from "../../model/movement.js";
import type { Recommendation, ReportedRule } from "../../model/recommendation.js";
import { paragraph, prose, said } from "../document/blocks.js";
import { movedBlocks } from "../document/moved.js";
import { overviewCells } from "../document/overview.js";
import { drawBlocks, drawInline, sourceItems } from "./draw.js";

/*
 * Parts of a live page that are drawn anew as its answers change, each as HTML.
 */

/** What is inside the cells of the overview beside a surface's name. */
export const overviewHtml = (from: Recommendation): readonly string[] =>
  overviewCells(from).map((cell) => drawInline(cell).text);

/** What moved between two recommendations. */
export const movedHtml = (movement: Movement): string => drawBlocks(movedBlocks(movement)).text;

/** The entries of the list of sources. */
export const sourcesHtml = (surfaces: readonly Recommendation[]): string => sourceItems(surfaces).text;

/** The reason of a rule, what speaks against it, and its sources. */
export function ruleHtml({ rule: { id, because, contested, sources } }: ReportedRule): string {
  const trace = { id, remark: contested === null ? "" : "contested", sources };
  return drawBlocks([
    paragraph(said(prose(because)), trace),
    ...(contested === null ? [] : [paragraph(said("Contested: ", prose(contested)))]),
  ]).text;
}
