/** A text on one line: white space folded to single spaces, none around it. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
