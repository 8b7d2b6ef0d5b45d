import type { Recommendation } from "../../model/recommendation.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";

/** A decision that has lapsed is a proposal again. */
export const statusOf = ({ decision, lapse }: Recommendation): "proposed" | "accepted" =>
  decision === null || lapse !== null ? "proposed" : "accepted";

/** The number at the start of the name of a record's file; the name itself if it has none. */
export const recordNumber = (name: string): string => /^\d+/.exec(name)?.[0] ?? name;

/** A record beside this one, by its number: `[0007](0007-checkout-keeps-nothing.md)`. */
export const linkTo = (name: string, { linkBeside }: MarkdownWriter): Markdown =>
  linkBeside(recordNumber(name), name);
