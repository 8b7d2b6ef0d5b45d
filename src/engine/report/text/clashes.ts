import type { Recommendation } from "../../model/recommendation.js";
import { clashesInFull } from "../document/head.js";
import { type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { drawBlocks, inFull } from "./draw.js";

/** Answers that do not fit each other, with the one to look at again. */
export const clashes = (from: Recommendation, style: ReportStyle): Lines =>
  spaced(clashesInFull(from).map(({ blocks }) => drawBlocks(blocks, inFull(style), 2)));
