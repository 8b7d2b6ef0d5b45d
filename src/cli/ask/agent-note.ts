import { printable } from "../../engine/diagnostics/plain-text.js";
import { asSentence } from "../../engine/report/wording/phrases.js";

/** Characters of a note that a page has room for. */
const longest = 300;

/** An agent's note on its answer as a sentence to follow another, cut if it is long; empty if there is none. */
export function agentNote(note: string | null): string {
  const characters = [...asSentence(note ?? "")];
  if (characters.length === 0) return "";
  const cut =
    characters.length > longest ? `${characters.slice(0, longest).join("")} …` : characters.join("");
  return ` Its note: ${printable(cut)}`;
}
