import { type Document, isScalar, parseAllDocuments } from "yaml";

/** The documents of a text that `parseText` gives, in the same order: those that hold something. */
export function filledDocuments(text: string): readonly Document[] {
  return [...parseAllDocuments(text, { stringKeys: true })].filter(isFilled);
}

/** Whether a document holds anything; between two `---` there may be nothing. */
export function isFilled({ contents }: Document): boolean {
  return contents !== null && !(isScalar(contents) && contents.value === null && contents.source === "");
}
