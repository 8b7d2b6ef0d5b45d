import { type Document, isScalar, parseAllDocuments } from "yaml";

/** The documents of a text that `parseText` returns, in the same order: those that are not empty. */
export function filledDocuments(text: string): readonly Document[] {
  return [...parseAllDocuments(text, { stringKeys: true })].filter(isFilled);
}

/** Whether a document has any content; between two `---` there may be none. */
export function isFilled({ contents }: Document): boolean {
  return contents !== null && !(isScalar(contents) && contents.value === null && contents.source === "");
}
