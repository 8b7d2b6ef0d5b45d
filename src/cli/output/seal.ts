import { createHash } from "node:crypto";
import { bare, likeFormatted } from "../../engine/embed/digest.js";

/** Formats that people go on writing in. All others are only looked at or read by machines. */
const edited: readonly string[] = ["markdown", "checklist", "adr"];

/** Whether files of a format are sealed: such a file is only overwritten as long as nobody has edited it. */
export const isSealed = (format: string): boolean => edited.includes(format);

/** A comment in each of the languages that sealed files are in. */
const comments = {
  markdown: (words: string): string => `<!-- ${words} -->`,
  yaml: (words: string): string => `# ${words}`,
};

const seal = (digest: string, language: keyof typeof comments): string =>
  comments[language](`written by api-advisor (${digest}); once edited, it is not overwritten`);

/** A text with a last line that shows later whether anybody has edited it. */
export function sealed(text: string, language: keyof typeof comments = "markdown"): string {
  return `${text.trimEnd()}\n\n${seal(digestOf(text), language)}\n`;
}

/** A sealed text as it was before, with line feeds. */
export const unsealed = (text: string): string =>
  `${text.trimEnd().split(/\r?\n/).slice(0, -1).join("\n").trimEnd()}\n`;

/** Whether a file's text is as it was sealed, or has no word in it yet. What Git and formatters change does not count. */
export function isUnedited(text: string): boolean {
  const lines = text.trim().split(/\r?\n/);
  const last = lines.pop() ?? "";
  const digest = digestOf(lines.join("\n"));
  return (
    (lines.length === 0 && last === "") || last === seal(digest, "markdown") || last === seal(digest, "yaml")
  );
}

/** The same after a formatter. A few digits will do: this is no protection against anybody. */
const digestOf = (text: string): string =>
  createHash("sha256")
    .update(bare(likeFormatted(text)))
    .digest("hex")
    .slice(0, 16);
