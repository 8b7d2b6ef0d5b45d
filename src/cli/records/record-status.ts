import { recordNumber } from "../../engine/report/adr/status.js";
import { fileDestination } from "../../engine/report/markdown/escape.js";
import { sealed, unsealed } from "../output/seal.js";

/** MADR's status of a record that another one replaces. */
export const supersededBy = (name: string): string =>
  `superseded by [${recordNumber(name)}](${fileDestination(name)})`;

const frontMatter = /^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/;
const statusLine = /^status:[ \t]*(.*?)[ \t]*\r?$/m;

/** The status in the front matter of a record, without quotation marks; null if it has none. */
export function statusIn(text: string): string | null {
  const [metadata = ""] = frontMatter.exec(text) ?? [];
  return statusLine.exec(metadata)?.[1]?.replace(/^(["'])(.*)\1$/, "$2") ?? null;
}

/** A record of this tool with another status, and with the line ends that it has. */
export function withStatus(text: string, status: string): string {
  const own = unsealed(text).replace(statusLine, `status: "${status}"`);
  return text.includes("\r\n") ? sealed(own).replaceAll("\n", "\r\n") : sealed(own);
}

/** The name of the record that a record of this tool says it supersedes; null if it says nothing of the kind. */
export function supersededIn(text: string): string | null {
  const name = /^Supersedes \[[^\]]+\]\(([^)]+)\)\.\r?$/m.exec(text)?.[1];
  return name === undefined ? null : decodeURIComponent(name);
}
