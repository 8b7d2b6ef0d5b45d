import type { ReportedPack } from "../../model/recommendation.js";
import { asSentence, because } from "./phrases.js";

/** What leads to the title of the source that the rules are drawn from. */
export const drawnFromLead = "Rules drawn from ";

/** What the questions leave out, and the command that records it if it decides; null if the pack does not say. */
export function notAskedWords({
  notAsked,
}: ReportedPack): { readonly text: string; readonly command: string } | null {
  if (notAsked === null) return null;
  return {
    text: `Not asked: ${because(asSentence(notAsked))} If one of these decides, record it:`,
    command: "api-advisor decide FILE --style … --because … --until …",
  };
}
